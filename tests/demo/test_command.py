"""`minqiao demo` as its own process: what it builds, says, refuses; that it serves and stops."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing

import pytest
from django.core.management import execute_from_command_line

from tests.demo.conftest import on_sqlite

pytestmark = on_sqlite
PATIENCE = 120  # seconds until a demo must answer, on a busy machine


@pytest.fixture
def place(tmp_path):
    """The environment of a process that keeps its data here."""
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    fixed = {"MINQIAO_VAR": str(tmp_path / "var"), "DJANGO_SETTINGS_MODULE": "minqiao.config.settings"}
    return {**own, **fixed}


def command(*words):
    return [sys.executable, "-m", "minqiao.config.cli", "demo", *map(str, words)]


def demo(place, *words):
    done = subprocess.run(command(*words), env=place, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def count(file, table):
    with closing(sqlite3.connect(file)) as link:
        return link.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def refused(capsys, *words):
    """The code and the words with which the command ends in this very process."""
    with pytest.raises(SystemExit) as ended:
        execute_from_command_line(["minqiao", "demo", "--no-serve", *words])
    said = capsys.readouterr()
    return ended.value.code, said.out, said.err


@pytest.mark.parametrize("text", ["2026-02-30", "明天", "2025-06-10", "2028-01-01"])
def test_a_wrong_day_is_wrong_input(capsys, text):
    code, said, problems = refused(capsys, "--today", text)
    assert (code, said) == (2, "")
    assert problems.startswith("--today：")
    assert len(problems.splitlines()) == 1


def test_a_wrong_scale_is_wrong_input(capsys):
    assert refused(capsys, "--scale", "huge")[0] == 2


def test_another_database_is_left_alone(place, tmp_path):
    file = tmp_path / "real.sqlite3"
    with closing(sqlite3.connect(file)) as link:
        link.execute("CREATE TABLE kept (a)")
    code, _, problems = demo(place, "--db", file, "--no-serve")
    assert (code, problems.strip()) == (
        2, f"{file} 已存在，且不是演示数据库，不予覆盖；请用 --db 换一个文件名",
    )  # fmt: skip
    assert count(file, "kept") == 0


def test_a_port_in_use_ends_it_at_once(place):
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        code, said, problems = demo(place, "--port", other.getsockname()[1])
    assert (code, said) == (1, "")
    assert "已被占用" in problems


def free_port():
    with closing(socket.socket()) as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def answer(port, path):
    """The status and text of a page, waiting until the demo is up."""
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as reply:
                return reply.status, reply.read().decode()
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)


@pytest.mark.scale
def test_it_builds_a_database_serves_until_stopped_and_builds_anew(place, tmp_path):
    file, port = tmp_path / "演示 库.sqlite3", free_port()
    built = ("--db", file, "--scale", "small", "--today", "2026-03-20")
    words = command(*built, "--port", port)
    process = subprocess.Popen(words, env=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert answer(port, "/readyz") == (200, "ok\n")
        status, page = answer(port, "/accounts/login/")
        assert (status, "danwei-zhu" in page) == (200, True)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[0]
    finally:
        process.kill()
    assert f"演示就绪：http://127.0.0.1:{port}/ （演示日期2026-03-20）" in said
    assert "daigongwei" in said
    first = count(file, "suggestions_suggestion")
    assert first > 24
    code, said, problems = demo(place, *built, "--no-serve")
    assert (code, problems) == (0, "")
    assert f"数据库在 {file}" in said
    assert count(file, "suggestions_suggestion") == first
