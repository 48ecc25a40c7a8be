"""Production refuses what is insecure, each fault with its own words."""

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.test import override_settings

from minqiao.config.checks import insecure_settings, missing_faces
from minqiao.config.environment import DEFAULTS, read, read_list
from minqiao.config.management.commands.serve import is_loopback

SECURE = {"PRODUCTION": True, "SECRET_KEY": "s" * 50, "FIELD_KEY": "f", "LOOKUP_KEY": "l", "DEMO": False}


@pytest.fixture
def production(monkeypatch):
    """Settings of a place that may start."""
    monkeypatch.setenv("ALLOWED_HOSTS", "rd.example.gov.cn")
    monkeypatch.delenv("MINQIAO_TODAY", raising=False)
    with override_settings(**SECURE):
        yield monkeypatch


def test_a_secure_place_may_start(production):
    assert insecure_settings() == []


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("PRODUCTION", False, 1),
        ("SECRET_KEY", DEFAULTS["SECRET_KEY"], 2),
        ("SECRET_KEY", "s" * 49, 1),
        ("FIELD_KEY", "", 1),
        ("FIELD_KEY", "s" * 50, 1),
        ("LOOKUP_KEY", "", 1),
        ("DEMO", True, 1),
    ],
)
def test_each_insecure_setting_is_named(production, name, value, count):
    with override_settings(**{name: value}):
        assert len(insecure_settings()) == count


@pytest.mark.parametrize(
    ("name", "value"),
    [("ALLOWED_HOSTS", "127.0.0.1"), ("ALLOWED_HOSTS", "a.cn,*"), ("MINQIAO_TODAY", "2026-02-01")],
)
def test_each_insecure_variable_is_named(production, name, value):
    production.setenv(name, value)
    assert len(insecure_settings()) == 1


def test_serve_refuses_an_insecure_production(production):
    with override_settings(FIELD_KEY=""), pytest.raises(CommandError, match="FIELD_KEY") as refused:
        call_command("serve")
    assert refused.value.returncode == 2


def test_serve_shows_a_demo_to_this_machine_only():
    with pytest.raises(CommandError, match="只能在本机"):
        call_command("serve", host="0.0.0.0")


@pytest.mark.parametrize(
    ("host", "answer"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("rd.example.cn", False)],
)
def test_loopback(host, answer):
    assert is_loopback(host) is answer


@pytest.mark.django_db
def test_a_migrated_database_is_ready():
    assert run_checks(tags=["database"], databases=["default"]) == []


@pytest.mark.papers
def test_the_faces_of_papers_are_here():
    assert missing_faces() == []


def test_variables_are_read_with_their_defaults(monkeypatch):
    monkeypatch.delenv("SESSION_MINUTES", raising=False)
    monkeypatch.setenv("ALLOWED_HOSTS", " a.cn, b.cn ,")
    assert read("SESSION_MINUTES") == "30"
    assert read_list("ALLOWED_HOSTS") == ["a.cn", "b.cn"]
    with pytest.raises(KeyError):
        read("NOT_LISTED")
