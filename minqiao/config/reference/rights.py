"""Who may do what: every judgement "by whom" asked for every role, on a matter that is that person's own."""

from minqiao.config.reference.markdown import page, table
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import Actor
from minqiao.kit.mechanism import mechanisms
from minqiao.kit.workflow import asks_who

MINE, OTHERS = 1, 2
ALWAYS, SOMETIMES, NEVER = "●", "○", ""


class Matter:
    """A matter in which everything belongs to the asking person; `facts` may say otherwise of some."""

    def __init__(self, **facts):
        self.facts = facts

    def __getattr__(self, name):
        if name in self.facts:
            return self.facts[name]
        if name.endswith("_id"):
            return MINE
        if name.endswith("_ids"):
            return frozenset({MINE})
        return False if name.startswith(("is_", "has_")) else self

    def __iter__(self):
        return iter((self,))

    def __call__(self, *args, **kwargs):
        return self

    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash(MINE)


# The plain case first; then the special ones: on paper, a co-signer's, somebody else's unit.
PLAIN = Matter()
SPECIAL = (Matter(is_paper=True), Matter(lead_signer_id=OTHERS), Matter(unit_id=OTHERS))


def rights() -> str:
    """The page."""
    sections = [
        part for room in mechanisms() for workflow in room.workflows for part in _rights(room, workflow)
    ]
    return page(
        "谁能做什么",
        f"由代码中“由谁”的判断逐一试出，前提是该事项属于本人、本单位或本级人大，并且处在合适的环节。"
        f"{ALWAYS} 可以；{SOMETIMES} 仅在特别情形下可以（如凭纸质材料代录、受邀联名）；空白为不可以。",
        *sections,
    )


def _rights(room, workflow):
    yield f"## {room.label}：{workflow.label}"
    marks = {action: {role: _mark(workflow, action, role) for role in Role} for action in workflow.actions()}
    active = [role for role in Role if any(row[role] for row in marks.values())]
    rows = [
        [workflow.rows(action)[0].label, *(row[role] for role in active)] for action, row in marks.items()
    ]
    yield table(["步骤", *(role.label for role in active)], rows)
    yield f"不参与办理：{'、'.join(role.label for role in Role if role not in active)}。"


def _mark(workflow, action, role):
    rows = workflow.rows(action)
    if any(_may(row, role, PLAIN) for row in rows):
        return ALWAYS
    return SOMETIMES if any(_may(row, role, matter) for row in rows for matter in SPECIAL) else NEVER


def _may(row, role, matter):
    actor = Actor(user_id=1, role=role, scope_id=MINE, realm_id=MINE, selves=frozenset({(role, MINE)}))
    who = [check for check in row.checks if asks_who(check)]
    return not any(check(actor, matter) for check in who)
