"""`minqiao reference [--check]`: docs/reference/ from the code, or whether it is current."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

from minqiao.config.reference.api import api
from minqiao.config.reference.lifecycles import lifecycles
from minqiao.config.reference.rights import rights
from minqiao.config.reference.rooms import rooms
from minqiao.config.reference.rules import rules
from minqiao.config.reference.settings import settings as environment
from minqiao.config.reference.sheets import sheets
from minqiao.kit.command import HouseCommand

PAGES = {
    "lifecycles.md": lifecycles,
    "who-may-do-what.md": rights,
    "rooms.md": rooms,
    "sheets.md": sheets,
    "api.md": api,
    "rules.md": rules,
    "settings.md": environment,
}


class Command(HouseCommand):
    help = "由代码生成参考文档（docs/reference/）；--check 只核对是否最新。"

    def add_arguments(self, parser):
        folder = settings.BASE / "docs" / "reference"
        parser.add_argument("--dir", type=Path, default=folder, help="文档所在目录")
        parser.add_argument("--check", action="store_true", help="只核对，不改动；不是最新则以1结束")

    def handle(self, *, dir: Path, check, **options):
        pages = {name: text for name, write in PAGES.items() if (text := write())}
        stale = stale_pages(dir, pages)
        if check and stale:
            raise CommandError(f"参考文档不是最新：{'、'.join(stale)}。请运行 minqiao reference")
        if not check:
            dir.mkdir(parents=True, exist_ok=True)
            write_pages(dir, pages)
        self.stdout.write("参考文档已是最新" if check else f"已更新：{'、'.join(stale) or '无'}")


def stale_pages(folder, pages) -> list[str]:
    """Pages that are missing, differ, or should no longer be there."""
    there = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.md"))}
    return sorted(name for name in there.keys() | pages.keys() if there.get(name) != pages.get(name))


def write_pages(folder, pages):
    """Write all pages and remove those nothing writes any more."""
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, "utf-8")
