"""All writing: one function, one act, one transaction. ACTIONS names the function of every step."""

from minqiao.duties.suggestions.actions import (
    closing,
    disclosing,
    dispatching,
    drafting,
    handling,
    ideas,
    leaving,
    merging,
    office,
    promising,
    replying,
    returning,
    rounds,
)
from minqiao.duties.suggestions.rules.versions import READ_FIRST, changed_since
from minqiao.foundation.trail.actions import act, freshen
from minqiao.kit.workflow import Refused

ACTIONS = {
    "suggestion": {
        "edit": drafting.edit,
        "invite": drafting.invite,
        "confirm_cosign": drafting.confirm_cosign,
        "decline_cosign": drafting.decline_cosign,
        "drop_cosigner": drafting.drop_cosigner,
        "submit": drafting.submit,
        "discard": drafting.discard,
        "sort": office.sort,
        "set_aside": office.set_aside,
        "confirm_remark": drafting.confirm_remark,
        "send_back": office.send_back,
        "screen_out": office.screen_out,
        "escalate_up": leaving.escalate_up,
        "send_as_letter": leaving.send_as_letter,
        "ask_withdraw": leaving.ask_withdraw,
        "agree_withdraw": leaving.agree_withdraw,
        "keep_on": leaving.keep_on,
        "withdraw": leaving.withdraw,
        "hint_merge": office.hint_merge,
        "register": office.register,
        "merge": merging.merge,
        "split": merging.split,
        "agree_assign": office.agree_assign,
        "assign": office.assign,
        "hold": office.hold,
        "dispatch": dispatching.dispatch,
        "dispatch_to_organ": dispatching.dispatch_to_organ,
        "close": closing.close,
    },
    "handling": {
        "sign_for": handling.sign_for,
        "request_return": returning.request_return,
        "agree_return": returning.agree_return,
        "refuse_return": returning.refuse_return,
        "object_return": returning.object_return,
        "order_other_unit": returning.order_other_unit,
        "order_to_handle": returning.order_to_handle,
        "contact": handling.contact,
        "confirm_contact": handling.confirm_contact,
        "send_opinion": handling.send_opinion,
        "reject_opinion": handling.reject_opinion,
        "request_extension": handling.request_extension,
        "approve_extension": handling.approve_extension,
        "refuse_extension": handling.refuse_extension,
        "draft_reply": replying.draft_reply,
        "submit_reply": replying.submit_reply,
        "check_format": replying.check_format,
        "pass_review": replying.pass_review,
        "send_back_reply": replying.send_back_reply,
        "issue": replying.issue,
        "issue_without_contact": replying.issue_without_contact,
        "evaluate": replying.evaluate,
        "revise_evaluation": replying.revise_evaluation,
        "release": replying.release,
        "chase_evaluation": rounds.chase_evaluation,
        "mark_no_response": rounds.mark_no_response,
        "order_redo": rounds.order_redo,
        "joint_study": rounds.joint_study,
        "conclude_study": rounds.conclude_study,
        "record_callback": rounds.record_callback,
    },
    "commitment": {
        "report_progress": promising.report_progress,
        "report_done": promising.report_done,
        "grade_fulfilment": promising.grade_fulfilment,
        "verify_fulfilment": promising.verify_fulfilment,
        "revise_fulfilment": promising.revise_fulfilment,
        "release_fulfilment": promising.release_fulfilment,
        "explain_delay": promising.explain_delay,
        "give_up": promising.give_up,
        "insist": promising.insist,
        "end_tracking": promising.end_tracking,
    },
    "publication": {
        "gov_review": disclosing.gov_review,
        "ask_deputy": disclosing.ask_deputy,
        "say_on_publication": disclosing.say_on_publication,
        "decide_open": disclosing.decide_open,
        "decide_withheld": disclosing.decide_withheld,
        "redact": disclosing.redact,
        "publish": disclosing.publish,
        "take_down": disclosing.take_down,
        "review_again": disclosing.review_again,
    },
    "batch": {
        "add_items": office.add_items,
        "remove_items": office.remove_items,
        "issue_batch": office.issue_batch,
        "sign_batch": office.sign_batch,
        "sample_callbacks": rounds.sample_callbacks,
    },
    "idea": {
        "edit": ideas.edit,
        "use": ideas.use,
        "archive": ideas.archive,
        "reopen": ideas.reopen,
        "delete": ideas.delete,
    },
}


@act
def do(lifecycle, action, subject, *, seen, actor, at, **words):
    """Any step, on the text that was read: `seen` is the version the page showed ("" compares nothing).

    The row is locked first, so nobody changes the text between the look and the act.
    """
    if seen and action in READ_FIRST:
        if lifecycle == "handling":
            handling.hold(subject)
        freshen(subject)
        if getattr(subject, "reply_id", None):
            freshen(subject.reply)
        if why := changed_since(subject, seen):
            raise Refused(why, action=action)
    return ACTIONS[lifecycle][action](subject, actor=actor, at=at, **words)
