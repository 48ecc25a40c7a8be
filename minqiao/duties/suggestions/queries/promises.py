"""The ledger of promises: the list, one promise with its lines, one month."""

from dataclasses import dataclass, field

from django.db.models import Case, Q, Value, When
from django.http import Http404

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Commitment
from minqiao.duties.suggestions.rules import sight
from minqiao.duties.suggestions.rules.promises import LIGHTS, days_of_light, lamp_of
from minqiao.duties.suggestions.workflow import COMMITMENT
from minqiao.foundation.accounts.choices import THREE_OFFICES, UNIT_ROLES, Role
from minqiao.foundation.attachments.queries import attachments_of
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import add_months
from minqiao.kit.ids import id_from, year_from
from minqiao.kit.sheets import Column
from minqiao.kit.workflow import Refused

LABEL = "承诺台账"
ROW = (
    "pk", "text", "first_due_on", "due_on", "state", "times_deferred", "report_due_on", "done_on",
    "settled_on", "reply__number", "reply__issued_on", "handling__unit_id", "handling__unit__short_name",
    "handling__suggestion_id", "handling__suggestion__number", "handling__suggestion__title",
)  # fmt: skip
STATE_WORDS = dict(c.PromiseState.choices)
LIGHT_WORDS = dict(zip(LIGHTS, ("已超期", "5个工作日内", "15天内", "30天内", "30天以上"), strict=True))
OTHERS = {"unreported": "季度进展未报", "deferred": "延过期的"}
ORDER = (
    Case(
        When(state__in=sorted(c.OPEN_PROMISES), then=Value(0)),
        When(state__in=sorted(c.SETTLED_PROMISES), then=Value(2)),
        default=Value(1),
    ),
    "due_on",
    "pk",
)
COLUMNS = (
    Column("number", "建议编号", text=True),
    Column("title", "建议标题", width=36),
    Column("text", "承诺事项", width=40),
    Column("unit", "承办单位", width=20),
    Column("reply", "答复文号", text=True, width=20),
    Column("first_due_on", "答复承诺的期限"),
    Column("due_on", "现在的期限"),
    Column("times_deferred", "延期次数"),
    Column("state", "状态"),
    Column("report_due_on", "下次报告进展"),
    Column("done_on", "完成日"),
    Column("settled_on", "核销日"),
)


def may_read_ledger(actor):
    """Why this actor has no ledger, or ""."""
    inside = actor.role and actor.role not in THREE_OFFICES
    return "" if inside else "承诺台账供代表、承办单位、政府和人大常委会使用"


def ledger(actor, params, today):
    """Rows (dicts of ROW) of the promises the actor may see, the nearest open date first."""
    if why := may_read_ledger(actor):
        raise Refused(why)
    rows = _filtered(Commitment.objects.visible_to(actor), params, today)
    return rows.order_by(*ORDER).values(*ROW)


def _filtered(rows, params, today):
    if (unit := id_from(params.get("unit", ""))) is not None:
        rows = rows.filter(handling__unit_id=unit)
    if params.get("state") in STATE_WORDS:
        rows = rows.filter(state=params["state"])
    if (year := year_from(params.get("year", ""))) is not None:
        rows = rows.filter(due_on__year=year)
    if params.get("light") in LIGHT_WORDS:
        rows = _lit(rows, params["light"], today)
    if params.get("light") == "unreported":
        rows = rows.still_open().filter(report_due_on__lt=today)
    if params.get("light") == "deferred":
        rows = rows.filter(times_deferred__gt=0)
    if words := (params.get("q") or "").strip()[:60]:
        rows = rows.filter(Q(handling__suggestion__number=words) | Q(text__icontains=words))
    return rows


def _lit(rows, key, today):
    first, last = days_of_light(key, today, calendar())
    rows = rows.still_open()
    rows = rows.filter(due_on__gte=first) if first else rows
    return rows.filter(due_on__lte=last) if last else rows


def words_of(row, today):
    """How a row of the ledger is told: its light while it is still to be kept, its state in words."""
    return row | {
        "light": lamp_of(row["state"], row["due_on"], today, calendar()),
        "state_words": STATE_WORDS[row["state"]],
        "is_unreported": _is_unreported(row, today),
    }


def _is_unreported(row, today):
    due_on = row["report_due_on"]
    return row["state"] in c.OPEN_PROMISES and due_on is not None and due_on < today


def choices_of(actor):
    """Units (pk, name) and years to filter by: of the promises the actor may see."""
    rows = Commitment.objects.visible_to(actor).order_by()
    found = set(
        rows.values_list("handling__unit_id", "handling__unit__short_name", "due_on__year").distinct()
    )
    units = {(pk, name) for pk, name, _ in found} if actor.role not in UNIT_ROLES else set()
    by_name = sorted(units, key=lambda one: (one[1], one[0]))
    return {"units": by_name, "years": sorted({year for *_, year in found}, reverse=True)}


def sheet_rows(actor, params=None, today=None):
    """The ledger as a spreadsheet: as the list shows it, in its order."""
    for row in ledger(actor, params or {}, today).iterator(chunk_size=2000):
        same = ("first_due_on", "due_on", "report_due_on", "done_on", "settled_on")
        yield {name: row[name] or "" for name in same} | {
            "number": row["handling__suggestion__number"],
            "title": row["handling__suggestion__title"],
            "text": row["text"],
            "unit": row["handling__unit__short_name"],
            "reply": row["reply__number"],
            "times_deferred": row["times_deferred"],
            "state": STATE_WORDS[row["state"]],
        }


def month_of_ledger(actor, month, today):
    """The promises due in a month by day, each with its light and state in words."""
    if why := may_read_ledger(actor):
        raise Refused(why)
    rows = Commitment.objects.visible_to(actor).filter(due_on__gte=month, due_on__lt=add_months(month, 1))
    found = {}
    for row in rows.order_by("due_on", "pk").values(*ROW):
        found.setdefault(row["due_on"], []).append(words_of(row, today))
    return found


@dataclass
class Tracked:
    """A promise of an issued letter as the page of the case shows it; `may_open`: its ledger too."""

    row: Commitment
    light: object
    is_unreported: bool
    may_open: bool


def tracked(actor, handling, promises, today):
    """The promises of one unit's issued letters, of all rounds (rows with `issued_on` and `round`)."""
    may_open = not sight.ledger(actor, handling)
    return [
        Tracked(
            row=one,
            light=lamp_of(one.state, one.due_on, today, calendar()),
            is_unreported=_is_unreported(vars(one), today),
            may_open=may_open,
        )
        for one in promises
        if one.issued_on and is_told(one, handling)
    ]


def is_told(promise, handling):
    """Whether a promise (with `round` of its reply) was made in the letters of one unit's handling."""
    with_lead = handling.works_with_id == promise.handling_id and promise.round == 1 and handling.reply_id
    return promise.handling_id == handling.pk or bool(with_lead)


@dataclass
class PromiseFile:
    """One promise's page; what is hidden is left out, with the reason in its place."""

    promise: Commitment
    light: object
    entries: list
    entries_hidden: str
    grade_hidden: str
    attachments: list
    steps: list = field(default_factory=list)


def commitment_of(actor, pk):
    """One promise the actor may see, or 404."""
    rows = Commitment.objects.visible_to(actor).filter(pk=pk)
    found = rows.prefetch_related("entries").select_related(
        "reply", "handling__unit", "handling__suggestion__congress",
        "handling__suggestion__lead_signer__deputy", "handling__suggestion__session",
    ).first()  # fmt: skip
    if found is None:
        raise Http404("没有这项承诺，或者您无权查看")
    return found


def with_voices(rows):
    """Promises with what their steps ask of them: their lines, and who else it was promised to."""
    return rows.prefetch_related("entries", "handling__followers__suggestion")


def promise_file(actor, pk, today):
    """A promise with its ledger, cut to what the actor may read: six queries, more of a merged file."""
    promise = commitment_of(actor, pk)
    handling = promise.handling
    hidden = "" if actor.role == Role.DEPUTY else sight.ledger(actor, handling)  # shown to whom it was made
    entries = [] if hidden else list(promise.entries.all())
    seen, grade_hidden = _as_seen(actor, promise, entries)
    return PromiseFile(
        promise=promise,
        light=lamp_of(promise.state, promise.due_on, today, calendar()),
        entries=seen,
        entries_hidden=hidden,
        grade_hidden=grade_hidden,
        attachments=[] if hidden else attachments_of(promise),
        steps=COMMITMENT.offered(actor, promise, today),
    )


def _as_seen(actor, promise, entries):
    """The lines without the grades not released to this reader, and without a name he may not know."""
    seen, hidden = [], ""
    for entry in entries:
        if entry.kind == c.LedgerKind.GRADE:
            is_released = entry.released_on is not None
            is_his = actor.role == Role.DEPUTY
            why = "" if is_his else sight.fulfilment(actor, promise.handling, is_released)
            if why:
                hidden = why
                continue
            if _is_unnamed(actor, promise, entry):
                entry.by = "提出人"
        seen.append(entry)
    return seen, hidden


def _is_unnamed(actor, promise, entry):
    """Whether the name under a grade is that of a proposer who is kept from this reader."""
    if entry.is_verified or entry.is_for_paper:
        return False
    handling = promise.handling
    rows = handling.followers.select_related("suggestion") if handling.leads_file else ()
    raised = [handling.suggestion, *(row.suggestion for row in rows)]
    return any(sight.proposer(actor, one) for one in raised if entry.mandate_id in (None, one.lead_signer_id))
