"""The year itself: every day the house's clock ticks, then people do what is theirs through the real acts."""

from collections import Counter
from types import SimpleNamespace

from minqiao.duties.suggestions.actions import do, office, rounds
from minqiao.duties.suggestions.choices import HandlingState, Kind
from minqiao.duties.suggestions.mechanism import MECHANISM as SUGGESTIONS
from minqiao.duties.suggestions.models import Handling, Suggestion
from minqiao.duties.supervision.actions import ACTIONS as SUPERVISING
from minqiao.duties.supervision.mechanism import MECHANISM as SUPERVISION
from minqiao.foundation.workdays.queries import calendar
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.tasks import FAILED, tick
from minqiao.registry.units.rules import is_under_government
from tests.year.acts import BATCH_DAY, days
from tests.year.answering import OF_THE_DEPUTY, OF_THE_HANDLING
from tests.year.beginning import begin
from tests.year.fates import CLOSES, FIRST, LAST, OPENS
from tests.year.loading import loaded, promises_of, publication_of
from tests.year.people import moment
from tests.year.promising import OF_THE_PROMISE
from tests.year.publishing import OF_THE_PUBLICATION
from tests.year.raising import OF_THE_SIGNERS, OF_THE_SUGGESTION
from tests.year.tables import TABLES

# Each of these lines has its own turn on a day: what one person waits for keeps no other from acting.
LINES = {
    "suggestion": (OF_THE_SIGNERS, OF_THE_SUGGESTION),
    "handling": (OF_THE_DEPUTY, OF_THE_HANDLING),
    "commitment": (OF_THE_PROMISE,),
    "publication": (OF_THE_PUBLICATION,),
}
MOST = 60  # acts of one matter on one day: more is a circle


class Item:
    """One matter and what its people remember of it."""

    def __init__(self, number, fate, world):
        self.number, self.fate, self.pk = number, fate, None
        self.wake = OPENS + days(fate.raised)
        every, first = world.deputies, number % len(world.deputies)
        signers = [every[(first + step) % len(every)] for step in range(4)]
        self.lead, self.joined = signers[0], signers[1 : 1 + fate.joined_by]
        self.unsure = signers[3] if fate.not_joined and fate.kind == Kind.SUGGESTION else None
        self.by_clerk = fate.kind != Kind.SUGGESTION
        self.author = world.affairs if self.by_clerk else self.lead
        self.asked = [] if self.by_clerk else list(self.joined)
        self.agreed = [] if fate.kind == Kind.REVIEW_REMARK else list(self.joined)
        self.done, self.contacts, self.grades, self.partner = set(), {}, {}, None

    def grade(self, row):
        """What the deputy said last of this unit's answer, "" if nothing."""
        return self.grades.get(row.pk, "")


class Year:
    """So many matters with their fates, and what is supervised; `lived` counts the acts that were done.

    `lives` are generators: each yields the day of its next act and acts when it is resumed.
    """

    def __init__(self, world, fates, lives=()):
        self.world, self.today, self.minute = world, FIRST, 0
        self.items = [Item(number, fate, world) for number, fate in enumerate(fates)]
        self.files, self.by_pk, self.touched, self.lived, self.batch = {}, {}, {}, Counter(), None
        self.heard, self.seen, self.verified = 0, 0, None  # how far messages and trail were looked through
        self.tables = {name: {} for name in TABLES}  # what the evening remembers
        self.lives = [(FIRST, life(self)) for life in lives]

    def run(self, evening, last=LAST):
        """Live it until nothing more is to be done; `evening(year)` is asked every day."""
        while self.today <= last and (self.lives or any(item.wake for item in self.items)):
            self.live()
            evening(self)
            self.today += days(1)

    def live(self):
        """One day."""
        self.minute = 0
        for line in tick(self.now()):
            assert FAILED not in line, line
        if self.today > CLOSES and not calendar().is_workday(self.today):
            return
        self.hand_over()
        self.call_back()
        for item in self.items:
            if item.wake and item.wake <= self.today:
                self.push(item)
        self.lives = [one for one in map(self.resume, self.lives) if one]

    def resume(self, one):
        """A life of its own goes on when its day has come; None when it is over."""
        day, life = one
        while day and day <= self.today:
            day = next(life, None)
        return (day, life) if day else None

    def now(self):
        """The next moment of the day; no two acts share one."""
        self.minute += 1
        return moment(self.today, self.minute)

    # What the offices do for many at once:

    def hand_over(self):
        """The session's items are assigned in one batch on one day; one is taken out and put back first."""
        rows = list(Suggestion.objects.filter(state="accepted", batch=None, session=self.world.session))
        if self.today != BATCH_DAY or not rows:
            return
        who = {"actor": self.world.affairs}
        place = {"congress": self.world.congress, "name": "3-4"}
        self.batch = office.prepare_batch(at=self.now(), suggestions=rows, **place, **who)
        for action in ("remove_items", "add_items"):
            self.act("batch", action, self.batch, self.world.affairs, {"suggestions": rows[:1]})
        self.act("batch", "issue_batch", self.batch, self.world.affairs, {"assigned_on": self.today})
        signers = {"assigned_by": "秘书长", "received_by": "副秘书长"}
        self.act("batch", "sign_batch", self.batch, self.world.affairs, signers)

    def call_back(self):
        """In the last week of some months a few deputies are drawn to be called back."""
        free = Handling.objects.filter(
            suggestion__batch=self.batch, state=HandlingState.EVALUATED, callback_drawn_on=None,
            reply__evaluation__isnull=False,
        )  # fmt: skip
        if not self.batch or self.today.day != 25 or not free.exists():
            return
        chosen = rounds.sample_callbacks(self.batch, actor=self.world.affairs, at=self.now(), count=2)
        self.lived["batch", "sample_callbacks"] += 1
        for row in chosen:
            self.by_pk[row.suggestion_id].wake = self.today

    # What becomes of one matter:

    def push(self, item):
        """Whatever is to be done on it today; then it sleeps until the next thing is."""
        if item.pk is None:
            begin(self, item)
        for _ in range(MOST):
            turns = self.turns(item)
            ready = [turn for turn in turns if turn.day <= self.today]
            if not ready:
                item.wake = min((turn.day for turn in turns), default=None)
                return
            self.take(ready[0])
        raise AssertionError(f"{item.number}: a circle of {ready[0].move.action}")

    def load(self, item):
        return loaded(self.world, item.pk)[0]

    def turns(self, item):
        """What each line of acts would do next, and when."""
        found, rows = loaded(self.world, item.pk)
        subjects = [("suggestion", found), *(("handling", row) for row in rows)]
        if item.fate.promises and any(row.reply_id for row in rows):
            subjects += [("commitment", one) for one in promises_of(found, rows)]
        if found.publication_id:
            subjects.append(("publication", publication_of(found)))
        every = [
            self.plan(item, lifecycle, row, rows, line)
            for lifecycle, row in subjects
            for line in LINES[lifecycle]
        ]
        return [turn for turn in every if turn]

    def plan(self, item, lifecycle, row, rows, line):
        """The first row of a line that fits, with its day; None when there is nothing to do."""
        turn = SimpleNamespace(
            year=self, world=self.world, today=self.today, item=item, fate=item.fate, row=row, handlings=rows,
            lifecycle=lifecycle, touched=self.touched.get((row._meta.label, row.pk)) or self.since(row),
        )  # fmt: skip
        for move in line:
            if row.state in move.states and (day := move.when(turn)):
                turn.move, turn.day = move, day
                return turn
        return None

    def since(self, row):
        """Since when the row waits for its first act."""
        made = getattr(row, "dispatched_on", None) or getattr(row, "replied_on", None)
        return made or (row.reply.issued_on if hasattr(row, "first_due_on") and row.reply else self.today)

    def take(self, turn):
        """The act itself. What the house refuses although it was due is a fault, and the other way round."""
        move, item = turn.move, turn.item
        self.touched[turn.row._meta.label, turn.row.pk] = self.today
        try:
            result = self.act(turn.lifecycle, move.action, turn.row, move.who(turn), move.words(turn))
        except Refused as refused:
            assert move.refused and refused.why.startswith(move.refused), (turn.row, move.action, refused.why)
            result = None
        else:
            assert not move.refused, (turn.row, move.action, "should have been refused")
        move.then(turn, result)
        for other in self.files.get(item.number, ()):
            other.wake = self.today

    def act(self, lifecycle, action, subject, actor, words):
        """One act through the one door of the room."""
        result = do(lifecycle, action, subject, seen="", actor=actor, at=self.now(), **words)
        self.lived[lifecycle, action] += 1
        return result

    def supervise(self, lifecycle, action, subject, actor, **words):
        """One act of the room beside it."""
        done = SUPERVISING[lifecycle][action](subject, actor=actor, at=self.now(), **words)
        self.lived[lifecycle, action] += 1
        return done

    # What people ask each other:

    def units_for(self, item, count):
        """Units in an order of its own for each matter."""
        every = [unit for unit in self.world.units.values() if is_under_government(unit)]
        return [every[(item.number * 5 + step) % len(every)] for step in range(min(count, len(every)))]

    def partner(self, turn):
        """An earlier matter that this one may be merged into now."""
        if turn.row.merged.exists():
            return None
        rows = Suggestion.objects.filter(state=turn.row.state, merged_into=None, pk__lt=turn.row.pk)
        found = rows.order_by("-pk").first()
        found = self.by_pk[found.pk] if found else None
        return found if found and not found.fate.organ else None

    def in_one_file(self, *items):
        file = {one for item in items for one in self.files.get(item.number, {item})}
        for one in file:
            self.files[one.number] = file

    def following(self, row):
        return row.followers.filter(replied_on=None, redo_on=None).exclude(state="withdrawn")


EVERY_ACT = {
    (table.slug, action)
    for room in (SUGGESTIONS, SUPERVISION)
    for table in room.workflows
    for action in table.actions()
}
