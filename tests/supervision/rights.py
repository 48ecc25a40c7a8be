"""Who may do what at each stage of supervision: a statement of rights made by hand from domain.md 2.3.

It knows neither the tables of steps nor their checks. Whoever is not named may do nothing.
"""

from minqiao.duties.supervision.actions import (
    answering,
    chasing,
    counterparts,
    inquiring,
    leading,
    proposing,
)
from minqiao.duties.supervision.choices import ChaseLevel
from minqiao.duties.supervision.queries.chasing import ladder
from tests.factories import a_dispatched, at, day
from tests.supervision import stages
from tests.supervision.stages import MEETING

ON = "2026-06-01"
NOTE = {"note": "按会议要求办理"}


def of_two(world):
    item = stages.proposed(world)
    more = [a_dispatched(world, title="关于另一条路的建议")[0]]
    return proposing.group(item, actor=world.builder, at=at("2026-04-04"), suggestions=more)


def not_chosen(world):
    words = {"actor": world.chairs, "at": at("2026-04-13")}
    return proposing.not_choose(stages.proposed(world), **words, **MEETING, **NOTE)


def mended(world):
    """The one problem was answered for, looked at, and is mended."""
    item = stages.running(world, stages.PROBLEMS[:1])
    words = {"problem": item.problems.get()}
    answering.answer_problem(item, actor=world.officer["A14"], at=at("2026-05-28"), words="已经加固", **words)
    words = {"problem": item.problems.get(), "is_mended": True, "note": "现场核对属实"}
    return leading.settle_problem(item, actor=world.builder, at=at("2026-05-29"), **words)


def reported_with_a_problem(world):
    return stages.reported(world, stages.PROBLEMS[:1])


def accepted(world):
    words = {"meeting": "第60次主任会议", "decided_on": day("2026-05-30")}
    return answering.accept(stages.reported(world), actor=world.chairs, at=at("2026-05-30"), **words)


def cancelled(world):
    return answering.cancel(stages.running(world), actor=world.affairs, at=at("2026-05-20"), **NOTE)


def taken_in(world):
    return counterparts.take_in(stages.checked(world), actor=world.builder, at=at("2026-05-30"))


def recalled(world):
    return counterparts.recall(stages.delegated(world), actor=world.builder, at=at("2026-05-21"), **NOTE)


def called_off(world):
    return inquiring.call_off(stages.planned(world), actor=world.affairs, at=at("2026-05-20"), **NOTE)


def content(world):
    """Nobody was found wanting."""
    return stages.voted(world, ((30, 10, 12), (40, 8, 4)))


def ended(world):
    found = stages.mended_after_vote(world)
    return inquiring.end_inquiry(found, actor=world.affairs, at=at("2026-05-31"))


def answered_chase(world):
    words = {"words": "正在征地", "promised_on": day("2026-06-20")}
    chase = stages.chased(world)
    return chasing.answer_chase(chase, actor=world.officer["A14"], at=at("2026-05-29"), **words)


def circulated(world):
    """After two chasers: a circular, which asks for no answer."""
    stages.chased(world)
    stages.chase_again(world, ChaseLevel.SECOND, "2026-06-12")
    late = [part.handling_id for part in ladder(world.affairs, day("2026-06-29")).circular]
    return chasing.circulate(actor=world.affairs, at=at("2026-06-29"), parts=late, demand="请尽快答复代表。")


OFFICE = "affairs own_affairs"
COMMITTEE = f"builder {OFFICE}"
CHAIRS = f"chairs {OFFICE}"
SUPERVISORS = f"chairs builder {OFFICE}"
A14 = "officer-A14 head-A14 principal-A14"
UNDER_WAY = {OFFICE: "rearrange cancel", COMMITTEE: "group", SUPERVISORS: "announce record_visit"}


def under_way(**more):
    """What is open while an item is supervised, and this besides."""
    found = dict(UNDER_WAY)
    for who, verbs in more.items():
        who = {"supervisors": SUPERVISORS, "unit": A14, "principal": "principal-A14"}[who]
        found[who] = f"{found.get(who, '')} {verbs}"
    return found


OF_ITEMS = {
    "proposed": (stages.proposed, ON, {COMMITTEE: "edit group take_back", CHAIRS: "choose not_choose"}),
    "proposed, of two": (of_two, ON, {
        COMMITTEE: "edit group drop take_back", CHAIRS: "choose not_choose"}),
    "not chosen": (not_chosen, ON, {}),
    "chosen": (stages.chosen, ON, {COMMITTEE: "group", OFFICE: "arrange cancel"}),
    "arranged": (stages.arranged, ON, UNDER_WAY),
    "running": (stages.running, ON, under_way(
        supervisors="send_letter", unit="answer_problem", principal="report")),
    "running, a problem is answered": (stages.answered, ON, under_way(
        supervisors="send_letter settle_problem", unit="answer_problem", principal="report")),
    "running, all is mended": (mended, ON, under_way(principal="report")),
    "reported": (stages.reported, ON, {CHAIRS: "send_back accept carry_over", OFFICE: "cancel"}),
    "reported, a problem is left": (reported_with_a_problem, ON, {
        CHAIRS: "send_back carry_over", OFFICE: "cancel", SUPERVISORS: "send_letter",
        A14: "answer_problem"}),
    "carried over": (stages.carried, ON, UNDER_WAY),
    "done": (accepted, ON, {}),
    "cancelled": (cancelled, ON, {}),
}  # fmt: skip
OF_COUNTERPARTS = {
    "standing": (stages.overseen, ON, {OFFICE: "change_committee", COMMITTEE: "note delegate"}),
}
OF_CHECKS = {
    "asked": (stages.delegated, ON, {"county": "record_check", COMMITTEE: "recall"}),
    "made": (stages.checked, ON, {COMMITTEE: "check_again take_in"}),
    "taken in": (taken_in, ON, {}),
    "recalled": (recalled, ON, {}),
}
OF_CHASES = {
    "issued": (stages.chased, ON, {f"{A14} own_officer own_principal": "answer_chase"}),
    "answered": (answered_chase, ON, {}),
    "a circular": (circulated, "2026-06-30", {}),
}
PRINCIPAL = "principal-A14 own_principal"
OF_INQUIRIES = {
    "planned": (stages.planned, "2026-05-27", {OFFICE: "change_inquiry call_off"}),
    "planned, its day has come": (stages.planned, "2026-05-28", {
        OFFICE: "change_inquiry call_off record_inquiry"}),
    "held": (stages.held, ON, {OFFICE: "record_vote end_inquiry"}),
    "voted, a unit is found wanting": (stages.voted, ON, {PRINCIPAL: "report_mended"}),
    "voted, it has reported": (stages.mended_after_vote, ON, {OFFICE: "end_inquiry"}),
    "voted, nobody is found wanting": (content, ON, {OFFICE: "end_inquiry"}),
    "ended": (ended, ON, {}),
    "called off": (called_off, ON, {}),
}  # fmt: skip
