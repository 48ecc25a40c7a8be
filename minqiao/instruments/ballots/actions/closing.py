"""Signatures, the seal, a second vote, the announcement."""

from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.ballots.actions.counting import counted
from minqiao.instruments.ballots.actions.preparing import name_officials, print_papers, put_on_ballot
from minqiao.instruments.ballots.choices import RoundState
from minqiao.instruments.ballots.documents import announcement, ballot, count_sheet, tally_sheet
from minqiao.instruments.ballots.models import Round
from minqiao.instruments.ballots.queries.rounds import chain_of
from minqiao.instruments.ballots.rules.sealing import digest
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.instruments.papers.actions import issue
from minqiao.kit.clock import local_day
from minqiao.kit.workflow import Refused

AGAIN = {"vote_ballot": ballot, "tally_sheet": tally_sheet}
SAME = ("congress_id", "title", "meeting", "owner_type", "owner_id", "rules", "measure_text", "all_deputies")


@act
def sign(round_, *, actor, at):
    """A teller or scrutineer signs the result as it stands."""
    take(ROUND, round_, "sign", actor=actor, at=at, note=f"校验值{round_.seal[:12]}")
    round_.officials.filter(user_id=actor.user_id).update(signed_at=at)
    return round_


@act
def sign_on_paper(round_, *, actor, at, official, note):
    """The chief notes who signed the printed count sheet by hand."""
    take(ROUND, round_, "sign_on_paper", actor=actor, at=at, note=f"{official.name}：{note}")
    left = round_.officials.filter(pk=official.pk, signed_at=None).exclude(post="chief")
    if not left.update(signed_at=at, is_on_paper=True):
        raise Refused("这一位已经签字，或者不是本次投票的工作人员", action="sign_on_paper")
    return round_


@act
def seal(round_, *, actor, at):
    """The chief signs last: added up once more from the heaps, sealed, the count sheet issued."""
    edition = round_.sealings + 1
    take(ROUND, round_, "seal", actor=actor, at=at, sealed_at=at, sealings=edition)
    if digest(counted(round_)) != round_.seal:
        raise Refused("录入的票数与送签的结果不符，请退回重新核对", action="seal")
    round_.officials.filter(user_id=actor.user_id).update(signed_at=at)
    place = {"subject": round_, "case": round_, "edition": edition}
    issue(count_sheet(round_, local_day(at)), kind="count_sheet", actor=actor, at=at, **place)
    return round_


@act
def decide_tie(round_, *, actor, at, items, note):
    """The presidium takes as many of the tied as there are seats left, where the measure leaves it so."""
    ROUND.step("decide_tie", actor, round_, local_day(at))
    outcome = round_.result["outcome"]
    if len(items) != outcome["seats_left"] or not set(items) <= set(outcome["tied"]):
        raise Refused(f"应在同票的项目中确定{outcome['seats_left']}项", action="decide_tie")
    take(ROUND, round_, "decide_tie", actor=actor, at=at, note=note, taken=list(items))
    return round_


@act
def vote_again(round_, *, actor, at):
    """The second vote by the measure, or the repetition of a void one: same measure, same officials."""
    was_void = round_.state == RoundState.VOID
    take(ROUND, round_, "vote_again", actor=actor, at=at)
    outcome = round_.result.get("outcome", {})
    items = round_.items if was_void else outcome["second_vote"]
    same = {name: getattr(round_, name) for name in SAME}
    row = Round.objects.create(
        **same, turn=round_.turn + 1, previous=round_, state=RoundState.READY, settlements=1,
        seats=round_.seats if was_void else outcome["seats_left"],
    )  # fmt: skip
    known = {one.name: one.subject_id for one in round_.options.all()}
    put_on_ballot(row, items, [known[name] for name in items])
    name_officials(row, [(one.post, one.user_id, one.name) for one in round_.officials.all()])
    record(actor=actor, action="prepare", label="准备票决", subject=row, at=at, to_state=row.state)
    print_papers(row, AGAIN, actor=actor, at=at)
    return row


@act
def announce(round_, *, actor, at):
    """The chair announces what all rounds together have adopted."""
    on, rounds = local_day(at), chain_of(round_)
    take(ROUND, round_, "announce", actor=actor, at=at, announced_on=on)
    Round.objects.filter(pk__in=[one.pk for one in rounds]).update(announced_on=on)
    paper = announcement(round_, rounds, on)
    issue(paper, kind="vote_result", subject=round_, case=round_, actor=actor, at=at)
    return round_


@act
def declare_void(round_, *, actor, at, note):
    """More ballots than were issued, or another breach: the round decides nothing."""
    take(ROUND, round_, "declare_void", actor=actor, at=at, note=note, result={}, seal="")
    return round_


@act
def call_off(round_, *, actor, at, note):
    """The vote is not held."""
    take(ROUND, round_, "call_off", actor=actor, at=at, note=note)
    return round_
