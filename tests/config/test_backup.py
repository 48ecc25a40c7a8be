"""A copy taken with `backup` comes back with `restore`, on the database the suite runs on."""

import json
import os
import subprocess
import sys
import tarfile
import uuid

import psycopg
import pytest
from django.db import connection
from django.test import override_settings

from minqiao.config.backup import BackupError, read_backup

pytestmark = pytest.mark.tables
SECRET = "k" * 60


def minqiao(place, *words):
    """Run a command of the platform as its own process at `place`."""
    command = [sys.executable, "-m", "minqiao.config.cli", *words]
    done = subprocess.run(command, env={**os.environ, **place}, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def places(tmp_path):
    """Two empty places: a file each on SQLite, a database each on PostgreSQL."""
    names = [f"minqiao_{uuid.uuid4().hex[:12]}" for _ in range(2)]
    found = [{"DJANGO_SETTINGS_MODULE": "minqiao.config.settings", "SECRET_KEY": SECRET} for _ in names]
    for name, place in zip(names, found, strict=True):
        place["MINQIAO_VAR"] = str(tmp_path / name)
        place["DATABASE_URL"] = ""
    if connection.vendor == "sqlite":
        yield found
        return
    server = os.environ["DATABASE_URL"].rpartition("/")[0]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        for name, place in zip(names, found, strict=True):
            admin.execute(f'create database "{name}"')
            place["DATABASE_URL"] = f"{server}/{name}"
        yield found
        for name in names:
            admin.execute(f'drop database "{name}" with (force)')


@pytest.mark.scale
def test_what_was_backed_up_comes_back(places, tmp_path):
    old, new = places
    copy = tmp_path / "copy.tar"
    assert minqiao(old, "migrate", "--verbosity", "0")[0] == 0
    code, said, _ = minqiao(old, "createadmin", "--system-admin-name", "值守员")
    assert code == 0, said
    media = tmp_path / os.path.basename(old["MINQIAO_VAR"]) / "media" / "2026"
    media.mkdir(parents=True)
    (media / "照片").write_bytes(b"\x00\x01")

    code, said, problems = minqiao(old, "backup", str(copy), "--json")
    assert (code, problems) == (0, "")
    assert json.loads(said)["media_files"] == 1
    assert minqiao(old, "backup", str(copy))[0] == 2

    assert minqiao(new, "restore", str(copy))[::2] == (0, "")
    assert (
        tmp_path / os.path.basename(new["MINQIAO_VAR"]) / "media" / "2026" / "照片"
    ).read_bytes() == b"\x00\x01"
    assert minqiao(new, "verify", "trail")[0] == 0
    assert minqiao(new, "user", "list")[1] == minqiao(old, "user", "list")[1]
    assert "值守员" in minqiao(new, "user", "list")[1]

    code, _, problems = minqiao(new, "restore", str(copy))
    assert (code, problems.count("\n")) == (2, 1)


def test_another_key_is_told(places, tmp_path):
    old, new = places
    copy = tmp_path / "copy.tar"
    assert minqiao(old, "backup", str(copy))[0] == 0
    code, _, problems = minqiao({**new, "FIELD_KEY": "another"}, "restore", str(copy))
    assert code == 0
    assert "FIELD_KEY" in problems


def tar_of(path, **files):
    with tarfile.open(path, "w") as tar:
        for name, text in files.items():
            source = path.with_suffix(".part")
            source.write_text(text, "utf-8")
            tar.add(source, name)
    return path


@pytest.mark.django_db
@pytest.mark.parametrize("files", [{}, {"minqiao.json": "no json"}, {"minqiao.json": '{"format": 99}'}])
def test_a_file_that_is_no_copy_is_refused(tmp_path, files):
    with pytest.raises(BackupError):
        read_backup(tar_of(tmp_path / "copy.tar", **files))


@pytest.mark.django_db
def test_restoring_over_data_is_refused(tmp_path):
    about = json.dumps({"format": 1, "vendor": connection.vendor, "key": ""})
    with override_settings(MEDIA_ROOT=tmp_path / "media"), pytest.raises(BackupError, match="不是空的"):
        read_backup(tar_of(tmp_path / "copy.tar", **{"minqiao.json": about}))


@pytest.mark.django_db
def test_a_copy_of_the_other_database_is_refused(tmp_path):
    about = json.dumps({"format": 1, "vendor": "oracle", "key": ""})
    with pytest.raises(BackupError, match="oracle"):
        read_backup(tar_of(tmp_path / "copy.tar", **{"minqiao.json": about}))
