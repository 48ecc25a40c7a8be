"""`minqiao restore FILE`: a copy back again into an empty place."""

import json
from pathlib import Path

from django.core.management.base import CommandError

from minqiao.config.backup import BackupError, read_backup
from minqiao.kit.command import HouseCommand


class Command(HouseCommand):
    help = "把备份恢复到空的数据库和空的附件目录；已有数据时拒绝。"

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="minqiao backup 生成的文件")
        parser.add_argument("--json", action="store_true", help="以JSON输出结果")

    def handle(self, *, file, **options):
        try:
            about = read_backup(file.resolve())
        except (BackupError, OSError) as error:
            raise CommandError(str(error), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(about, ensure_ascii=False))
            return
        self.stdout.write(f"已恢复 {about['made_at']} 的备份，附件{about['media_files']}个。")
        self.stdout.write("接着请运行：minqiao migrate，minqiao check，minqiao verify trail")
        if not about["same_key"]:
            self.stderr.write("注意：当前 FIELD_KEY 与备份时不同，联系方式将无法解密。")
