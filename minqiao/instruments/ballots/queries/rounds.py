"""Votes: the list, one with all that the actor may see of it, and what it decided."""

from dataclasses import dataclass

from django.http import Http404

from minqiao.foundation.trail.queries import events_of
from minqiao.instruments.ballots.choices import KNOWN, Post, RoundState
from minqiao.instruments.ballots.models import Round
from minqiao.instruments.ballots.rules import sight
from minqiao.instruments.ballots.rules.sealing import adopted_in, fates
from minqiao.instruments.ballots.rules.tally import marks_of
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.instruments.papers.queries import paper_in, papers_of

CASE = "ballots.round"
SELDOM = ("strike", "sign_on_paper", "correct", "recount", "take_back", "declare_void", "call_off")
PARTS = ("options", "officials", "heaps")


def rounds(actor, params):
    """The votes the actor may see, the newest first."""
    rows = Round.objects.visible_to(actor)
    if state := params.get("state"):
        rows = rows.filter(state=state[:10])
    return rows.select_related("congress").order_by("-pk")


def round_of(actor, pk):
    """One vote the actor may see, or 404."""
    rows = Round.objects.visible_to(actor).filter(pk=pk).select_related("congress__area")
    found = rows.prefetch_related(*PARTS).first()
    if found is None:
        raise Http404("没有这次票决，或者您无权查看")
    return found


def chain_of(round_):
    """A vote with the votes before it, first to last."""
    found = [round_]
    while found[0].previous_id:
        found.insert(0, found[0].previous)
    return found


@dataclass
class RoundFile:
    """A vote's page."""

    round: Round
    steps: list
    events: list
    papers: list
    heaps: list  # (number, entered by the first, by the second, alike): never what was entered
    own: list
    differences: list
    rows: list  # of the result: item, numbers by mark, what became of it; empty while it is not known
    marks: tuple


def round_file(actor, pk, today):
    """Everything about one vote that the actor may see now."""
    found = round_of(actor, pk)
    knows = found.result and not sight.result(actor, found)
    inside = not sight.differences(actor, found)
    events = [one for one in events_of(CASE, pk) if not sight.event(actor, found, one)]
    return RoundFile(
        round=found,
        steps=ROUND.offered(actor, found, today, last=SELDOM),
        events=events,
        papers=[
            one for one in papers_of(found) if not one.is_void and not sight.paper(actor, found, one.kind)
        ],
        heaps=_progress(found) if inside else [],
        own=found.heaps_of(actor.user_id),
        differences=found.differences() if inside else [],
        rows=_rows(found) if knows else [],
        marks=marks_of(found.measure) if found.rules else (),
    )


def _progress(found):
    one, other = (found.tally(post) for post in (Post.FIRST_TELLER, Post.SECOND_TELLER))
    return [
        (number, number in one, number in other, number in one and one.get(number) == other.get(number))
        for number in sorted(set(one) | set(other))
    ]


def _rows(found):
    votes, fate = found.result["sheet"]["votes"], fates(found.result, found.taken)
    return [(one.position, one.name, votes[one.name], fate[one.name]) for one in found.options.all()]


def paper_of(actor, pk, paper_pk):
    """A paper of a vote that the actor may open now, or 404."""
    found = round_of(actor, pk)
    paper = paper_in(found, paper_pk)
    if paper is None or sight.paper(actor, found, paper.kind):
        raise Http404("没有这份材料，或者现在还不能查看")
    return paper


def rounds_of(owner):
    """All votes held for a case of another room, first to last; two queries."""
    return list(Round.objects.of_owner(owner).prefetch_related("options"))


def decided_for(rounds):
    """What announced votes decided of the owner's subjects: {subject id: (adopted, how)}, or None before."""
    if not rounds or rounds[-1].state != RoundState.ANNOUNCED:
        return None
    adopted = set(
        adopted_in([(one.result, one.taken) for one in rounds if one.state in KNOWN and one.result])
    )
    told = {}
    for one in rounds:
        if not one.result:
            continue
        fate = fates(one.result, one.taken)
        told |= {row.subject_id: (row.name in adopted, fate[row.name]) for row in one.options.all()}
    return told
