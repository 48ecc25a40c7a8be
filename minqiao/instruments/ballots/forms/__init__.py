"""What a person may type for each act; never saves. FORMS names the form of every step."""

from minqiao.instruments.ballots.forms import before, hall
from minqiao.kit.stepform import NoForm, NoteForm

FORMS = {
    "round": {
        "change": before.Prepare,
        "settle": before.Settle,
        "take_back": NoteForm,
        "open": before.Open,
        "close": hall.Paper,
        "correct": hall.Paper,
        "enter": hall.Enter,
        "strike": hall.Strike,
        "agree": NoForm,
        "recount": NoteForm,
        "sign": NoForm,
        "sign_on_paper": hall.SignOnPaper,
        "seal": NoForm,
        "decide_tie": hall.DecideTie,
        "vote_again": NoForm,
        "announce": NoForm,
        "declare_void": NoteForm,
        "call_off": NoteForm,
    }
}
