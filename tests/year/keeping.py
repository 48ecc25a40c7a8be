"""What must hold of promises, of public texts and of what is supervised, whatever became of whom."""

import json
from collections import defaultdict

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.choices import PromiseState as M
from minqiao.duties.supervision.choices import UNDER_WAY, CheckState, ProblemState
from minqiao.duties.supervision.models import Chase, Counterpart, DelegatedCheck, KeyItem, Problem
from tests.year.beginning import PRIVATE

# What a promise has in each state, by column:
HOLDS = {
    M.TRACKING: (True, False, False, None, False),
    M.DEFERRED: (True, False, None, None, False),
    M.REPORTED: (False, True, True, None, False),
    M.GRADED: (False, False, True, True, False),
    M.UNMET: (True, False, False, True, False),
    M.MET: (False, False, True, True, True),
    M.FAILED: (False, False, None, None, True),
    M.ENDED: (False, False, None, None, True),
}
COLUMNS = ("report_due_on", "step_due_on", "done_on", "grade", "settled_on")


def each_promise_in_line_with_its_dates(evening):
    """Its state and its dates say the same; what is past a date was spoken of."""
    today, touched = evening.today, {row["pk"] for row in evening.looked}
    for row in evening.promises.values():
        if row["reply__issued_on"] is None:
            continue
        held = HOLDS[row["state"]]
        wrong = [
            name for name, wanted in zip(COLUMNS, held, strict=True) if wanted not in (None, bool(row[name]))
        ]
        if wrong:
            yield f"promise {row['pk']} is {row['state']}: {[(name, row[name]) for name in wrong]}"
        if (row["due_on"] > row["first_due_on"]) != bool(row["times_deferred"]):
            yield f"promise {row['pk']}: put off {row['times_deferred']} times to {row['due_on']}"
        if (row["state"] == M.MET) != (row["grade"] == c.Fulfilment.MET and bool(row["settled_on"])):
            yield f"promise {row['pk']} is {row['state']}, graded {row['grade']}"
        if row["handling__suggestion_id"] not in touched:  # the clock speaks in the morning
            yield from _unseen(row, today)


def _unseen(row, today):
    is_open = row["state"] in c.OPEN_PROMISES
    if is_open and row["due_on"] < today and row["reminded"] != "black":
        yield f"promise {row['pk']}: due {row['due_on']}, reminded “{row['reminded']}”"
    if is_open and row["report_due_on"] < today and row["report_chased_on"] != row["report_due_on"]:
        yield f"promise {row['pk']}: report due {row['report_due_on']}, not asked for"
    late = row["state"] == M.REPORTED and row["step_due_on"] < today
    if late and row["grade_chased_on"] is None:
        yield f"promise {row['pk']}: to be graded by {row['step_due_on']}, not asked for"


def the_axis_follows_the_promises(evening):
    """The whole is tracked while one promise is, unmet when one failed, met when all that count were kept."""
    promised, members = defaultdict(set), defaultdict(set)
    for part in evening.by_pk.values():
        if part["works_with_id"] and part["reply_id"] and part["state"] not in c.ENDED_HANDLINGS:
            members[part["works_with_id"]].add(part["suggestion_id"])
    for row in evening.promises.values():
        if row["reply__issued_on"]:
            also = members[row["handling_id"]] if row["reply__round"] == 1 else ()
            for pk in {row["handling__suggestion_id"], *also}:
                promised[pk].add(row["state"])
    for row in evening.looked:
        if row["commitment_state"] != _axis(promised[row["pk"]]):
            yield f"{row['number']}: {row['commitment_state']}, its promises {sorted(promised[row['pk']])}"


def _axis(states):
    if states - {M.MET, M.FAILED, M.ENDED}:
        return c.CommitmentState.TRACKING
    if M.FAILED in states:
        return c.CommitmentState.UNMET
    return c.CommitmentState.MET if M.MET in states else c.CommitmentState.NONE


def nothing_private_is_published(evening):
    """No phone, no address, no name of one who asked for confidence, in no text and no line of the list."""
    looked = {row["pk"]: row for row in evening.looked}
    for row in evening.publications.values():
        if row["suggestion_id"] not in looked or row["state"] != c.PublicationState.PUBLISHED:
            continue
        shown = [row["title"], row["units_words"], row["county"], json.dumps(row["text"], ensure_ascii=False)]
        words, suggestion = "".join(shown), looked[row["suggestion_id"]]
        hidden = list(PRIVATE.values())
        if suggestion["request_confidential"]:
            item = evening.year.by_pk[suggestion["pk"]]
            hidden += [actor.name for actor in (item.lead, *item.joined)]
        if named := [one for one in hidden if one in words]:
            yield f"{suggestion['number']} tells the public {named}"


def every_publication_has_its_date(evening):
    """Whatever is not decided yet is due, and spoken of once it is late; the axis says what was decided."""
    for row in evening.publications.values():
        is_open = row["state"] in c.UNPUBLISHED
        if is_open and row["due_on"] < evening.today and row["reminded"] != "black":
            yield f"publication {row['pk']}: due {row['due_on']}, reminded “{row['reminded']}”"
        if row["state"] == c.PublicationState.ASKED and row["ask_due_on"] is None:
            yield f"publication {row['pk']}: asked without a date"
    for row in evening.looked:
        now = evening.publications.get(row["publication_id"])
        if now and now["state"] in (c.PublicationState.PUBLISHED, c.PublicationState.WITHHELD):
            decided = now["mode"] or c.DisclosureState.WITHHELD
            if row["disclosure_state"] != decided:
                yield f"{row['number']}: {row['disclosure_state']}, decided {decided}"


def what_is_supervised_has_its_date(evening):
    """What is past a date was spoken of, chasers have one; a committee oversees what was handed out."""
    today = evening.today
    late = (
        KeyItem.objects.filter(state__in=UNDER_WAY, reported_on=None, report_due_on__lt=today),
        Problem.objects.filter(state=ProblemState.OPEN, item__state__in=UNDER_WAY, due_on__lt=today),
        DelegatedCheck.objects.filter(state=CheckState.ASKED, due_on__lt=today),
    )
    for rows in late:
        yield from (
            f"{row._meta.label} {row.pk} is late, nobody said so" for row in rows.exclude(reminded="late")
        )
    yield from (
        f"chaser {row.pk} without a date" for row in Chase.objects.filter(unit__isnull=False, answer_by=None)
    )
    parts = [part for part in evening.by_pk.values() if part["dispatched_on"] < today]
    handed = {part["suggestion_id"] for part in parts}
    handed -= {pk for pk, row in evening.suggestions.items() if row["state"] in c.FINAL_STATES}
    left = handed - set(Counterpart.objects.values_list("suggestion_id", flat=True))
    if left:
        yield f"no committee oversees {sorted(left)}"
