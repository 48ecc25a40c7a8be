"""The newcomer's script: whose settings it takes, when it does nothing, what it says at the end."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "run.py"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """run.py as a module, with its .venv in an empty folder."""
    spec = importlib.util.spec_from_file_location("run_script", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(module, "BIN", tmp_path)
    monkeypatch.setattr(module, "IN_CI", False)
    return module


def test_it_names_its_words():
    done = subprocess.run([sys.executable, SCRIPT, "nonsense"], capture_output=True, text=True)
    assert done.returncode == 2
    assert "run.py demo" in done.stdout


def test_a_mirror_set_for_pip_is_used(run, monkeypatch):
    monkeypatch.setattr(run, "pip_settings", lambda: {"index-url": "I", "cert": "C", "find-links": "F"})
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "SSL_CERT_FILE", "UV_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)
    env = run.uv_environment()
    assert (env["UV_DEFAULT_INDEX"], env["SSL_CERT_FILE"], env["UV_PYTHON_DOWNLOADS"]) == ("I", "C", "never")
    assert "UV_FIND_LINKS" not in env


def test_own_settings_of_uv_go_first(run, monkeypatch):
    monkeypatch.setattr(run, "pip_settings", lambda: {"index-url": "I"})
    monkeypatch.setenv("UV_DEFAULT_INDEX", "U")
    assert run.uv_environment()["UV_DEFAULT_INDEX"] == "U"


def test_settings_of_pip_are_read_in_their_order(run):
    listing = "global.cert='C'\ninstall.index-url='I'\n:env:.index-url='E'\nglobal.index-url='G'\n"
    assert run.settings_in(listing) == {"cert": "C", "index-url": "E"}


def test_a_current_stamp_means_nothing_to_do(run, monkeypatch):
    monkeypatch.setattr(run, "find_uv", lambda: pytest.fail("nothing should be installed"))
    (run.BIN / "python").touch()
    run.STAMP.write_text(run.stamp("test"), "utf-8")
    run.install("test")
    run.install("main")  # the environment of the tests has all that the platform needs


def test_an_environment_without_its_python_is_not_current(run):
    run.STAMP.write_text(run.stamp("test"), "utf-8")
    assert run.read_stamp() == ""


def test_tests_see_no_setting_of_the_platform(run, monkeypatch):
    monkeypatch.setenv("MINQIAO_PRODUCTION", "1")
    monkeypatch.setenv("DATABASE_URL", "postgresql://real")
    env = run.clean_environment({"EXTRA": "1"})
    assert {"MINQIAO_PRODUCTION", "DATABASE_URL"} & set(env) == set()
    assert env["EXTRA"] == "1"


@pytest.mark.parametrize(
    ("code", "missing", "in_ci", "answer"),
    [(0, False, False, 0), (1, False, False, 1), (0, True, False, 0), (0, True, True, 1)],
)
def test_in_ci_nothing_may_be_left_out(run, monkeypatch, capsys, code, missing, in_ci, answer):
    monkeypatch.setattr(run, "IN_CI", in_ci)
    assert run.report([("pytest", code, 1.0)], [run.BROWSER] if missing else []) == answer
    assert ("apt-get install --no-install-recommends chromium" in capsys.readouterr().out) is missing


def test_left_out_tests_are_deselected(run):
    assert run.pytest_command([])[1:] == ["-v", "-n", "auto", "--dist", "load"]
    assert run.pytest_command([run.BROWSER], "tables")[-2:] == ["-m", "tables and not browser"]
    assert run.pytest_command([run.BROWSER, run.FONTS])[-2:] == ["-m", "not browser and not papers"]
