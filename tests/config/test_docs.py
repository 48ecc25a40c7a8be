"""What the README promises is there."""

import re
from pathlib import Path

import pytest

from minqiao.config.demo import registry

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_both_readmes_name_the_two_commands(name):
    text = (ROOT / name).read_text("utf-8")
    assert re.findall(r"^python3 run\.py (\w+)", text, re.M) == ["demo", "test"]


def test_the_logins_of_the_readme_are_those_of_the_demo():
    text = (ROOT / "README.md").read_text("utf-8")
    table = text.split("### 演示账号")[1].split("\n## ")[0]
    named = {
        word for row in re.findall(r"^\| (`.*?) \|", table, re.M) for word in re.findall(r"`([^`]+)`", row)
    }
    units = {f"danwei{ending}" for ending, _ in registry.UNIT_LOGINS}
    source = (ROOT / "minqiao" / "config" / "demo" / "registry.py").read_text("utf-8")
    assert {word for word in named - units - {"shiwei"} if f'"{word}"' not in source} == set()
    assert units <= named
    assert registry.PASSWORD in text


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md")), ids=lambda path: path.name
)
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
