"""Key items: the list, and one with all that belongs to it, cut to what the actor may read."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch
from django.http import Http404

from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.models import KeyItem, KeySuggestion, Problem, Visit
from minqiao.duties.supervision.rules import sight
from minqiao.duties.supervision.rules.duties import OF_ITEMS
from minqiao.duties.supervision.workflow import KEY_ITEM
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role
from minqiao.foundation.attachments.queries import attachment_in, attachments_in
from minqiao.foundation.trail.queries import events_of
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import light
from minqiao.kit.ids import year_from
from minqiao.kit.workflow import acts_that_wait

CASE = "supervision.keyitem"
RELATED = (
    "congress__area",
    "proposed_by",
    "leader__deputy",
    "committee",
    "unit",
)
SELDOM = frozenset({"edit", "group", "drop", "take_back", "rearrange", "cancel"})
ORDERS = {"newest": ("-pk",), "number": ("number", "pk"), "due": ("report_due_on", "pk")}


def items(actor, params):
    """Key items the actor may see, under the filters of `params`."""
    rows = KeyItem.objects.visible_to(actor)
    if state := params.get("state"):
        rows = rows.filter(state=state[:12])
    if (year := year_from(params.get("year", ""))) is not None:
        rows = rows.in_year(year)
    if params.get("mine"):
        rows = rows.filter(**_mine(actor))
    order = ORDERS.get(params.get("sort"), ORDERS["newest"])
    return rows.select_related(*RELATED).order_by(*order)


def _mine(actor):
    """What an actor answers for: led, overseen, handled."""
    if actor.role == Role.CHAIRS_COUNCIL:
        return {"leader_id": actor.scope_id}
    if actor.role == Role.SPECIAL_COMMITTEE:
        return {"committee_id": actor.scope_id}
    return {"unit_id": actor.scope_id} if actor.role in UNIT_ROLES else {}


def with_members(items):
    """The same items, each with its suggestions in hand: one query more."""
    members = KeySuggestion.objects.select_related("suggestion").order_by("suggestion__number", "pk")
    return items.prefetch_related(Prefetch("members", members))


def item_of(actor, pk):
    """One item the actor may see, or 404; its problems and visits are read when a check asks."""
    found = KeyItem.objects.visible_to(actor).filter(pk=pk).select_related(*RELATED).first()
    if found is None:
        raise Http404("没有这件重点督办建议，或者您无权查看")
    return found


@dataclass
class ItemFile:
    """A key item's page."""

    item: KeyItem
    members: list
    visits: list
    problems: list
    reports: list
    events: list
    papers: list
    attachments: list
    light: object
    steps: list

    @property
    def ahead(self):
        return [one for one in self.visits if one.held_on is None]

    @property
    def held(self):
        return [one for one in self.visits if one.held_on]


def item_file(actor, pk, today):
    """Everything about one item that the actor may read: seven queries, and one for reports made."""
    item = item_of(actor, pk)
    mine = Suggestion.objects.visible_to(actor).filter(pk=OuterRef("suggestion_id"))
    members = KeySuggestion.objects.filter(item=item).annotate(may_open=Exists(mine))
    members = list(members.select_related("suggestion").order_by("suggestion__number", "pk"))
    visits = list(Visit.objects.filter(item=item).select_related("county")) if item.plans_issued else []
    found = [one for one in visits if one.held_on]
    problems = list(Problem.objects.filter(item=item).select_related("visit")) if found else []
    item._prefetched_objects_cache = {"members": members, "visits": visits, "problems": problems}
    whole = list(events_of(CASE, item.pk))
    for one in problems:
        one.light = _light(one.due_on, today) if one.state != c.ProblemState.MENDED else None
    for one in visits:
        one.light = None if one.held_on else _light(one.on or one.planned_on, today)
    return ItemFile(
        item=item,
        members=members,
        visits=visits,
        problems=problems,
        reports=list(item.reports.all()) if item.reports_made else [],
        events=[one for one in whole if not sight.event(actor, one)],
        papers=[one for one in whole if one.action == "issue_paper"],
        attachments=attachments_in(item) if found else [],  # files come with visits alone
        light=None if item.reported_on or not item.report_due_on else _light(item.report_due_on, today),
        steps=_steps(actor, item, today),
    )


def _light(due_on, today):
    return light(due_on, today, calendar())


def _steps(actor, item, today):
    """What may be done, first what waits for this actor; of the rest only what this state bars, and why."""
    first = acts_that_wait(OF_ITEMS, actor.role, item.state)
    return KEY_ITEM.offered(actor, item, today, first, SELDOM)


def file_of(actor, pk, file_pk):
    """A file of an item the actor may see, or 404."""
    found = attachment_in(item_of(actor, pk), file_pk)
    if found is None:
        raise Http404("没有这个附件")
    return found


def years(actor, on):
    """The years with key items the actor may see, and this one; the latest first."""
    rows = KeyItem.objects.visible_to(actor).order_by().values_list("year", "until_year").distinct()
    return sorted({on.year, *(year for pair in rows for year in pair)}, reverse=True)
