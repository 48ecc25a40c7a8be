"""Who reads what on one suggestion: table by table, on real rows."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.urls import reverse

from minqiao.duties.suggestions.actions import drafting, handling, replying
from minqiao.duties.suggestions.choices import HandlingState, State
from minqiao.duties.suggestions.models import Suggestion
from minqiao.duties.suggestions.queries.file import case_file, file_of, files_of
from minqiao.duties.suggestions.queries.lists import suggestions, words_of
from minqiao.duties.suggestions.rules import sight
from minqiao.duties.suggestions.workflow import COMMITMENT, HANDLING, PUBLICATION, SUGGESTION
from minqiao.foundation.accounts.models import User
from minqiao.foundation.attachments.actions import keep
from minqiao.instruments.papers.actions import attach_scan
from minqiao.instruments.papers.queries import papers_of
from minqiao.kit.workflow import Refused
from tests.attachments.samples import PDF
from tests.factories import a_dispatched, a_draft, a_replied, a_submitted, at, day

pytestmark = pytest.mark.django_db
ON = day("2026-06-01")
AT = at("2026-05-28")


def people(world):
    """Everybody who may open an assigned suggestion handled by A14 with A08 assisting."""
    return {
        "lead": world.deputy,
        "joined": world.deputies[1],
        "other": world.deputies[2],
        "affairs": world.affairs,
        "secretariat": world.secretariat,
        "chairs": world.chairs,
        "member": world.member,
        "committee": world.committee,
        "gov": world.gov,
        "gov_leader": world.gov_leader,
        "officer": world.officer["A14"],
        "principal": world.principal["A14"],
        "assisting": world.officer["A08"],
        "stranger": world.officer["A03"],
    }


CONGRESS = {"affairs", "secretariat", "chairs", "member", "committee"}
INVOLVED = CONGRESS | {"gov", "gov_leader", "officer", "principal"}
DEPUTIES = {"lead", "joined", "other"}


def with_co_signer(world, **words):
    """A draft that deputy 2 has joined, handed in by deputy 1."""
    found = a_draft(world, **words)
    drafting.invite(found, actor=world.deputy, at=at("2026-03-05"), mandates=[world.mandates[1]])
    found.__dict__.pop("_signer_ids", None)
    drafting.confirm_cosign(found, actor=world.deputies[1], at=at("2026-03-05"))
    return drafting.submit(found, actor=world.deputy, at=at("2026-03-05"))


def pdf(name):
    return SimpleUploadedFile(name, PDF + name.encode())


@pytest.fixture
def scanned(world, settings, tmp_path):
    """A replied suggestion with the author's photo and a scan of each of its three papers."""
    settings.MEDIA_ROOT = tmp_path
    found, _ = a_replied(world, request_confidential=True)
    keep(pdf("photo.pdf"), subject=found, case=found, actor=world.affairs, at=AT)
    for paper in papers_of(found):
        attach_scan(paper, pdf(f"{paper.kind}.pdf"), actor=world.affairs, at=AT)
    return found


ALL_FILES = ["photo", "suggestion_sheet", "reply_letter", "feedback_form"]
UNNAMED = ["photo", "reply_letter"]
FILES = dict.fromkeys(["lead", *CONGRESS], ALL_FILES) | dict.fromkeys(
    ["other", "joined", "gov", "gov_leader", "officer", "principal"], UNNAMED
)


@pytest.mark.parametrize("who", sorted(FILES))
def test_scans_of_a_confidential_item_go_with_their_papers(world, scanned, client, who):
    actor = people(world)[who]
    client.force_login(User.objects.get(pk=actor.user_id))
    read = [row.name[:-4] for row in files_of(actor, scanned)]
    file = case_file(actor, scanned.pk, ON)
    named = [one.name[:-4] for one in file.attachments]
    rows = files_of(world.affairs, scanned)
    page = [client.get(reverse("suggestions:attachment", args=[scanned.pk, row.pk])) for row in rows]
    api = [client.get(f"/api/v1/suggestions/{scanned.pk}/attachments/{row.pk}") for row in rows]
    status = [200 if name in FILES[who] else 409 for name in ALL_FILES]
    assert (read, named) == (FILES[who], FILES[who])
    assert [answer.status_code for answer in page] == status
    assert [answer.status_code for answer in api] == status
    papers = [sight.paper(actor, scanned, kind) == "" for kind in ALL_FILES[1:]]
    assert len(file.papers) == papers.count(True)


def test_a_filled_in_form_is_for_the_congress_side_and_the_lead_signer(world):
    found = with_co_signer(world)
    told = {
        who for who, actor in people(world).items() if not sight.attachment(actor, found, "feedback_form")
    }
    assert told == CONGRESS | {"lead"}
    assert {sight.attachment(actor, found, "suggestion_sheet") for actor in people(world).values()} == {""}


def test_a_stranger_unit_reaches_no_file(world, scanned):
    (row, *_) = files_of(world.affairs, scanned)
    with pytest.raises(Http404):
        file_of(world.officer["A03"], scanned.pk, row.pk)


def test_a_discarded_draft_stays_private(world):
    found = a_draft(world)
    drafting.discard(found, actor=world.deputy, at=AT)
    handed_in = a_submitted(world, title="关于路灯的建议")
    Suggestion.objects.filter(pk=handed_in.pk).update(state=State.WITHDRAWN)
    seen = {
        who: list(Suggestion.objects.visible_to(actor).order_by("pk").values_list("pk", flat=True))
        for who, actor in people(world).items()
    }
    both = [found.pk, handed_in.pk]
    assert seen == {who: [] for who in people(world)} | {"lead": both} | {
        who: [handed_in.pk] for who in CONGRESS
    }


class _Act:
    def __init__(self, action):
        self.action = action


ACTIONS = sorted(
    {step.action for step in (*SUGGESTION.steps, *HANDLING.steps, *COMMITMENT.steps, *PUBLICATION.steps)}
    | {"draft", "ask_again", "read_phone", "attach", "detach", "issue_paper", "sign_paper", "void_paper"}
    | {"remind_amber", "remind_red", "remind_black", "end_handling", "end_unsent", "an_act_of_tomorrow"}
    | {"remind_publication_red", "remind_publication_black"}
    | {"promise_amber", "promise_red", "promise_black", "chase_report", "chase_grade", "end_promise"}
)
PUBLIC = {
    "register", "assign", "dispatch", "dispatch_to_organ", "sign_for", "issue", "issue_without_contact",
    "close", "withdraw",
    "merge", "split", "publish", "take_down",
}  # fmt: skip
OF_THE_STAFF = {
    "an_act_of_tomorrow", "record_callback", "redact", "remind_publication_red", "remind_publication_black",
}  # fmt: skip
AMONG_SIGNERS = OF_THE_STAFF | {
    "draft", "edit", "invite", "ask_again", "confirm_cosign", "decline_cosign", "drop_cosigner", "discard",
    "read_phone", "agree_withdraw",
}  # fmt: skip
OF_THE_OFFICE = {
    "sort", "set_aside", "send_back", "screen_out", "escalate_up", "send_as_letter", "agree_assign",
}  # fmt: skip
GRADING = {
    "evaluate", "revise_evaluation", "hint_merge", "hold", "chase_evaluation", "mark_no_response",
    "grade_fulfilment", "verify_fulfilment", "revise_fulfilment", "chase_grade", "ask_deputy",
    "say_on_publication",
}  # fmt: skip
KEPT_FROM = {
    "affairs": set(), "secretariat": set(),
    "lead": OF_THE_STAFF, "joined": OF_THE_STAFF,
    "chairs": AMONG_SIGNERS, "member": AMONG_SIGNERS, "committee": AMONG_SIGNERS,
    "gov": AMONG_SIGNERS | OF_THE_OFFICE, "gov_leader": AMONG_SIGNERS | OF_THE_OFFICE,
    "officer": AMONG_SIGNERS | OF_THE_OFFICE | GRADING, "principal": AMONG_SIGNERS | OF_THE_OFFICE | GRADING,
    "assisting": AMONG_SIGNERS | OF_THE_OFFICE | GRADING,
}  # fmt: skip


def test_each_audience_is_told_its_acts_and_an_unknown_act_is_told_to_the_staff_only(world):
    found = with_co_signer(world)
    everybody = {who: actor for who, actor in people(world).items() if who != "stranger"}
    hidden = {
        who: {one for one in ACTIONS if sight.event(actor, found, _Act(one))}
        for who, actor in everybody.items()
    }
    assert hidden == KEPT_FROM | {"other": set(ACTIONS) - PUBLIC}


NOTES = {
    "send_back_reply": INVOLVED,
    "request_extension": INVOLVED | {"lead", "joined"},
    "approve_extension": INVOLVED | {"lead", "joined"},
    "contact": INVOLVED | {"lead", "joined"},
    "confirm_contact": INVOLVED | {"lead", "joined"},
    "remind_red": INVOLVED | {"lead", "joined"},
    "send_opinion": INVOLVED,
    "reject_opinion": INVOLVED,
    "issue": INVOLVED | DEPUTIES | {"assisting", "stranger"},
}


@pytest.mark.parametrize("action", sorted(NOTES))
def test_the_remarks_of_a_unit_are_not_for_other_units(world, action):
    found = with_co_signer(world)
    row = _handling(world, found)
    told = {who for who, actor in people(world).items() if not sight.event_note(actor, row, _Act(action))}
    assert told == NOTES[action]


def _handling(world, suggestion):
    """A14's handling of this suggestion, as the page has it in hand."""
    _, rows = a_dispatched(world, assist=("A08",), title="关于另一件事的建议")
    row = rows["A14"]
    row.suggestion = suggestion
    return row


def test_a_page_shows_the_act_without_the_remark(world):
    found, rows = a_dispatched(world, assist=("A08",))
    lead = rows["A14"]
    handling.sign_for(lead, actor=world.officer["A14"], at=at("2026-03-23"))
    handling.sign_for(rows["A08"], actor=world.officer["A08"], at=at("2026-03-23"))
    words = {"stage": "before", "on": day("2026-04-02"), "way": "visit", "who": "副局长", "content": "谈"}
    handling.contact(lead, actor=world.officer["A14"], at=at("2026-04-02"), **words)
    notes = {
        who: [one.note for one in case_file(actor, found.pk, ON).events if one.action == "contact"]
        for who, actor in people(world).items()
        if who in ("officer", "assisting", "lead", "affairs")
    }
    told = ["2026-04-02 副局长"]
    assert notes == {"officer": told, "assisting": [""], "lead": told, "affairs": told}


def test_an_opinion_is_for_the_lead_the_writer_and_the_offices(world, client):
    found, rows = a_dispatched(world, assist=("A08", "A11"))
    row = rows["A08"]
    handling.sign_for(row, actor=world.officer["A08"], at=at("2026-03-23"))
    words = {"text": "资金可以安排", "signer": "局长"}
    handling.send_opinion(row, actor=world.officer["A08"], at=at("2026-04-02"), **words)
    seen = people(world) | {"assisting_too": world.officer["A11"]}
    del seen["stranger"]
    api, page = set(), set()
    for who, actor in seen.items():
        client.force_login(User.objects.get(pk=actor.user_id))
        answer = client.get(f"/api/v1/suggestions/{found.pk}").json()
        if [part["opinion"]["text"] for part in answer["handlings"] if part["opinion"]]:
            api.add(who)
        if words["text"] in client.get(reverse("suggestions:detail", args=[found.pk])).content.decode():
            page.add(who)
    assert api == page == INVOLVED | {"assisting"}


def test_the_number_is_for_the_officers_who_must_call(world):
    found, _ = a_dispatched(world, assist=("A08",))
    everybody = people(world) | {"head": world.head["A14"]}
    units = {world.units["A14"].pk, world.units["A08"].pk}
    told = {who for who, actor in everybody.items() if not sight.phone(actor, found, units)}
    shown = {
        who
        for who, actor in everybody.items()
        if who != "stranger" and case_file(actor, found.pk, ON).may_phone
    }
    assert told == shown == {"affairs", "secretariat", "officer", "assisting"}
    with pytest.raises(Refused, match="只供承办人"):
        handling.read_phone(found, actor=world.principal["A14"], at=AT)


def test_a_confidential_proposer_and_his_delegation_are_shown_to_those_who_may_know(world):
    found, _ = a_dispatched(world, assist=("A08",), request_confidential=True)
    seen = {who: actor for who, actor in people(world).items() if who != "stranger"}
    pages = {who: case_file(actor, found.pk, ON).delegation for who, actor in seen.items()}
    knowing = CONGRESS | {"lead"}
    assert pages == {who: "七星关代表团" if who in knowing else "" for who in seen}
    rows = {who: words_of(suggestions(actor, {}, ON)[0], actor, ON) for who, actor in seen.items()}
    listed = {who: (row["proposer"], row["delegation"]) for who, row in rows.items()}
    assert listed == {who: ("代表1", "七星关代表团") if who in knowing else ("（保密）", "") for who in seen}


def test_the_reason_a_draft_was_sent_back_for_is_not_the_deputys_to_read(world):
    found, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    draft = {"answers": ["正在办", "正在办"], "category": "B", "contact_name": "王科", "disclosure": "full"}
    replying.draft_reply(row, actor=world.officer["A14"], at=AT, **draft)
    replying.submit_reply(row, actor=world.officer["A14"], at=AT)
    replying.send_back_reply(row, actor=world.head["A14"], at=AT, note="数字不对")
    row.refresh_from_db()
    assert row.state == HandlingState.REPLY_DRAFT
    notes = {
        who: [one.note for one in case_file(actor, found.pk, ON).events if one.action == "send_back_reply"]
        for who, actor in people(world).items()
        if who in ("officer", "lead", "other", "gov")
    }
    assert notes == {"officer": ["数字不对"], "lead": [""], "other": [], "gov": ["数字不对"]}
