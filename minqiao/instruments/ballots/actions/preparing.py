"""From the items to the open vote: the measure passed and frozen, officials named, ballots printed."""

from minqiao.foundation.rulebook.queries import snapshot
from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.ballots.choices import Post
from minqiao.instruments.ballots.documents import ballot, measure, tally_sheet
from minqiao.instruments.ballots.models import Official, Option, Round
from minqiao.instruments.ballots.rules import quorum_of
from minqiao.instruments.ballots.rules.people import may_prepare
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.instruments.papers.actions import issue, void
from minqiao.instruments.papers.queries import standing_paper
from minqiao.kit.clock import local_day
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import congress as congress_of

RULES = tuple(f"vote.{name}" for name in ("mark", "validity", "threshold", "tie", "fewer", "way", "quorum"))
PRINTED = {"vote_measure": measure, "vote_ballot": ballot, "tally_sheet": tally_sheet}


@act
def prepare(*, actor, at, title, meeting, items, seats, subjects=(), owner=None):
    """A vote on `items` (names, in the order of the ballot); `subjects` are their ids in the owner's room."""
    if why := may_prepare(actor):
        raise Refused(why, action="prepare")
    place = {"owner_type": owner._meta.label_lower, "owner_id": owner.pk} if owner else {}
    if owner and Round.objects.of_owner(owner).exists():
        raise Refused("这一事项已经有一次票决，须先终止才能重新准备", action="prepare")
    row = Round.objects.create(
        congress=congress_of(actor.realm_id), title=title, meeting=meeting, seats=seats, **place
    )
    put_on_ballot(row, items, subjects)
    record(actor=actor, action="prepare", label="准备票决", subject=row, at=at, to_state=row.state)
    return row


def put_on_ballot(row, items, subjects=()):
    """The items of a ballot in their order."""
    subjects = subjects or [0] * len(items)
    Option.objects.bulk_create(
        Option(round=row, position=place, name=name, subject_id=subject)
        for place, (name, subject) in enumerate(zip(items, subjects, strict=True), 1)
    )


@act
def change(round_, *, actor, at, title, meeting, items, seats):
    """Other words, another order, other items, before the measure is passed."""
    take(ROUND, round_, "change", actor=actor, at=at, title=title, meeting=meeting, seats=seats)
    known = {one.name: one.subject_id for one in round_.options.all()}
    round_.options.all().delete()
    put_on_ballot(round_, items, [known.get(name, 0) for name in items])
    return round_


@act
def settle(round_, *, actor, at, first_teller, second_teller, scrutineers, chief, measure_text=""):
    """The meeting has passed the measure and the officials: the place's rules are frozen with it."""
    on, edition = local_day(at), round_.settlements + 1
    changes = {
        "rules": snapshot(RULES, place=round_.congress.area_id, on=on),
        "measure_text": measure_text,
        "settlements": edition,
    }
    take(ROUND, round_, "settle", actor=actor, at=at, **changes)
    posts = [(Post.FIRST_TELLER, first_teller), (Post.SECOND_TELLER, second_teller), (Post.CHIEF, chief)]
    posts[2:2] = [(Post.SCRUTINEER, one) for one in scrutineers]
    name_officials(round_, [(post, user.pk, user.name) for post, user in posts])
    print_papers(round_, PRINTED, actor=actor, at=at)
    return round_


def name_officials(round_, posts):
    """The officials of a vote, in the order of the name list: (post, user id, name)."""
    round_.officials.all().delete()
    Official.objects.bulk_create(
        Official(round=round_, post=post, user_id=user_id, name=name) for post, user_id, name in posts
    )


def print_papers(round_, kinds, *, actor, at):
    """Issue what is printed before the vote; the same drawing for every copy of a ballot."""
    for kind, draw in kinds.items():
        place = {"subject": round_, "case": round_, "edition": round_.settlements}
        issue(draw(round_, local_day(at)), kind=kind, actor=actor, at=at, **place)


@act
def take_back(round_, *, actor, at, note):
    """Back to preparation: what was printed no longer counts."""
    take(ROUND, round_, "take_back", actor=actor, at=at, note=note)
    for kind in PRINTED:
        if paper := standing_paper(kind, round_, round_.settlements):
            void(paper, actor=actor, at=at, reason=note)
    return round_


@act
def open_vote(round_, *, actor, at, all_deputies, present, printed):
    """Ballots are handed out: only with enough deputies present (Organic Law art. 14)."""
    ROUND.step("open", actor, round_, local_day(at))
    needed = quorum_of(round_.measure, all_deputies)
    if present < needed:
        raise Refused(
            f"到会{present}人，不足法定人数{needed}人，不能投票",
            basis=round_.rules["vote.quorum"]["basis"], action="open",
        )  # fmt: skip
    note = f"全体代表{all_deputies}人，到会{present}人，法定人数{needed}人"
    changes = {"all_deputies": all_deputies, "present": present, "printed": printed, "opened_at": at}
    take(ROUND, round_, "open", actor=actor, at=at, note=note, **changes)
    return round_
