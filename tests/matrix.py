"""A lifecycle tried out: every step × everybody × every state, against who should be allowed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Oracle:
    """`stage`: actors by name. `who`: whom each check of people, by its name, lets pass. `on`: the day."""

    stage: dict
    who: dict
    on: object

    def cases(self, tables):
        """(workflow, action, state, how to make a subject) for each of (workflow, states, make)."""
        return [
            (workflow, action, state, make)
            for workflow, states, make in tables
            for action in workflow.actions()
            for state in states.values
        ]

    def _passed_by(self, row):
        names = [check.__name__ for check in row.checks if check.__name__ in self.who]
        return set(self.stage).intersection(*(self.who[name] for name in names))

    def judge(self, workflow, action, state, make):
        """Exactly those may whom the checks let pass; who has the right but not the stage hears the stage."""
        subject = make(state, action)
        reasons = {
            name: workflow.refusal(action, actor, subject, self.on) for name, actor in self.stage.items()
        }
        rows = workflow.rows(action)
        leaving = [row for row in rows if state in row.sources]
        allowed = set().union(*(self._passed_by(row) for row in leaving))
        assert {name for name, why in reasons.items() if why == ""} == allowed
        if not leaving:
            stage = f"当前环节是“{state}”，不能{rows[0].label}"
            rightful = set().union(*(self._passed_by(row) for row in rows))
            assert {name for name, why in reasons.items() if why == stage} == rightful

    def is_whole(self, tables, people):
        """The oracle knows every check of the module `people` that the tables use, and no other."""
        rows = [row for workflow, _, _ in tables for row in workflow.steps]
        checks = {
            check.__name__ for row in rows for check in row.checks if check.__module__ == people.__name__
        }
        assert checks == set(self.who)
