"""承办单位：签收、联系、起草、核稿、签发；评价反馈以前看不到。"""

import pytest

from minqiao.duties.suggestions.actions import replying
from minqiao.duties.suggestions.models import Commitment, Contact, Handling, Reply
from tests.factories import GRADES, a_dispatched, at, day, handlings_of
from tests.journeys.hands import done, follow, heading, press, reads, write

pytestmark = pytest.mark.browser


def from_home(page, title):
    """What waits first at home."""
    page.goto("/")
    follow(page, title)


def called(page, title):
    """Visited the deputy; the visit is put on record."""
    from_home(page, title)
    page.get_by_label("阶段").select_option("before")
    write(page, "日期", "2026-04-02")
    page.get_by_label("方式").select_option("visit")
    write(page, "单位人员及职务", "副局长")
    write(page, "沟通内容", "到现场听取意见")
    press(page, "登记联系")
    assert "到现场听取意见" in reads(page)


def drafted(page, title):
    """An answer under each numbered request, a category, two promises with their dates."""
    from_home(page, title)
    assert heading(page) == "起草答复"
    write(page, "第1条：尽快修复破损路面", "已列入今年养护计划，9月底前完工。")
    write(page, "第2条：完善排水设施", "与路面同步改造。")
    page.get_by_text("B类（正在解决或者列入计划逐步解决）").click()
    write(page, "第1项承诺", "完成施工图设计")
    write(page, "第1项兑现期限", "2026-07-31")
    page.get_by_label("第2项承诺", exact=True).fill("路面和排水完工通车")
    write(page, "第2项兑现期限", "2026-09-30")
    write(page, "联系人", "王科")
    page.get_by_label("公开建议").select_option("full")
    press(page, "保存答复稿")


def test_a_unit_handles_a_suggestion(world, person, clock):
    found, _ = a_dispatched(world)
    clock("2026-03-23")
    officer = person(world.officer["A14"])
    from_home(officer, found.title)
    press(officer, "签收")
    assert (done(officer), Handling.objects.get().signed_on) == ("已签收", day("2026-03-23"))

    clock("2026-04-02")
    called(officer, found.title)
    assert list(Contact.objects.values_list("way", "who", "state")) == [("visit", "副局长", "waiting")]

    clock("2026-05-18")
    drafted(officer, found.title)
    assert done(officer) == "已起草答复"
    reply = Reply.objects.get()
    answers = ["已列入今年养护计划，9月底前完工。", "与路面同步改造。"]
    assert (reply.answers, reply.category, reply.contact_name) == (answers, "B", "王科")
    promises = [("完成施工图设计", day("2026-07-31")), ("路面和排水完工通车", day("2026-09-30"))]
    assert list(Commitment.objects.values_list("text", "due_on")) == promises
    from_home(officer, found.title)
    press(officer, "送核稿")

    head = person(world.head["A14"])
    from_home(head, found.title)
    assert "与路面同步改造。" in reads(head)
    press(head, "核稿通过")
    row = handlings_of(found)["A14"]
    replying.pass_review(row, actor=world.gov, at=at("2026-05-19"))

    clock("2026-05-20")
    principal = person(world.principal["A14"], 360)
    from_home(principal, found.title)
    assert (heading(principal), "9月底前完工" in reads(principal)) == ("签发", True)
    press(principal, "签发")
    reply.refresh_from_db()
    name = world.principal["A14"].name
    assert (done(principal), reply.issued_on, reply.signer) == ("已签发", day("2026-05-20"), name)
    assert reply.number in reads(principal)
    _the_grade_stays_hidden(world, found, officer)


def _the_grade_stays_hidden(world, found, officer):
    row = handlings_of(found)["A14"]
    words = GRADES | {"result": "basic", "words": "盼按期完工", "objection": "态度敷衍"}
    replying.evaluate(row, actor=world.deputy, at=at("2026-05-25"), **words)
    secrets = ("基本满意", "盼按期完工", "态度敷衍")
    officer.goto(f"/suggestions/{found.pk}/")
    assert [words in reads(officer) for words in secrets] == [False, False, False]
    assert "评价由代表工作委员会统一反馈后可见" in reads(officer)
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    officer.reload()
    assert [words in reads(officer) for words in secrets] == [True, True, False]
