"""For every step: a subject it can be taken on, and what to send. One place for all tests over all steps."""

from minqiao.duties.suggestions.actions import closing, drafting, handling, office, replying
from minqiao.duties.suggestions.choices import Kind
from minqiao.duties.suggestions.workflow import BATCH, COMMITMENT, HANDLING, IDEA, PUBLICATION, SUGGESTION
from tests.api.disclosed import DISCLOSED, to_review, withheld
from tests.api.special import SPECIAL, an_idea, archived_idea, used_idea
from tests.factories import (
    GRADES,
    REPLY,
    TEXT,
    a_contact,
    a_dispatched,
    a_draft,
    a_registered,
    a_replied,
    a_submitted,
    an_assigned,
    an_evaluated,
    at,
    handlings_of,
    to_signing,
)
from tests.suggestions.promising import a_promise, graded, reported

NOTE = {"note": "请补充具体位置，并说明希望解决的问题和时间要求"}
CONTACT = {"stage": "during", "on": "2026-05-30", "way": "phone", "who": "科长", "content": "介绍进展"}


def invited(world):
    found = a_draft(world)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
    return found


def noted(world):
    words = {"title": "审议发言", "facts": "发言", "meeting": "二团", "report_debated": "政府工作报告"}
    return drafting.draft(
        actor=world.affairs, at=at("2026-03-05"), signer=world.mandates[0], kind=Kind.REVIEW_REMARK, **words
    )


def sorted_(world):
    words = {"title": "审议发言", "topic": "urban", "requests": ["修路"]}
    return office.sort(noted(world), actor=world.affairs, at=at("2026-03-06"), **words)


def released(world):
    found, row = an_evaluated(world)
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    return found


def closed(world):
    return closing.close(released(world), actor=world.affairs, at=at("2026-05-29"))


def dispatched(world):
    return a_dispatched(world, assist=("A08",))[1]["A14"]


def signed(world, code="A14"):
    _, rows = a_dispatched(world, assist=("A08",))
    return handling.sign_for(rows[code], actor=world.officer[code], at=at("2026-03-23"))


def contacted(world):
    row = signed(world)
    a_contact(world, row)
    return row


def opinion_sent(world):
    row = signed(world, "A08")
    return handling.send_opinion(
        row, actor=world.officer["A08"], at=at("2026-04-16"), text="支持", signer="局长"
    )


def extension_asked(world):
    return handling.request_extension(
        contacted(world), actor=world.officer["A14"], at=at("2026-05-20"), reason="征地", done_so_far="勘察"
    )


def drafted(world):
    row = contacted(world)
    return replying.draft_reply(row, actor=world.officer["A14"], at=at("2026-05-20"), **REPLY)


def in_check(world):
    return replying.submit_reply(drafted(world), actor=world.officer["A14"], at=at("2026-05-20"))


def in_review(world):
    return replying.check_format(in_check(world), actor=world.head["A14"], at=at("2026-05-20"))


def in_signing(world):
    return to_signing(world, contacted(world))


def in_signing_without_contact(world):
    return to_signing(world, signed(world))


def replied(world):
    return a_replied(world)[1]


def evaluated(world):
    return an_evaluated(world)[1]


def prepared(world):
    found = a_registered(world)
    a_registered(world, title="关于另一件事的建议")
    return office.prepare_batch(
        actor=world.affairs,
        at=at("2026-03-19"),
        congress=world.congress,
        name="3-5",
        suggestions=[found],
    )


def issued(world):
    return office.issue_batch(
        prepared(world), actor=world.affairs, at=at("2026-03-20"), assigned_on=at("2026-03-20").date()
    )


def _free(batch):
    rows = type(batch.suggestions.first()).objects.filter(state="accepted", batch=None)
    return {"suggestions": [row.pk for row in rows]}


# (a subject the step fits, what to send: a body or a function of the subject and the world)
STRAIGHT = {
    "suggestion": {
        "edit": (invited, {"title": "关于修复百里杜鹃路的建议"}),
        "invite": (invited, lambda subject, world: {"mandates": [world.mandates[2].certificate_no]}),
        "confirm_cosign": (invited, {}),
        "decline_cosign": (invited, {}),
        "drop_cosigner": (invited, lambda subject, world: {"mandate_id": world.mandates[1].pk}),
        "submit": (a_draft, {}),
        "discard": (a_draft, {}),
        "sort": (noted, {"title": "发言", "topic": "urban", "requests": ["修路"]}),
        "set_aside": (noted, NOTE),
        "confirm_remark": (sorted_, {}),
        "send_back": (a_submitted, NOTE),
        "screen_out": (a_submitted, NOTE | {"ground": "empty"}),
        "hint_merge": (a_submitted, {"with_number": "3-5-001"}),
        "register": (a_submitted, {}),
        "assign": (a_registered, {"assigned_on": "2026-05-20"}),
        "hold": (an_assigned, NOTE),
        "dispatch": (an_assigned, lambda subject, world: {"lead_unit": world.units["A14"].pk}),
        "close": (released, {}),
    },
    "handling": {
        "sign_for": (dispatched, {}),
        "contact": (signed, CONTACT),
        "confirm_contact": (
            contacted,
            lambda row, world: {"contact": row.contacts.get().pk, "state": "confirmed"},
        ),
        "send_opinion": (lambda world: signed(world, "A08"), {"text": "支持", "signer": "局长"}),
        "reject_opinion": (opinion_sent, NOTE),
        "request_extension": (contacted, {"reason": "征地", "done_so_far": "勘察"}),
        "approve_extension": (extension_asked, {}),
        "refuse_extension": (extension_asked, NOTE),
        "draft_reply": (contacted, REPLY),
        "submit_reply": (drafted, {}),
        "check_format": (in_check, {}),
        "pass_review": (in_review, {}),
        "send_back_reply": (in_review, NOTE),
        "issue": (in_signing, {}),
        "issue_without_contact": (in_signing_without_contact, NOTE),
        "evaluate": (replied, GRADES),
        "revise_evaluation": (evaluated, {"attitude": "basic"}),
        "release": (evaluated, {}),
    },
    "batch": {
        "add_items": (prepared, lambda batch, world: _free(batch)),
        "remove_items": (prepared, lambda batch, world: {"suggestions": [batch.suggestions.get().pk]}),
        "issue_batch": (prepared, {"assigned_on": "2026-05-20"}),
        "sign_batch": (issued, {"assigned_by": "秘书长", "received_by": "副秘书长"}),
    },
}
WORKFLOWS = {
    "suggestion": SUGGESTION,
    "handling": HANDLING,
    "commitment": COMMITMENT,
    "publication": PUBLICATION,
    "batch": BATCH,
    "idea": IDEA,
}
MADE = STRAIGHT | {"commitment": {}, "publication": DISCLOSED, "idea": {}}
FITTING = {
    slug: {action: (MADE[slug] | SPECIAL.get(slug, {}))[action] for action in workflow.actions()}
    for slug, workflow in WORKFLOWS.items()
}
PREFIXES = {
    "suggestion": "suggestions",
    "handling": "suggestions/handlings",
    "commitment": "suggestions/commitments",
    "publication": "suggestions/publications",
    "batch": "suggestions/batches",
    "idea": "suggestions/ideas",
}
EVERY_STEP = [(slug, action) for slug, workflow in WORKFLOWS.items() for action in workflow.actions()]


def fitting(world, slug, action):
    """(subject, body): a subject in a state the step may leave, and a body it accepts."""
    make, body = FITTING[slug][action]
    subject = make(world)
    return subject, body(subject, world) if callable(body) else body


OF_THE_DEPUTY = {
    "grade_fulfilment", "verify_fulfilment", "revise_fulfilment", "release_fulfilment", "insist",
}  # fmt: skip


def unfit(world, slug, action):
    """A subject in a state the step may not leave."""
    made = {
        "suggestion": closed,
        "handling": evaluated if action in ("sign_for", "request_return") else dispatched,
        "commitment": a_promise if action in OF_THE_DEPUTY else reported,
        "publication": to_review if action == "review_again" else withheld,
        "idea": an_idea if action == "reopen" else used_idea,
        "batch": prepared if action in ("sign_batch", "sample_callbacks") else issued,
    }
    if action == "end_tracking":
        return graded(world)
    if (slug, action) == ("idea", "archive"):
        return archived_idea(world)
    if (slug, action) in {("handling", "revise_evaluation"), ("handling", "release")}:
        return dispatched(world)
    return made[slug](world)


def address(slug, subject, action):
    return f"{PREFIXES[slug]}/{subject.pk}/steps/{action}"


def everybody(world):
    """Everyone on stage by name: each office, each kind of unit person, lead, invited and other deputies."""
    names = ("affairs", "secretariat", "gov", "gov_leader", "chairs", "member", "committee")
    found = {name: getattr(world, name) for name in (*names, "system_admin", "security_admin", "auditor")}
    found |= {"lead": world.deputies[0], "invited": world.deputies[1], "other": world.deputies[3]}
    for kind in ("officer", "head", "principal"):
        found |= {f"{kind}-{code}": getattr(world, kind)[code] for code in ("A14", "A08", "A03")}
    return found


def text_of(world):
    return dict(TEXT)


__all__ = ["EVERY_STEP", "FITTING", "WORKFLOWS", "address", "everybody", "fitting", "handlings_of", "unfit"]
