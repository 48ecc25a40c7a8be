"""All writing: one function, one act, one transaction. ACTIONS names the function of every step."""

from minqiao.duties.supervision.actions import (
    answering,
    chasing,
    counterparts,
    inquiring,
    leading,
    proposing,
)

ACTIONS = {
    "key_item": {
        "edit": proposing.edit,
        "group": proposing.group,
        "drop": proposing.drop,
        "take_back": proposing.take_back,
        "choose": proposing.choose,
        "not_choose": proposing.not_choose,
        "arrange": leading.arrange,
        "rearrange": leading.rearrange,
        "announce": leading.announce,
        "record_visit": leading.record_visit,
        "send_letter": leading.send_letter,
        "answer_problem": answering.answer_problem,
        "settle_problem": leading.settle_problem,
        "report": answering.report,
        "send_back": answering.send_back,
        "accept": answering.accept,
        "carry_over": answering.carry_over,
        "cancel": answering.cancel,
    },
    "counterpart": {
        "change_committee": counterparts.change_committee,
        "note": counterparts.note,
        "delegate": counterparts.delegate,
    },
    "delegated_check": {
        "record_check": counterparts.record_check,
        "check_again": counterparts.check_again,
        "take_in": counterparts.take_in,
        "recall": counterparts.recall,
    },
    "chase": {"answer_chase": chasing.answer_chase},
    "inquiry": {
        "change_inquiry": inquiring.change_inquiry,
        "call_off": inquiring.call_off,
        "record_inquiry": inquiring.record_inquiry,
        "record_vote": inquiring.record_vote,
        "report_mended": inquiring.report_mended,
        "end_inquiry": inquiring.end_inquiry,
    },
}
