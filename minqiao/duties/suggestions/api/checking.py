"""The hints of the writing help: on a suggestion's text, on the answers of a reply. Nothing is saved."""

from ninja import Schema

from minqiao.duties.suggestions.api.answers import SuggestionRow, row_words
from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.forms.writing import AnswersToCheck, TextToCheck
from minqiao.duties.suggestions.queries import near, writing
from minqiao.duties.suggestions.queries.file import handling_of
from minqiao.duties.suggestions.workflow import HANDLING
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, Role
from minqiao.kit.api import answers, body_of
from minqiao.kit.clock import today
from minqiao.kit.schema import bind, payload_of
from minqiao.kit.workflow import Refused


class TextHints(Schema):
    matter: list[str]
    similar: list[SuggestionRow]


class AnswerHints(Schema):
    place: int
    phrases: list[str]
    share: int
    only_empty: bool


@router.post(
    "/check",
    response=answers(TextHints),
    operation_id="suggestions_check",
    summary="检查：是否一事一议、以前有没有人提过；不保存",
    openapi_extra=body_of(TextToCheck),
)
def check(request):
    """Hints on a text that is not saved; a text with the mark of a state secret is refused (422)."""
    payload, actor = payload_of(request), request.actor
    if actor.role not in CONGRESS_STAFF | {Role.DEPUTY}:
        raise Refused("检查供代表和代为录入的工作人员使用", action="check")
    words = bind(TextToCheck, payload, actor=actor, on=today()).cleaned_data
    told = row_words(actor)
    return {
        "matter": writing.matter_hints(actor.realm_id, words["title"], words["facts"], words["requests"]),
        "similar": [
            told(row) for row in near.similar_rows(actor, f"{words['title']} {words['facts']}".strip())
        ],
    }


@router.post(
    "/handlings/{int:pk}/check_reply",
    response=answers(list[AnswerHints]),
    operation_id="suggestions_handling_check_reply",
    summary="检查答复中的空话；不保存",
    openapi_extra=body_of(AnswersToCheck),
)
def check_reply(request, pk: int):
    """The empty phrases of each answer, for whoever may draft the reply."""
    payload = payload_of(request)
    handling = handling_of(request.actor, pk)
    HANDLING.step("draft_reply", request.actor, handling, today())
    words = bind(AnswersToCheck, payload, subject=handling, actor=request.actor, on=today()).cleaned_data
    found = writing.findings(handling.suggestion.congress_id, words["answers"])
    return [
        {"place": place, "phrases": one.phrases, "share": one.share, "only_empty": one.is_only_empty}
        for place, one in enumerate(found, 1)
    ]
