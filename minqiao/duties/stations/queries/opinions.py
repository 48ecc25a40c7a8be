"""Opinions: the queue, one with its way, what somebody who holds the tracking code may see."""

from dataclasses import dataclass

from django.http import Http404

from minqiao.duties.stations.choices import UNDER_WAY, OpinionState
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.rules.duties import DUTIES
from minqiao.duties.stations.rules.people import contact_closed_to
from minqiao.duties.stations.workflow import OPINION
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.attachments.queries import attachment_in, attachments_of
from minqiao.foundation.trail.queries import events_of
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import light
from minqiao.kit.ids import id_from
from minqiao.kit.sealed import mask
from minqiao.kit.workflow import acts_that_wait

CASE = "stations.opinion"
RELATED = ("place__kind", "place__area", "station", "congress", "suggestion", "taken_by__deputy")
LISTED = ("place", "suggestion")
ORDER = ("-pk",)


def opinions(actor, params, today=None):
    """Opinions the actor may see, under the filters of `params`: state, route, place, late, phone-free."""
    rows = Opinion.objects.visible_to(actor)
    if (state := params.get("state", "")) in OpinionState.values:
        rows = rows.filter(state=state)
    elif not params.get("all"):
        rows = rows.filter(state__in=UNDER_WAY)
    if route := params.get("route", "")[:14]:
        rows = rows.filter(route=route)
    if (place := id_from(params.get("place", ""))) is not None:
        rows = rows.filter(place_id=place)
    if number := params.get("q", "").strip()[:30]:
        rows = rows.filter(number=number)
    if params.get("late") and today:
        rows = rows.filter(state=OpinionState.ASSIGNED, due_on__lt=today)
    return rows.select_related(*LISTED).defer("name", "phone").order_by(*ORDER)


def opinion_of(actor, pk):
    """One opinion the actor may see, or 404."""
    found = Opinion.objects.visible_to(actor).filter(pk=pk).select_related(*RELATED).first()
    if found is None:
        raise Http404("没有这件群众意见，或者您无权查看")
    return found


def opinions_named(actor, numbers):
    """Opinions by number, as far as the actor may see them: for one matter raised several times."""
    return list(Opinion.objects.visible_to(actor).filter(number__in=numbers).select_related(*RELATED))


@dataclass
class OpinionFile:
    """An opinion's page."""

    opinion: Opinion
    events: list
    photos: list
    light: object
    steps: list
    phone: str  # masked
    name: str  # the family name alone
    may_reveal: bool
    together: list  # other opinions of the same chain
    may_open: bool  # the suggestion it became


def opinion_file(actor, pk, today):
    """Everything about one opinion that the actor may read; contact data masked."""
    found = opinion_of(actor, pk)
    ends = found.state == OpinionState.ASSIGNED and found.due_on
    chain = Opinion.objects.visible_to(actor).filter(suggestion_id=found.suggestion_id).exclude(pk=found.pk)
    return OpinionFile(
        opinion=found,
        events=list(events_of(CASE, found.pk)),
        photos=attachments_of(found),
        light=light(found.due_on, today, calendar()) if ends else None,
        steps=OPINION.offered(actor, found, today, first=acts_that_wait(DUTIES, actor.role, found.state)),
        phone=mask(found.phone),
        name=f"{found.name[:1]}**" if found.name else "",
        may_reveal=not contact_closed_to(actor, found) and bool(found.phone or found.name),
        together=list(chain.select_related("place")[:50]) if found.suggestion_id else [],
        may_open=Suggestion.objects.visible_to(actor).filter(pk=found.suggestion_id).exists(),
    )


def photo_of(actor, pk, file_pk):
    """A photo of an opinion the actor may see, or 404."""
    found = attachment_in(opinion_of(actor, pk), file_pk)
    if found is None:
        raise Http404("没有这张照片")
    return found


def opinion_by_key(code_key):
    """The opinion of a tracking code (its fingerprint), or None: whoever has the code raised it."""
    return (
        Opinion.objects.filter(code_key=code_key).select_related("place", "suggestion__publication").first()
    )


def opinion_by_form(once):
    """The opinion a form made, or None."""
    return Opinion.objects.filter(once=once).select_related("place").first()
