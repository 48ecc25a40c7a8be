"""Beginning a suggestion, noting an oral remark, asking for a proposer's number."""

from ninja import Schema

from minqiao.duties.suggestions.actions.drafting import draft
from minqiao.duties.suggestions.actions.handling import read_phone
from minqiao.duties.suggestions.api.answers import SuggestionDetail, show
from minqiao.duties.suggestions.api.root import router
from minqiao.duties.suggestions.choices import Kind
from minqiao.duties.suggestions.forms.drafting import Draft, PaperDraft, RemarkDraft
from minqiao.duties.suggestions.queries.file import suggestion_of
from minqiao.foundation.accounts.choices import CONGRESS_STAFF, Role
from minqiao.kit.api import ONCE, answers, body_of, take_once
from minqiao.kit.clock import now, today
from minqiao.kit.schema import bind, payload_of
from minqiao.kit.workflow import Refused


class Phone(Schema):
    name: str
    phone: str


@router.post(
    "/",
    response=answers(SuggestionDetail),
    operation_id="suggestions_draft",
    summary="起草建议；代为录入的须写明领衔代表（signer）",
    openapi_extra=body_of(PaperDraft, ONCE, optional=("signer",)),
)
def draft_suggestion(request):
    """A deputy drafts his own; the office names the signer. The same `once` gives the same draft."""
    form_class = Draft if request.actor.role == Role.DEPUTY else PaperDraft
    return _drafted(request, Kind.SUGGESTION, form_class, CONGRESS_STAFF | {Role.DEPUTY})


@router.post(
    "/remarks/",
    response=answers(SuggestionDetail),
    operation_id="suggestions_note_remark",
    summary="记录审议发言",
    openapi_extra=body_of(RemarkDraft, ONCE),
)
def note_remark(request):
    """The office notes what a deputy proposed in debate."""
    return _drafted(request, Kind.REVIEW_REMARK, RemarkDraft, CONGRESS_STAFF)


def _drafted(request, kind, form_class, roles):
    payload = payload_of(request)
    if request.actor.role not in roles:
        raise Refused("只有代表可以提出建议；代表工作委员会、大会秘书处可以代为录入", action="draft")
    once = take_once(payload)
    form = bind(form_class, payload, actor=request.actor, on=today())
    found = draft(actor=request.actor, at=now(), once=once, kind=kind, **form.arguments)
    return show(request.actor, found.pk)


@router.post(
    "/{int:pk}/phone",
    response=answers(Phone),
    operation_id="suggestions_read_phone",
    summary="查看领衔代表电话（留痕）",
)
def phone(request, pk: int):
    """The proposer's number for whoever must call him; the look is on record."""
    found = suggestion_of(request.actor, pk)
    number = read_phone(found, actor=request.actor, at=now())
    return {"name": found.lead_signer.deputy.name, "phone": number}
