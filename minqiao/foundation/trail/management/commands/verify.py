"""`minqiao verify trail|ledger|board [FILE]`: recomputes what must not have been touched."""

import json

from django.core.management.base import CommandError

from minqiao.kit.command import HouseCommand
from minqiao.kit.mechanism import mechanisms


class Command(HouseCommand):
    help = "核验不可改动的数据：留痕（trail）、台账（ledger）、表决公告（board），指出第一处问题"

    def add_arguments(self, parser):
        parser.add_argument("what", help="核验对象，如 trail")
        parser.add_argument("file", nargs="?", default="", help="与导出文件核对（trail：审计员导出的 CSV）")
        parser.add_argument("--json", action="store_true", help="输出一个 JSON 文档")

    def handle(self, *args, what, file, **options):
        verifiers = {name: check for room in mechanisms() for name, check in room.data.verifiers.items()}
        if what not in verifiers:
            raise CommandError(f"还没有“{what}”可核验；现有：{'、'.join(sorted(verifiers))}", returncode=2)
        try:
            fault = verifiers[what](file)
        except (OSError, ValueError) as error:
            raise CommandError(f"{file}：无法读取（{error}）", returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps({"what": what, "ok": not fault, "fault": fault}, ensure_ascii=False))
        if fault:
            raise CommandError(fault, returncode=1)
        if not options["json"]:
            self.stdout.write(f"{what}：完好")
