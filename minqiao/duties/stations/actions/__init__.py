"""All writing: one function, one act, one transaction. ACTIONS names the function of every step."""

from minqiao.duties.stations.actions import converting, places, receptions, residents, routing

ACTIONS = {
    "place": {
        "edit": places.edit,
        "attach_deputies": places.attach_deputies,
        "note_built": places.note_built,
        "pass_inspection": places.pass_inspection,
        "ask_to_mend": places.ask_to_mend,
        "open": places.open_place,
        "close": places.close,
        "reopen": places.reopen,
    },
    "reception": {
        "announce": receptions.announce,
        "ask_leave": receptions.ask_leave,
        "swap": receptions.swap,
        "hold": receptions.hold,
        "cancel": receptions.cancel,
    },
    "opinion": {
        "verify": residents.verify,
        "answer_now": routing.answer_now,
        "route": routing.route,
        "redirect": routing.redirect,
        "give_back": routing.give_back,
        "convert": converting.convert,
        "join": converting.join,
        "answer": routing.answer,
        "tell": routing.tell,
        "rate": residents.rate,
        "send_again": routing.send_again,
        "end": routing.end,
    },
}
