"""What a person may type for each act; never saves. FORMS names the form of every step."""

from minqiao.duties.stations.forms import opinions, places, receptions, standards
from minqiao.kit.stepform import NoForm, NoteForm

FORMS = {
    "place": {
        "edit": places.EditPlace,
        "attach_deputies": places.AttachDeputies,
        "note_built": opinions.Note,
        "pass_inspection": opinions.Note,
        "ask_to_mend": NoteForm,
        "open": NoForm,
        "begin_inspection": NoForm,
        "nominate": opinions.Note,
        "take_back": NoteForm,
        "award": standards.Award,
        "not_award": NoteForm,
        "downgrade": NoteForm,
        "close": NoteForm,
        "reopen": NoteForm,
    },
    "inspection": {"score": standards.Score, "settle": opinions.Note},
    "reception": {
        "announce": receptions.Announce,
        "ask_leave": receptions.AskLeave,
        "swap": receptions.Swap,
        "hold": receptions.Hold,
        "cancel": NoteForm,
    },
    "opinion": {
        "verify": opinions.Code,
        "answer_now": opinions.Answer,
        "route": opinions.Route,
        "redirect": opinions.Redirect,
        "give_back": NoteForm,
        "convert": opinions.Convert,
        "join": opinions.Join,
        "answer": opinions.Answer,
        "tell": opinions.Tell,
        "rate": opinions.Rate,
        "send_again": opinions.Route,
        "publish": opinions.Publish,
        "take_down": NoteForm,
        "end": opinions.Note,
    },
}
