"""`minqiao user create|reset|deactivate|reactivate|list`: accounts from the server's command line."""

from django.core.management.base import CommandError

from minqiao.foundation.accounts import actions
from minqiao.foundation.accounts.queries import has_second_factor, user_by_name, users
from minqiao.foundation.accounts.rules import SERVER
from minqiao.kit.clock import now
from minqiao.kit.command import HouseCommand
from minqiao.kit.workflow import Refused


class Command(HouseCommand):
    help = "在服务器上开立、重置、停用、启用账号。授予职务由安全管理员在网页上办理。"

    def add_arguments(self, parser):
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="create|reset|deactivate|…")
        create = verbs.add_parser("create", help="开立账号，显示一次性密码")
        create.add_argument("username")
        create.add_argument("--name", required=True, help="姓名")
        create.add_argument("--email", default="", help="电子邮箱")
        reset = verbs.add_parser("reset", help="重置密码，显示一次性密码；三员的密码只能这样重置")
        reset.add_argument("username")
        reset.add_argument("--factor", action="store_true", help="同时重置两步验证")
        for verb, words in (("deactivate", "停用账号"), ("reactivate", "启用账号")):
            verbs.add_parser(verb, help=words).add_argument("username")
        verbs.add_parser("list", help="列出账号")

    def handle(self, *args, verb, **options):
        try:
            getattr(self, f"_{verb}")(options)
        except Refused as refused:
            raise CommandError(refused.why, returncode=2) from refused

    def _user(self, options):
        user = user_by_name(options["username"])
        if user is None:
            raise CommandError(f"没有这个用户：{options['username']}", returncode=2)
        return user

    def _create(self, options):
        terms = {name: options[name] for name in ("username", "name", "email")}
        user, password = actions.create_user(actor=SERVER, at=now(), **terms)
        self.stdout.write(f"{user.username}\t{password}")

    def _reset(self, options):
        user = self._user(options)
        if options["factor"] and has_second_factor(user.pk):
            actions.reset_second_factor(user, actor=SERVER, at=now())
        self.stdout.write(f"{user.username}\t{actions.set_password(user, actor=SERVER, at=now())}")

    def _deactivate(self, options):
        actions.deactivate(self._user(options), actor=SERVER, at=now(), note="服务器命令")

    def _reactivate(self, options):
        actions.reactivate(self._user(options), actor=SERVER, at=now(), note="服务器命令")

    def _list(self, options):
        for user in users(SERVER):
            roles = "、".join(str(row) for row in user.capacities.all())
            self.stdout.write(
                f"{user.username}\t{user.name}\t{'启用' if user.is_active else '停用'}\t{roles}"
            )
