"""The tables as they stand in the evening: what was touched in the day is read anew, the rest is remembered.

Which matters were touched the trail tells. Once a month everything is read, and must be what was remembered:
so a change that left no trail is found too.
"""

from collections import defaultdict
from functools import cached_property

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Commitment, Handling, Publication, Suggestion
from minqiao.foundation.trail.models import Event

S, H = c.State, c.HandlingState
# Whose turn it is (domain.md 2.1): the only one whose clock runs, by where the paper is.
OWNER = {
    H.DISPATCHED: "unit", H.SIGNED: "unit", H.HANDLING: "unit", H.REPLY_DRAFT: "unit",
    H.FORMAT_CHECK: "unit", H.PRE_REVIEW: "gov", H.REPLY_SIGNING: "unit", H.REDO: "unit",
    H.RETURN_PENDING: "assigner", H.RETURN_DISPUTED: "leader", H.EXTENSION_PENDING: "affairs",
    H.REPLIED: "deputy", H.EVALUATED: "affairs", H.JOINT_STUDY: "affairs", H.STUDIED: "affairs",
    H.OPINION_SENT: "",  # nothing more is asked of an assisting unit
}  # fmt: skip
WAITS_FOR_REPLY = frozenset(OWNER) - {H.REPLIED, H.EVALUATED, H.JOINT_STUDY, H.STUDIED, H.OPINION_SENT}
GRADED = frozenset({H.EVALUATED, H.JOINT_STUDY, H.STUDIED})
CASE = "suggestions.suggestion"
S_FIELDS = (
    "number", "serial", "session_id", "kind", "year", "state", "assigned_on", "due_on", "replied_on",
    "first_replied_on", "evaluation_state", "commitment_state", "disclosure_state", "result_category",
    "merged_into_id", "withdraw_asked_on", "accepted_on", "assign_due_on", "assign_reminded",
    "publication_id", "request_confidential",
)  # fmt: skip
H_FIELDS = (
    "suggestion_id", "unit_id", "role", "part", "state", "origin_assigned_on", "assigned_on", "due_on",
    "step_due_on", "replied_on", "round", "opinion_id", "reply_id", "reminded", "works_with_id", "leads_file",
    "redo_on", "first_chased_on", "second_chased_on", "no_response", "evaluation_released", "returns_asked",
    "extended", "dispatched_on",
)  # fmt: skip
M_FIELDS = (
    "handling_id", "handling__suggestion_id", "state", "first_due_on", "due_on", "times_deferred", "done_on",
    "report_due_on", "report_chased_on", "step_due_on", "grade", "grade_chased_on", "reminded", "settled_on",
    "reply__issued_on", "reply__round",
)  # fmt: skip
P_FIELDS = (
    "suggestion_id", "state", "mode", "due_on", "reminded", "replied_on", "checked_on", "published_at",
    "ask_due_on", "text", "title", "units_words", "county", "ground",
)  # fmt: skip
TABLES = {  # name: (model, columns, the column that names the suggestion)
    "suggestions": (Suggestion, S_FIELDS, "pk"),
    "handlings": (Handling, H_FIELDS, "suggestion_id"),
    "promises": (Commitment, M_FIELDS, "handling__suggestion_id"),
    "publications": (Publication, P_FIELDS, "suggestion_id"),
}


def _read(name, keys=None):
    model, columns, of = TABLES[name]
    rows = model.objects.all() if keys is None else model.objects.filter(**{f"{of}__in": keys})
    return {row["pk"]: row for row in rows.order_by("pk").values("pk", *columns)}


class Evening:
    """All rows as dictionaries, by key; `looked` are the matters that this evening is about."""

    def __init__(self, year, whole):
        self.year, self.today, self.whole = year, year.today, whole
        kept = year.tables
        self.suggestions, self.by_pk = kept["suggestions"], kept["handlings"]
        self.promises, self.publications = kept["promises"], kept["publications"]
        touched = self._with_their_files(self._touched())
        for name in TABLES if touched else ():
            self._renew(name, touched)
        if whole:
            for name in TABLES:
                now = _read(name)
                changed = [pk for pk in kept[name].keys() | now if kept[name].get(pk) != now.get(pk)]
                assert not changed, f"{name}: {changed} changed without a line in the trail"
        looked = self.suggestions if whole else self._with_their_files(touched)
        self.looked = [self.suggestions[pk] for pk in sorted(looked)]

    def _touched(self):
        """The matters with a line in the trail since the last evening."""
        rows = Event.objects.filter(seq__gt=self.year.seen).order_by("seq")
        rows = list(rows.values_list("seq", "case_type", "case_id"))
        self.year.seen = rows[-1][0] if rows else self.year.seen
        return {pk for _, kind, pk in rows if kind == CASE}

    def _with_their_files(self, keys):
        """These matters, what each was merged into, and what was merged into that."""
        into = {pk: row["merged_into_id"] for pk, row in self.suggestions.items() if row["merged_into_id"]}
        leads = {into.get(pk, pk) for pk in keys}
        return keys | leads | {pk for pk, lead in into.items() if lead in leads}

    def _renew(self, name, keys):
        rows, of = self.year.tables[name], TABLES[name][2]
        for pk in [pk for pk, row in rows.items() if row[of] in keys]:
            del rows[pk]
        rows.update(_read(name, keys))

    @cached_property
    def standing(self):
        """The handlings that count, by suggestion."""
        found = defaultdict(list)
        for row in self.by_pk.values():
            if row["state"] not in c.ENDED_HANDLINGS:
                found[row["suggestion_id"]].append(row)
        return found

    @cached_property
    def every_running(self):
        """Assigned and not ended."""
        ended = c.BEFORE_ASSIGNMENT | c.FINAL_STATES
        return [row for row in self.suggestions.values() if row["state"] not in ended]

    @cached_property
    def running(self):
        """Of those looked at this evening, the assigned ones that have not ended."""
        ended = c.BEFORE_ASSIGNMENT | c.FINAL_STATES
        return [row for row in self.looked if row["state"] not in ended]

    @cached_property
    def parts(self):
        """The handlings of the matters looked at."""
        keys = {row["pk"] for row in self.looked}
        return [row for row in self.by_pk.values() if row["suggestion_id"] in keys]

    @cached_property
    def open_parts(self):
        """The parts of running suggestions that still wait for a reply or an opinion."""
        parts = [part for row in self.every_running for part in self.standing[row["pk"]]]
        return [part for part in parts if part["state"] in WAITS_FOR_REPLY]

    def answering(self, row):
        return [part for part in self.standing[row["pk"]] if part["role"] in c.ANSWERING]
