"""How a matter begins: a deputy's draft or notes, or what a clerk enters; those who are asked to join it."""

from minqiao.duties.suggestions.actions import drafting, ideas
from minqiao.duties.suggestions.choices import Kind
from tests.factories import TEXT
from tests.year.fates import OPENS

REMARK = {"title": "审议发言", "facts": "发言内容", "meeting": "第二代表团", "report_debated": "政府工作报告"}
BILL = {"bill_number": "3-4-议01", "bill_decided_on": OPENS}
# What nobody may read in public:
PRIVATE = {"phone": "13812345678", "address": "威宁路12号3栋"}


def begin(year, item):
    """A draft by the deputy, from his notebook or not; a remark or a converted bill by the clerk."""
    world, fate = year.world, item.fate
    lead = world.by_mandate[item.lead.scope_id]
    if fate.kind == Kind.REVIEW_REMARK:
        place = {"actor": world.affairs, "at": year.now(), "signer": lead}
        found = drafting.draft(kind=Kind.REVIEW_REMARK, **REMARK, **place)
    elif fate.kind == Kind.BILL_CONVERTED:
        joined = [world.by_mandate[who.scope_id] for who in item.joined]
        place = {"actor": world.affairs, "at": year.now(), "signer": lead}
        found = drafting.convert_bill(co_signers=joined, **words_of(item, lead), **BILL, **place)
    elif fate.notebook:
        found = from_notes(year, item, words_of(item, lead))
    else:
        found = drafting.draft(actor=item.lead, at=year.now(), **words_of(item, lead))
    item.pk, year.by_pk[found.pk] = found.pk, item
    year.touched[found._meta.label, found.pk] = year.today
    asked = [*item.asked, *([item.unsure] if item.unsure else [])]
    if asked:
        mandates = [world.by_mandate[who.scope_id] for who in asked]
        year.act("suggestion", "invite", year.load(item), item.lead, {"mandates": mandates})


def words_of(item, lead):
    """The text, with what is not for the public in it."""
    private = f"{lead.deputy.name}代表住{PRIVATE['address']}，电话{PRIVATE['phone']}。"
    return TEXT | {
        "facts": f"{TEXT['facts']}{private}",
        "consent_public": item.fate.consents,
        "request_confidential": item.fate.confidential,
    }


def from_notes(year, item, words):
    """Two notes: one wiped, one changed, put aside, taken up again and used; then the text is written out."""
    deputy = item.lead
    kept, wiped = (
        ideas.jot(actor=deputy, at=year.now(), title=title) for title in ("威宁路破损", "另一件事")
    )
    year.act("idea", "delete", wiped, deputy, {})
    year.act("idea", "edit", kept, deputy, {"place": "威宁路"})
    year.act("idea", "archive", kept, deputy, {})
    year.act("idea", "reopen", kept, deputy, {})
    year.act("idea", "use", kept, deputy, {})
    year.act("suggestion", "edit", kept.suggestion, deputy, words)
    return kept.suggestion
