"""For every step of the room: a project it can be taken on, who takes it, and what to send."""

from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.kit.money import in_yuan
from tests.microprojects import stages

EVERY_STEP = PROJECT.actions()
NOTE = {"note": "按会议要求办理"}
MEETING = {"meeting": "市人大常委会第43次主任会议", "decided_on": "2026-05-30"}
GROUP, COUNTY, FINANCE, CHAIRS, UNIT, DEPUTY = (
    "affairs",
    "county_office",
    "finance",
    "chairs",
    "builder",
    "deputy",
)


FOLLOWS = {"estimate", "cost", "requested", "county_share", "other_share", "interest_note"} | {
    "longitude",
    "latitude",
}


def application(world, project):
    """The application again, as the form has it."""
    names = (
        "estimate",
        "cost",
        "requested",
        "county_share",
        "other_share",
        "longitude",
        "latitude",
        "interest_note",
    )
    words = {name: value for name, value in stages.WORDS.items() if name not in names}
    items, quantities, amounts = zip(*stages.WORDS["estimate"], strict=True)
    words |= {"estimate_items": list(items), "estimate_quantities": list(quantities)}
    words["estimate_amounts"] = [in_yuan(fen) for fen in amounts]
    return words | {"county": project.county_id, "unit": world.units["A14"].pk}


def _complaint(world, project):
    return {"complaint": project.complaints.first().pk, "answer": "已实地丈量，与公示一致"}


START = {
    "contractor": "华丰村村民委员会", "contractor_person": "村委会负责人", "purchase": "village",
    "started_on": "2026-05-20", "planned_finish": "2026-07-31", "no_interest": True,
}  # fmt: skip
PAY = {
    "amount": "40000", "reference": "520500-2026-000456", "paid_on": "2026-05-30", "stage": "开工预付",
    "proof": "开工照片",
}  # fmt: skip
CHANGE = {"works": "硬化1300平方米", "village": "华丰村三组晒坝", "new_amount": "90000", "reason": "群众要求"}
VISIT = {"on": "2026-05-30", "stage": "during", "people": "代表1", "findings": "按图施工。"}
ACCEPT = {"accepted_on": "2026-05-30", "works_done": "实测1190平方米"} | stages.ACCEPTORS
REVIEW = {"review_score": 92, "review_words": "按期按量完成，资金节约，群众认可，管护落实。"}
SITE = {
    "site_on": "2026-05-28", "site_people": "镇人大", "site_findings": "属实", "is_urgent": True,
    "is_direct": True,
    "is_alone": True,
}  # fmt: skip
# action -> (how to come there, who, what to send)
FITTING = {
    "mend": (stages.returned, DEPUTY, application),
    "withdraw": (stages.applied, DEPUTY, NOTE),
    "ask_to_mend": (stages.applied, COUNTY, NOTE),
    "check_site": (stages.applied, COUNTY, SITE),
    "reject": (stages.county_checked, FINANCE, NOTE),
    "check_funding": (
        stages.county_checked,
        FINANCE,
        {"finance_opinion": "未发现重复安排", "is_barred": False},
    ),
    "score": (stages.finance_checked, GROUP, {"tier": 1} | stages.POINTS),
    "approve": (stages.pooled, CHAIRS, MEETING),
    "announce": (stages.approved, GROUP, {}),
    "complain": (stages.announced, GROUP, {"received_on": "2026-05-30", "way": "来信", "words": "面积不符"}),
    "answer_complaint": (stages.complained, GROUP, _complaint),
    "back_to_pool": (stages.complained, GROUP, NOTE),
    "strike": (stages.complained, GROUP, NOTE),
    "start": (stages.announced, UNIT, START),
    "pay": (stages.started, FINANCE, PAY),
    "request_change": (stages.started, UNIT, CHANGE),
    "agree_change": (stages.changing_little, GROUP, {"decision": "同意"}),
    "refuse_change": (stages.changing, GROUP, {"decision": "按原设计实施"}),
    "visit": (stages.started, DEPUTY, VISIT),
    "finish": (stages.visited, UNIT, {"finished_on": "2026-05-30", "works_done": "实测1190平方米"}),
    "send_back": (stages.finished, COUNTY, {"defects": "排水沟坡度不足", "due_on": "2026-06-20"}),
    "accept": (stages.finished, COUNTY, ACCEPT),
    "settle": (stages.paid_up, FINANCE, {"final": "83500"}),
    "survey": (stages.settled, COUNTY, {"surveyed": 40, "satisfied": 38}),
    "review": (stages.surveyed, GROUP, REVIEW),
    "cancel": (stages.approved, CHAIRS, MEETING | NOTE),
}


def fitting(world, action):
    """(project, who takes the step, the body that fits)."""
    make, who, body = FITTING[action]
    project = make(world)
    return project, getattr(world, who), body(world, project) if callable(body) else body
