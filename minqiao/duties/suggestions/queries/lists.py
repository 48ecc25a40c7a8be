"""Lists: what an actor may see, filtered, searched and sorted."""

import datetime as dt
from types import SimpleNamespace

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.http import Http404

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.figures.cases import behind
from minqiao.duties.suggestions.models import Batch, Handling, Suggestion, joined_by, late_for
from minqiao.duties.suggestions.rules import sight
from minqiao.duties.suggestions.rules.scope import scope_from
from minqiao.duties.suggestions.rules.sight import CONGRESS_SIDE
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, THREE_OFFICES, UNIT_ROLES, Role
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.search.queries import matching
from minqiao.kit.actor import Actor
from minqiao.kit.deadlines import light
from minqiao.kit.ids import id_from
from minqiao.kit.paging import Reading
from minqiao.kit.prepared import Prepared

ROW = (
    "pk", "number", "title", "kind", "state", "topic", "result_category", "evaluation_state", "due_on",
    "replied_on", "assigned_on", "handled_by", "request_confidential", "is_urgent", "held_on",
    "lead_signer_id", "lead_signer__deputy__name", "delegation__name",
)  # fmt: skip
OWN = ("due_on", "replied_on")  # a unit's own clock: an assistant's is not that of the whole
ORDERS = {
    "newest": ("-pk",),
    "number": ("number", "pk"),
    "due": ("due_on", "pk"),
    "state": ("state", "-pk"),
}
MAY_BE_EMPTY = frozenset({"due_on"})
SORTS = ORDERS | {"due": (F("due_on").asc(nulls_last=True), "pk")}
SORT_WORDS = {"newest": "最新在前", "number": "按编号", "due": "按期限", "state": "按环节"}
STATE_WORDS = dict(c.State.choices)
KIND_WORDS = dict(c.Kind.choices)
LIGHTS = {
    "overdue": "已超期",
    "soon": "15天内到期",
    "held": "留待研究",
    "assigned": "已交办",
    "replied": "已答复",
    "open": "未答复",
}


def suggestions(actor, params, today):
    """Rows (dicts of ROW) the actor may see under the filters of `params` (a QueryDict or dict)."""
    rows = Suggestion.objects.visible_to(actor)
    if fact := params.get("fact"):  # the rows behind a figure, narrowed as the figure was
        scope = scope_from(params, today)
        return _sorted(rows.filter(pk__in=behind(actor, scope, fact)), actor, params)
    return _sorted(_filtered(rows, actor, params, today), actor, params)


def _filtered(rows, actor, params, today):
    for name in ("state", "kind", "topic", "result_category"):
        if wanted := params.get(name):
            rows = rows.filter(**{name: wanted[:20]})
    for name in ("delegation", "unit", "batch"):
        if (wanted := id_from(params.get(name, ""))) is not None:
            rows = rows.filter(**_by_id(name, wanted))
    if params.get("delegation") and actor.role not in CONGRESS_SIDE:
        rows = rows.filter(request_confidential=False)
    rows = _lit(rows, params.get("light"), actor, today)
    if words := (params.get("q") or "").strip()[:60]:
        rows = rows.filter(Q(number=words) | Q(pk__in=matching("suggestions.suggestion", words)))
    if params.get("mine") and actor.role == Role.DEPUTY:
        rows = rows.filter(pk__in=Suggestion.objects.raised_by(actor.scope_id).values("pk"))
    return rows


def _sorted(rows, actor, params):
    rows = rows.order_by(*SORTS.get(params.get("sort"), SORTS["newest"]))
    if actor.role in UNIT_ROLES:
        own = Handling.objects.filter(suggestion=OuterRef("pk"), unit_id=actor.scope_id).held()
        clock = {f"own_{name}": Subquery(own.order_by("-pk").values(name)[:1]) for name in OWN}
        return rows.annotate(**clock).values(*ROW, *clock)
    if actor.role != Role.DEPUTY:
        return rows.values(*ROW)
    return rows.annotate(has_joined=joined_by(actor.scope_id)).values(*ROW, "has_joined")


FILTERS = (
    "fact", "state", "kind", "topic", "result_category", "delegation", "unit", "batch", "light", "q", "mine",
)  # fmt: skip
# A realm, a scope: found again in the compiled query, so unlike anything that stands in it.
SAMPLES = (918_273_641, 918_273_643)


def listed(actor, params, today):
    """What the list page reads: prepared queries for the plain list (most openings), else `suggestions`."""
    sees_nothing = actor.role in THREE_OFFICES or not actor.role  # an empty query cannot be prepared
    if sees_nothing or any(params.get(name) for name in FILTERS):
        return suggestions(actor, params, today)
    sort = params.get("sort") if params.get("sort") in SORTS else "newest"
    ids = (actor.realm_id, actor.scope_id)
    return Reading(
        rows=lambda first, many: _PLAIN(*ids, shape=(actor.role, sort, first, many)),
        count=lambda most: _PLAIN.count(*ids, shape=(actor.role, "", 0, most)),
    )


def _plain(realm_id, scope_id, shape):
    role, sort, first, many = shape
    actor = Actor(role=role, realm_id=realm_id, scope_id=scope_id)
    if not sort:  # only how many
        return Suggestion.objects.visible_to(actor).order_by().values("pk")[first : first + many]
    return suggestions(actor, {"sort": sort}, None)[first : first + many]


_PLAIN = Prepared(_plain, SAMPLES)


def _by_id(name, pk):
    if name == "unit":
        return {"pk__in": Handling.objects.standing().filter(unit_id=pk).values("suggestion_id")}
    return {f"{name}_id": pk}


def _lit(rows, light, actor, today):
    if light == "overdue":
        return rows.filter(late_for(actor, today))
    if light == "soon":
        soon = {"due_on__gte": today, "due_on__lte": today + dt.timedelta(days=15), "replied_on": None}
        if actor.role not in UNIT_ROLES:
            return rows.filter(**soon)
        own = Handling.objects.open().filter(unit_id=actor.scope_id, **soon)
        return rows.filter(pk__in=own.values("suggestion_id"))
    if light == "held":
        return rows.filter(state=c.State.ASSIGNED, held_on__isnull=False)
    if light in ("assigned", "replied", "open"):  # the rows behind the figures of the first page
        rows = rows.exclude(state__in=sorted(c.BEFORE_ASSIGNMENT))
        return rows if light == "assigned" else rows.filter(replied_on__isnull=light == "open")
    return rows


def years(actor, on):
    """The years with assigned suggestions that the actor may see, and this one; the latest first."""
    rows = Suggestion.objects.visible_to(actor).filter(assigned_on__isnull=False)
    return sorted({on.year, *rows.order_by().values_list("year", flat=True).distinct()}, reverse=True)


def chosen(actor, ids):
    """The suggestions of these ids the actor may see, ready for an act."""
    rows = Suggestion.objects.visible_to(actor).filter(pk__in=ids)
    return list(
        rows.select_related("congress", "session", "lead_signer__deputy", "delegation").order_by("pk")
    )


def to_dispatch(actor, params):
    """The dispatch desk's list: assigned to the government and not yet dispatched, held ones last."""
    rows = Suggestion.objects.visible_to(actor).filter(state=c.State.ASSIGNED)
    if params.get("held"):
        rows = rows.filter(held_on__isnull=False)
    return rows.order_by(F("held_on").asc(nulls_first=True), "number", "pk").values(*ROW)


def batches(actor):
    """The assignment batches of the actor's congress, newest first."""
    if actor.role not in CONGRESS_STAFF | {"gov_office", "gov_leader", "chairs_council"}:
        return Batch.objects.none()
    rows = Batch.objects.filter(congress_id=actor.realm_id)
    if actor.role not in CONGRESS_STAFF:
        rows = rows.filter(state=c.BatchState.ISSUED)
    is_empty = ~Exists(Suggestion.objects.filter(batch=OuterRef("pk")))
    return rows.select_related("congress", "session").annotate(is_empty=is_empty).order_by("-pk")


def origin_of(batch):
    """Of which session the items of a batch are, in words; nothing is said of one that is still empty."""
    if batch.session:
        return batch.session.name
    return "还没有编入建议" if batch.is_empty else "闭会期间"


def batch(actor, pk):
    """One batch the actor may see, or 404."""
    found = batches(actor).filter(pk=pk).first()
    if found is None:
        raise Http404("没有这个交办批次，或者您无权查看")
    return found


def ids_with_sheets(actor, batch):
    """The items of a batch whose sheet the actor may open: a confidential proposer stands on his."""
    rows = batch.suggestions.order_by("pk")
    if actor.role not in CONGRESS_SIDE:
        rows = rows.filter(request_confidential=False)
    return list(rows.values_list("pk", flat=True))


def batch_rows(batch):
    """The items of a batch as list rows, by number."""
    return batch.suggestions.order_by("number", "pk").values(*ROW)


def items_to_issue(batch):
    """The items of a batch by number, with what its letter names."""
    rows = batch.suggestions.select_related("lead_signer__deputy", "delegation", "congress", "session")
    return list(rows.order_by("number", "pk"))


def accepted_free(actor):
    """Registered and in no batch yet."""
    rows = Suggestion.objects.visible_to(actor).filter(state=c.State.ACCEPTED, batch=None)
    return rows.order_by("number", "pk")


def counts_of(batch):
    """How many suggestions and how many review remarks a batch holds."""
    remarks = batch.suggestions.filter(kind=c.Kind.REVIEW_REMARK).count()
    total = batch.suggestions.count()
    return {"total": total, "remarks": remarks, "suggestions": total - remarks}


def by_own_clock(row):
    """A row as a unit reads it, its own date in the place of the whole's: an assistant's is earlier."""
    own = {name: row[f"own_{name}"] for name in OWN if f"own_{name}" in row}
    return {name: value for name, value in row.items() if not name.startswith("own_")} | own


def words_of(row, actor, on):
    """A list row with its words: state, light, and no name of a proposer who asked for confidence."""
    row = by_own_clock(row)
    open_clock = row["due_on"] and row["replied_on"] is None
    lead, confidential = row["lead_signer_id"], row["request_confidential"]
    signers = {lead, actor.scope_id} if row.get("has_joined") else {lead}
    inside = not sight.proposer(actor, SimpleNamespace(request_confidential=confidential, signer_ids=signers))
    return row | {
        "state_words": STATE_WORDS[row["state"]],
        "kind_words": KIND_WORDS[row["kind"]],
        "light": light(row["due_on"], on, calendar()) if open_clock else None,
        "proposer": row["lead_signer__deputy__name"] if inside else "（保密）",
        "delegation": (row["delegation__name"] or "") if inside else "",
    }
