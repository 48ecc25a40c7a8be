"""What must hold every evening of the year, whatever became of whom. Each answers its faults in words.

A further invariant is a function of `Evening` and its name in DAILY, WEEKLY or MONTHLY.
"""

from collections import Counter, defaultdict

from django.db.models import Max

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.figures import handling_progress
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.rules import GENESIS, digest
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.deadlines import add_months, next_workday
from minqiao.overviews.notifications.models import Message
from tests.year import counted, keeping
from tests.year.acts import days
from tests.year.tables import GRADED, OWNER, Evening, H, S

LAW_MONTHS = 6


def one_owner(evening):
    """Of every running matter somebody is in charge, and of every part of it exactly one unit."""
    for row in evening.running:
        parts, answering = evening.standing[row["pk"]], evening.answering(row)
        roles = Counter(part["role"] for part in answering)
        alone = roles[c.HandlingRole.SOLE] + roles[c.HandlingRole.LEAD]
        if row["state"] == S.ASSIGNED:
            whole = not parts  # the government office has it
        else:
            whole = (alone, roles[c.HandlingRole.SEPARATE] > 0) in ((1, False), (0, True))
        units = [part["unit_id"] for part in parts]
        named = [part["part"] for part in answering if part["part"]]
        if not whole or len(set(units)) < len(units) or len(set(named)) < len(named):
            yield f"{row['number']} {row['state']}: held by {dict(roles)}, parts {named}"
        for part in parts:
            if part["state"] not in OWNER:
                yield f"{row['number']}: nobody's turn in {part['state']}"


def nobody_waits_for_what_has_ended(evening):
    """A member waits for its lead item, a follower for its lead's handling: both must still run."""
    for row in evening.running:
        lead = evening.suggestions.get(row["merged_into_id"])
        if (
            lead
            and row["state"] == S.ASSIGNED
            and lead["state"] != S.ASSIGNED
            and lead["state"] != S.ACCEPTED
        ):
            yield f"{row['number']} waits for {lead['number']}, which is {lead['state']}"
    for part in evening.open_parts:
        other = evening.by_pk.get(part["works_with_id"])
        if other and part["redo_on"] is None and part["state"] != other["state"] != H.REDO:
            apart = {part["state"], other["state"]} <= {H.SIGNED, H.HANDLING}  # each hears its own deputy
            apart = apart or other["redo_on"] is not None
            if not apart:
                yield f"part {part['pk']} in {part['state']} goes with one in {other['state']}"


def a_date_on_all_that_is_open(evening):
    """The law's date on every assigned matter and every part; a date of the step where the step has one."""
    for row in evening.running:
        if row["due_on"] is None or row["assigned_on"] is None:
            yield f"{row['number']}: no date"
    for row in evening.suggestions.values():
        if row["state"] == S.ACCEPTED and not row["session_id"] and row["assign_due_on"] is None:
            yield f"{row['number']}: came between sessions, no date to be assigned by"
    with_step = {H.DISPATCHED, H.RETURN_PENDING, H.RETURN_DISPUTED, H.REDO, H.REPLIED}
    for row in evening.running:
        for part in evening.standing[row["pk"]]:
            if part["state"] in with_step - {H.REDO} and part["step_due_on"] is None:
                yield f"{row['number']}: {part['state']} without a date of its own"


def no_date_beyond_the_law(evening):
    """Six months from the assignment at most, a redo and a reassignment counted from their own day."""
    for part in evening.parts:
        start = part["redo_on"] or part["assigned_on"]
        last = next_workday(add_months(start, LAW_MONTHS), calendar())
        if part["due_on"] > last:
            yield f"part {part['pk']}: due {part['due_on']}, {start} and six months are {last}"
        if part["origin_assigned_on"] > part["assigned_on"] or part["returns_asked"] > 2:
            yield f"part {part['pk']}: {part['origin_assigned_on']}, asked {part['returns_asked']}"


def the_whole_follows_its_parts(evening):
    """State, reply date, due date and evaluation of the whole are those of its answering units."""
    for row in evening.running:
        parts = evening.answering(row)
        if row["state"] == S.ASSIGNED:
            continue
        states = {part["state"] for part in parts}
        replied = states <= GRADED | {H.REPLIED}
        stages = {
            S.JOINT_STUDY: states <= GRADED and H.JOINT_STUDY in states,
            S.EVALUATED: states <= GRADED - {H.JOINT_STUDY},
            S.REPLIED: replied and not states <= GRADED,
        }
        for state, is_so in stages.items():
            if (row["state"] == state) != is_so:
                yield f"{row['number']} is {row['state']}, its parts {sorted(states)}"
        if (row["replied_on"] is not None) != replied:
            yield f"{row['number']}: replied_on {row['replied_on']}, parts {sorted(states)}"
        if row["due_on"] != max(part["due_on"] for part in parts):
            yield f"{row['number']}: due {row['due_on']}, parts {[part['due_on'] for part in parts]}"
        released = all(part["evaluation_released"] for part in parts)
        told = row["evaluation_state"] in (c.EvaluationState.RELEASED, c.EvaluationState.NO_RESPONSE)
        if (states <= GRADED and released) != told:
            yield f"{row['number']}: evaluation {row['evaluation_state']}"


def what_was_sent_is_there(evening):
    """A reply date stands where a reply or an opinion does, and nowhere else; what has ended has no clock."""
    for part in evening.parts:
        sent = part["state"] in GRADED | {H.REPLIED, H.OPINION_SENT}
        there = part["reply_id"] if part["role"] in c.ANSWERING else part["opinion_id"]
        if part["state"] not in c.ENDED_HANDLINGS and sent != (part["replied_on"] is not None):
            yield f"part {part['pk']}: {part['state']}, replied_on {part['replied_on']}"
        if sent and not there and not part["works_with_id"]:  # an opinion is kept with the lead item
            yield f"part {part['pk']}: {part['state']} and nothing was sent"
        if part["state"] in c.ENDED_HANDLINGS | {H.UNSENT} and part["step_due_on"]:
            yield f"part {part['pk']}: {part['state']} and its clock runs"


def nothing_late_unseen(evening):
    """What is past its date has been reminded of it; an evaluation past its date has been asked for."""
    today = evening.today
    for part in evening.open_parts:
        if part["due_on"] < today and part["reminded"] != "black":
            yield f"part {part['pk']}: due {part['due_on']}, reminded “{part['reminded']}”"
    for row in evening.suggestions.values():
        waits = row["state"] == S.ACCEPTED and row["assign_due_on"] and row["assign_due_on"] < today
        if waits and row["assign_reminded"] != "black":
            yield f"{row['number']}: to be assigned by {row['assign_due_on']}"
    for row in evening.every_running:
        for part in evening.standing[row["pk"]]:
            late = part["state"] == H.REPLIED and part["step_due_on"] and part["step_due_on"] < today
            again = part["first_chased_on"] and today - part["first_chased_on"] > days(7)
            if late and (not part["first_chased_on"] or (again and not part["second_chased_on"])):
                yield f"part {part['pk']}: evaluation due {part['step_due_on']}, not asked for"


def nobody_is_forgotten(evening):
    """Whatever nobody means to touch again has come to its end, or goes with a matter that somebody has."""
    for item in evening.year.items if evening.whole else ():
        row = evening.suggestions.get(item.pk)
        if row is None or item.wake or row["state"] in c.FINAL_STATES:
            continue
        follows = row["merged_into_id"] or any(part["works_with_id"] for part in evening.standing[item.pk])
        if not follows:
            yield f"{row['number']} stays {row['state']} for ever"


def counts_add_up(evening):
    """The front page's numbers are those of the rows; each state is counted once."""
    rows = [row for row in evening.suggestions.values() if row["state"] not in c.BEFORE_ASSIGNMENT]
    found = handling_progress(evening.year.world.affairs, evening.today)
    closed = sum(row["state"] == S.CLOSED for row in rows)
    mine = {
        "assigned": len(rows),
        "suggestions": sum(row["kind"] != c.Kind.REVIEW_REMARK for row in rows),
        "remarks": sum(row["kind"] == c.Kind.REVIEW_REMARK for row in rows),
        "replied": sum(row["replied_on"] is not None for row in rows),
        "open": sum(row["replied_on"] is None for row in rows),
        "overdue": sum(row["replied_on"] is None and row["due_on"] < evening.today for row in rows),
        "closed": closed,
    }
    wrong = {name: (found[name], number) for name, number in mine.items() if found[name] != number}
    if wrong or found["suggestions"] + found["remarks"] != found["assigned"]:
        yield f"front page: {wrong}"


def numbers_without_gaps(evening):
    """Each series counts from one without a gap, and no number stands twice."""
    series = defaultdict(list)
    for row in evening.suggestions.values():
        if row["serial"]:
            remark = row["kind"] == c.Kind.REVIEW_REMARK
            series[row["number"].rsplit("-", 1)[0], remark].append(row["serial"])
    for name, serials in series.items():
        if sorted(serials) != list(range(1, len(serials) + 1)):
            yield f"series {name}: {sorted(serials)}"


def told_once(evening):
    """Nobody is told the same of the same matter twice at one moment, and no mail goes out twice."""
    year = evening.year
    rows = list(Message.objects.filter(pk__gt=year.heard).order_by("pk").values_list(
        "pk", "user_id", "case_type", "case_id", "words", "created_at"))  # fmt: skip
    year.heard = rows[-1][0] if rows else year.heard
    for (_, *same), many in Counter(("", *row[1:]) for row in rows).items():
        if many > 1:
            yield f"told {many} times: {same}"
    most = Message.objects.aggregate(most=Max("tries"))["most"] or 0
    if most > 1:
        yield f"a message was sent {most} times"


def the_trail_holds(evening):
    """The chain goes on unbroken from where it was verified last."""
    year = evening.year
    seq, last = year.verified or (0, GENESIS)
    for event in Event.objects.filter(seq__gt=seq).order_by("seq"):
        if event.seq != seq + 1 or event.prev_hash != last or event.hash != digest(last, event):
            yield f"the trail is broken at {event.seq}"
        seq, last = event.seq, event.hash
    year.verified = (seq, last)


DAILY = (
    one_owner, nobody_waits_for_what_has_ended, a_date_on_all_that_is_open, no_date_beyond_the_law,
    the_whole_follows_its_parts, what_was_sent_is_there, nothing_late_unseen, counts_add_up,
    numbers_without_gaps, told_once, nobody_is_forgotten, keeping.each_promise_in_line_with_its_dates,
    keeping.the_axis_follows_the_promises, keeping.nothing_private_is_published,
    keeping.every_publication_has_its_date,
)  # fmt: skip
WEEKLY = (the_trail_holds, keeping.what_is_supervised_has_its_date)
MONTHLY = (counted.figures_equal_rows, counted.lines_add_up)


def evening(year):
    """Ask what is to be asked this evening; the faults, if any, name the day."""
    monthly = year.today.day == 28
    asked = [*DAILY]
    asked += WEEKLY if year.today.weekday() == 4 else ()
    asked += MONTHLY if monthly else ()
    tables = Evening(year, whole=monthly)
    faults = [f"{year.today} {check.__name__}: {fault}" for check in asked for fault in check(tables)]
    assert not faults, "\n".join(faults)
