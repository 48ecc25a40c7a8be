"""All writing: one function, one act, one transaction. ACTIONS names the function of every step."""

from minqiao.duties.microprojects.actions import applying, building, checking, closing, deciding

ACTIONS = {
    "project": {
        "mend": applying.mend,
        "withdraw": applying.withdraw,
        "ask_to_mend": checking.ask_to_mend,
        "check_site": checking.check_site,
        "reject": checking.reject,
        "check_funding": checking.check_funding,
        "score": checking.score,
        "approve": deciding.approve,
        "announce": deciding.announce,
        "complain": deciding.complain,
        "answer_complaint": deciding.answer_complaint,
        "back_to_pool": deciding.back_to_pool,
        "strike": deciding.strike,
        "start": building.start,
        "pay": building.pay,
        "request_change": building.request_change,
        "agree_change": building.agree_change,
        "refuse_change": building.refuse_change,
        "visit": building.visit,
        "finish": building.finish,
        "send_back": closing.send_back,
        "accept": closing.accept,
        "settle": closing.settle,
        "survey": closing.survey,
        "review": closing.review,
        "cancel": deciding.cancel,
    }
}
