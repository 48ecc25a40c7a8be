"""What a person may type for each act; never saves. FORMS names the form of every step."""

from minqiao.duties.microprojects.forms import applying, building, checking
from minqiao.duties.microprojects.forms.fields import Meeting, Reason
from minqiao.kit.stepform import NoForm

FORMS = {
    "project": {
        "mend": applying.Words,
        "withdraw": Reason,
        "ask_to_mend": Reason,
        "check_site": checking.CheckSite,
        "reject": Reason,
        "check_funding": checking.CheckFunding,
        "score": checking.Score,
        "approve": Meeting,
        "announce": NoForm,
        "complain": building.Complain,
        "answer_complaint": building.AnswerComplaint,
        "back_to_pool": Reason,
        "strike": Reason,
        "start": building.Start,
        "pay": building.Pay,
        "request_change": building.RequestChange,
        "agree_change": building.Decision,
        "refuse_change": building.Decision,
        "visit": building.Visit,
        "finish": building.Finish,
        "send_back": building.SendBack,
        "accept": building.Accept,
        "settle": building.Settle,
        "survey": building.Survey,
        "review": building.Review,
        "cancel": building.Cancel,
    }
}
