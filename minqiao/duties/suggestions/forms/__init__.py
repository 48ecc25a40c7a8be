"""What a person may type for each act; never saves. FORMS names the form of every step.

Browser, API and sheet are judged by the same forms: this is the one mouth of the room.
"""

from minqiao.duties.suggestions.forms import batch, drafting, handling, office, returning, rounds
from minqiao.kit.stepform import NoForm, NoteForm

FORMS = {
    "suggestion": {
        "edit": drafting.Draft,
        "invite": drafting.Invite,
        "confirm_cosign": NoForm,
        "decline_cosign": NoForm,
        "drop_cosigner": drafting.DropCosigner,
        "submit": NoForm,
        "discard": NoForm,
        "sort": office.Sort,
        "set_aside": NoteForm,
        "confirm_remark": NoForm,
        "send_back": NoteForm,
        "screen_out": office.ScreenOut,
        "hint_merge": office.HintMerge,
        "register": office.Register,
        "assign": batch.Assign,
        "hold": NoteForm,
        "dispatch": office.Dispatch,
        "close": NoForm,
    },
    "handling": {
        "sign_for": NoForm,
        "request_return": returning.RequestReturn,
        "agree_return": returning.Reassign,
        "refuse_return": NoteForm,
        "object_return": returning.ObjectReturn,
        "order_other_unit": returning.OrderOtherUnit,
        "order_to_handle": NoteForm,
        "contact": handling.Contact,
        "confirm_contact": handling.ConfirmContact,
        "send_opinion": handling.Opinion,
        "reject_opinion": NoteForm,
        "request_extension": handling.Extension,
        "approve_extension": handling.OptionalNote,
        "refuse_extension": NoteForm,
        "draft_reply": handling.Reply,
        "submit_reply": NoForm,
        "check_format": NoForm,
        "pass_review": NoForm,
        "send_back_reply": NoteForm,
        "issue": NoForm,
        "issue_without_contact": handling.NoContactNote,
        "evaluate": handling.Evaluate,
        "revise_evaluation": handling.Evaluate,
        "release": NoForm,
        "chase_evaluation": NoForm,
        "mark_no_response": NoForm,
        "order_redo": rounds.OrderRedo,
        "joint_study": rounds.AskStudy,
        "conclude_study": rounds.Minutes,
        "record_callback": rounds.CalledBack,
    },
    "batch": {
        "add_items": batch.Items,
        "remove_items": batch.ItemsOfBatch,
        "issue_batch": batch.Assign,
        "sign_batch": batch.SignBatch,
        "sample_callbacks": rounds.Sample,
    },
}
