"""Databases that exist only while a benchmark runs; the user's own data is never touched."""

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from minqiao.kit.command import FAILED, Faults

# Tells the child that this database was made for it (see child.py).
MARK = "MINQIAO_BENCH"


@contextmanager
def sqlite_place():
    """The environment of a run on a SQLite file in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="minqiao-bench-") as folder:
        yield _environment(folder, f"sqlite:///{Path(folder) / 'bench.sqlite3'}")


@contextmanager
def postgresql_place(server):
    """The environment of a run in a database of its own on this server; dropped afterwards."""
    name = f"minqiao_bench_{os.getpid()}"
    _ask(server, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        with tempfile.TemporaryDirectory(prefix="minqiao-bench-") as folder:
            yield _environment(folder, urlunsplit(urlsplit(server)._replace(path=f"/{name}")))
    finally:
        _ask(server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def run_child(place, *arguments):
    """Run a benchmark in its place, its progress shown as it comes; what it printed on standard output."""
    command = [sys.executable, "-m", "minqiao.config.bench.child", *map(str, arguments)]
    done = subprocess.run(command, env=place, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Faults("基准测试中途失败，原因见上", code=FAILED)
    return done.stdout


def _environment(folder, address):
    fixed = {"MINQIAO_VAR": folder, "MEDIA_ROOT": f"{folder}/media", "DATABASE_URL": address, MARK: "1"}
    return {**os.environ, **fixed, "MINQIAO_PRODUCTION": "0", "STAFF_TOTP_REQUIRED": "0"}


def _ask(server, statement):
    try:
        with psycopg.connect(server, autocommit=True) as link:
            link.execute(statement)
    except psycopg.Error as error:
        raise Faults(f"PostgreSQL 服务器不能用于基准测试：{error}", code=FAILED) from error
