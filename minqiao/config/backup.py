"""A consistent copy of the platform in one tar file, and back again into an empty place.

The database is copied first and the attachments after it: a file is kept before the row that names it,
so every row in the copy finds its file. SQLite by its own backup call, PostgreSQL by pg_dump.
"""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

FORMAT = 1
ABOUT, SQLITE_COPY, POSTGRES_COPY, MEDIA = "minqiao.json", "database.sqlite3", "database.dump", "media"
PG_NAMES = {
    "PGHOST": "HOST",
    "PGPORT": "PORT",
    "PGUSER": "USER",
    "PGPASSWORD": "PASSWORD",
    "PGDATABASE": "NAME",
}


class BackupError(Exception):
    """The copy cannot be made or put back; the message tells why."""


def write_backup(target: Path, at) -> dict:
    """Write the copy to `target`, which must not exist yet. Returns what it holds."""
    if target.exists():
        raise BackupError(f"{target} 已存在，不覆盖")
    unfinished = target.with_name(target.name + ".part")
    about = {
        "format": FORMAT,
        "made_at": f"{timezone.localtime(at):%Y-%m-%d %H:%M:%S}",
        "vendor": connection.vendor,
        "key": _key_mark(),
    }
    with tempfile.TemporaryDirectory(dir=target.parent) as work:
        copy = _copy_database(Path(work))
        with tarfile.open(unfinished, "w") as tar:
            tar.add(copy, copy.name)
            about["media_files"] = _add_media(tar)
            _add_about(tar, about)
    unfinished.rename(target)
    return {**about, "file": str(target), "bytes": target.stat().st_size}


def read_backup(source: Path) -> dict:
    """Put a copy back. Refuses where anything is there already, and a copy from the other database."""
    with _opened(source) as tar:
        about = _about(tar)
        if about["vendor"] != connection.vendor:
            raise BackupError(f"备份来自 {about['vendor']}，当前数据库是 {connection.vendor}")
        if connection.introspection.table_names():
            raise BackupError("当前数据库不是空的；请恢复到空库，以免覆盖现有数据")
        if settings.MEDIA_ROOT.exists() and any(settings.MEDIA_ROOT.iterdir()):
            raise BackupError(f"附件目录 {settings.MEDIA_ROOT} 不是空的")
        with tempfile.TemporaryDirectory(dir=source.parent) as work:
            _unpack(tar, Path(work))
            _restore_database(Path(work))
            _restore_media(Path(work) / MEDIA)
    return {**about, "same_key": about["key"] == _key_mark()}


def _copy_database(folder) -> Path:
    if connection.vendor == "sqlite":
        copy = folder / SQLITE_COPY
        with (
            closing(sqlite3.connect(settings.DATABASES["default"]["NAME"])) as live,
            closing(sqlite3.connect(copy)) as new,
        ):
            live.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
        return copy
    copy = folder / POSTGRES_COPY
    _postgres("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={copy}")
    return copy


def _restore_database(folder):
    if connection.vendor == "sqlite":
        connection.close()
        target = Path(settings.DATABASES["default"]["NAME"])
        target.parent.mkdir(parents=True, exist_ok=True)
        for leftover in ("-wal", "-shm"):
            target.with_name(target.name + leftover).unlink(missing_ok=True)
        shutil.move(folder / SQLITE_COPY, target)
    else:
        name = connection.settings_dict["NAME"]
        quiet = ("--no-owner", "--no-acl", "--exit-on-error")
        _postgres("pg_restore", *quiet, f"--dbname={name}", folder / POSTGRES_COPY)


def _postgres(tool, *arguments):
    """Run a PostgreSQL tool on the configured database; the password travels in the environment."""
    if shutil.which(tool) is None:
        raise BackupError(
            f"找不到 {tool}；请安装 PostgreSQL 客户端（Debian：apt-get install postgresql-client）"
        )
    facts = connection.settings_dict
    own = {name: str(facts[key]) for name, key in PG_NAMES.items() if facts.get(key)}
    command = [tool, *map(str, arguments)]
    done = subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True)
    if done.returncode:
        raise BackupError(f"{tool} 失败：{done.stderr.strip()}")


def _add_media(tar) -> int:
    """Add every attachment. Returns how many."""
    files = [path for path in sorted(settings.MEDIA_ROOT.rglob("*")) if path.is_file()]
    for path in files:
        tar.add(path, f"{MEDIA}/{path.relative_to(settings.MEDIA_ROOT)}")
    return len(files)


def _restore_media(folder):
    if folder.exists():
        shutil.copytree(folder, settings.MEDIA_ROOT, dirs_exist_ok=True)


def _unpack(tar, folder):
    """Take out plain files only, and none that would land outside `folder`."""
    for member in tar:
        target = (folder / member.name).resolve()
        if not member.isfile() or not target.is_relative_to(folder.resolve()):
            raise BackupError(f"备份文件中有不应有的内容：{member.name}")
        target.parent.mkdir(parents=True, exist_ok=True)
        with tar.extractfile(member) as packed, target.open("wb") as out:
            shutil.copyfileobj(packed, out)


def _opened(source):
    try:
        return tarfile.open(source)
    except (OSError, tarfile.TarError) as error:
        raise BackupError(f"打不开备份文件 {source}：{str(error).splitlines()[0]}") from error


def _about(tar) -> dict:
    try:
        about = json.load(tar.extractfile(ABOUT))
    except (KeyError, ValueError, tarfile.TarError) as error:
        raise BackupError("这不是民桥的备份文件，或文件不完整") from error
    if about.get("format") != FORMAT:
        raise BackupError(f"备份格式 {about.get('format')} 不是本版本能读的格式 {FORMAT}")
    return about


def _add_about(tar, about):
    text = json.dumps(about, ensure_ascii=False).encode()
    entry = tarfile.TarInfo(ABOUT)
    entry.size = len(text)
    tar.addfile(entry, io.BytesIO(text))


def _key_mark() -> str:
    """A mark of the key contact data is sealed with: tells whether it is the same key, not what it is."""
    key = settings.FIELD_KEY or settings.SECRET_KEY
    return hashlib.sha256(f"minqiao backup {key}".encode()).hexdigest()[:16]
