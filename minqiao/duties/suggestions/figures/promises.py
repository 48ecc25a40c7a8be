"""The promises behind a figure, one row each."""

from dataclasses import dataclass

from minqiao.duties.suggestions.rules.counting import Case, Promise


@dataclass(frozen=True)
class Row:
    """A promise, the suggestion it was made in, the unit that made it."""

    case: Case
    unit: str
    promise: Promise

    @property
    def words(self):
        """How it stands: kept in time or late, failed, put off, due and not yet settled, or running."""
        if self.promise.is_met:
            return "按期兑现" if self.promise.is_on_time else "逾期兑现"
        if self.promise.is_over:
            return "未能兑现"
        if self.promise.put_off_to:
            return f"延期至{self.promise.put_off_to}"
        return "到期未核销" if self.promise.due_on <= self.case.on else "跟踪中"


def promise_rows(cases, scope, *, only_due=False, only_met=False):
    """The promises of a scope by date; `only_due`: whose date has come; `only_met`: kept in time."""
    rows = [
        Row(case, part.unit, promise)
        for case in cases
        if not case.is_withdrawn
        for part in case.standing
        if not scope.unit or part.unit_id == scope.unit
        for promise in part.promises
        if (not only_due or promise.due_on <= scope.on) and (not only_met or promise.is_on_time)
    ]
    return sorted(rows, key=lambda row: (row.promise.due_on, row.case.number))
