"""Writing deputies as persons: their data, the look at their contact data, their account."""

from minqiao.foundation.accounts.actions import seed_capacities
from minqiao.foundation.accounts.models import User
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.actions.mandates import give_rights, rights_of
from minqiao.registry.congress.models import Deputy, Mandate
from minqiao.registry.congress.queries import reading
from minqiao.registry.congress.rules import by_keeper, contact_closed_to


@act
def save_deputy(deputy=None, *, actor, at, **values):
    """A new deputy, or new values for one. The trail names what changed, never the contact data."""
    if why := by_keeper(actor):
        raise Refused(why)
    deputy = deputy or Deputy()
    write_person(deputy, values, actor=actor, at=at)
    return deputy


def write_person(deputy, values, *, actor, at):
    """Write what differs; pinyin follows the name unless it is given. Returns the words of what changed."""
    known = deputy.pk is not None
    changed = [name for name, value in values.items() if getattr(deputy, name) != value]
    if known and not changed:
        return []
    for name in changed:
        setattr(deputy, name, values[name])
    if "name" in changed:
        deputy.pinyin, deputy.initials = reading(deputy.name)
    deputy.save()
    words = [Deputy._meta.get_field(name).verbose_name for name in changed]
    if not known:
        note_new_person(deputy, actor=actor, at=at)
        return words
    note = "、".join(words)
    record(actor=actor, action="save_deputy", label="修改代表资料", subject=deputy, at=at, note=note)
    return words


def note_new_person(deputy, *, actor, at):
    """The trail's entry on a deputy nobody knew yet."""
    record(actor=actor, action="save_deputy", label="登记代表", subject=deputy, at=at, note=deputy.name)


@act
def reveal_contact(deputy, *, actor, at):
    """The deputy's phone and address in full. Another's look is noted on the trail (PIPL)."""
    if why := contact_closed_to(actor, deputy):
        raise Refused(why, basis="《中华人民共和国个人信息保护法》第六条、第三十四条")
    if deputy.user_id != actor.user_id:
        record(actor=actor, action="reveal_contact", label="查看联系方式", subject=deputy, at=at)
    return {"phone": deputy.phone, "address": deputy.address}


@act
def link_account(deputy, username, *, actor, at):
    """Tie a deputy to an account; the rights of the standing mandates begin at once."""
    if why := by_keeper(actor):
        raise Refused(why)
    user = User.objects.filter(username=username).first()
    if user is None:
        raise Refused(f"没有用户名为“{username}”的账号，请先由系统管理员开立")
    if user.pk == actor.user_id:
        raise Refused("不能把代表关联到本人的账号")
    if Deputy.objects.filter(user=user).exclude(pk=deputy.pk).exists():
        raise Refused("这个账号已经关联另一位代表")
    if deputy.user_id and deputy.user_id != user.pk:
        raise Refused("这位代表已经关联另一个账号")
    deputy.user = user
    deputy.save(update_fields=["user"])
    note = f"用户名：{user.username}"
    record(actor=actor, action="link_account", label="关联账号", subject=deputy, at=at, note=note)
    for mandate in Mandate.objects.filter(deputy=deputy).select_related("congress", "delegation"):
        mandate.deputy = deputy
        give_rights(mandate, actor=actor, at=at)
    return deputy


@act
def seed_accounts(pairs, *, actor, at):
    """Tie (mandate, user) pairs of the demo together, with the rights of the mandates, all at once."""
    deputies = []
    for mandate, user in pairs:
        mandate.deputy.user = user
        deputies.append(mandate.deputy)
    Deputy.objects.bulk_update(deputies, ["user"], batch_size=200)
    rows = [
        (user, role, mandate.pk, label, mandate.congress_id, mandate.starts_on)
        for mandate, user in pairs
        for role, label in rights_of(mandate)
    ]
    seed_capacities(rows, actor=actor, at=at)
