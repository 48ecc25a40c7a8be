"""Which act waits for whom in which state of a key item (pure); the workflow has the last word."""

from dataclasses import dataclass

from minqiao.duties.supervision.choices import KeyState as K
from minqiao.foundation.accounts.choices import UNIT_ROLES, Role

SUPERVISORS = (Role.CHAIRS_COUNCIL, Role.SPECIAL_COMMITTEE)
UNIT = tuple(sorted(UNIT_ROLES))


@dataclass(frozen=True)
class Duty:
    """In `state`, `action` waits for these roles."""

    roles: tuple
    state: str
    action: str


# fmt: off
OF_ITEMS = (
    Duty((Role.CHAIRS_COUNCIL,),   K.PROPOSED,     "choose"),
    Duty((Role.DEPUTY_AFFAIRS,),   K.KEY,          "arrange"),
    Duty(SUPERVISORS,              K.RUNNING,      "settle_problem"),
    Duty(SUPERVISORS,              K.CARRIED_OVER, "settle_problem"),
    Duty(SUPERVISORS,              K.ASSIGNED,     "record_visit"),
    Duty(SUPERVISORS,              K.RUNNING,      "record_visit"),
    Duty(SUPERVISORS,              K.CARRIED_OVER, "record_visit"),
    Duty((*UNIT,),                 K.RUNNING,      "answer_problem"),
    Duty((*UNIT,),                 K.CARRIED_OVER, "answer_problem"),
    Duty((Role.UNIT_PRINCIPAL,),   K.RUNNING,      "report"),
    Duty((Role.CHAIRS_COUNCIL,),   K.REPORTED,     "accept"),
    Duty((Role.CHAIRS_COUNCIL,),   K.REPORTED,     "carry_over"),
)
# fmt: on


def acts_that_wait(role, state):
    """The acts that wait in this state for somebody in this role."""
    return {duty.action for duty in OF_ITEMS if role in duty.roles and state == duty.state}
