"""The demo's vote on the year's projects: twelve on the ballot, a tie for the tenth seat, voted twice."""

import datetime as dt

from minqiao.config.demo.days import moment
from minqiao.instruments.ballots.actions import closing, counting, preparing
from minqiao.instruments.ballots.queries.rounds import round_of

WORDS = {"title": "2026年民生实事项目", "meeting": "毕节市第三届人民代表大会第五次会议"}
VOTES = {
    "新建改建通组公路180公里": 520, "农村饮水安全提升工程": 500, "县级医院急救能力提升": 490,
    "新增公办幼儿园学位4000个": 480, "老旧小区改造60个": 475, "农贸市场改造提升20个": 465,
    "新建社区养老服务站40个": 460, "山洪灾害监测预警": 450, "城区公共停车位2000个": 430,
    "乡镇卫生院中医馆建设": 402, "农村公益性公墓30座": 402, "体育公园建设8个": 278,
}  # fmt: skip
SECOND = {"乡镇卫生院中医馆建设": 291, "农村公益性公墓30座": 246}
AGAINST = 5  # of each item; the rest of the valid ballots abstain
VALID, VOID, RETURNED, ISSUED = 537, 3, 540, 541
ALL, PRINTED = 565, 560
WATCHING, CHIEF = (5, 6), 7  # deputies by number
STEP = dt.timedelta(minutes=20)


def voted(cast):
    """Prepared in February, voted on in March, and once more on the two of equal votes."""
    now, office = moment("02-26 10:00"), cast.secretariat()
    yield now
    pk = preparing.prepare(actor=office, at=now, items=list(VOTES), seats=10, **WORDS).pk
    now = moment("03-17 09:00")
    yield now
    preparing.settle(round_of(office, pk), actor=office, at=now, **_officials(cast))
    yield from _held(cast, pk, VOTES, moment("03-18 10:00"))
    now = moment("03-18 11:20")
    yield now
    pk = closing.vote_again(round_of(office, pk), actor=office, at=now).pk
    yield from _held(cast, pk, SECOND, moment("03-18 11:30"))
    now = moment("03-18 12:40")
    yield now
    closing.announce(round_of(office, pk), actor=office, at=now)


def _tellers(cast):
    return cast.officer("A14"), cast.affairs(second=True)


def _officials(cast):
    users = {user.pk: user for user in cast.built["users"].values()}
    first, second, *watching, chief = (
        users[one.user_id] for one in (*_tellers(cast), *map(cast.deputy, (*WATCHING, CHIEF)))
    )
    return {"first_teller": first, "second_teller": second, "scrutineers": watching, "chief": chief}


def _held(cast, pk, votes, now):
    """Ballots handed out and counted, entered by both tellers, signed by all, sealed by the chief."""
    office, watching, chief = cast.secretariat(), cast.deputy(WATCHING[0]), cast.deputy(CHIEF)
    yield now
    there = {"all_deputies": ALL, "present": ISSUED, "printed": PRINTED}
    preparing.open_vote(round_of(office, pk), actor=office, at=now, **there)
    now += STEP
    yield now
    counting.close(round_of(watching, pk), actor=watching, at=now, issued=ISSUED, returned=RETURNED)
    now += STEP
    yield now
    for teller in _tellers(cast):
        counting.enter(round_of(teller, pk), actor=teller, at=now, **_heap(votes))
    counting.agree(round_of(watching, pk), actor=watching, at=now)
    for one in (*_tellers(cast), *map(cast.deputy, WATCHING)):
        closing.sign(round_of(one, pk), actor=one, at=now)
    closing.seal(round_of(chief, pk), actor=chief, at=now)


def _heap(votes):
    """All ballots as one heap."""
    rest = [VALID - number - AGAINST for number in votes.values()]
    opinions = {"approvals": list(votes.values()), "against": [AGAINST] * len(votes), "abstain": rest}
    return {"heap": 1, "ballots": RETURNED, "void": VOID} | opinions
