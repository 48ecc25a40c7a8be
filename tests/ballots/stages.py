"""A vote at each place of its way, made by the real acts, with the exact numbers of S-7."""

from minqiao.foundation.accounts.models import User
from minqiao.instruments.ballots.actions import closing, counting, preparing
from minqiao.instruments.ballots.queries.rounds import round_of
from tests.factories import at

NINE = dict(zip("ABCDEFGHI", (520, 500, 490, 480, 475, 465, 460, 450, 430), strict=True))
VOTES = NINE | {"J": 402, "K": 402, "L": 278}
# Of 540 ballots the first heap holds 400 (two void), the second 140 (one void).
FIRST = dict(zip("ABCDEFGHIJKL", (386, 371, 364, 355, 352, 344, 340, 333, 381, 297, 297, 143), strict=True))
HEAPS = {1: (400, 2, FIRST), 2: (140, 1, {item: VOTES[item] - number for item, number in FIRST.items()})}
WORDS = {"title": "2027年民生实事项目", "meeting": "毕节市第三届人民代表大会第六次会议"}
AGAINST = 3


def opinions(valid, votes):
    """The three columns of a heap: three against each item (as far as there are), the rest abstain."""
    against = [min(AGAINST, valid - number) for number in votes.values()]
    rest = [valid - number - no for number, no in zip(votes.values(), against, strict=True)]
    return {"approvals": list(votes.values()), "against": against, "abstain": rest}


def heap(number, of=HEAPS, **changed):
    """What a teller enters for a heap; `changed`: other numbers of single items."""
    ballots, void, votes = of[number]
    return {"heap": number, "ballots": ballots, "void": void} | opinions(ballots - void, votes | changed)


def people(world):
    """The officials: two tellers of two units, two deputies watch, a third is the chief."""
    return {
        "first_teller": world.officer["A14"], "second_teller": world.officer["A08"],
        "scrutineers": world.deputies[1:3], "chief": world.deputies[3],
    }  # fmt: skip


def users(world):
    """The same as the act takes them."""
    found = {
        name: [User.objects.get(pk=one.user_id) for one in (who if isinstance(who, list) else [who])]
        for name, who in people(world).items()
    }
    return {name: rows if name == "scrutineers" else rows[0] for name, rows in found.items()}


def prepared(world, items=tuple(VOTES), seats=10, **words):
    row = preparing.prepare(
        actor=world.affairs, at=at("2026-05-20"), items=list(items), seats=seats, **(WORDS | words)
    )
    return again(world, row)


def again(world, row):
    """The vote as a page loads it anew."""
    return round_of(world.affairs, row.pk)


def ready(world, **words):
    row = prepared(world, **words)
    preparing.settle(row, actor=world.affairs, at=at("2026-05-29"), **users(world))
    return again(world, row)


def opened(world, row=None):
    row = row or ready(world)
    numbers = {"all_deputies": 565, "present": 541, "printed": 560}
    preparing.open_vote(row, actor=world.affairs, at=at("2026-06-01 10:00"), **numbers)
    return again(world, row)


def closed(world, row=None):
    row = opened(world, row)
    numbers = {"issued": 541, "returned": 540, "spoiled": 2}
    counting.close(row, actor=world.deputies[1], at=at("2026-06-01 10:30"), **numbers)
    return again(world, row)


def entered(world, row=None, heaps=HEAPS, **first):
    """Both tellers have entered every heap; `first`: what the first wrongly took heap one to hold."""
    row = row or closed(world)
    for place, teller in enumerate((world.officer["A14"], world.officer["A08"])):
        for number in heaps:
            wrong = first if not place and number == 1 else {}
            words = heap(number, heaps, **wrong)
            counting.enter(row, actor=teller, at=at("2026-06-01 11:00"), **words)
            row = again(world, row)
    return row


def agreed(world, row=None):
    row = row or entered(world)
    counting.agree(row, actor=world.deputies[1], at=at("2026-06-01 11:30"))
    return again(world, row)


def signed(world, row=None):
    row = row or agreed(world)
    for who in (world.officer["A14"], world.officer["A08"], *world.deputies[1:3]):
        closing.sign(row, actor=who, at=at("2026-06-01 11:40"))
        row = again(world, row)
    return row


def sealed(world, row=None):
    row = row or signed(world)
    closing.seal(row, actor=world.deputies[3], at=at("2026-06-01 11:50"))
    return again(world, row)


SECOND = {1: (540, 3, {"J": 291, "K": 246})}


def second_vote(world):
    """J against K for the tenth seat: counted, signed, sealed."""
    row = again(world, closing.vote_again(sealed(world), actor=world.affairs, at=at("2026-06-01 12:00")))
    return sealed(world, signed(world, agreed(world, entered(world, closed(world, row), SECOND))))


def voided(world):
    row = opened(world)
    closing.declare_void(row, actor=world.deputies[3], at=at("2026-06-01 10:40"), note="收回542张，多于发出")
    return again(world, row)


def tied(world):
    """A tie that the place leaves to the presidium."""
    row = closed(world, opened_by_presidium(world))
    return sealed(world, signed(world, agreed(world, entered(world, row))))


def opened_by_presidium(world):
    row = ready(world)
    row.rules["vote.tie"] |= {"value": "presidium", "words": "主席团决定"}
    row.save(update_fields=["rules"])
    return again(world, row)
