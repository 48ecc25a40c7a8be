"""All writing: one function, one act, one transaction. ACTIONS names the function of every step."""

from minqiao.duties.stations.actions import converting, places, receptions, residents, routing, standards

ACTIONS = {
    "place": {
        "edit": places.edit,
        "attach_deputies": places.attach_deputies,
        "note_built": places.note_built,
        "pass_inspection": places.pass_inspection,
        "ask_to_mend": places.ask_to_mend,
        "open": places.open_place,
        "begin_inspection": standards.begin_inspection,
        "nominate": standards.nominate,
        "take_back": standards.take_back,
        "award": standards.award,
        "not_award": standards.not_award,
        "downgrade": standards.downgrade,
        "close": places.close,
        "reopen": places.reopen,
    },
    "inspection": {"score": standards.score, "settle": standards.settle},
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
        "publish": routing.publish,
        "take_down": routing.take_down,
        "end": routing.end,
    },
}
