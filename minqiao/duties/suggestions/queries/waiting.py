"""What waits for an actor: one table says which state waits for whose act, the workflow has the last word."""

from django.db.models import Count, F, Min, Q
from django.urls import reverse

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Batch, Contact, Handling, Publication, Signing, Suggestion
from minqiao.duties.suggestions.queries.ideas import waiting_ideas
from minqiao.duties.suggestions.queries.promise_duties import waiting_promises
from minqiao.duties.suggestions.rules.inter_session import WAITING
from minqiao.duties.suggestions.rules.steps import is_the_date_of
from minqiao.duties.suggestions.rules.telling import WAITS
from minqiao.duties.suggestions.workflow import HANDLING, PUBLICATION, SUGGESTION
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.mechanism import LOOKED_AT, Waiting
from minqiao.kit.workflow import Duty, act_that_waits

S, H, P = c.State, c.HandlingState, c.PublicationState
OFFICE = (Role.DEPUTY_AFFAIRS, Role.SECRETARIAT)
UNIT = (Role.UNIT_OFFICER, Role.UNIT_DEPUTY_HEAD, Role.UNIT_PRINCIPAL)
TOGETHER = {  # where all of one act are done together
    "register": "/suggestions/?state=submitted",
    "release": "/suggestions/?state=evaluated",
    "close": "/suggestions/?state=evaluated",
    "dispatch": "/suggestions/desk/",
}
STEP_PAGES = {"handling": "suggestions:handling_step", "publication": "suggestions:publication_step"}


# fmt: off
OF_SUGGESTIONS = (
    Duty((Role.DEPUTY,),          S.RETURNED_FOR_EDIT, "edit"),
    Duty((Role.DEPUTY,),          S.DRAFT,             "submit"),
    Duty((Role.DEPUTY,),          S.SORTED,            "confirm_remark"),
    Duty(OFFICE,                  S.NOTED,             "sort"),
    Duty(OFFICE,                  S.SUBMITTED,         "register"),
    Duty((Role.CHAIRS_COUNCIL,),  S.ACCEPTED,          "agree_assign"),
    Duty((Role.GOV_OFFICE,),      S.ASSIGNED,          "dispatch"),
    Duty((Role.DEPUTY_AFFAIRS,),  S.EVALUATED,         "close"),
)
OF_HANDLINGS = (
    Duty(UNIT,                    H.DISPATCHED,        "sign_for"),
    Duty((Role.UNIT_OFFICER,),    H.SIGNED,            "contact"),
    Duty((Role.UNIT_OFFICER,),    H.HANDLING,          "draft_reply"),
    Duty((Role.UNIT_OFFICER,),    H.HANDLING,          "send_opinion"),
    Duty((Role.UNIT_OFFICER,),    H.REPLY_DRAFT,       "submit_reply"),
    Duty((Role.UNIT_DEPUTY_HEAD,), H.FORMAT_CHECK,     "check_format"),
    Duty((Role.GOV_OFFICE,),      H.PRE_REVIEW,        "pass_review"),
    Duty((Role.UNIT_PRINCIPAL,),  H.REPLY_SIGNING,     "issue"),
    Duty((Role.UNIT_PRINCIPAL,),  H.REPLY_SIGNING,     "issue_without_contact"),
    Duty((Role.DEPUTY_AFFAIRS, Role.GOV_OFFICE), H.RETURN_PENDING, "agree_return"),
    Duty((Role.GOV_LEADER,),      H.RETURN_DISPUTED,   "order_to_handle"),
    Duty((Role.DEPUTY_AFFAIRS,),  H.EXTENSION_PENDING, "approve_extension"),
    Duty((Role.DEPUTY,),          H.REPLIED,           "evaluate"),
    Duty((Role.DEPUTY_AFFAIRS,),  H.EVALUATED,         "release"),
    Duty((Role.DEPUTY_AFFAIRS,),  H.REPLIED,           "mark_no_response"),
    Duty((Role.DEPUTY_AFFAIRS,),  H.REPLIED,           "chase_evaluation"),
    Duty((Role.DEPUTY_AFFAIRS,),  H.EVALUATED,         "order_redo"),
    Duty((Role.DEPUTY_AFFAIRS,),  H.EVALUATED,         "joint_study"),
    Duty((Role.DEPUTY_AFFAIRS,),  H.JOINT_STUDY,       "conclude_study"),
    Duty((Role.UNIT_OFFICER,),    H.REDO,              "contact"),
)
OF_PUBLICATIONS = (
    Duty((Role.DEPUTY,),          P.ASKED,             "say_on_publication"),
    Duty((Role.GOV_OFFICE,),      P.REVIEW,            "gov_review"),
    Duty((Role.DEPUTY_AFFAIRS,),  P.REVIEW,            "decide_open"),
    Duty((Role.DEPUTY_AFFAIRS,),  P.REVIEW,            "ask_deputy"),
    Duty((Role.DEPUTY_AFFAIRS,),  P.ASKED,             "decide_open"),
    Duty((Role.DEPUTY_AFFAIRS,),  P.DECIDED,           "publish"),
    Duty((Role.DEPUTY_AFFAIRS,),  P.DECIDED,           "redact"),
)
DUTIES = (*OF_SUGGESTIONS, *OF_HANDLINGS, *OF_PUBLICATIONS)
# fmt: on


def waiting(actor, today):
    """All acts that wait for the actor, the most urgent first."""
    found = [
        *_of_suggestions(actor, today),
        *_of_handlings(actor, today),
        *_of_publications(actor, today),
        *_of_the_deputy(actor),
        *_of_the_batches(actor),
        *waiting_promises(actor, today),
        *waiting_ideas(actor, today),
    ]
    return sorted(found, key=lambda one: (one.due_on is None, one.due_on or today))


def _of_suggestions(actor, today):
    duties = [duty for duty in OF_SUGGESTIONS if actor.role in duty.roles]
    if not duties:
        return
    rows = Suggestion.objects.visible_to(actor).filter(state__in=[duty.state for duty in duties])
    if actor.role == Role.DEPUTY:
        rows = rows.filter(lead_signer_id=actor.scope_id)
    if actor.role == Role.CHAIRS_COUNCIL:
        rows = rows.filter(chairs_needed=True)
    rows = rows.prefetch_related("signings", "handlings__reply__evaluation")
    nearest = (F("due_on").asc(nulls_last=True), F("assign_due_on").asc(nulls_last=True), "pk")
    for row in rows.order_by(*nearest)[:LOOKED_AT]:
        if action := act_that_waits(SUGGESTION, duties, actor, row, today):
            clock = (None, {}) if row.replied_on else _date_of(row)
            yield _act(SUGGESTION, action, row, row, *clock)
        elif actor.role == Role.DEPUTY and row.state == S.DRAFT:
            yield _act(SUGGESTION, "edit", row, row, None, {}, "草稿还没有写完或者联名还没有确认")


def _date_of(row):
    """The reply's date; before there is one, the day by which the office is to assign it."""
    if row.due_on or row.state not in WAITING:
        return row.due_on, row.due_facts
    return row.assign_due_on, row.assign_due_facts


def _of_handlings(actor, today):
    duties = [duty for duty in OF_HANDLINGS if actor.role in duty.roles]
    if not duties:
        return
    rows = Handling.objects.visible_to(actor).filter(state__in={duty.state for duty in duties})
    if actor.role in UNIT:
        rows = rows.filter(unit_id=actor.scope_id)
    if actor.role == Role.DEPUTY:
        rows = rows.filter(suggestion__lead_signer_id=actor.scope_id)
    if actor.role == Role.DEPUTY_AFFAIRS:
        rows = rows.filter(Q(evaluation_released=False) | _still_disputed())
        rows = rows.exclude(state=H.REPLIED, step_due_on__gte=today)  # the deputy's own time
    rows = rows.select_related(
        "suggestion", "unit", "reply__evaluation", "works_with__suggestion"
    ).prefetch_related("suggestion__signings")
    for row in rows.order_by("due_on", "pk")[:LOOKED_AT]:
        if action := act_that_waits(HANDLING, duties, actor, row, today):
            yield _act(HANDLING, action, row, row.suggestion, *_clock_of(row, action))


def _of_publications(actor, today):
    duties = [duty for duty in OF_PUBLICATIONS if actor.role in duty.roles]
    if not duties:
        return
    rows = Publication.objects.filter(state__in={duty.state for duty in duties})
    rows = rows.filter(suggestion__congress_id=actor.realm_id)
    if actor.role == Role.DEPUTY:
        rows = rows.filter(suggestion__lead_signer_id=actor.scope_id)
    rows = rows.select_related("suggestion__lead_signer__deputy")
    rows = rows.prefetch_related("suggestion__signings__mandate__deputy")
    for row in rows.order_by("due_on", "pk")[:LOOKED_AT]:
        if action := act_that_waits(PUBLICATION, duties, actor, row, today):
            yield _act(PUBLICATION, action, row, row.suggestion, row.due_on, row.due_facts)


def _still_disputed():
    """Released, and the deputy is not satisfied: a redo or a joint study is to be decided."""
    grade = Q(reply__evaluation__result=c.Grade.DISSATISFIED)
    return grade & Q(state__in=[H.EVALUATED, H.JOINT_STUDY]) & ~Q(suggestion__state__in=c.FINAL_STATES)


def _clock_of(row, action):
    """The date of an act: the present step's where it is this act's own, else the reply's until it is out."""
    if row.step_due_on and is_the_date_of(action, row.step_due_facts):
        return row.step_due_on, row.step_due_facts
    return (None, {}) if row.replied_on else (row.due_on, row.due_facts)


def _act(workflow, action, row, suggestion, due_on, facts, note=""):
    name = STEP_PAGES.get(workflow.slug, "suggestions:step")
    return Waiting(
        act=WAITS[action],
        title=suggestion.title or "（未写标题）",
        number=suggestion.number,
        url=reverse(name, args=[row.pk, action]),
        due_on=due_on,
        why=facts.get("why", ""),
        note=note,
        together=TOGETHER.get(action, ""),
    )


def _of_the_deputy(actor):
    """Invitations to co-sign and contact records to confirm."""
    if actor.role != Role.DEPUTY:
        return
    asked = Signing.objects.filter(mandate_id=actor.scope_id, state=c.SigningState.INVITED)
    asked = asked.filter(suggestion__state__in=[S.DRAFT, S.RETURNED_FOR_EDIT]).select_related("suggestion")
    for row in asked.order_by("pk")[:LOOKED_AT]:
        yield _act(SUGGESTION, "confirm_cosign", row.suggestion, row.suggestion, None, {})
    logged = Contact.objects.filter(
        state=c.ContactState.WAITING, handling__suggestion__lead_signer_id=actor.scope_id
    )
    logged = logged.select_related("handling__suggestion", "handling__unit")
    for row in logged.order_by("pk")[:LOOKED_AT]:
        note = f"{row.handling.unit.short_name} {row.on} {row.get_way_display()}"
        yield _act(HANDLING, "confirm_contact", row.handling, row.handling.suggestion, None, {}, note)


def _of_the_batches(actor):
    """Registered items that wait for a batch, and batches that wait to be issued."""
    if actor.role != Role.DEPUTY_AFFAIRS:
        return
    rows = Suggestion.objects.filter(congress_id=actor.realm_id, state=S.ACCEPTED, batch=None)
    found = rows.aggregate(count=Count("pk"), first=Min("assign_due_on"))
    if found["count"]:
        yield Waiting(
            act="已登记的建议，请编入批次交办",
            title=f"{found['count']}件还没有编入批次",
            url=reverse("suggestions:batches"),
            due_on=found["first"],
            why="闭会期间的建议最早的交办期限" if found["first"] else "",
        )
    for batch in Batch.objects.filter(congress_id=actor.realm_id, state=c.BatchState.PREPARED):
        yield Waiting(
            act="交办批次已拟定，请签发交办书",
            title=f"交办批次{batch}",
            url=reverse("suggestions:batch", args=[batch.pk]),
        )
