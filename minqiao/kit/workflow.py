"""A lifecycle as a table (pure): one row per step, and the questions asked of it."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

# A check looks at who acts and on what, and answers why not ("" means: go on).
Check = Callable[[Any, Any], str]
# A window looks at what and at the day, and answers why it is too early or too late.
Window = Callable[[Any, Any], str]


class Refused(Exception):
    """The act is not allowed; the message tells the person why, `basis` by which rule."""

    def __init__(self, why, basis="", action=""):
        super().__init__(why)
        self.why, self.basis, self.action = why, basis, action


def _where(subject) -> str:
    """The state in words; kept with the subject, for a page asks it of every closed step."""
    known = subject.__dict__.get("_where")
    if known is None or known[0] != subject.state:
        known = subject.__dict__["_where"] = (subject.state, subject.get_state_display())
    return known[1]


def asks_who(check) -> bool:
    """Whether a check asks who acts: by the house's naming those begin with by_ or for_."""
    return check.__name__.startswith(("by_", "for_"))


@functools.cache
def _parted(checks):
    """(checks that ask who acts, the others)."""
    rights = [check for check in checks if asks_who(check)]
    return rights, [check for check in checks if check not in rights]


def _first_reason(checks, actor, subject) -> str:
    return next(filter(None, (check(actor, subject) for check in checks)), "")


@dataclass(frozen=True)
class Step:
    """One row of a workflow. A target of "" leaves the state as it is."""

    action: str  # the verb: also the function, the form, the URL and the trail entry
    label: str
    sources: tuple[str, ...]
    target: str
    checks: tuple[Check, ...] = ()
    window: Window | None = None
    starts: str = ""  # the rule whose clock begins to run once the step is taken
    paper: str = ""  # the official paper the step issues

    def missing_right(self, actor, subject) -> str:
        """Why this actor may never take the step on this subject, or an empty string."""
        return _first_reason(_parted(self.checks)[0], actor, subject)

    def refusal(self, actor, subject, on) -> str:
        """Why `actor` may not take this step on `subject` on the day `on`, or an empty string.

        A missing right is said before the stage: who may never do it need not wait for its turn.
        """
        if why := self.missing_right(actor, subject):
            return why
        if subject.state not in self.sources:
            return f"当前环节是“{_where(subject)}”，不能{self.label}"
        why = _first_reason(_parted(self.checks)[1], actor, subject)
        return why or (self.window(subject, on) if self.window else "")


@dataclass(frozen=True)
class Workflow:
    """The whole table. Rows of one action may differ by source or by check; the first open row counts."""

    slug: str
    label: str
    start: str
    steps: tuple[Step, ...]

    def rows(self, action) -> list[Step]:
        """The rows of `action`; empty when there is no such step."""
        return [step for step in self.steps if step.action == action]

    def actions(self) -> list[str]:
        """The verbs, in the order of the table, each once."""
        return list(dict.fromkeys(step.action for step in self.steps))

    def refusal(self, action, actor, subject, on) -> str:
        """Why not, or an empty string. Of several rows, the one that fits the state gives the reason, else
        one for which the actor has the right.
        """
        rows = self.rows(action)
        reasons = [row.refusal(actor, subject, on) for row in rows]
        if not rows or "" in reasons:
            return "" if rows else "没有这一步"
        pairs = list(zip(rows, reasons, strict=True))
        fitting = [why for row, why in pairs if subject.state in row.sources]
        rightful = [why for row, why in pairs if not row.missing_right(actor, subject)]
        return [*fitting, *rightful, *reasons][0]

    def step(self, action, actor, subject, on) -> Step:
        """The open row for `action`, or Refused with the reason."""
        found = next((row for row in self.rows(action) if not row.refusal(actor, subject, on)), None)
        if found is None:
            raise Refused(self.refusal(action, actor, subject, on), action=action)
        return found

    def open_to(self, actor, subject, on) -> list[Step]:
        """The steps whose buttons `actor` should see on `subject`, each action once."""
        rows = (row for row in self.steps if not row.refusal(actor, subject, on))
        return list({row.action: row for row in rows}.values())

    def answers(self, actor, subject, on) -> list[tuple[Step, str]]:
        """Every action with the reason why not ("" where it is open)."""
        firsts = [self.rows(action)[0] for action in self.actions()]
        return [(row, self.refusal(row.action, actor, subject, on)) for row in firsts]

    def offered(self, actor, subject, on, first=(), last=()) -> list[tuple[Step, str]]:
        """What a page offers: the open steps, those of `first` before the others, those of `last` after them;
        then, with the reason, the steps that this state has but something bars.
        """
        ranks = dict.fromkeys(last, len(first) + 1)
        ranks |= {action: place for place, action in reversed(list(enumerate(first)))}
        here = [
            (row, why)
            for row, why in self.answers(actor, subject, on)
            if not why or any(subject.state in one.sources for one in self.rows(row.action))
        ]
        return sorted(here, key=lambda pair: (bool(pair[1]), ranks.get(pair[0].action, len(first))))

    def diagram(self) -> str:
        """The table as a Mermaid state diagram, for the documentation."""
        arrows = [f"    [*] --> {self.start}"]
        for step in self.steps:
            arrows += [f"    {source} --> {step.target or source}: {step.label}" for source in step.sources]
        return "\n".join(["stateDiagram-v2", *dict.fromkeys(arrows)])


@dataclass(frozen=True)
class Duty:
    """In `state`, `action` waits for these roles."""

    roles: tuple
    state: str
    action: str


def acts_that_wait(duties, role, state) -> list[str]:
    """The acts that wait in this state for somebody in this role, the most pressing first."""
    return [duty.action for duty in duties if role in duty.roles and state == duty.state]


def act_that_waits(workflow, duties, actor, subject, on) -> str:
    """The first of the duties in this state that the actor may do now, or "": the workflow decides."""
    acts = acts_that_wait(duties, actor.role, subject.state)
    return next((act for act in acts if not workflow.refusal(act, actor, subject, on)), "")
