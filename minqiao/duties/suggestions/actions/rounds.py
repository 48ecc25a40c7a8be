"""After an evaluation: chasers, silence, a second round, a joint study; and calls back at random."""

from random import Random

from minqiao.duties.suggestions.actions.clocks import due
from minqiao.duties.suggestions.actions.handling import NO_CLOCK, day_of, move, stretch
from minqiao.duties.suggestions.choices import HandlingState
from minqiao.duties.suggestions.documents import redo_order, study_minutes
from minqiao.duties.suggestions.models import Callback, Handling, JointStudy
from minqiao.duties.suggestions.workflow import BATCH, HANDLING
from minqiao.foundation.attachments.actions import keep
from minqiao.foundation.trail.actions import act, take
from minqiao.instruments.papers.actions import issue
from minqiao.kit.workflow import Refused


@act
def chase_evaluation(handling, *, actor, at):
    """Ask the deputy for the evaluation that did not come in time; twice at most, each with its day."""
    name = "second_chased_on" if handling.first_chased_on else "first_chased_on"
    note = "第二次" if handling.first_chased_on else "第一次"
    move(handling, "chase_evaluation", actor=actor, at=at, note=note, **{name: day_of(at)})
    return handling


@act
def mark_no_response(handling, *, actor, at):
    """No answer after two chasers: shown as such, out of the satisfaction base (rule no_response_in_base)."""
    changes = {"no_response": True, "evaluation_released": True, **NO_CLOCK}
    move(handling, "mark_no_response", actor=actor, at=at, **changes)
    return handling


@act
def order_redo(handling, *, actor, at, note):
    """The unit handles it once more within the rule's time, and hears the deputy again first."""
    on, suggestion = day_of(at), handling.suggestion
    HANDLING.step("order_redo", actor, handling, on)
    clock = due(suggestion.rules, "redo", on)
    order = redo_order(handling, clock, note, on)
    changes = {
        "round": handling.round + 1,
        "reply": None,
        "replied_on": None,
        "evaluation_released": False,
        "redo_on": on,
        "redo_note": note,
        "redo_contact_on": None,
        "first_due_on": handling.first_due_on or handling.due_on,
        "due_on": clock.due,
        "due_facts": clock.as_dict(),
        "reminded": "",
        "first_chased_on": None,
        "second_chased_on": None,
    }
    move(handling, "order_redo", actor=actor, at=at, note=f"期限{clock.due}", **changes, **NO_CLOCK)
    place = {"subject": handling, "case": suggestion, "edition": handling.round - 1}
    issue(order, kind="redo_order", actor=actor, at=at, **place)
    stretch(suggestion)
    return handling


@act
def joint_study(handling, *, actor, at, note):
    """Dissatisfied again: the committee, the government office and the unit study it together."""
    move(handling, "joint_study", actor=actor, at=at, note=note)
    JointStudy.objects.create(handling=handling, asked_on=day_of(at), reason=note)
    return handling


@act
def conclude_study(handling, *, actor, at, held_on, people, minutes, file=None):
    """The minutes end the dispute, with or without the deputy's agreement; a signed copy may be kept."""
    move(handling, "conclude_study", actor=actor, at=at, note=f"{held_on} {people}"[:200])
    JointStudy.objects.filter(handling=handling).update(held_on=held_on, people=people, minutes=minutes)
    study = JointStudy.objects.get(handling=handling)
    paper = study_minutes(handling, study)
    issue(paper, kind="study_minutes", subject=handling, case=handling.suggestion, actor=actor, at=at)
    if file:
        suggestion = handling.suggestion
        keep(file, subject=suggestion, case=suggestion, actor=actor, at=at, note="会商纪要")
    return handling


@act
def sample_callbacks(batch, *, actor, at, count, seed=""):
    """Draw at random whom to call back. The seed and what was drawn are on record, so it can be repeated."""
    graded = Handling.objects.standing().filter(suggestion__batch=batch, reply__evaluation__isnull=False)
    free = graded.filter(state__in=[HandlingState.EVALUATED, HandlingState.STUDIED], callback_drawn_on=None)
    rows = list(free.select_related("suggestion").order_by("pk"))
    if not rows:
        raise Refused("本批次还没有可以抽取回访的评价", action="sample_callbacks")
    seed = seed or f"{batch.name}/{day_of(at)}"
    chosen = sorted(Random(seed).sample(rows, min(count, len(rows))), key=lambda row: row.pk)
    numbers = "、".join(row.suggestion.number for row in chosen)
    note = f"种子“{seed}”，{len(rows)}件中抽取{len(chosen)}件：{numbers}"
    take(BATCH, batch, "sample_callbacks", actor=actor, at=at, note=note)
    on = day_of(at)
    Handling.objects.filter(pk__in=[row.pk for row in chosen]).update(callback_drawn_on=on)
    Callback.objects.bulk_create(Callback(handling=row, seed=seed, drawn_on=on) for row in chosen)
    return chosen


@act
def record_callback(handling, *, actor, at, called_on, way, result_said, words=""):
    """What the deputy said when called back. A later change is on record too, never what was said."""
    row = Callback.objects.get(handling=handling)
    note = "修改回访记录" if row.called_on else "登记回访记录"
    move(handling, "record_callback", actor=actor, at=at, note=note)
    said = {"called_on": called_on, "way": way, "result_said": result_said, "words": words}
    Callback.objects.filter(pk=row.pk).update(**said, recorded_by=actor.name[:60])
    return handling
