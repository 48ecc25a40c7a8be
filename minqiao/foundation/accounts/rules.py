"""Who may do what with accounts: three offices that cannot do each other's work. No web, no database.

Each judgement returns "" or the reason. The platform itself (its clock, its command line on the server,
the demo builder) acts as `clock` and stands outside the three offices.
"""

import secrets

from minqiao.foundation.accounts.choices import MANDATE_ROLES, THREE_OFFICES, Role
from minqiao.kit.actor import Actor

PLATFORM = "clock"
SERVER = Actor(name="服务器命令", role=PLATFORM, role_label="系统")
SEPARATION = "三员分立：系统管理员、安全管理员、审计员相互独立、相互制约"
# Without 0/o, 1/l/i: a one-time password is read aloud or typed from paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
TOKEN_DAYS = 365  # the longest life of an API token


def by_system_admin(actor) -> str:
    """Users, passwords and second factors are the system administrator's."""
    return "" if actor.role in (Role.SYSTEM_ADMIN, PLATFORM) else "只有系统管理员可以管理用户"


def by_security_admin(actor) -> str:
    """Capacities and the security policy are the security administrator's."""
    return "" if actor.role in (Role.SECURITY_ADMIN, PLATFORM) else "只有安全管理员可以管理职务和查看安全策略"


def by_account_office(actor) -> str:
    """The list of users serves both administrators."""
    offices = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, PLATFORM)
    return "" if actor.role in offices else "只有系统管理员、安全管理员可以查看用户"


def not_himself(actor, user_id, what) -> str:
    """Nobody administers himself: `what` names the act."""
    return f"不能{what}本人" if actor.user_id and actor.user_id == user_id else ""


def may_create_user(actor) -> str:
    """Opening an account gives no rights: those are another office's."""
    return by_system_admin(actor)


def may_change_user(actor) -> str:
    """Name and address of a user."""
    return by_system_admin(actor)


def may_switch_off(actor, user_id, held_roles) -> str:
    """Deactivating or reactivating a user; one of the other two offices only after it has ended."""
    return (
        by_system_admin(actor)
        or not_himself(actor, user_id, "停用")
        or _is_no_rival(actor, held_roles, "停用")
    )


def may_reset(actor, user_id, held_roles) -> str:
    """Resetting password or second factor: not of the other two offices, or he could sign in as them."""
    return (
        by_system_admin(actor)
        or not_himself(actor, user_id, "重置")
        or _is_no_rival(actor, held_roles, "重置")
    )


def may_grant(actor, user_id, role, held_roles) -> str:
    """Granting a capacity: never to oneself, and nobody holds two of the three offices."""
    if why := by_security_admin(actor) or not_himself(actor, user_id, "授予职务给"):
        return why
    if role in MANDATE_ROLES and actor.role != PLATFORM:
        return "代表的职务随代表资格产生：请由代表工作委员会在代表名册中关联账号"
    others = (THREE_OFFICES & set(held_roles)) - {role}
    if role in THREE_OFFICES and others:
        return f"该用户已任{_words(others)}，三员不得由一人兼任"
    return ""


def may_change_capacity(actor, user_id) -> str:
    """Suspending, resuming or ending a capacity."""
    return by_security_admin(actor) or not_himself(actor, user_id, "变更职务的对象为")


def may_follow(roles) -> str:
    """A change in a register (a mandate, a unit) carries capacities with it, but never the three offices."""
    return "三员的职务只能由安全管理员变更" if THREE_OFFICES & set(roles) else ""


def may_switch(actor, user_id) -> str:
    """Acting in another capacity of one's own."""
    return "" if actor.user_id == user_id else "只能切换到本人的职务"


def may_make_token(actor, user_id, role) -> str:
    """A token for scripts stands for one's own capacity; the three offices work by hand."""
    if actor.role != PLATFORM and actor.user_id != user_id:
        return "只能为本人的职务建立接口令牌"
    return "三员不得使用接口令牌" if role in THREE_OFFICES else ""


def may_revoke_token(actor, user_id) -> str:
    """Taking a token back: its owner, or the security administrator."""
    return "" if actor.user_id == user_id or not by_security_admin(actor) else "只能撤销本人的接口令牌"


def _is_no_rival(actor, held_roles, what) -> str:
    rivals = (THREE_OFFICES & set(held_roles)) - {Role.SYSTEM_ADMIN}
    if actor.role == PLATFORM or not rivals:
        return ""
    return f"不能{what}{_words(rivals)}：请先由安全管理员终止其职务，或在服务器上用命令办理"


def _words(roles) -> str:
    return "、".join(sorted(Role(role).label for role in roles))


def one_time_password() -> str:
    """A password for one sign-in: three groups of four, about 59 bits."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    return "-".join(groups)


def token_text() -> str:
    """A new bearer token: 43 letters, 256 bits. It begins with mq_ so that a leak can be searched for."""
    return f"mq_{secrets.token_urlsafe(32)}"


def sign_in_name(text) -> str:
    """How a typed user name is counted: `Zhang` and ` zhang ` are one sign-in, also for the lock-out."""
    return (text or "").strip().lower()[:60]


def masked_name(text) -> str:
    """An unknown user name as the trail may keep it: people do type their password in the wrong box."""
    return f"{text[:2]}{'*' * min(len(text[2:]), 8)}"
