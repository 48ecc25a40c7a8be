"""Places, a second level and people of the register."""

from html.parser import HTMLParser

import pytest
from django.db import connection

from minqiao.foundation.accounts.models import User
from minqiao.kit.actor import Actor
from minqiao.registry.areas.actions import load_divisions
from minqiao.registry.areas.models import Area
from minqiao.registry.congress.models import Congress
from tests.factories import LONG_AGO, at

NOW = at("2026-06-01")
PLATFORM = Actor(name="测试", role="clock", role_label="系统")


@pytest.fixture(scope="module")
def divisions(module_db):
    """The real divisions of Bijie."""
    load_divisions(actor=PLATFORM, at=NOW)
    if connection.vendor == "postgresql":
        # Rows that are never committed are counted by nobody; a plan for an empty table takes hours.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE areas_area")


@pytest.fixture
def county(world):
    """A county below the city, with its congress."""
    area = Area.objects.create(code="520521000000", name="大方县", level="county", parent=world.area)
    return Congress.objects.create(
        area=area,
        level="county",
        name="大方县第十八届人民代表大会",
        standing_committee="大方县人民代表大会常务委员会",
        government="大方县人民政府",
        term=18,
        starts_on=LONG_AGO,
    )


@pytest.fixture
def province(world):
    """The province above the city, with its congress."""
    area = Area.objects.create(code="520000000000", name="贵州省", level="province")
    world.area.parent = area
    world.area.save()
    return Congress.objects.create(
        area=area,
        level="province",
        name="贵州省第十四届人民代表大会",
        standing_committee="贵州省人民代表大会常务委员会",
        government="贵州省人民政府",
        term=14,
        starts_on=LONG_AGO,
    )


@pytest.fixture
def signed_in(client):
    """A browser in which this actor is signed in, in this capacity."""

    def sign_in(actor):
        client.force_login(User.objects.get(pk=actor.user_id))
        session = client.session
        session["capacity"] = actor.capacity_id
        session.save()
        return client

    return sign_in


class _Texts(HTMLParser):
    """The texts of a page by what they stand in."""

    def __init__(self):
        super().__init__()
        self.rows, self.errors, self.heading, self.open = [], [], "", []

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        elif tag == "p" and ("class", "error") in attrs:
            self.errors.append("")
            tag = "error"
        self.open.append("error" if tag == "error" else tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() not in (tag, "error"):
            pass

    def handle_data(self, data):
        if "h1" in self.open:
            self.heading += data.strip()
        elif "error" in self.open:
            self.errors[-1] += data.strip()
        elif {"td", "th"} & set(self.open):
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {data.strip()}".strip()


def texts(response):
    """A page's heading, the rows of its tables (headings included) and the errors of its fields."""
    parser = _Texts()
    parser.feed(response.content.decode())
    return parser
