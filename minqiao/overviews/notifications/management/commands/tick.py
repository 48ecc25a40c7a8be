"""`minqiao tick`: let time pass once."""

from django.core.management.base import CommandError

from minqiao.kit.clock import now
from minqiao.kit.command import HouseCommand
from minqiao.overviews.notifications.tasks import FAILED, tick


class Command(HouseCommand):
    help = "让时间走一步：到期提醒、每日汇总、待办的后台工作；可重复运行，可在多台机器上运行"

    def handle(self, *args, **options):
        lines = tick(now())
        for line in lines or ["没有到点的事"]:
            self.stdout.write(line)
        if any(FAILED in line for line in lines):
            raise CommandError("有任务没有完成，原因见日志")
