"""In the hall: the box counted, two tellers enter apart, a scrutineer finds them alike."""

from minqiao.foundation.trail.actions import act, take
from minqiao.instruments.ballots.choices import TELLERS
from minqiao.instruments.ballots.models import HeapEntry
from minqiao.instruments.ballots.rules import contradictions, sheet_from
from minqiao.instruments.ballots.rules.sealing import digest, result_of
from minqiao.instruments.ballots.rules.tally import Heap, added, fault_of_heap, marks_of
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.kit.clock import local_day
from minqiao.kit.workflow import Refused

ART_44 = "《全国人民代表大会和地方各级人民代表大会选举法》第四十四条"


@act
def close(round_, *, actor, at, issued, returned, spoiled=0):
    """The box is opened and the paper counted: issued, returned, exchanged."""
    return _paper_counted(round_, "close", actor, at, issued, returned, spoiled)


@act
def correct(round_, *, actor, at, issued, returned, spoiled=0):
    """The paper was counted again; what was entered stays and is held against the new number."""
    return _paper_counted(round_, "correct", actor, at, issued, returned, spoiled)


def _paper_counted(round_, action, actor, at, issued, returned, spoiled):
    ROUND.step(action, actor, round_, local_day(at))
    if returned > issued:
        why = f"收回{returned}张，多于发出{issued}张：请再清点；确实如此的，由总监票人宣布本次投票无效"
        raise Refused(why, basis=ART_44, action=action)
    if issued > round_.present:
        raise Refused(f"发出{issued}张，多于到会{round_.present}人，请再清点", action=action)
    if issued + spoiled > round_.printed:
        raise Refused(f"发出和更换合计{issued + spoiled}张，多于印制{round_.printed}张", action=action)
    note = f"发出{issued}张，收回{returned}张，未交回{issued - returned}张"
    changes = {"issued": issued, "returned": returned, "spoiled": spoiled}
    take(ROUND, round_, action, actor=actor, at=at, note=note, **changes)
    return round_


@act
def enter(round_, *, actor, at, heap, ballots, void, approvals, against=(), abstain=()):
    """One heap as this teller counted it; entered again, it takes the place of what he entered before.

    `approvals`, `against`, `abstain` are numbers in the order of the ballot. The trail notes which heap,
    never a number.
    """
    take(ROUND, round_, "enter", actor=actor, at=at, note=f"第{heap}堆")
    marks = marks_of(round_.measure)
    lists = {"for": approvals, "against": against, "abstain": abstain}
    items = round_.items
    if any(len(lists[mark]) != len(items) for mark in marks):
        raise Refused(f"票数应与选票上的{len(items)}个项目一一对应", action="enter")
    votes = {name: {mark: lists[mark][place] for mark in marks} for place, name in enumerate(items)}
    found = Heap(heap, ballots, void, votes)
    if why := fault_of_heap(found, round_.measure, round_.seats, round_.returned):
        raise Refused(why, action="enter")
    place = {"round": round_, "post": _post_of(round_, actor), "number": heap}
    HeapEntry.objects.update_or_create(**place, defaults={"ballots": ballots, "void": void, "votes": votes})
    round_.refresh_from_db()
    return round_


def _post_of(round_, actor):
    return next(one.post for one in round_.officials.all() if one.user_id == actor.user_id)


@act
def strike(round_, *, actor, at, heap):
    """A heap of one's own that should not be there (entered under a wrong number)."""
    take(ROUND, round_, "strike", actor=actor, at=at, note=f"第{heap}堆")
    gone, _ = round_.heaps.filter(post=_post_of(round_, actor), number=heap).delete()
    if not gone:
        raise Refused(f"您没有录入过第{heap}堆", action="strike")
    return round_


@act
def agree(round_, *, actor, at):
    """Both tallies are alike and can be true: the result is put together, to be signed."""
    ROUND.step("agree", actor, round_, local_day(at))
    result = counted(round_)
    take(ROUND, round_, "agree", actor=actor, at=at, result=result, seal=digest(result))
    return round_


def counted(round_):
    """The sheet of the two equal tallies and what it decides; Refused when it cannot be true."""
    void, votes = added(round_.tally(TELLERS[0]).values(), round_.items, round_.measure)
    numbers = {
        name: getattr(round_, name) for name in ("all_deputies", "present", "seats", "issued", "returned")
    }
    measure = round_.measure
    names = ("mark", "threshold", "tie", "fewer", "quorum", "validity")
    facts = numbers | {"void": void, "votes": votes, "rule": {name: getattr(measure, name) for name in names}}
    if faults := contradictions(sheet_from(facts)):
        raise Refused("；".join(faults), action="agree")
    return result_of(facts)


@act
def recount(round_, *, actor, at, note):
    """Something is wrong after all: back to the heaps, signatures given no longer count."""
    take(ROUND, round_, "recount", actor=actor, at=at, note=note, result={}, seal="")
    round_.officials.update(signed_at=None, is_on_paper=False)
    return round_
