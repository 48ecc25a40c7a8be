"""`minqiao backup FILE`: a consistent copy of database and attachments, taken while the platform runs."""

import json
from pathlib import Path

from django.core.management.base import CommandError

from minqiao.config.backup import BackupError, write_backup
from minqiao.kit.clock import now
from minqiao.kit.command import HouseCommand


class Command(HouseCommand):
    help = "把数据库和附件一致地备份到一个文件，运行中即可进行。密钥不在其中，须另行保管。"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="备份文件（.tar），不得已存在")
        parser.add_argument("--json", action="store_true", help="以JSON输出结果")

    def handle(self, *, file, **options):
        try:
            about = write_backup(file.resolve(), now())
        except (BackupError, OSError) as error:
            raise CommandError(str(error), returncode=2) from error
        self.stdout.write(json.dumps(about, ensure_ascii=False) if options["json"] else said(about))


def said(about) -> str:
    """The result in words."""
    size, files = about["bytes"] / 1_048_576, about["media_files"]
    done = f"已备份到 {about['file']}（{size:.1f} MB，附件{files}个）。"
    return f"{done}FIELD_KEY 等密钥不在备份内，请分开保管。"
