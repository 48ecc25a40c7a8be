"""What anybody may read of places, and what somebody with a tracking code may read of his own opinion."""

from django.db.models import Count, Max, Q

from minqiao.duties.stations.choices import OpinionState as O
from minqiao.duties.stations.models import Attached, Opinion
from minqiao.duties.suggestions.choices import BEFORE_ASSIGNMENT, PublicationState
from minqiao.kit.clock import local_day

DONE, NOW, AHEAD = "done", "now", ""


def deputies_of(township):
    """The deputies who receive at the places of a township, each once: (name, level, place)."""
    rows = Attached.objects.filter(place__township_id=township).order_by(
        "mandate__congress__level", "mandate_id"
    )
    rows = rows.select_related("mandate__deputy", "mandate__congress", "place")
    found = {}
    for row in rows.defer("mandate__deputy__phone", "mandate__deputy__address"):
        found.setdefault(row.mandate_id, row)
    return list(found.values())


def way_of(opinion):
    """The whole way of an opinion on one line, for the resident: (words, when, state, address)."""
    if opinion.state == O.REDIRECTED:
        return [_step("已收到", _day(opinion), DONE), _step("已告知正确渠道", opinion.closed_on, DONE)]
    answered = opinion.state in (O.ANSWERED, O.RATED, O.CLOSED)
    passed = opinion.state not in (O.UNVERIFIED, O.RECEIVED)
    where = opinion.get_route_display() or "分流办理"
    steps = [
        _step("已收到", _day(opinion), DONE),
        _step(
            where, opinion.routed_on, DONE if answered or opinion.suggestion_id else NOW if passed else AHEAD
        ),
    ]
    if opinion.suggestion_id:
        steps.append(_of_suggestion(opinion, answered))
    rated = bool(opinion.rating)
    return [
        *steps,
        _step("答复", opinion.answered_on, DONE if answered else AHEAD),
        _step("您的评价", None, DONE if rated else NOW if opinion.state == O.ANSWERED else AHEAD),
        _step("办结", opinion.closed_on, DONE if opinion.state == O.CLOSED else AHEAD),
    ]


def _of_suggestion(opinion, answered):
    """The suggestion as far as it is known outside: its number once assigned, its page once published."""
    found = opinion.suggestion
    known = found.state not in BEFORE_ASSIGNMENT
    words = f"代表建议{found.number}：{found.get_state_display()}" if known else "代表正在研究提出建议"
    state = DONE if answered else NOW
    public = found.publication and found.publication.state == PublicationState.PUBLISHED
    address = f"/public/suggestions/{found.pk}/" if public else ""
    return words, str(found.assigned_on or ""), state, address


def _day(opinion):
    return local_day(opinion.received_at)


def _step(words, on, state):
    return words, str(on or ""), state, ""


PUBLISHED = ("pk", "public_text", "public_answer", "published_on", "rating", "place__name", "place__code")
NEWEST = ("-published_on", "-pk")


def published(params):
    """Answered opinions as they were published, the newest first: the public copy, the place, the rating."""
    rows = Opinion.objects.filter(published_on__isnull=False)
    if county := params.get("county", "").strip()[:12]:
        rows = rows.filter(place__county_id=county)
    return rows.order_by(*NEWEST).values(*PUBLISHED)


def stamp():
    """Differs whenever an opinion was published or taken down."""
    found = Opinion.objects.filter(published_on__isnull=False).aggregate(
        rows=Count("pk"), last=Max("published_on"), newest=Max("pk"), rated=Count("pk", filter=~Q(rating=""))
    )
    return "/".join(map(str, found.values()))
