"""`minqiao tick`: let time pass once."""

from django.core.management.base import BaseCommand

from minqiao.kit.clock import now
from minqiao.overviews.notifications.tasks import tick


class Command(BaseCommand):
    help = "让时间走一步：到期提醒、每日汇总、待办的后台工作；可重复运行，可在多台机器上运行"

    def handle(self, *args, **options):
        for line in tick(now()) or ["没有到点的事"]:
            self.stdout.write(line)
