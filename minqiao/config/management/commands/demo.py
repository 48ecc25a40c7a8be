"""`minqiao demo`: a fresh database with the Bijie year, then the platform serves it on this machine."""

import datetime as dt
import subprocess
import sys
import time

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from minqiao.config.demo import place
from minqiao.config.demo.registry import SCALES, build_registry
from minqiao.config.demo.telling import Teller
from minqiao.config.demo.year import BEGINS, ENDS, FOUNDED, TODAY, build_year
from minqiao.config.serving import serve
from minqiao.kit.command import Faults, HouseCommand, day_from

LAST_DAY = dt.date(2027, 12, 31)
INTERRUPTED = 130


class Command(HouseCommand):
    help = (
        "演示：每次都重新生成一个 SQLite 数据库（毕节市2026年度，姓名均为虚构），然后在本机提供服务。"
        "不会碰已有的其他数据库。"
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--db", metavar="FILE", default="", help="数据库文件，默认 var/demo.sqlite3，每次重新生成"
        )
        parser.add_argument(
            "--today", metavar="YYYY-MM-DD", default=str(TODAY), help=f"演示的“今天”，默认{TODAY}"
        )
        scales = "small 40名代表24件；bijie 565名代表218件（默认）；province 另加全市各级代表共19000名"
        parser.add_argument("--scale", choices=tuple(SCALES), default="bijie", help=scales)
        parser.add_argument("--port", type=int, default=8000, help="端口，默认8000，只在本机可访问")
        parser.add_argument("--no-serve", action="store_true", help="只生成数据库，不提供服务")

    def handle(self, *, db, today, scale, port, no_serve, **options):
        on = _checked_day(today)
        file = place.checked_file(db or settings.VAR / "demo.sqlite3")
        if not no_serve:
            place.check_port(port)
        arguments = ["demo", "--db", str(file), "--today", str(on), "--scale", scale, "--port", str(port)]
        place.become(place.environment(file, on), arguments + ["--no-serve"] * no_serve)
        teller = Teller(self.stdout)
        try:
            _build(teller, file, scale, on)
            teller.logins()
            if no_serve:
                teller.say(f"数据库在 {file}")
            else:
                teller.say(f"演示就绪：http://{place.LOOPBACK}:{port}/ （演示日期{on}），按 Ctrl+C 停止")
                _serve(port)
        except KeyboardInterrupt:
            self.stderr.write("已停止")
            sys.exit(INTERRUPTED)


def _checked_day(text):
    try:
        on = day_from(text)
    except ValueError as error:
        raise Faults(f"--today：{error}") from error
    if not FOUNDED.date() <= on <= LAST_DAY:
        raise Faults(f"--today：演示日期应在{FOUNDED.date()}至{LAST_DAY}之间，读到的是{on}")
    return on


def _build(teller, file, scale, on):
    begun = time.monotonic()
    teller.say(f"重新生成演示数据库 {file}")
    place.start_afresh(file)
    call_command("migrate", verbosity=0)
    teller.say("登记区划、代表、承办单位和账号……")
    built = build_registry(scale=scale, at=FOUNDED)
    with teller.year(BEGINS, min(on, ENDS)) as told:
        build_year(built, scale=scale, today=on, told=told)
    connection.close()
    teller.say(f"生成完毕，用时{time.monotonic() - begun:.0f}秒")


def _serve(port):
    """Serve, with a clock of its own beside it, until stopped."""
    heart = subprocess.Popen([sys.executable, "-m", "minqiao.config.demo.heart"])
    try:
        serve(host=place.LOOPBACK, port=port)
    finally:
        heart.terminate()
        heart.wait()
