"""What the committees do beside the matters: key items, counterparts, checks by a county, chasers.

Each life is a generator: it yields the day of its next act and acts when that day has come.
"""

import datetime as dt

from minqiao.duties.suggestions.choices import ANSWERING, State
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.supervision.actions import chasing, inquiring, proposing
from minqiao.duties.supervision.models import Chase, Counterpart, DelegatedCheck, KeyItem
from minqiao.duties.supervision.queries.chasing import ladder
from tests.supervision.stages import FOUND, PLAN, REASONS, REPORT
from tests.year.acts import NOTE, days

SPRING = dt.date(2025, 4, 14)
MEETING = {"meeting": "市人大常委会主任会议"}


def free(year, count):
    """Matters that are handled and under no key item."""
    rows = Suggestion.objects.filter(state=State.HANDLING, key_items=None, handlings__role__in=ANSWERING)
    return list(rows.distinct().order_by("pk")[:count])


class Key:
    """One key item, and who acts on it."""

    def __init__(self, year, found):
        self.year, self.world, self.found = year, year.world, found
        handling = found.handlings.standing().filter(role__in=ANSWERING).order_by("pk").first()
        self.unit, self.code = handling.unit, year.world.by_unit[handling.unit_id]
        facts = {"title": found.title, "reasons": REASONS, "suggestions": [found]}
        self.pk = proposing.propose(actor=self.world.builder, at=year.now(), **facts).pk

    @property
    def row(self):
        return KeyItem.objects.select_related("congress", "unit").get(pk=self.pk)

    def act(self, action, actor, **words):
        return self.year.supervise("key_item", action, self.row, actor, **words)

    def decided(self):
        return MEETING | {"decided_on": self.year.today}

    def plan(self):
        on = self.year.today
        return {
            "leader": self.world.mandates[0],
            "committee": self.world.builders,
            "handling_leader": "副市长",
            "unit": self.unit,
            "plan": PLAN,
            "visits": [("visit", "现场查看", on + days(14)), ("talk", "座谈", on + days(28))],
            "report_due_on": on + days(120),
        }

    def visited(self, **more):
        """A planned activity is announced, then held; it finds a problem."""
        visit = self.row.visits.filter(held_on=None).first()
        ahead = {"visit": visit, "on": self.year.today, "place": "威宁路", "words": "九时集合"}
        self.act("announce", self.world.builder, **ahead)
        held = {"visit": visit, "held_on": self.year.today, "participants": "城环委、代表", "place": "威宁路"}
        self.act("record_visit", self.world.builder, findings="两处没有开工。", **held, **more)

    def reported(self):
        self.act("report", self.world.principal[self.code], **REPORT)


def done(year):
    """The whole way: grouped, chosen, planned anew, visited, a problem mended at last, accepted."""
    yield SPRING
    first, second = free(year, 2)
    key, world = Key(year, first), year.world
    key.act("edit", world.builder, title=first.title, reasons=REASONS)
    key.act("group", world.builder, suggestions=[second])
    key.act("drop", world.builder, suggestion=second, note="属于另一事项")
    yield year.today + days(4)
    key.act("choose", world.chairs, **key.decided())
    key.act("arrange", world.affairs, **key.plan())
    yield year.today + days(3)
    key.act("rearrange", world.affairs, reason="领导分工调整", **key.plan())
    yield year.today + days(20)
    key.visited(problems=[("路基下沉", year.today + days(14))])
    problem = key.row.problems.get()
    for is_mended in (False, True):
        yield year.today + days(20)
        words = {"demand": "请整改", "due_on": year.today + days(14)}
        key.act("send_letter", world.builder, problems=[problem], **words)
        yield year.today + days(10)
        key.act("answer_problem", world.officer[key.code], problem=problem, words="已经加固")
        key.act("settle_problem", world.builder, problem=problem, is_mended=is_mended, note="现场核对")
    key.reported()
    yield year.today + days(5)
    key.act("send_back", world.chairs, note="补充资金情况", report_due_on=year.today + days(20))
    yield year.today + days(10)
    key.reported()
    yield year.today + days(5)
    key.act("accept", world.chairs, **key.decided())


def carried_over(year):
    yield SPRING + days(1)
    key, world = Key(year, *free(year, 1)), year.world
    key.act("choose", world.chairs, **key.decided())
    key.act("arrange", world.affairs, **key.plan())
    yield year.today + days(20)
    key.visited()
    yield year.today + days(60)
    key.reported()
    later = {"note": "明年继续", "report_due_on": year.today + days(400)}
    key.act("carry_over", world.chairs, **key.decided(), **later)


def cancelled(year):
    yield SPRING + days(2)
    key, world = Key(year, *free(year, 1)), year.world
    key.act("choose", world.chairs, **key.decided())
    yield year.today + days(9)
    key.act("cancel", world.affairs, **NOTE)


def never_chosen(year):
    yield SPRING + days(2)
    Key(year, *free(year, 1)).act("take_back", year.world.builder, **NOTE)
    key = Key(year, *free(year, 1))
    yield year.today + days(6)
    key.act("not_choose", year.world.chairs, **key.decided(), **NOTE)


def overseen(year):
    """A committee follows a matter and has a county look at it, twice; another request is recalled."""
    yield SPRING + days(30)
    world = year.world
    first, second = Counterpart.objects.select_related("suggestion").exclude(committee=None)[:2]

    def counterpart(action, row, actor, **words):
        year.supervise("counterpart", action, row, actor, **words)

    def check(action, actor, **words):
        row = DelegatedCheck.objects.order_by("pk").last()
        year.supervise("delegated_check", action, row, actor, **words)

    for row in (first, second):
        counterpart("change_committee", row, world.affairs, committee=world.builders, note="涉及道路")
        counterpart("note", row, world.builder, on=year.today, way="phone", words="已经开工")
        demand = {"asked_of": world.county, "demand": "核对路段", "due_on": year.today + days(20)}
        counterpart("delegate", row, world.builder, **demand)
        if row is first:
            yield year.today + days(10)
            check("record_check", world.county_office, **(FOUND | {"checked_on": year.today}))
            yield year.today + days(3)
            check("check_again", world.builder, due_on=year.today + days(10), **NOTE)
            yield year.today + days(30)  # late: the clock reminds
            check("record_check", world.county_office, **(FOUND | {"checked_on": year.today}))
            check("take_in", world.builder)
    yield year.today + days(5)
    check("recall", world.builder, **NOTE)


def chasing_all_year(year):
    """On the tenth of each month from May on whatever the ladder proposes is written; units answer."""
    for month in range(5, 13):
        yield dt.date(2025, month, 10)
        world, words = year.world, {"demand": "请尽快答复代表。"}
        found = ladder(world.affairs, year.today)
        for (unit_id, level), parts in found.notices.items():
            chased = {"unit": world.units[world.by_unit[unit_id]], "level": level, **words}
            chased |= {"parts": [one.handling_id for one in parts], "answer_by": year.today + days(10)}
            chasing.chase(actor=world.affairs, at=year.now(), **chased)
        if found.circular:
            late = [one.handling_id for one in found.circular]
            chasing.circulate(actor=world.affairs, at=year.now(), parts=late, **words)
        yield year.today + days(5)
        for row in Chase.objects.filter(state="issued", unit__isnull=False).order_by("pk"):
            officer = world.officer[world.by_unit[row.unit_id]]
            answer = {"words": "正在抓紧", "promised_on": year.today + days(10)}
            year.supervise("chase", "answer_chase", row, officer, **answer)


def inquired(year):
    """A special inquiry moved once, held, voted on: one of two units is found wanting; another called off."""
    yield dt.date(2025, 8, 4)
    world, codes = year.world, ("A14", "A08")
    facts = {"title": "道路类建议办理情况", "meeting": "第三十次会议", "focus": "久拖未决的建议"}
    units = [world.units[code] for code in codes]
    people = {"actor": world.affairs, "units": units}

    def planned(on):
        return inquiring.plan_inquiry(at=year.now(), planned_on=on, **facts, **people)

    other, one = planned(year.today + days(30)), planned(year.today + days(14))
    year.supervise("inquiry", "call_off", other, world.affairs, **NOTE)
    moved = {"units": units, "reason": "会议日期调整", "planned_on": year.today + days(21)}
    year.supervise("inquiry", "change_inquiry", one, world.affairs, **moved)
    yield one.planned_on
    asked = [(unit, "委员甲", "为什么没有修？", "年内修复。") for unit in units]
    held = {"held_on": year.today, "questions": asked}
    year.supervise("inquiry", "record_inquiry", one, world.affairs, **held)
    counts = {units[0].pk: (24, 3, 25), units[1].pk: (40, 8, 4)}
    vote = {"members": 56, "present": 52, "scrutineer": "委员乙", "mend_by": year.today + days(30)}
    year.supervise("inquiry", "record_vote", one, world.affairs, counts=counts, **vote)
    yield year.today + days(40)
    year.supervise("inquiry", "report_mended", one, world.principal["A14"], words="已落实资金，年内完成。")
    year.supervise("inquiry", "end_inquiry", one, world.affairs)


LIVES = (inquired, done, carried_over, cancelled, never_chosen, overseen, chasing_all_year)
