"""`minqiao bench`: figures beside their floors, in databases that exist only while it runs."""

import json as json_text
import os
import sys
from contextlib import nullcontext

from rich.console import Console
from rich.table import Table

from minqiao.config.bench import funds
from minqiao.config.bench.figures import COLUMNS, Figure
from minqiao.config.bench.places import postgresql_place, run_child, sqlite_place
from minqiao.kit.command import FAILED, Faults, HouseCommand

# name -> (what it measures, sizes)
BENCHES = {
    "funds": ("资金分配：排序，公平份额（不用数据库）", (10_000,)),
    "search": ("检索：建立索引、查词、找相近", (10_000, 100_000)),
    "web": ("网页：列表、详情、新建的处理器用时", (1_000, 100_000)),
}
PURE = {"funds": funds.measured}  # arithmetic alone: no database is made
WIDTH = 200  # characters of a table that is not shown on a screen


class Command(HouseCommand):
    help = "测量性能：每个数值旁边是同一次运行中测得的底线。只用临时数据库，不碰已有数据"

    def add_arguments(self, parser):
        names = "；".join(f"{name}（{words}）" for name, (words, _) in BENCHES.items())
        parser.add_argument("names", nargs="*", metavar="NAME", help=f"测哪些，空则全部：{names}")
        parser.add_argument(
            "--postgres",
            metavar="URL",
            default=_server(),
            help="在哪台 PostgreSQL 服务器上另建临时数据库；默认取 DATABASE_URL，都没有则只测 SQLite",
        )
        parser.add_argument("--sizes", metavar="N,N", default="", help="数据规模，例如 1000,100000")
        parser.add_argument("--strict", action="store_true", help="有未达到的目标时以 1 结束")
        self.add_json(parser)

    def handle(self, *, names, postgres, sizes, strict, json, **options):
        chosen = names or list(BENCHES)
        if unknown := [name for name in chosen if name not in BENCHES]:
            raise Faults(f"没有这项基准测试：{'、'.join(unknown)}；可测的有：{'、'.join(BENCHES)}")
        figures = {name: _figures(name, _sizes(sizes) or BENCHES[name][1], postgres) for name in chosen}
        if json:
            self.write_json({name: [one.as_dict() for one in found] for name, found in figures.items()})
        else:
            self._show(figures)
        if strict and not all(one.is_met for found in figures.values() for one in found):
            raise Faults("有未达到的目标", code=FAILED)

    def _show(self, figures):
        console = Console(file=self.stdout, width=None if self.stdout.isatty() else WIDTH)
        for name, found in figures.items():
            table = Table(*COLUMNS, title=BENCHES[name][0])
            for figure in found:
                table.add_row(*figure.line())
            console.print(table)


def _server():
    address = os.environ.get("DATABASE_URL", "")
    return address if address.startswith("postgres") else ""


def _sizes(text):
    """Numbers parted by commas; each above zero."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and int(part) for part in parts):
        raise Faults(f"规模应为用逗号分开的正整数，读到的是“{text}”")
    return [int(part) for part in parts]


def _figures(name, sizes, postgres):
    """The figures of one benchmark on both databases (SQLite alone where no server is named), or on none."""
    if name in PURE:
        return PURE[name](sizes, lambda words: print(words, file=sys.stderr, flush=True))
    places = [sqlite_place(), postgresql_place(postgres) if postgres else nullcontext()]
    figures = []
    for context in places:
        with context as place:
            answer = run_child(place, name, *sizes) if place else "[]"
        figures += [Figure.from_dict(facts) for facts in json_text.loads(answer)]
    return figures
