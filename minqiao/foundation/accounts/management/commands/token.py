"""`minqiao token USERNAME`: an API token for scripts, printed once."""

from django.core.management.base import CommandError

from minqiao.foundation.accounts.actions import make_token
from minqiao.foundation.accounts.queries import capacities_of, user_by_name
from minqiao.foundation.accounts.rules import SERVER, TOKEN_DAYS
from minqiao.kit.clock import now, today
from minqiao.kit.command import HouseCommand
from minqiao.kit.workflow import Refused


class Command(HouseCommand):
    help = "为用户的一个职务建立接口令牌；令牌只显示这一次，平台只保存其摘要。"

    def add_arguments(self, parser):
        parser.add_argument("username", help="用户名")
        parser.add_argument(
            "--capacity", default="", help="职务编号或代码（如 deputy_affairs）；只有一个时可省"
        )
        parser.add_argument("--note", default="命令行建立", help="用途")
        parser.add_argument("--days", type=int, default=90, help=f"有效天数，1至{TOKEN_DAYS}，默认90")

    def handle(self, *args, username, capacity, note, days, **options):
        user = user_by_name(username)
        if user is None:
            raise CommandError(f"没有这个用户：{username}", returncode=2)
        chosen = self._chosen(capacities_of(user.pk, today()), capacity)
        try:
            _, text = make_token(chosen, actor=SERVER, at=now(), note=note, days=days)
        except Refused as refused:
            raise CommandError(refused.why, returncode=2) from refused
        self.stderr.write(f"{user.name} · {chosen} · {days}天有效；请立即保存，不会再显示")
        self.stdout.write(text)

    def _chosen(self, held, capacity):
        found = [row for row in held if not capacity or capacity in (str(row.pk), row.role)]
        if len(found) == 1:
            return found[0]
        names = "；".join(f"{row.pk} {row.role} {row}" for row in held) or "无"
        wrong = "没有符合的有效职务" if not found else "有几个职务，请用 --capacity 指明一个"
        raise CommandError(f"{wrong}。有效职务：{names}", returncode=2)
