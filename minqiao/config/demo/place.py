"""Where the demo lives: its own SQLite file, which only a demo replaces, and its environment."""

import os
import shutil
import socket
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from minqiao.kit.command import FAILED, Faults

MARK = 0x4D71_0001  # SQLite's application_id of a file that holds nothing but a demo
LOOPBACK = "127.0.0.1"


def checked_file(path) -> Path:
    """The absolute path of the demo's database. Raises Faults when something else is there already."""
    file = Path(path).expanduser().resolve()
    if not file.parent.is_dir():
        raise Faults(f"目录不存在：{file.parent}")
    if file.exists() and not _is_demo(file):
        raise Faults(f"{file} 已存在，且不是演示数据库，不予覆盖；请用 --db 换一个文件名")
    return file


def _is_demo(file):
    if file.is_dir():
        return False
    if file.stat().st_size == 0:
        return True
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as link:
            return link.execute("PRAGMA application_id").fetchone()[0] == MARK
    except sqlite3.Error:
        return False


def start_afresh(file):
    """Take the demo before away, and begin an empty one. Raises Faults when the place cannot be written."""
    try:
        for ending in ("", "-wal", "-shm"):
            Path(f"{file}{ending}").unlink(missing_ok=True)
        shutil.rmtree(files_of(file), ignore_errors=True)
        with closing(sqlite3.connect(file)) as link:
            link.execute(f"PRAGMA application_id = {MARK}")
    except (OSError, sqlite3.Error) as error:
        raise Faults(f"{file} 无法写入：{error}", code=FAILED) from error


def files_of(file) -> Path:
    """The folder of the demo's attachments, beside its database."""
    return Path(f"{file}-files")


def environment(file, today) -> dict:
    """What makes a process of the platform a process of this demo."""
    return {
        "DATABASE_URL": f"sqlite:///{quote(str(file))}",
        "MEDIA_ROOT": str(files_of(file)),
        "MINQIAO_TODAY": today.isoformat(),
        "MINQIAO_DEMO": "1",
        "MINQIAO_PRODUCTION": "0",
        "MINQIAO_SMS": "console",
    }


def become(wanted, arguments):
    """Go on in a process whose settings were read from `wanted`; returns at once where that is so already."""
    if wanted.items() <= os.environ.items():
        return
    sys.stdout.flush()
    command = [sys.executable, "-m", "minqiao.config.cli", *arguments]
    os.execve(command[0], command, {**os.environ, **wanted})


def check_port(port):
    """Raises Faults when nothing can be served at this port of this machine."""
    if not 0 < port < 65536:
        raise Faults(f"端口应在1到65535之间，读到的是{port}")
    with closing(socket.socket()) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((LOOPBACK, port))
        except OSError as error:
            why = "已被占用，可能另一个演示正在运行" if error.errno != 13 else "不允许使用"
            words = f"端口{port}{why}；请先停止它，或者用 --port 换一个，例如 --port {_other(port)}"
            raise Faults(words, code=FAILED) from error


def _other(port):
    return port + 1 if 1024 <= port < 65535 else 8001
