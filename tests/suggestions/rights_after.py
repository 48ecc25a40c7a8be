"""The statement of rights goes on: promises, public texts, a notebook. Made by hand like `rights`."""

from minqiao.duties.suggestions.actions import disclosing, drafting, ideas, office, promising
from minqiao.duties.suggestions.models import Commitment, Publication
from minqiao.duties.suggestions.queries.promises import commitment_of
from minqiao.duties.suggestions.queries.publications import publication_of
from tests.api import disclosed, special
from tests.factories import at, day
from tests.suggestions import promising as promises
from tests.suggestions.rights import A14, ON
from tests.suggestions.test_merging import answered as answered_file

PRINCIPAL = "principal-A14"
SPOKEN = {"grade": "met"}


# Promises:


def met(world):
    found = promises.graded(world)
    return promising.release_fulfilment(found, actor=world.affairs, at=at("2026-04-24"))


def put_off(world):
    words = {"reason": promises.REASON, "new_due_on": day("2027-03-31")}
    return promising.explain_delay(
        promises.unmet(world), actor=world.principal["A14"], at=at("2026-05-08"), **words
    )


def ended(world):
    found = promises.a_promise(world)
    return promising.end_tracking(found, actor=world.affairs, at=at("2026-05-08"), note="已由另一项目解决")


def reported_to_two(world):
    """A promise to the signers of a merged file, reported as done; the second lead signer is “invited”."""
    _, _, row = answered_file(world, promises=(("修复路面", day("2026-11-30")),))
    found = commitment_of(world.affairs, Commitment.objects.get(handling=row).pk)
    return promises.done(world, found, "2026-05-27")


def told_by_one(world):
    found = reported_to_two(world)
    return promising.grade_fulfilment(found, actor=world.deputy, at=at("2026-05-28"), **SPOKEN)


GRADERS = "lead affairs"
KEEPING = {A14: "report_progress report_done", PRINCIPAL: "explain_delay give_up", "affairs": "end_tracking"}
OF_PROMISES = {
    "tracked": (promises.a_promise, ON, KEEPING),
    "put off": (put_off, ON, KEEPING),
    "reported": (promises.reported, "2026-05-15", {GRADERS: "grade_fulfilment", "affairs": "end_tracking"}),
    "reported, no word in time": (promises.reported, "2026-05-16", {
        GRADERS: "grade_fulfilment", "affairs": "verify_fulfilment end_tracking"}),
    "reported, of a merged file": (reported_to_two, ON, {
        f"invited {GRADERS}": "grade_fulfilment", "affairs": "end_tracking"}),
    "reported, one of two has spoken": (told_by_one, ON, {
        "invited affairs": "grade_fulfilment", GRADERS: "revise_fulfilment", "affairs": "end_tracking"}),
    "graded": (promises.graded, ON, {GRADERS: "revise_fulfilment", "affairs": "release_fulfilment"}),
    "short": (promises.unmet, ON, {PRINCIPAL: "explain_delay give_up", "affairs": "end_tracking"}),
    "kept": (met, ON, {}),
    "given up": (promises.given_up, ON, {"affairs": "insist"}),
    "ended": (ended, ON, {}),
}  # fmt: skip


# Public texts:


def not_consented(world):
    return disclosed.to_review(world, consent_public=False)


def taken_down(world):
    found = disclosed.published(world)
    return disclosing.take_down(found, actor=world.affairs, at=at("2026-05-27"), note="数字有误，更正后公开")


def superseded(world):
    """The edition of the first reply, once there is a second."""
    row = special.dissatisfied_again(world)
    first = Publication.objects.filter(suggestion=row.suggestion).earliest("edition")
    return publication_of(world.affairs, first.pk)


OF_PUBLICATIONS = {
    "to be reviewed": (disclosed.to_review, ON, {"affairs": "ask_deputy decide_open decide_withheld"}),
    "to be reviewed by both": (disclosed.to_gov_review, ON, {"gov": "gov_review", "affairs": "ask_deputy"}),
    "to be reviewed, no consent": (not_consented, ON, {"affairs": "ask_deputy decide_withheld"}),
    "the deputy is asked": (disclosed.asked, ON, {
        GRADERS: "say_on_publication", "affairs": "decide_withheld"}),
    "the deputy was asked in vain": (disclosed.asked, "2026-06-02", {
        GRADERS: "say_on_publication", "affairs": "decide_open decide_withheld"}),
    "decided": (disclosed.decided, ON, {"affairs": "redact review_again"}),
    "checked": (disclosed.checked, ON, {"affairs": "redact publish review_again"}),
    "published": (disclosed.published, ON, {"affairs": "take_down"}),
    "withheld": (disclosed.withheld, ON, {"affairs": "review_again"}),
    "taken down": (taken_down, ON, {"affairs": "review_again"}),
    "superseded": (superseded, "2026-06-25", {}),
}  # fmt: skip


# A notebook:


def given_back(world):
    """The draft it began was thrown away."""
    found = special.used_idea(world)
    drafting.discard(found.suggestion, actor=world.deputy, at=at("2026-03-07"))
    return found


def fallen_through(world):
    """What it became was screened out."""
    found = special.used_idea(world)
    drafting.edit(found.suggestion, actor=world.deputy, at=at("2026-03-07"), requests=["修路灯"])
    drafting.submit(found.suggestion, actor=world.deputy, at=at("2026-03-07"))
    words = {"ground": "empty", "note": "没有具体内容"}
    office.screen_out(found.suggestion, actor=world.affairs, at=at("2026-03-08"), **words)
    return found


def deleted(world):
    return ideas.delete(special.an_idea(world), actor=world.deputy, at=at("2026-03-06"))


OF_IDEAS = {
    "noted": (special.an_idea, ON, {"lead": "edit use archive delete"}),
    "used": (special.used_idea, ON, {"lead": "archive"}),
    "used in a text screened out": (fallen_through, ON, {"lead": "archive reopen"}),
    "given back with a text thrown away": (given_back, ON, {"lead": "edit use archive delete"}),
    "archived": (special.archived_idea, ON, {"lead": "reopen delete"}),
    "deleted": (deleted, ON, {}),
}
