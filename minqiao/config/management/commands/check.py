"""`minqiao check`: the health of a deployment (settings, database, migrations, clock, fonts)."""

from django.conf import settings
from django.core.management.commands.check import Command as DjangoCheck


class Command(DjangoCheck):
    help = "检查部署是否健康：设置、数据库、迁移、时钟、公文字体。"

    def handle(self, *app_labels, **options):
        options["deploy"] = options["deploy"] or settings.PRODUCTION
        options["databases"] = options["databases"] or ["default"]
        super().handle(*app_labels, **options)
