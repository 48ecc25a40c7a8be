"""Where the demo lives: only a demo is replaced; the port is looked at before anything is built."""

import os
import socket
import sqlite3
from contextlib import closing

import dj_database_url
import pytest

from minqiao.config.demo.place import become, check_port, checked_file, environment, files_of, start_afresh
from minqiao.config.demo.year import TODAY
from minqiao.kit.command import FAILED, WRONG_INPUT, Faults


def test_a_new_file_and_an_empty_one_are_taken(tmp_path):
    (tmp_path / "empty").touch()
    assert checked_file(tmp_path / "new.sqlite3") == (tmp_path / "new.sqlite3").resolve()
    assert checked_file(tmp_path / "empty") == (tmp_path / "empty").resolve()


def test_a_demo_is_replaced_with_all_that_belongs_to_it(tmp_path):
    file = tmp_path / "demo.sqlite3"
    start_afresh(file)
    with closing(sqlite3.connect(file)) as link:
        link.execute("CREATE TABLE old (a)")
    files_of(file).mkdir()
    (files_of(file) / "附件").touch()
    start_afresh(checked_file(file))
    with closing(sqlite3.connect(file)) as link:
        assert link.execute("SELECT name FROM sqlite_master").fetchall() == []
    assert not files_of(file).exists()


def test_what_is_not_a_demo_is_never_replaced(tmp_path):
    foreign, text = tmp_path / "real.sqlite3", tmp_path / "notes.txt"
    with closing(sqlite3.connect(foreign)) as link:
        link.execute("CREATE TABLE suggestions (a)")
    text.write_text("重要", encoding="utf-8")
    for path in (foreign, text, tmp_path):
        with pytest.raises(Faults, match="不是演示数据库，不予覆盖") as raised:
            checked_file(path)
        assert raised.value.code == WRONG_INPUT


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Faults, match="目录不存在"):
        checked_file(tmp_path / "nowhere" / "demo.sqlite3")


def test_the_address_of_the_file_survives_spaces_and_chinese(tmp_path):
    file = tmp_path / "演示 1%" / "demo.sqlite3"
    wanted = environment(file, TODAY)
    assert dj_database_url.parse(wanted["DATABASE_URL"])["NAME"] == str(file)
    assert (wanted["MINQIAO_TODAY"], wanted["MINQIAO_DEMO"]) == ("2026-06-10", "1")


def test_a_process_with_the_right_environment_goes_on(tmp_path, monkeypatch):
    wanted = environment(tmp_path / "demo.sqlite3", TODAY)
    for name, value in wanted.items():
        monkeypatch.setenv(name, value)
    before = os.getpid()
    become(wanted, ["demo"])
    assert os.getpid() == before


def test_a_port_in_use_is_said_before_anything_is_built():
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Faults, match=f"端口{port}已被占用") as raised:
            check_port(port)
    assert raised.value.code == FAILED
    check_port(port)


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(Faults, match="端口应在1到65535之间") as raised:
        check_port(port)
    assert raised.value.code == WRONG_INPUT
