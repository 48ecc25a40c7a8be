"""Results of suggestions that were handled before the platform: kept as they are on file, one row each."""

import datetime as dt

from django.conf import settings
from django.utils import timezone

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.actions.clocks import due, rules_on
from minqiao.duties.suggestions.actions.drafting import index_text
from minqiao.duties.suggestions.models import Contact, Evaluation, Handling, Reply, Suggestion
from minqiao.duties.suggestions.queries.people import the_mandate
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.deadlines import MissingYear, add_months
from minqiao.kit.workflow import Refused
from minqiao.registry.congress.queries import current_congress
from minqiao.registry.units.queries import unit

ON_FILE = "见原件"  # letter number and signer of a reply that is on file in paper
TAKEN_OVER = "taken_over"  # among the rules of a case: it was not lived here, its row may be corrected


@act
def enter_result(data, *, actor, at, lookups=None):
    """Take over one handled suggestion, or correct one taken over before; never one that lives here."""
    data = {"kind": "", "topic": "", "due_on": None, "replied_on": None, "repeat_of": "", **data}
    congress_id = actor.realm_id or current_congress(settings.PLACE).pk
    found = Suggestion.objects.filter(congress_id=congress_id, number=data["number"]).first()
    if found and not found.rules.get(TAKEN_OVER):
        raise Refused(f"{data['number']}在平台上办理，办理情况不能用表格改写")
    outcome = _outcome(data)
    if found and found.rules[TAKEN_OVER] == outcome:
        return "unchanged"
    suggestion = _suggestion(found, data, outcome, congress_id, actor, at)
    _handling(suggestion, data)
    index_text(suggestion)
    label = "更正历年办理结果" if found else "录入历年办理结果"
    record(
        actor=actor, action="enter_result", label=label, subject=suggestion, at=at, to_state=suggestion.state
    )
    return "updated" if found else "created"


def _outcome(data):
    """The row as it was read, to tell whether a later one says the same."""
    return {name: str(value) for name, value in sorted(data.items())}


def _suggestion(found, data, outcome, congress_id, actor, at):
    signer = _signer(congress_id, data["signer"])
    suggestion = found or Suggestion(congress_id=congress_id, number=data["number"], created_at=at)
    clock = _clock(data, congress_id)
    values = {
        "year": data["assigned_on"].year,
        "kind": data["kind"] or c.Kind.SUGGESTION,
        "lead_signer": signer,
        "delegation_id": signer.delegation_id,
        "is_paper": True,
        "state": _state(data),
        "result_category": data.get("category") or "",
        "evaluation_state": _evaluation_state(data),
        "handled_by": unit(data["unit"]).short_name,
        "rules": {TAKEN_OVER: outcome},
        "due_on": clock["due_on"],
        "due_facts": clock["due_facts"],
        "closed_on": data["replied_on"] if _state(data) == c.State.CLOSED else None,
    }
    same = {name: data[name] for name in ("title", "topic", "assigned_on", "replied_on", "repeat_of")}
    for name, value in {**values, **same}.items():
        setattr(suggestion, name, value)
    suggestion.save()
    return suggestion


def _signer(congress_id, text):
    try:
        return the_mandate(congress_id, text)
    except LookupError as error:
        raise Refused(str(error)) from error


def _clock(data, congress_id):
    """The date on file; else three months, rolled over holidays where that year's calendar is known."""
    day = data["assigned_on"]
    if data["due_on"]:
        return {"due_on": data["due_on"], "due_facts": {}}
    try:
        found = due(rules_on(settings.PLACE, day), "reply", day)
    except MissingYear:
        return {"due_on": add_months(day, 3), "due_facts": {}}
    return {"due_on": found.due, "due_facts": found.as_dict()}


def _state(data):
    if not data["replied_on"]:
        return c.State.HANDLING
    return c.State.CLOSED if data.get("result") else c.State.REPLIED


def _evaluation_state(data):
    if data.get("result") == c.EvaluationState.NO_RESPONSE:
        return c.EvaluationState.NO_RESPONSE
    if data.get("result"):
        return c.EvaluationState.RELEASED
    return c.EvaluationState.AWAITED if data["replied_on"] else c.EvaluationState.NONE


def _handling(suggestion, data):
    """One unit's part with its reply and what the deputy said, written anew from the row."""
    suggestion.handlings.all().delete()
    day = data["assigned_on"]
    graded = bool(data.get("result")) and data["result"] != c.EvaluationState.NO_RESPONSE
    state = c.HandlingState.EVALUATED if graded else c.HandlingState.REPLIED
    handling = Handling.objects.create(
        suggestion=suggestion,
        unit_id=data["unit"],
        role=c.HandlingRole.SOLE,
        state=state if data["replied_on"] else c.HandlingState.HANDLING,
        origin_assigned_on=day,
        assigned_on=day,
        dispatched_on=day,
        due_on=suggestion.due_on,
        due_facts=suggestion.due_facts,
        replied_on=data["replied_on"],
        evaluation_released=graded,
        **_silence(data),
    )
    if data.get("contact"):
        words = {"stage": c.ContactStage.DURING, "who": ON_FILE, "content": ON_FILE}
        on = data["replied_on"] or day
        Contact.objects.create(
            handling=handling, way=data["contact"], on=on, state=c.ContactState.CONFIRMED, **words
        )
    if data["replied_on"]:
        _reply(handling, data, graded)


def _silence(data):
    """A form that two chasers did not bring back; when they were sent is on file, not in the row."""
    if data.get("result") != c.EvaluationState.NO_RESPONSE:
        return {}
    on = data.get("evaluated_on") or data["replied_on"]
    return {"no_response": True, "first_chased_on": on, "second_chased_on": on}


def _reply(handling, data, graded):
    reply = Reply.objects.create(
        handling=handling,
        category=data["category"],
        signer=ON_FILE,
        number=ON_FILE,
        issued_on=data["replied_on"],
    )
    Handling.objects.filter(pk=handling.pk).update(reply=reply)
    if graded:
        on = data.get("evaluated_on") or data["replied_on"]
        evaluated_at = timezone.make_aware(dt.datetime.combine(on, dt.time(9)))
        Evaluation.objects.create(
            reply=reply,
            mandate_id=handling.suggestion.lead_signer_id,
            result=data["result"],
            attitude=data.get("attitude") or data["result"],
            category_is_true=data.get("truth") != "false",
            words=data.get("words", ""),
            entered_for_paper=True,
            evaluated_at=evaluated_at,
            released_at=evaluated_at,
        )
