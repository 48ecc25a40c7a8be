"""Issuing, signing, voiding: what stands afterwards, in the tables and on the trail."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections, transaction

from minqiao.foundation.accounts.models import User
from minqiao.foundation.attachments.models import Attachment
from minqiao.foundation.trail.models import Event
from minqiao.instruments.papers import actions, queries
from minqiao.instruments.papers.documents import document_of
from minqiao.instruments.papers.models import Paper, Series
from minqiao.instruments.papers.rules import as_facts, digest, from_facts, series_of_year
from minqiao.kit.workflow import Refused
from tests.papers import samples
from tests.papers.conftest import AT

SERIES = series_of_year("毕人常交", 2026)


def test_the_number_is_drawn_and_frozen_with_the_text(issue):
    paper = issue("assignment_letter", series=SERIES)
    assert (paper.number, paper.serial, paper.title) == (
        "毕人常交〔2026〕1号",
        1,
        "关于交办市三届人大六次会议代表建议和审议发言建议的通知",
    )
    paper.refresh_from_db()
    document = from_facts(paper.facts)
    assert document.number == paper.number
    assert document.annexes == samples.assignment_letter().annexes
    assert paper.sha256 == digest(paper.facts) == digest(as_facts(document))


def test_each_series_counts_for_itself(issue):
    numbers = [issue(series=series).number for series in (SERIES, SERIES, series_of_year("毕交函", 2026))]
    assert numbers == ["毕人常交〔2026〕1号", "毕人常交〔2026〕2号", "毕交函〔2026〕1号"]


def test_issuing_leaves_a_mark_on_the_trail(letter, case):
    event = Event.objects.get(action="issue_paper")
    assert (event.subject_id, event.case_id, event.label) == (letter.pk, case.pk, "印发答复函")
    assert event.note == "毕交函〔2026〕1号 关于市三届人大六次会议第12号建议的答复"


def test_a_paper_is_issued_once(issue, case):
    subject = User.objects.create(username="one", name="对象")
    issue(subject=subject, series=SERIES)
    with pytest.raises(Refused, match="已经印发"):
        issue(subject=subject, series=SERIES)
    assert issue(subject=subject, series=SERIES, edition=2).number == "毕人常交〔2026〕2号"
    assert Paper.objects.count() == 2


def test_an_unknown_kind_is_an_error_of_ours(issue):
    with pytest.raises(ValueError, match="love_letter"):
        issue("love_letter", document=samples.reply_letter())


def test_a_number_goes_back_with_its_transaction(db):
    with transaction.atomic():
        assert actions.next_serial("甲") == 1
    with pytest.raises(RuntimeError, match="gone"), transaction.atomic():
        assert actions.next_serial("甲") == 2
        raise RuntimeError("gone")
    with transaction.atomic():
        assert actions.next_serial("甲") == 2


@pytest.mark.django_db(transaction=True)
def test_no_number_outside_a_transaction():
    with pytest.raises(RuntimeError, match="transaction"):
        actions.next_serial("甲")
    assert not Series.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_32_at_once_get_32_numbers_without_gap_or_double():
    def draw(turn):
        try:
            with transaction.atomic():
                serial = actions.next_serial(SERIES)
                if turn % 8 == 7:
                    raise ArithmeticError
                return serial
        except ArithmeticError:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(32) as pool:
        drawn = [serial for serial in pool.map(draw, range(96)) if serial]
    assert sorted(drawn) == list(range(1, 85))


@pytest.mark.django_db(transaction=True)
def test_8_at_once_issue_one_paper(officer):
    subject = User.objects.create(username="one", name="对象")

    def try_to_issue(_):
        try:
            return actions.issue(
                samples.feedback_form(), kind="feedback_form", subject=subject, case=subject, actor=officer,
                at=AT, series=SERIES,
            ).pk  # fmt: skip
        except Refused:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        issued = [pk for pk in pool.map(try_to_issue, range(8)) if pk]
    assert issued == list(Paper.objects.values_list("pk", flat=True))
    assert (len(issued), Series.objects.get().last) == (1, 1)


def test_a_signature_stands_in_its_place(issue, officer):
    paper = issue("assignment_letter", series=SERIES)
    organ = "毕节市人民政府办公室"
    actions.sign(paper, organ=organ, post="负责人", name="测试乙", actor=officer, at=AT)
    signers = next(one for one in document_of(paper, "").blocks if hasattr(one, "signers")).signers
    assert [(signer.name, signer.date) for signer in signers] == [("", ""), ("测试乙", "2026年4月9日")]
    assert paper.sha256 == digest(Paper.objects.get(pk=paper.pk).facts)
    with pytest.raises(Refused, match="已有测试乙签字"):
        actions.sign(paper, organ=organ, post="负责人", name="测试丙", actor=officer, at=AT)


def test_a_void_paper_stays_void_and_its_number_is_not_given_again(issue, officer):
    subject = User.objects.create(username="one", name="对象")
    paper = issue(subject=subject, series=SERIES)
    with pytest.raises(Refused, match="原因"):
        actions.void(paper, actor=officer, at=AT, reason=" ")
    actions.void(paper, actor=officer, at=AT, reason="文中数字有误")
    assert (paper.is_void, paper.void_reason, paper.voided_by) == (True, "文中数字有误", "工作人员甲")
    for act in (
        lambda: actions.void(paper, actor=officer, at=AT, reason="再来一次"),
        lambda: actions.sign(paper, post="负责人", name="测试乙", actor=officer, at=AT),
    ):
        with pytest.raises(Refused, match="已经作废"):
            act()
    assert issue(subject=subject, series=SERIES).number == "毕人常交〔2026〕2号"


def test_a_scan_lies_with_its_paper_in_the_case(letter, case, officer):
    content = samples.png_upload("扫描件.png")
    actions.attach_scan(letter, content, actor=officer, at=AT)
    scan = Attachment.objects.get()
    assert (scan.subject_type, scan.subject_id) == ("papers.paper", letter.pk)
    assert (scan.case_id, scan.is_signed_scan) == (case.pk, True)
    assert queries.scans_of(letter) == [scan]
    assert (queries.scan_in(letter, scan.pk), queries.scan_in(letter, scan.pk + 1)) == (scan, None)


def test_papers_are_found_by_case_and_code(issue, letter, case, officer):
    other = issue("feedback_form", case=User.objects.create(username="other", name="另案"))
    assert queries.papers_of(case) == [letter]
    assert queries.paper_in(case, letter.pk) == letter
    assert queries.paper_in(case, other.pk) is None
    assert queries.paper_by_token(letter.token) == letter
    assert queries.paper_by_token(letter.token[:-1]) is None
