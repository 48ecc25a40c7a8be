"""Who may do what at each stage: a statement of rights made by hand from domain.md 2.1, and rows there.

It knows neither the table of steps nor its checks. Whoever is not named may do nothing.
"""

from minqiao.duties.suggestions.actions import closing, handling, leaving, office, replying, returning, rounds
from minqiao.duties.suggestions.actions.dispatching import dispatch_to_organ
from tests.api import special, stages
from tests.factories import (
    GRADES,
    a_contact,
    a_court,
    a_dispatched,
    a_draft,
    a_registered,
    a_submitted,
    an_assigned,
    at,
    day,
    handlings_of,
    to_signing,
)

ON = "2026-06-01"


# Stages that the steps' tests do not already have:


def sent_back(world):
    return office.send_back(a_submitted(world), actor=world.affairs, at=at("2026-03-06"), note="补充地点")


def escalated(world):
    words = {"passed_to": "省交通运输厅", "note": "属于省级事权"}
    return leaving.escalate_up(a_submitted(world), actor=world.affairs, at=at("2026-03-06"), **words)


def held(world):
    return office.hold(an_assigned(world), actor=world.gov, at=at("2026-03-21"), note="研究")


def never_sent(world, before=lambda rows: None):
    """An assistant whose opinion had not come when the case was closed; `before`: what happened meanwhile."""
    found, rows = a_dispatched(world, assist=("A08",))
    before(rows)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    a_contact(world, row)
    to_signing(world, row)
    replying.issue(row, actor=world.principal["A14"], at=at("2026-05-20"))
    replying.evaluate(row, actor=world.deputy, at=at("2026-05-25"), **GRADES)
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    found.refresh_from_db()
    closing.close(found, actor=world.affairs, at=at("2026-05-29"))
    return handlings_of(found)["A08"]


def withdrawn(world):
    found = special.agreed(world)
    return leaving.withdraw(found, actor=world.deputy, at=at("2026-03-07"))


def taken_back(world):
    row = special.dispatched(world)
    leaving.ask_withdraw(row.suggestion, actor=world.deputy, at=at("2026-04-01"), reason="已经解决")
    leaving.withdraw(row.suggestion, actor=world.deputy, at=at("2026-04-01"))
    return handlings_of(row.suggestion)["A14"]


def settled(world):
    return returning.order_to_handle(
        special.disputed(world), actor=world.gov_leader, at=at("2026-04-10"), note="由贵单位办理"
    )


def assisting(world):
    row = stages.signed(world, "A08")
    a_contact(world, row, code="A08")
    return row


def released(world):
    return handlings_of(stages.released(world))["A14"]


def redoing(world):
    return rounds.order_redo(
        special.dissatisfied(world), actor=world.affairs, at=at("2026-05-29"), note="重办"
    )


def studied(world):
    words = special.MINUTES | {"held_on": day("2026-07-20")}
    return rounds.conclude_study(special.studying(world), actor=world.affairs, at=at("2026-07-20"), **words)


def given_back(world):
    row = special.return_asked(world)
    returning.agree_return(row, actor=world.affairs, at=at("2026-04-07"), to_unit=world.units["A03"])
    return row


def the_court(world):
    """One court with its people, however many rows it has."""
    return world.units.get("J01") or a_court(world)


def at_court(world):
    found = an_assigned(world)
    units = [(the_court(world), "sole", "")]
    dispatch_to_organ(found, actor=world.affairs, at=at("2026-03-21"), units=units)
    return handlings_of(found)["J01"]


def return_asked_by_court(world):
    words = special.RETURN | {"approved_by": "院长"}
    row = at_court(world)
    return returning.request_return(row, actor=world.officer["J01"], at=at("2026-03-23"), **words)


def disputed_by_court(world):
    row = return_asked_by_court(world)
    returning.refuse_return(row, actor=world.affairs, at=at("2026-03-24"), note="属于审判工作")
    row = handlings_of(row.suggestion)["J01"]
    return returning.object_return(row, actor=world.principal["J01"], at=at("2026-03-25"), **special.RETURN)


def of_the_whole(make):
    """The suggestion of a handling at its stage."""
    return lambda world: make(world).suggestion


# Who: groups of the people on stage.
STAFF = "affairs secretariat"
CODES = ("A14", "A08", "A03", "J01")
A14, A08, A03, J01 = (f"officer-{code} head-{code} principal-{code}" for code in CODES)
HEARD = {"lead affairs": "confirm_contact"}

# {stage: (how it comes about, the day, {who: what})}
OF_SUGGESTIONS = {
    "draft": (a_draft, ON, {"lead": "edit invite drop_cosigner submit discard"}),
    "draft, one is asked to join": (stages.invited, ON, {
        "lead": "edit invite drop_cosigner discard", "invited": "confirm_cosign decline_cosign"}),
    "returned for edit": (sent_back, ON, {"lead": "edit invite drop_cosigner submit discard"}),
    "noted": (stages.noted, ON, {STAFF: "sort set_aside"}),
    "sorted": (stages.sorted_, ON, {f"lead {STAFF}": "confirm_remark"}),  # the staff enters a paper
    "submitted": (a_submitted, ON, {
        STAFF: "send_back screen_out escalate_up hint_merge register", "lead": "ask_withdraw"}),
    "submitted, withdrawal asked": (special.withdrawing, ON, {
        STAFF: "send_back screen_out escalate_up hint_merge register", "lead": "keep_on",
        "invited": "agree_withdraw"}),
    "submitted, withdrawal agreed": (special.agreed, ON, {
        STAFF: "send_back screen_out escalate_up hint_merge register", "lead": "keep_on withdraw"}),
    "not a suggestion": (special.screened_out, ON, {STAFF: "send_as_letter"}),
    "escalated": (escalated, ON, {}),
    "withdrawn": (withdrawn, ON, {}),
    "accepted": (a_registered, ON, {
        "affairs": "hint_merge merge assign", "secretariat": "hint_merge", "lead": "ask_withdraw"}),
    "accepted, the chairs are asked": (special.needing_chairs, ON, {
        "affairs": "hint_merge merge", "secretariat": "hint_merge", "chairs": "agree_assign",
        "lead": "ask_withdraw"}),
    "assigned": (an_assigned, ON, {
        "affairs": "merge dispatch_to_organ", "gov": "hold dispatch", "lead": "ask_withdraw"}),
    "assigned, merged": (special.merged, ON, {"affairs": "split", "gov": "hold", "lead": "ask_withdraw"}),
    "assigned, held": (held, ON, {
        "affairs": "merge dispatch_to_organ", "gov": "dispatch", "lead": "ask_withdraw"}),
    "dispatched": (of_the_whole(special.dispatched), ON, {"lead": "ask_withdraw"}),
    "handling": (of_the_whole(stages.contacted), ON, {"lead": "ask_withdraw"}),
    "replied": (of_the_whole(stages.replied), ON, {}),
    "evaluated": (of_the_whole(stages.evaluated), ON, {}),
    "evaluated and released": (stages.released, ON, {"affairs": "close"}),
    "dissatisfied and released": (of_the_whole(special.dissatisfied), ON, {}),
    "redo": (of_the_whole(redoing), ON, {}),
    "joint study": (of_the_whole(special.studying), "2026-07-20", {}),
    "studied": (of_the_whole(studied), "2026-07-21", {"affairs": "close"}),
    "closed": (stages.closed, ON, {}),
}  # fmt: skip
OF_HANDLINGS = {
    "dispatched": (special.dispatched, "2026-03-23", {A14: "sign_for request_return"}),
    "dispatched to an assistant": (lambda world: handlings_of(special.dispatched(world).suggestion)["A08"],
                                   "2026-03-23", {A08: "sign_for request_return"}),
    "signed for": (stages.signed, "2026-03-25", {A14: "request_return contact draft_reply"}),
    "signed for, too late to give back": (stages.signed, "2026-03-31", {A14: "contact draft_reply"}),
    "signed for by an assistant": (lambda world: stages.signed(world, "A08"), "2026-03-25", {
        A08: "request_return contact send_opinion"}),
    "return asked": (special.return_asked, ON, {"affairs gov": "agree_return refuse_return"}),
    "given back": (given_back, ON, {}),
    "reassigned": (special.reassigned, "2026-04-08", {A03: "sign_for", "principal-A03": "object_return"}),
    "return disputed": (special.disputed, ON, {"gov_leader": "order_other_unit order_to_handle"}),
    # The government leads no court: it decides nothing of what the Congress side handed to one.
    "handed to a court": (at_court, "2026-03-23", {J01: "sign_for request_return"}),
    "return asked by a court": (return_asked_by_court, ON, {"affairs": "agree_return refuse_return"}),
    "return disputed by a court": (disputed_by_court, ON, {"affairs": "order_other_unit order_to_handle"}),
    "return settled": (settled, "2026-04-11", {A03: "contact draft_reply"}),
    "handling": (stages.contacted, ON, {A14: "contact request_extension draft_reply", **HEARD}),
    "handling, past its date": (stages.contacted, "2026-06-23", {A14: "contact draft_reply", **HEARD}),
    "handling by an assistant": (assisting, ON, {A08: "contact send_opinion", **HEARD}),
    "opinion sent": (stages.opinion_sent, ON, {A14: "reject_opinion"}),
    "opinion never sent, the case is closed": (never_sent, ON, {}),
    "extension asked": (stages.extension_asked, ON, {
        A14: "contact", "affairs": "approve_extension refuse_extension", **HEARD}),
    "draft of a reply": (stages.drafted, ON, {A14: "contact draft_reply submit_reply", **HEARD}),
    "checked by the unit": (stages.in_check, ON, {
        A14: "contact", "head-A14": "check_format send_back_reply", **HEARD}),
    "reviewed by the office": (stages.in_review, ON, {
        A14: "contact", "gov": "pass_review send_back_reply", **HEARD}),
    "to be signed": (stages.in_signing, ON, {
        A14: "contact", "principal-A14": "issue send_back_reply", **HEARD}),
    "to be signed, nobody heard": (stages.in_signing_without_contact, ON, {
        A14: "contact", "principal-A14": "issue_without_contact send_back_reply", **HEARD}),
    "replied": (stages.replied, ON, {A14: "contact", "lead affairs": "evaluate confirm_contact"}),
    "replied, asked for once": (lambda world: special.chased(world, 1), ON, {
        A14: "contact", "lead affairs": "evaluate confirm_contact", "affairs": "chase_evaluation"}),
    "replied, asked for twice": (special.chased, ON, {
        A14: "contact", "lead affairs": "evaluate confirm_contact", "affairs": "mark_no_response"}),
    "evaluated": (stages.evaluated, ON, {"lead affairs": "revise_evaluation", "affairs": "release"}),
    "evaluated, drawn for a call": (special.sampled, ON, {
        "lead affairs": "revise_evaluation", "affairs": "release record_callback"}),
    "released": (released, ON, {}),
    "dissatisfied": (special.dissatisfied, ON, {"affairs": "order_redo"}),
    "to be redone": (redoing, ON, {A14: "contact draft_reply"}),
    "dissatisfied again": (special.dissatisfied_again, "2026-06-25", {"affairs": "joint_study"}),
    "joint study": (special.studying, "2026-07-20", {"affairs": "conclude_study"}),
    "studied": (studied, "2026-07-21", {}),
    "withdrawn": (taken_back, ON, {}),
}  # fmt: skip
OF_BATCHES = {
    "prepared": (stages.prepared, ON, {"affairs own_affairs": "add_items remove_items issue_batch"}),
    "issued": (
        lambda world: an_assigned(world).batch,
        ON,
        {"affairs own_affairs": "sign_batch sample_callbacks"},
    ),
}
