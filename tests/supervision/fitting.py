"""For every step of the room: a subject it can be taken on, who takes it, and what to send."""

from minqiao.duties.supervision.workflow import CHASE, COUNTERPART, DELEGATED_CHECK, INQUIRY, KEY_ITEM
from tests.factories import a_dispatched
from tests.supervision import stages

WORKFLOWS = {one.slug: one for one in (KEY_ITEM, COUNTERPART, DELEGATED_CHECK, CHASE, INQUIRY)}
PREFIXES = {
    "key_item": "supervision",
    "counterpart": "supervision/counterparts",
    "delegated_check": "supervision/checks",
    "chase": "supervision/chases",
    "inquiry": "supervision/inquiries",
}
EVERY_STEP = [(slug, action) for slug, one in WORKFLOWS.items() for action in one.actions()]
NOTE = {"note": "按会议要求办理"}
MEETING = {"meeting": "第43次主任会议", "decided_on": "2026-05-30"}
UNIT, HEAD = "unit", "principal"


def _free(world, item):
    return {"suggestions": [a_dispatched(world, title="关于另一条路的建议")[0].pk]}


def _member(world, item):
    found = _free(world, item)["suggestions"]
    item.members.create(suggestion_id=found[0])
    return {"suggestion": found[0], "note": "代表已撤回"}


def _plan(world, item):
    return {
        "leader": world.mandates[-1].pk, "committee": world.builders.pk, "unit": world.units["A14"].pk,
        "handling_leader": "副市长某某某", "plan": stages.PLAN, "report_due_on": "2026-10-15",
        "visit_ways": ["走访调研"], "visit_texts": ["现场查看"], "visit_dates": ["2026-06-12"],
    }  # fmt: skip


def _replan(world, item):
    return _plan(world, item) | {"reason": "领导分工调整"}


def _ahead(world, item):
    visit = item.visits.filter(held_on=None).first()
    return {"visit": visit.pk, "on": "2026-06-16", "place": "市交通运输局", "words": "九时集合"}


VISIT = {
    "way": "talk", "text": "座谈", "held_on": "2026-05-30", "participants": "委员会、代表",
    "findings": "进度正常。", "problem_texts": ["资金未到位"], "problem_dates": ["2026-07-01"],
}  # fmt: skip


def _visit(world, item):
    return VISIT


def _letter(world, item):
    ids = list(item.problems.values_list("pk", flat=True))
    return {"problems": ids, "demand": "请倒排工期。", "due_on": "2026-07-15"}


def _answer(world, item):
    return {"problem": item.problems.filter(state="open").first().pk, "words": "已经修复"}


def _settle(world, item):
    problem = item.problems.filter(state="answered").first().pk
    return {"problem": problem, "is_mended": 1, "note": "现场核对属实"}


def _county(world, row):
    return {"asked_of": world.county.pk, "demand": "核对修复路段", "due_on": "2026-06-20"}


def _replanned(world, row):
    return {
        "title": "道路类建议办理情况", "meeting": "第三十七次会议", "planned_on": "2026-07-28",
        "units": [world.units["A14"].pk], "focus": stages.FOCUS, "reason": "会议日期调整",
    }  # fmt: skip


def _questions(world, row):
    return {
        "held_on": "2026-05-30", "question_units": ["市交通运输局"], "question_people": ["委员甲"],
        "question_texts": ["为什么没有修？"], "question_answers": ["年内修复。"],
    }  # fmt: skip


VOTE = {
    "members": 56, "present": 52, "scrutineer": "委员乙", "satisfied": [24, 40], "basic": [3, 8],
    "dissatisfied": [25, 4], "mend_by": "2026-08-31",
}  # fmt: skip
MENDED = {"words": "已落实资金，倒排工期，年内完成三公里修复任务。"}


def _other(world, row):
    return {"committee": world.committee.scope_id, "note": "涉及农村"}


# slug -> action -> (how to come there, who, what to send)
FITTING = {
    "key_item": {
        "edit": (stages.proposed, "builder", {"title": "农村公路", "reasons": stages.REASONS}),
        "group": (stages.proposed, "builder", _free),
        "drop": (stages.proposed, "builder", _member),
        "take_back": (stages.proposed, "builder", NOTE),
        "choose": (stages.proposed, "chairs", MEETING),
        "not_choose": (stages.proposed, "chairs", MEETING | NOTE),
        "arrange": (stages.chosen, "affairs", _plan),
        "rearrange": (stages.arranged, "affairs", _replan),
        "announce": (stages.running, "builder", _ahead),
        "record_visit": (stages.arranged, "chairs", _visit),
        "send_letter": (stages.running, "builder", _letter),
        "answer_problem": (stages.running, "unit", _answer),
        "settle_problem": (stages.answered, "builder", _settle),
        "report": (stages.running, "principal", {"text": "已修复破损路段三公里，完善排水设施，落实人员。"}),
        "send_back": (stages.reported, "chairs", NOTE | {"report_due_on": "2026-07-31"}),
        "accept": (stages.reported, "chairs", MEETING),
        "carry_over": (stages.reported, "chairs", MEETING | NOTE | {"report_due_on": "2027-09-30"}),
        "cancel": (stages.running, "affairs", NOTE),
    },
    "counterpart": {
        "change_committee": (stages.overseen, "affairs", _other),
        "note": (stages.overseen, "builder", {"on": "2026-05-30", "way": "phone", "words": "已开工"}),
        "delegate": (stages.overseen, "builder", _county),
    },
    "delegated_check": {
        "record_check": (
            stages.delegated, "county",
            {"checked_on": "2026-05-30", "people": "代工委", "findings": "属实", "result": "done"},
        ),
        "check_again": (stages.checked, "builder", NOTE | {"due_on": "2026-07-01"}),
        "take_in": (stages.checked, "builder", {}),
        "recall": (stages.delegated, "builder", NOTE),
    },
    "chase": {"answer_chase": (stages.chased, "unit", {"words": "征地", "promised_on": "2026-06-20"})},
    "inquiry": {
        "change_inquiry": (stages.planned, "affairs", _replanned),
        "call_off": (stages.planned, "affairs", NOTE),
        "record_inquiry": (stages.planned, "affairs", _questions),
        "record_vote": (stages.held, "affairs", VOTE),
        "report_mended": (stages.voted, "principal", MENDED),
        "end_inquiry": (stages.held, "affairs", {}),
    },
}  # fmt: skip


def fitting(world, slug, action):
    """(subject, who takes the step, the body that fits)."""
    make, who, body = FITTING[slug][action]
    subject = make(world)
    people = {
        "builder": world.builder, "chairs": world.chairs, "affairs": world.affairs,
        "county": world.county_office, "unit": world.officer["A14"], "principal": world.principal["A14"],
    }  # fmt: skip
    return subject, people[who], body(world, subject) if callable(body) else body
