"""对口督办 and 委托检查: the lists, and one of each."""

from django.db.models import Count, F, Q
from django.http import Http404

from minqiao.duties.suggestions import choices as s
from minqiao.duties.supervision import choices as c
from minqiao.duties.supervision.models import Counterpart, DelegatedCheck
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, Role
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import light
from minqiao.kit.ids import id_from
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.choices import CommitteeKind
from minqiao.registry.congress.models import Committee

RELATED = ("suggestion__congress", "committee")
READERS = CONGRESS_STAFF | CONGRESS_LEADERS
OPEN, LATE = Q(suggestion__replied_on=None), "late"


def counterparts(actor, params, today):
    """Suggestions with their committees, under the filters of `params`; a committee sees its own first."""
    if actor.role not in READERS:
        raise Refused("对口督办情况供人大常委会机关查看")
    rows = Counterpart.objects.visible_to(actor)
    if params.get("committee") == "none":
        rows = rows.filter(committee=None)
    elif (wanted := asked_committee(actor, params)) is not None:
        rows = rows.filter(committee_id=wanted)
    light_ = params.get("light")
    if light_ in ("open", LATE):
        rows = rows.filter(OPEN).exclude(suggestion__state__in=sorted(s.FINAL_STATES))
        rows = rows.filter(suggestion__due_on__lt=today) if light_ == LATE else rows
    if params.get("key"):
        rows = rows.filter(suggestion__key_items__stands=True)
    return rows.select_related(*RELATED).order_by(F("suggestion__due_on").asc(nulls_last=True), "pk")


def asked_committee(actor, params):
    """Whose list is asked for: the named committee's, else the actor's own, else everybody's (None)."""
    asked = params.get("committee", "")
    own = actor.scope_id if actor.role == Role.SPECIAL_COMMITTEE else None
    return own if asked == "" else id_from(asked)


def shown(row, today):
    """A row of the list: its suggestion's light beside it."""
    suggestion = row.suggestion
    running = suggestion.replied_on is None and suggestion.due_on and suggestion.state not in s.FINAL_STATES
    row.light = light(suggestion.due_on, today, calendar()) if running else None
    return row


def by_committee(actor, today):
    """How many suggestions each committee oversees: in all, answered, late, followed. One query."""
    late = Q(counterparts__suggestion__replied_on=None, counterparts__suggestion__due_on__lt=today)
    late &= ~Q(counterparts__suggestion__state__in=sorted(s.FINAL_STATES))
    rows = Committee.objects.filter(congress_id=actor.realm_id, kind=CommitteeKind.SPECIAL).order_by("pk")
    return rows.annotate(
        overseen=Count("counterparts"),
        replied=Count("counterparts", filter=Q(counterparts__suggestion__replied_on__isnull=False)),
        late=Count("counterparts", filter=late),
        followed=Count("counterparts", filter=Q(counterparts__notes_made__gt=0)),
    )


def counterpart_of(actor, pk):
    """One suggestion's counterpart supervision, or 404."""
    found = Counterpart.objects.visible_to(actor).filter(pk=pk).select_related(*RELATED).first()
    if found is None:
        raise Http404("没有这件对口督办事项，或者您无权查看")
    return found


def counterparts_named(actor, number):
    """The counterpart supervision of the suggestion of this number."""
    return Counterpart.objects.visible_to(actor).filter(suggestion__number=number).select_related(*RELATED)


def notes_of(counterpart):
    """How the committee followed it, oldest first."""
    return list(counterpart.notes.all()) if counterpart.notes_made else []


def checks(actor, params):
    """Delegated checks the actor may see: what the city asked, or what a county was asked."""
    rows = DelegatedCheck.objects.visible_to(actor)
    if state := params.get("state"):
        rows = rows.filter(state=state[:10])
    return rows.select_related("suggestion", "committee", "asked_of__area").order_by("-pk")


def checks_of(actor, suggestion):
    """The checks of one suggestion."""
    return list(checks(actor, {}).filter(suggestion=suggestion))


def check_of(actor, pk):
    """One delegated check, or 404."""
    rows = DelegatedCheck.objects.visible_to(actor).filter(pk=pk)
    found = rows.select_related("suggestion__congress", "committee", "asked_of__area").first()
    if found is None:
        raise Http404("没有这件委托检查，或者您无权查看")
    return found


def replies_for(check):
    """What a county may read of a suggestion: its title and requests, and the replies that were issued."""
    rows = check.suggestion.handlings.standing().filter(reply__issued_on__isnull=False)
    return list(rows.select_related("unit", "reply").order_by("pk"))


STATE_WORDS = dict(c.CheckState.choices)
