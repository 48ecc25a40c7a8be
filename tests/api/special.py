"""The steps off the straight road: subjects they fit, and what to send."""

from minqiao.duties.suggestions.actions import (
    drafting,
    ideas,
    leaving,
    merging,
    office,
    replying,
    returning,
    rounds,
)
from tests.factories import (
    GRADES,
    a_contact,
    a_court,
    a_dispatched,
    a_draft,
    a_replied,
    a_submitted,
    an_assigned,
    an_evaluated,
    at,
    handlings_of,
    to_signing,
)
from tests.suggestions import promising as promises

RETURN = {"reason": "该路段不属于本单位养护范围", "duty_basis": "三定规定第五条"}
WRONG = {"result": "dissatisfied", "words": "路还没有修"}
PASS_ON = {"passed_to": "七星关区信访局", "note": "请处理"}
MINUTES = {"held_on": "2026-05-30", "people": "代工委、政府办", "minutes": "列入明年计划"}
CALLED = {"called_on": "2026-05-30", "way": "phone", "result_said": "basic"}


def dispatched(world):
    return a_dispatched(world, assist=("A08",))[1]["A14"]


def return_asked(world):
    words = RETURN | {"approved_by": "局长"}
    return returning.request_return(
        dispatched(world), actor=world.officer["A14"], at=at("2026-03-25"), **words
    )


def reassigned(world):
    row, unit = return_asked(world), world.units["A03"]
    new = returning.agree_return(row, actor=world.affairs, at=at("2026-04-07"), to_unit=unit)
    return handlings_of(new.suggestion)["A03"]


def disputed(world):
    return returning.object_return(
        reassigned(world), actor=world.principal["A03"], at=at("2026-04-08"), **RETURN
    )


def chased(world, times=2):
    row = handlings_of(a_replied(world, "2026-04-10")[0])["A14"]
    for on in ("2026-05-20", "2026-05-25")[:times]:
        rounds.chase_evaluation(row, actor=world.affairs, at=at(on))
    return row


def dissatisfied(world):
    found, row = an_evaluated(world, **WRONG)
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    return handlings_of(found)["A14"]


def dissatisfied_again(world):
    row = dissatisfied(world)
    rounds.order_redo(row, actor=world.affairs, at=at("2026-06-18"), note="重办")
    a_contact(world, row, "2026-06-20")
    to_signing(world, row, "2026-06-22")
    replying.issue(row, actor=world.principal["A14"], at=at("2026-06-22"))
    replying.evaluate(row, actor=world.deputy, at=at("2026-06-23"), **(GRADES | WRONG))
    replying.release(row, actor=world.affairs, at=at("2026-06-24"))
    return handlings_of(row.suggestion)["A14"]


def studying(world):
    return rounds.joint_study(
        dissatisfied_again(world), actor=world.affairs, at=at("2026-07-16"), note="分歧"
    )


def graded_batch(world):
    return an_evaluated(world)[0].batch


def sampled(world):
    found, _ = an_evaluated(world)
    rounds.sample_callbacks(found.batch, actor=world.affairs, at=at("2026-06-20"), count=1)
    return handlings_of(found)["A14"]


def joint(world):
    """Handed in by two."""
    found = a_draft(world)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
    found.__dict__.pop("_signer_ids", None)
    drafting.confirm_cosign(found, actor=world.deputies[1], at=at("2026-03-05"))
    return drafting.submit(found, actor=world.deputy, at=at("2026-03-05"))


def withdrawing(world, agreed=False):
    found = joint(world)
    leaving.ask_withdraw(found, actor=world.deputy, at=at("2026-03-06"), reason="已经解决")
    if agreed:
        leaving.agree_withdraw(found, actor=world.deputies[1], at=at("2026-03-06"))
    return found


def agreed(world):
    return withdrawing(world, agreed=True)


def screened_out(world):
    found = a_submitted(world)
    return office.screen_out(found, actor=world.affairs, at=at("2026-03-08"), ground="empty", note="空")


def merged(world):
    lead, found = an_assigned(world), an_assigned(world, title="关于同一件事的建议")
    return merging.merge(found, actor=world.affairs, at=at("2026-03-21"), lead=lead)


def needing_chairs(world):
    found = office.register(a_submitted(world, "2026-05-11"), actor=world.affairs, at=at("2026-05-12"))
    found.chairs_needed = True
    found.save(update_fields=["chairs_needed"])
    return found


def an_idea(world):
    return ideas.jot(actor=world.deputy, at=at("2026-03-05"), title="路灯不亮", topic="urban")


def archived_idea(world):
    return ideas.archive(an_idea(world), actor=world.deputy, at=at("2026-03-06"))


def used_idea(world):
    return ideas.use(an_idea(world), actor=world.deputy, at=at("2026-03-06"))


def other_unit(subject, world):
    return {"to_unit": world.units["A11"].pk, "note": "由自然资源局办理"}


SPECIAL = {
    "suggestion": {
        "escalate_up": (a_submitted, PASS_ON),
        "send_as_letter": (screened_out, PASS_ON),
        "ask_withdraw": (joint, {"reason": "已经解决"}),
        "agree_withdraw": (withdrawing, {}),
        "keep_on": (withdrawing, {}),
        "withdraw": (agreed, {}),
        "agree_assign": (needing_chairs, {}),
        "dispatch_to_organ": (an_assigned, lambda one, world: {"lead_unit": a_court(world).pk}),
        "merge": (an_assigned, lambda one, world: {"lead": an_assigned(world, title="另一件").pk}),
        "split": (merged, {}),
    },
    "handling": {
        "request_return": (dispatched, RETURN | {"approved_by": "局长"}),
        "agree_return": (return_asked, other_unit),
        "refuse_return": (return_asked, {"note": "属养护范围"}),
        "object_return": (reassigned, RETURN),
        "order_other_unit": (disputed, other_unit),
        "order_to_handle": (disputed, {"note": "由本单位办理"}),
        "chase_evaluation": (lambda world: chased(world, 1), {}),
        "mark_no_response": (chased, {}),
        "order_redo": (dissatisfied, {"note": "重办"}),
        "joint_study": (dissatisfied_again, {"note": "分歧"}),
        "conclude_study": (studying, MINUTES),
        "record_callback": (sampled, CALLED),
    },
    "commitment": {
        "report_progress": (promises.a_promise, {"text": promises.PROGRESS}),
        "report_done": (promises.a_promise, {"done_on": "2026-05-20", "text": promises.PROOF}),
        "grade_fulfilment": (promises.reported, {"grade": "met"}),
        "verify_fulfilment": (promises.reported, {"grade": "met", "words": "已到现场查看，图纸齐全。"}),
        "revise_fulfilment": (promises.graded, {"grade": "partly", "words": "还差两公里"}),
        "release_fulfilment": (promises.graded, {}),
        "explain_delay": (promises.unmet, {"reason": promises.REASON, "new_due_on": "2099-12-31"}),
        "give_up": (promises.a_promise, {"reason": promises.REASON}),
        "insist": (promises.given_up, {"note": "应当兑现", "new_due_on": "2099-12-31"}),
        "end_tracking": (promises.reported, {"note": "已并入另一项目"}),
    },
    "idea": {
        "edit": (an_idea, {"title": "改过的一句"}),
        "use": (an_idea, {}),
        "archive": (an_idea, {}),
        "reopen": (archived_idea, {}),
        "delete": (an_idea, {}),
    },
    "batch": {"sample_callbacks": (graded_batch, {"count": 1})},
}
