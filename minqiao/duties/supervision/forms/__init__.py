"""What a person may type for each act; never saves. FORMS names the form of every step."""

from minqiao.duties.supervision.forms import inquiry, key, others, proposing
from minqiao.kit.stepform import NoForm, NoteForm

FORMS = {
    "key_item": {
        "edit": proposing.Words,
        "group": proposing.Suggestions,
        "drop": proposing.Drop,
        "take_back": NoteForm,
        "choose": proposing.Choose,
        "not_choose": proposing.NotChoose,
        "arrange": key.Arrange,
        "rearrange": key.Rearrange,
        "announce": key.Announce,
        "record_visit": key.RecordVisit,
        "send_letter": key.Letter,
        "answer_problem": key.AnswerProblem,
        "settle_problem": key.SettleProblem,
        "report": key.Report,
        "send_back": key.SendBack,
        "accept": key.Decide,
        "carry_over": key.CarryOver,
        "cancel": NoteForm,
    },
    "counterpart": {
        "change_committee": others.ChangeCommittee,
        "note": others.Note,
        "delegate": others.Delegate,
    },
    "delegated_check": {
        "record_check": others.RecordCheck,
        "check_again": others.CheckAgain,
        "take_in": NoForm,
        "recall": NoteForm,
    },
    "chase": {"answer_chase": others.AnswerChase},
    "inquiry": {
        "change_inquiry": inquiry.Change,
        "call_off": NoteForm,
        "record_inquiry": inquiry.Questions,
        "record_vote": inquiry.Vote,
        "report_mended": inquiry.Mended,
        "end_inquiry": inquiry.End,
    },
}
