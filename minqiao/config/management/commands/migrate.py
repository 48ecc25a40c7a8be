"""`minqiao migrate`: Django's, which must not be held up by the check that asks for it."""

from django.core.management.commands.migrate import Command as DjangoMigrate


class Command(DjangoMigrate):
    help = "执行数据库迁移。先备份（minqiao backup）。"

    def check(self, *args, databases=None, **kwargs):
        """All checks but those of the database: “unapplied migrations” is what this command cures."""
        return super().check(*args, databases=None, **kwargs)
