"""The steps of a publication: one at each place of its way, and what to send."""

from minqiao.duties.suggestions.actions import disclosing
from minqiao.duties.suggestions.models import Publication, Suggestion
from minqiao.duties.suggestions.queries.publications import proposals_of, publication_of
from tests.factories import a_replied, at

WHEN = at("2026-05-25")
GROUND = {"ground": "privacy", "ground_words": "涉及个人隐私", "ground_basis": "第十五条"}


def of(world, suggestion):
    """The newest publication of a suggestion, as the pages load it."""
    pk = Publication.objects.filter(suggestion=suggestion).latest("edition").pk
    return publication_of(world.affairs, pk)


def to_review(world, **words):
    return of(world, a_replied(world, **words)[0])


def to_gov_review(world):
    found, _ = a_replied(world)
    found.rules["disclosure.reviewer"] = {"value": "both"}
    Suggestion.objects.filter(pk=found.pk).update(rules=found.rules)
    return of(world, found)


def asked(world):
    return disclosing.ask_deputy(to_review(world), actor=world.affairs, at=WHEN)


def decided(world, mode="full", **words):
    return disclosing.decide_open(to_review(world, **words), actor=world.affairs, at=WHEN, mode=mode)


def checked(world, mode="full", **words):
    found = decided(world, mode, **words)
    rows = [text for *_, text in proposals_of(found)]
    if mode == "summary":
        rows[1] = "威宁路破损路面年内修复。"
    return disclosing.redact(found, actor=world.affairs, at=WHEN, texts=rows, checked=[])


def published(world, mode="full", **words):
    return disclosing.publish(checked(world, mode, **words), actor=world.affairs, at=at("2026-05-26"))


def withheld(world):
    found = to_review(world)
    return disclosing.decide_withheld(found, actor=world.affairs, at=WHEN, **GROUND)


DISCLOSED = {
    "gov_review": (to_gov_review, {}),
    "ask_deputy": (to_review, {}),
    "say_on_publication": (asked, {"deputy_view": "agrees"}),
    "decide_open": (to_review, {"mode": "full"}),
    "decide_withheld": (to_review, {"ground": "privacy"}),
    "redact": (decided, {}),
    "publish": (checked, {}),
    "take_down": (published, {"note": "数字有误，更正后重新公开"}),
    "review_again": (withheld, {"note": "理由不再成立"}),
}
