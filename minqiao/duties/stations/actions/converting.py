"""The door to suggestions: opinions of one matter become one suggestion, or join one; every link is kept."""

from minqiao.duties.stations.actions.telling import tell
from minqiao.duties.stations.choices import TextKind
from minqiao.duties.stations.workflow import OPINION
from minqiao.duties.suggestions.actions import drafting
from minqiao.duties.suggestions.choices import Source
from minqiao.foundation.trail.actions import act, record, take
from minqiao.kit.workflow import Refused

FACTS = 5000
NO_CONTACT = {"due_on": None, "due_facts": {}}


@act
def convert(opinion, *, actor, at, title, also=(), requests=()):
    """转为代表建议: the deputy's own draft, with what residents said as its facts; nobody is named in it."""
    opinions = [opinion, *(one for one in also if one.pk != opinion.pk)]
    facts = "\n".join(one.text for one in opinions)[:FACTS]
    words = {"title": title, "facts": facts, "requests": list(requests), "topic": opinion.topic}
    draft = drafting.draft(actor=actor, at=at, source=Source.STATION, **words)
    for one in opinions:
        _tie(one, "convert", draft, actor, at)
    return opinion


@act
def join(opinion, *, actor, at, same_as):
    """并入同一事项: another opinion of the same matter is a suggestion already; one chain, all are told."""
    if same_as.suggestion_id is None:
        raise Refused(f"{same_as.number}还没有转为代表建议", action="join")
    _tie(opinion, "join", same_as.suggestion, actor, at)
    return opinion


def _tie(opinion, action, suggestion, actor, at):
    take(OPINION, opinion, action, actor=actor, at=at, suggestion=suggestion, **NO_CONTACT)
    words = f"您反映的事项（{opinion.number}）已转为代表建议，由人大代表依法提出。"
    tell(opinion, TextKind.MOVED, words, at=at)
    note = opinion.number
    record(actor=actor, action="from_opinion", label="来自群众意见", subject=suggestion, at=at, note=note)
