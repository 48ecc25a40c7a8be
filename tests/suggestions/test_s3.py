"""S-3: lead with two assistants, extension, reply, and the promises it makes (domain.md 6)."""

import io

import pytest
from django.db import transaction
from django.urls import reverse
from pypdf import PdfReader

from minqiao.duties.suggestions.actions import handling, promising, replying
from minqiao.duties.suggestions.figures.cases import cases
from minqiao.duties.suggestions.figures.kept import kept_of_year
from minqiao.duties.suggestions.queries.file import case_file
from minqiao.duties.suggestions.queries.promises import commitment_of, ledger, promise_file
from minqiao.duties.suggestions.rules.measures import count
from minqiao.duties.suggestions.rules.scope import Scope
from minqiao.duties.suggestions.tasks import remind_of_promises
from minqiao.foundation.workdays.queries import calendar
from minqiao.instruments.papers.actions import next_serial
from minqiao.instruments.papers.models import Paper
from minqiao.instruments.papers.queries import papers_of
from minqiao.instruments.papers.rules import from_facts
from minqiao.kit.deadlines import light
from minqiao.kit.workflow import Refused
from minqiao.overviews.notifications.models import Message
from tests.factories import a_contact, a_dispatched, at, day, handlings_of, to_signing

pytestmark = pytest.mark.django_db
PROMISES = (("完成路面修复设计", day("2026-11-30")), ("道路通车", day("2027-06-30")))


@pytest.fixture
def case(world):
    """No. 033's like: lead traffic bureau, assist finance and natural resources, assigned 2026-03-20."""
    found, rows = a_dispatched(world, "2026-03-20", lead="A14", assist=("A08", "A11"))
    for code in ("A14", "A08", "A11"):
        handling.sign_for(rows[code], actor=world.officer[code], at=at("2026-03-23"))
    return found, handlings_of(found)


def test_assist_opinions_have_their_own_clock_and_their_own_lateness(world, case):
    found, rows = case
    assert {rows[code].due_on for code in ("A08", "A11")} == {day("2026-04-20")}
    assert rows["A14"].due_on == day("2026-06-22")
    handling.send_opinion(
        rows["A08"], actor=world.officer["A08"], at=at("2026-04-16"), text="支持", signer="局长"
    )

    parts = {part.row.unit.code: part for part in case_file(world.affairs, found.pk, day("2026-04-21")).parts}
    assert parts["A08"].light is None  # sent in time
    assert (parts["A11"].light.key, parts["A11"].light.words) == ("black", "已超期1天")
    assert (parts["A14"].light.key, parts["A14"].light.words) == (
        "amber", "还有62天，市自然资源局会办意见逾期",
    )  # fmt: skip
    at_the_end = light(rows["A14"].due_on, day("2026-06-10"), calendar())
    assert at_the_end.key == "amber"


def test_an_empty_opinion_goes_back_and_is_rewritten_within_five_workdays(world, case):
    _, rows = case
    finance = rows["A08"]
    handling.send_opinion(
        finance, actor=world.officer["A08"], at=at("2026-04-16"), text="支持", signer="局长"
    )
    handling.reject_opinion(finance, actor=world.officer["A14"], at=at("2026-04-17"), note="没有具体内容")
    assert (finance.state, finance.opinion, finance.replied_on) == ("handling", None, None)
    assert finance.step_due_on == day("2026-04-24")
    handling.send_opinion(
        finance, actor=world.officer["A08"], at=at("2026-04-22"), text="安排资金120万元", signer="局长"
    )
    texts = [(row.text, row.reject_note) for row in finance.opinions.order_by("pk")]
    assert texts == [("支持", "没有具体内容"), ("安排资金120万元", "")]


def test_an_extension_is_asked_before_the_date_and_the_deputy_is_told(world, case):
    found, rows = case
    lead = rows["A14"]
    a_contact(world, lead, "2026-04-02")
    Message.objects.all().delete()
    words = {"reason": "涉及征地", "done_so_far": "已完成勘察"}
    handling.request_extension(lead, actor=world.officer["A14"], at=at("2026-06-10"), **words)
    handling.approve_extension(lead, actor=world.affairs, at=at("2026-06-12"))
    found.refresh_from_db()
    assert (lead.due_on, found.due_on, lead.extended) == (day("2026-09-20"), day("2026-09-20"), True)
    told = Message.objects.filter(user_id=world.deputy.user_id).values_list("words", "is_urgent")
    assert list(told) == [(f"办理期限已同意延长，新期限见内：{found.number} {found.title}", True)]
    with pytest.raises(Refused) as refused:
        handling.request_extension(lead, actor=world.officer["A14"], at=at("2026-06-13"), **words)
    assert refused.value.why == "已经延期一次，办理期限最长六个月"


def test_too_late_for_an_extension(world, case):
    _, rows = case
    a_contact(world, rows["A14"], "2026-04-02")
    with pytest.raises(Refused) as refused:
        handling.request_extension(
            rows["A14"], actor=world.officer["A14"], at=at("2026-06-23"), reason="忙", done_so_far="无"
        )
    assert refused.value.why == "答复期限是2026-06-22，已经超过，不能再申请延期"


def test_three_contacts_confirmed_and_the_letter_issued(world, case):
    found, rows = case
    lead = rows["A14"]
    for on in ("2026-04-02", "2026-05-10", "2026-06-01"):
        logged = a_contact(world, lead, on)
        handling.confirm_contact(
            lead, actor=world.deputy, at=at(on), contact=logged, state="confirmed", deputy_words="属实"
        )
    assert lead.contacts.filter(state="confirmed").count() == 3
    to_signing(world, lead, "2026-06-15", promises=PROMISES)
    replying.issue(lead, actor=world.principal["A14"], at=at("2026-06-16"))

    found.refresh_from_db()
    axes = (found.state, found.result_category, found.commitment_state, found.evaluation_state)
    assert axes == ("replied", "B", "tracking", "awaited")
    promised = list(lead.commitments.values_list("text", "due_on"))
    assert promised == list(PROMISES)
    letter = _letter(found)
    assert letter.number == "毕交函〔2026〕1号"
    assert letter.mark == "办理类别：B"
    assert letter.contact == "联系人：王科，联系电话：0857-8220001"
    assert letter.copies_to == (
        "毕节市人民代表大会常务委员会代表工作委员会",
        "毕节市人民政府办公室",
        "毕节市财政局",
        "毕节市自然资源和规划局",
    )


def _letter(found):
    paper = next(one for one in papers_of(found) if one.kind == "reply_letter")
    return from_facts(Paper.objects.get(pk=paper.pk).facts)


def test_no_letter_without_a_contact_record_unless_the_reason_is_written(world, case):
    _, rows = case
    lead = rows["A14"]
    to_signing(world, lead, "2026-06-15")
    with pytest.raises(Refused) as refused:
        replying.issue(lead, actor=world.principal["A14"], at=at("2026-06-16"))
    assert refused.value.why == (
        "还没有联系代表的记录（代表有异议的不算），不能签发；请先联系代表并登记，确实无法联系的须书面说明"
    )
    note = "代表长期在外治疗，多次电话未接通，已书面告知家属并约定下月补访。"
    replying.issue_without_contact(lead, actor=world.principal["A14"], at=at("2026-06-16"), note=note)
    lead.refresh_from_db()
    assert (lead.state, lead.reply.no_contact_note) == ("replied", note)
    counted = cases(world.affairs, Scope(year=2026, on=day("2026-06-30")))
    assert count(counted, "without_contact") == 1  # it is reported


@pytest.mark.papers
def test_the_pdf_says_it_all(world, case, client):
    found, rows = case
    a_contact(world, rows["A14"], "2026-04-02")
    to_signing(world, rows["A14"], "2026-06-15", promises=PROMISES)
    replying.issue(rows["A14"], actor=world.principal["A14"], at=at("2026-06-16"))
    paper = next(one for one in papers_of(found) if one.kind == "reply_letter")
    client.force_login(world.mandates[0].deputy.user)
    answer = client.get(reverse("suggestions:paper", args=[found.pk, paper.pk, "pdf"]))
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(b"".join(answer) if answer.streaming else answer.content)).pages
    words = "".join("".join(page.extract_text().split()) for page in pages)
    copies = "抄送：毕节市人民代表大会常务委员会代表工作委员会，毕节市人民政府办公室"
    for part in ("毕交函〔2026〕1号", "办理类别：B", "联系人：王科", copies):
        assert part in words


@pytest.fixture
def no_033(world):
    """No. 033 itself: 32 were registered before it; assigned 2026-03-20, signed for on the 23rd."""
    with transaction.atomic():
        for _ in range(32):
            next_serial(f"suggestions/{world.congress.pk}/{world.session.number}")
    found, rows = a_dispatched(world, "2026-03-20", lead="A14", assist=("A08", "A11"))
    for code in ("A14", "A08", "A11"):
        handling.sign_for(rows[code], actor=world.officer[code], at=at("2026-03-23"))
    return found, handlings_of(found)


def lights(world, found, on):
    parts = case_file(world.affairs, found.pk, day(on)).parts
    return {part.row.unit.code: part.light.key if part.light else "" for part in parts}


def replied(world, found, rows):
    """From the first opinion to the letter of 2026-09-08, on the scenario's days."""
    lead, finance, land = rows["A14"], rows["A08"], rows["A11"]
    for on in ("2026-04-02", "2026-05-10", "2026-06-01"):
        logged = a_contact(world, lead, on)
        handling.confirm_contact(
            lead, actor=world.deputy, at=at(on), contact=logged, state="confirmed", deputy_words="属实"
        )
    words = {"signer": "局长"}
    officer = world.officer
    handling.send_opinion(finance, actor=officer["A08"], at=at("2026-04-16"), text="支持", **words)
    handling.reject_opinion(finance, actor=officer["A14"], at=at("2026-04-17"), note="没有具体内容")
    handling.send_opinion(finance, actor=officer["A08"], at=at("2026-04-24"), text="安排120万元", **words)
    assert lights(world, found, "2026-04-21") == {"A14": "amber", "A08": "", "A11": "black"}
    handling.send_opinion(land, actor=officer["A11"], at=at("2026-05-06"), text="落实用地", **words)
    assert lights(world, found, "2026-06-10") == {"A14": "amber", "A08": "", "A11": ""}
    asked = {"reason": "涉及征地", "done_so_far": "已完成勘察"}
    handling.request_extension(lead, actor=officer["A14"], at=at("2026-06-10"), **asked)
    handling.approve_extension(lead, actor=world.affairs, at=at("2026-06-12"))
    assert (lead.due_on, lights(world, found, "2026-06-12")["A14"]) == (day("2026-09-20"), "green")
    to_signing(world, lead, "2026-09-04", promises=PROMISES)
    replying.issue(lead, actor=world.principal["A14"], at=at("2026-09-08"))


def test_the_whole_of_s3_and_what_became_of_its_two_promises(world, no_033):
    found, rows = no_033
    assert found.number == "3-5-033"
    replied(world, found, rows)
    found.refresh_from_db()
    assert (found.state, found.result_category, found.commitment_state) == ("replied", "B", "tracking")
    letter = _letter(found)
    assert (letter.title, letter.mark) == (
        "关于毕节市第三届人民代表大会第五次会议第3-5-033号建议的答复", "办理类别：B",
    )  # fmt: skip
    told = [block.text for block in letter.blocks][-3:-1]
    assert told == ["1. 完成路面修复设计（2026年11月30日前完成）。", "2. 道路通车（2027年6月30日前完成）。"]

    design, road = (commitment_of(world.affairs, one.pk) for one in rows["A14"].reply.commitments.all())
    assert {(one.state, one.report_due_on) for one in (design, road)} == {("tracking", day("2026-12-08"))}
    words = {"done_on": day("2026-11-25"), "text": "施工图设计通过审查，批复文号毕交建〔2026〕18号。"}
    promising.report_done(design, actor=world.officer["A14"], at=at("2026-11-26"), **words)
    assert design.step_due_on == day("2026-12-24")
    promising.grade_fulfilment(design, actor=world.deputy, at=at("2026-12-01"), grade="met")
    assert promise_file(world.officer["A14"], design.pk, day("2026-12-02")).grade_hidden
    promising.release_fulfilment(design, actor=world.affairs, at=at("2026-12-04"))
    kept = kept_of_year(world.affairs, 2026, day("2026-12-31"))
    assert [(row["text"], row["outcome_words"]) for row in kept.rows] == [("完成路面修复设计", "按期兑现")]
    assert (kept.base, kept.rate) == (1, "100.00%")

    assert remind_of_promises(at("2026-12-09")) == ["代表建议：催报承诺进展1项"]
    progress = {"text": "路基完成，路面铺设到三公里处。"}
    promising.report_progress(road, actor=world.officer["A14"], at=at("2026-12-11"), **progress)
    road = commitment_of(world.affairs, road.pk)
    assert (road.state, road.report_due_on) == ("tracking", day("2027-03-08"))
    assert (
        next(one["text"] for one in kept_of_year(world.affairs, 2027, day("2027-01-05")).rows) == "道路通车"
    )


def test_the_road_is_late_explained_by_the_principal_and_opened_in_the_autumn(world, no_033):
    found, rows = no_033
    replied(world, found, rows)
    road = commitment_of(world.affairs, rows["A14"].reply.commitments.get(position=2).pk)
    due = [row["due_on"] for row in ledger(world.affairs, {"light": "black"}, day("2027-07-01"))]
    assert due == [day("2026-11-30"), day("2027-06-30")]
    words = {"reason": "雨季长，沥青铺设推迟两个月。", "new_due_on": day("2027-09-30")}
    promising.explain_delay(road, actor=world.principal["A14"], at=at("2027-07-02"), **words)
    assert (road.state, road.first_due_on, road.due_on) == ("deferred", day("2027-06-30"), day("2027-09-30"))
    assert road.report_due_on == day("2027-09-08")
    carried = kept_of_year(world.affairs, 2028, day("2028-01-05")).carried
    assert [(row["text"], row["outcome_words"]) for row in carried] == [
        ("完成路面修复设计", "到期未兑现"), ("道路通车", "说明后延期至2027-09-30"),
    ]  # fmt: skip
