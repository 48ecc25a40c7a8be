"""`minqiao createadmin`: the first holders of the three offices, so that an empty platform can be entered."""

from django.core.management.base import CommandError
from django.db import transaction

from minqiao.foundation.accounts.actions import create_user, grant_capacity
from minqiao.foundation.accounts.choices import THREE_OFFICES, Role
from minqiao.foundation.accounts.queries import office_holders
from minqiao.foundation.accounts.rules import SERVER
from minqiao.kit.clock import now, today
from minqiao.kit.command import HouseCommand
from minqiao.kit.workflow import Refused

OFFICES = (
    (Role.SYSTEM_ADMIN, "sysadmin"),
    (Role.SECURITY_ADMIN, "secadmin"),
    (Role.AUDITOR, "auditor"),
)


class Command(HouseCommand):
    help = "首次使用：建立系统管理员、安全管理员、审计员三个账号，各显示一次性密码。已有任何一员时拒绝。"

    def add_arguments(self, parser):
        for role, username in OFFICES:
            option = role.replace("_", "-")
            parser.add_argument(f"--{option}", default=username, metavar="用户名", help=f"默认 {username}")
            parser.add_argument(f"--{option}-name", default=role.label, metavar="姓名", help="默认为职务名称")

    def handle(self, *args, **options):
        if held := office_holders(THREE_OFFICES, today()):
            names = "、".join(f"{row.user.username}（{row}）" for row in held)
            raise CommandError(f"已有三员账号：{names}。重置密码请用 minqiao user reset 用户名", returncode=2)
        usernames = [options[role] for role, _ in OFFICES]
        if len(set(usernames)) < len(usernames):
            raise CommandError("三员不得由一人兼任：三个用户名应各不相同", returncode=2)
        try:
            created = self._created(options)
        except Refused as refused:
            raise CommandError(refused.why, returncode=2) from refused
        for role, user, password in created:
            self.stdout.write(f"{role.label}\t{user.username}\t{password}")
        self.stderr.write("以上为一次性密码，不会再显示；首次登录须修改，工作人员还须设置两步验证。")

    @transaction.atomic
    def _created(self, options):
        """All three, or none."""
        made = [(role, *self._create(options[role], options[f"{role}_name"])) for role, _ in OFFICES]
        for role, user, _ in made:
            grant_capacity(user=user, role=role, actor=SERVER, at=now(), note="首次使用")
        return made

    def _create(self, username, name):
        return create_user(username=username, name=name, actor=SERVER, at=now())
