"""The matrix of a room: every step × everybody × every state, against an oracle written in people.

A room's test says who is on stage (name -> Actor), which of them each check "by whom" lets through, and
how to make a stand-in whose matter is in order for an act, so that only state and person decide.
"""

from dataclasses import dataclass

from minqiao.kit.actor import Actor
from minqiao.kit.workflow import asks_who


def on_stage(role, scope, realm=1, selves=()):
    """An actor who holds, beside this capacity, the `selves` (role, scope)."""
    return Actor(
        user_id=1, capacity_id=1, role=role, scope_id=scope, realm_id=realm, selves=frozenset(selves)
    )


class Rows(list):
    """A stand-in for the rows of a relation."""

    def all(self):
        return self


@dataclass(frozen=True)
class Matrix:
    """`tables`: (workflow, states, make(state, action)) each; `who`: check -> names on `stage`; `on` the day.

    `apart`: names of checks of the matter that the stand-ins do not fulfil; their rows are left out.
    """

    stage: dict
    who: dict
    tables: tuple
    on: object
    apart: frozenset = frozenset()

    def cases(self):
        """Every (workflow, action, state, make)."""
        return [
            (workflow, action, state, make)
            for workflow, states, make in self.tables
            for action in workflow.actions()
            for state in states.values
        ]

    @staticmethod
    def name_of(case):
        """How a case is called in the report of the tests."""
        workflow, action, state, _ = case
        return f"{workflow.slug}-{action}-{state}"

    def check(self, workflow, action, state, make):
        """Exactly those may whom the oracle names; at a wrong stage exactly they are told of the stage."""
        subject = make(state, action)
        people = self.stage.items()
        reasons = {name: workflow.refusal(action, actor, subject, self.on) for name, actor in people}
        assert {name for name, why in reasons.items() if why == ""} == self._allowed(workflow, action, state)
        if not any(state in row.sources for row in workflow.rows(action)):
            stage = f"当前环节是“{state}”，不能{workflow.rows(action)[0].label}"
            told = {name for name, why in reasons.items() if why == stage}
            assert told == self._rightful(workflow.rows(action))

    def _allowed(self, workflow, action, state):
        """The union over the rows of the action that leave this state."""
        rows = [row for row in workflow.rows(action) if state in row.sources]
        return self._rightful([row for row in rows if not self.apart & {one.__name__ for one in row.checks}])

    def _rightful(self, rows):
        """Who passes the checks “by whom” of one of these rows, whatever the stage."""
        found = set()
        for row in rows:
            names = [check.__name__ for check in row.checks if asks_who(check)]
            found |= set(self.stage).intersection(*(self.who[name] for name in names))
        return found

    def checks(self):
        """The names of all checks “by whom” in the tables, by name or by file: what `who` has to know."""
        found = {check for workflow, _, _ in self.tables for row in workflow.steps for check in row.checks}
        people = {check for check in found if check.__module__.endswith(".people")}
        return {check.__name__ for check in found if asks_who(check)} | {one.__name__ for one in people}
