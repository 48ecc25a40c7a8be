"""What a room offers the house: plain data, collected by one loop over the installed apps."""

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

LOOKED_AT = 500  # cases of one kind a room goes through for the first page: more than a year of a city


@dataclass(frozen=True)
class Entry:
    """A line of the menu: where it leads and which roles see it (none named: everyone signed in)."""

    label: str
    url_name: str
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Waiting:
    """One act that waits for somebody: what, on which thing, by when, by which rule, and where to do it."""

    act: str
    title: str
    url: str
    due_on: Any = None
    why: str = ""
    number: str = ""
    note: str = ""
    together: str = ""  # the page where all of one act can be done together, where there is one


@dataclass(frozen=True)
class Link:
    """One link of a matter's way, from what residents said to what was done.

    Its words name no private person: anybody may read them. `case` (type, id) is whose page somebody with
    the right may open, `public` an address that anybody may.
    """

    words: str
    on: Any = None  # the day; None while it is still ahead
    case: tuple = ("", 0)
    public: str = ""
    note: str = ""


@dataclass(frozen=True)
class Front:
    """A block of the first page: how things stand or what there is to look after, as tiles (ui/_tiles)."""

    title: str
    tiles: tuple = ()
    note: str = ""


@dataclass(frozen=True)
class Scope:
    """What a capacity may speak for: a mandate, a unit, a committee; realm: the assembly it works for."""

    id: int
    label: str
    realm_id: int = 0


@dataclass(frozen=True)
class Report:
    """A report of a year: `make(place, year, on)` counts it (with `title` and `pages`), `draw(report, form)`
    is the file; forms are docx, pdf and xlsx, all printing the same cells."""

    label: str
    make: Callable
    draw: Callable


@dataclass(frozen=True)
class PublicList:
    """A list of a year that anybody may read: `years()` newest first, `of_year(year, on)` -> Published.

    The rows hold nothing about a person: the room answers for that. A row with `suggestion_id` leads to
    the public page of that suggestion.
    """

    slug: str
    label: str
    lead: str
    columns: tuple  # of kit.sheets.Column
    years: Callable
    of_year: Callable


@dataclass(frozen=True)
class Published:
    """What a PublicList holds of one year: the numbers in one sentence, the rows by column key."""

    sentence: str
    rows: list


@dataclass(frozen=True)
class Web:
    """A room's face to the browser: its pages, its lines of the menu, and what it shows on the front page."""

    urls: str = ""  # dotted path of the urlconf, mounted at /<slug>/
    menu: tuple[Entry, ...] = ()
    opens: Callable | None = None  # (actor, case_type, case_id) -> the page of a case of this room, or None
    inbox: Callable | None = None  # (actor, today) -> list[Waiting]
    mine: Callable | None = None  # (actor, today) -> list[Waiting]: what the actor raised, where each stands
    figures: tuple[Callable, ...] = ()  # (actor, today) -> numbers by name, for the API
    links: Callable | None = None  # (suggestion_id) -> list[Link]: what this room adds to a matter's chain
    front: Callable | None = None  # (actor, now) -> Front, or None; for the three offices without any case


@dataclass(frozen=True)
class Data:
    """A room's face to whoever carries its data in or out, or checks it."""

    sheets: tuple = ()
    reports: Mapping = field(default_factory=dict)  # of `minqiao report`: name -> Report
    chapters: Mapping = field(default_factory=dict)  # of others' reports: name -> (actor, scope, today) -> []
    verifiers: Mapping = field(default_factory=dict)  # of `minqiao verify`: name -> (file or "") -> fault
    own_data: Callable | None = None  # (user_id) -> what this room keeps about the person, as JSON
    public: tuple[PublicList, ...] = ()  # lists of the public site


@dataclass(frozen=True)
class Mechanism:
    """A room's offer. Menu, URLs, API, inbox, dashboards, sheets and messages loop over these."""

    slug: str
    label: str
    web: Web = Web()
    api: Any = None  # a Ninja router, mounted at /api/v1/<slug>/
    data: Data = Data()
    workflows: tuple = ()
    notices: Mapping = field(default_factory=dict)  # subject type -> {action -> Notice}
    tasks: tuple[Callable, ...] = ()  # (now) -> what was done, as text lines
    scopes: Mapping = field(default_factory=dict)  # role -> (words, scope_id) -> [Scope] to grant it for


def chapters_of(report, actor, scope, today) -> list:
    """The chapters that rooms add to another room's report, in the order of the rooms."""
    found = [room.data.chapters[report] for room in mechanisms() if report in room.data.chapters]
    return [section for chapter in found for section in chapter(actor, scope, today)]


def page_of_case(actor, case_type, case_id):
    """The page of a case for this actor, of whichever room it is; None where he may not open it."""
    pages = (room.web.opens(actor, case_type, case_id) for room in mechanisms() if room.web.opens)
    return next(filter(None, pages), None)


def chain_of(suggestion_id) -> list[Link]:
    """The whole way of a matter over all rooms, in the order of days; what is ahead comes last."""
    found = [link for room in mechanisms() if room.web.links for link in room.web.links(suggestion_id)]
    return sorted(found, key=lambda link: (link.on is None, link.on or dt.date.max))


@functools.cache
def mechanisms() -> list[Mechanism]:
    """The mechanisms of all installed rooms, in the order of INSTALLED_APPS; found once a process."""
    names = [config.name for config in apps.get_app_configs() if config.name.count(".") == 2]
    modules = [f"{name}.mechanism" for name in names if name.startswith("minqiao.")]
    return [import_module(module).MECHANISM for module in modules if find_spec(module)]
