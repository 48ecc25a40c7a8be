"""What the browser gets: papers, the register, the page behind a code; and what it does not get."""

import io
import threading

import pytest
from django.urls import reverse
from pypdf import PdfReader

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.attachments.models import Attachment
from minqiao.instruments.papers import actions
from minqiao.instruments.papers.models import Bundle
from minqiao.instruments.papers.rules import Document, Para
from minqiao.kit.mechanism import Mechanism, Web
from tests.papers import samples
from tests.papers.conftest import AT


def hand_out(client, paper, form):
    return client.get(reverse("papers:hand_out", args=[paper.pk, form]))


def rows_in(response):
    return response.content.decode().count('<th scope="row">')


@pytest.mark.papers
def test_a_paper_as_pdf_carries_the_code_of_its_record(sign_in, letter):
    response = hand_out(sign_in(), letter, "pdf")
    assert response["Content-Type"] == "application/pdf"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Content-Disposition"].startswith("inline; filename*=utf-8''%E6%AF%95")
    assert "毕交函〔2026〕1号" in PdfReader(io.BytesIO(response.content)).pages[0].extract_text()


def test_a_paper_as_word_document(sign_in, letter):
    response = hand_out(sign_in(), letter, "docx")
    assert response.content[:2] == b"PK"
    assert response["Content-Disposition"].startswith("attachment;")


def test_a_paper_as_data(sign_in, letter):
    words = hand_out(sign_in(), letter, "json").json()
    assert words["number"] == "毕交函〔2026〕1号"
    assert words["sha256"] == letter.sha256
    assert words["document"]["addressee"] == "李赟代表"
    assert words["record"] == f"http://testserver/papers/r/{letter.token}/"


def test_there_is_no_fifth_form(sign_in, letter):
    assert hand_out(sign_in(), letter, "exe").status_code == 404


@pytest.mark.parametrize("kind", samples.ALL)
def test_the_print_page_shows_the_same_blocks(sign_in, issue, kind):
    response = hand_out(sign_in(), issue(kind), "print")
    page = response.content.decode()
    for words in {
        "assignment_letter": ("附件", "第218号村组道路", "（盖章）", "印发"),
        "reply_letter": ("办理类别：B", "李赟代表：", "联系人：测试甲", "抄送：市人大常委会代表工作委员会"),
        "suggestion_sheet": ("代表建议专用纸", 'rowspan="2"', "附议代表"),
        "feedback_form": ("□满意", "具体意见"),
    }[kind]:
        assert words in page
    assert "style=" not in page and "<svg" in page
    assert 'href="/papers/' in page and '/pdf"' in page


def test_the_print_page_escapes_everything(sign_in, issue):
    hostile = "<script>alert(1)</script>"
    document = Document(
        "letter", hostile, issuer=hostile, mark=hostile, addressee=hostile, blocks=(Para(hostile),),
        contact=hostile, copies_to=(hostile,),
    )  # fmt: skip
    page = hand_out(sign_in(), issue(document=document), "print").content.decode()
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") >= 7


def test_the_register_is_found_by_number_title_kind_and_case(sign_in, issue, letter, case):
    issue("feedback_form")
    client = sign_in()
    for query, found in {
        "": 2,
        "?q=毕交函": 1,
        "?q=征询 意见": 1,
        "?q=毕交函 征询": 0,
        "?kind=reply_letter": 1,
        f"?case=accounts.user:{case.pk}": 2,
        f"?case=accounts.user:{case.pk + 999}": 0,
        "?kind=nonsense": 2,
    }.items():
        assert (query, rows_in(client.get(f"/papers/{query}"))) == (query, found)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.DEPUTY_AFFAIRS, Role.SECRETARIAT}))
def test_the_register_is_for_congress_staff_only(sign_in, letter, role):
    client = sign_in(role)
    assert client.get("/papers/").status_code == 409
    assert client.get(f"/papers/{letter.pk}/").status_code == 404
    assert hand_out(client, letter, "docx").status_code == 404
    assert client.post(f"/papers/{letter.pk}/void/", {"reason": "x"}).status_code == 404


def test_another_assembly_sees_nothing(sign_in, letter):
    client = sign_in(realm_id=8)
    assert rows_in(client.get("/papers/")) == 0
    assert hand_out(client, letter, "json").status_code == 404


def test_nobody_gets_a_paper_without_signing_in(client, letter):
    for path in ("/papers/", f"/papers/{letter.pk}/", f"/papers/{letter.pk}/pdf"):
        assert client.get(path).status_code == 302


def test_the_code_tells_strangers_only_that_the_paper_exists(client, letter, officer):
    page = client.get(f"/papers/r/{letter.token}/").content.decode()
    for words in ("答复函", "毕交函〔2026〕1号", letter.sha256, "现行有效"):
        assert words in page
    assert letter.title not in page and "李" not in page
    actions.void(letter, actor=officer, at=AT, reason="数字有误")
    page = client.get(f"/papers/r/{letter.token}/").content.decode()
    assert "现已作废" in page and "数字有误" not in page


def test_a_wrong_code_is_not_found(client, letter):
    assert client.get("/papers/r/nonsense/").status_code == 404


def test_the_code_leads_those_allowed_to_the_record(sign_in, letter, case, monkeypatch):
    asked = []

    def opens(actor, case_type, case_id):
        asked.append((actor.role, case_type, case_id))
        return f"/case/{case_id}/" if actor.role == Role.DEPUTY else None

    room = Mechanism("x", "x", Web(opens=opens))
    monkeypatch.setattr("minqiao.kit.mechanism.mechanisms", lambda: [room])
    address = f"/papers/r/{letter.token}/"
    client = sign_in(Role.DEPUTY)
    assert client.get(address)["Location"] == f"/case/{case.pk}/"
    assert asked == [(Role.DEPUTY, "accounts.user", case.pk)]
    client = sign_in(Role.GOV_OFFICE, username="government")
    assert client.get(address).status_code == 200
    client = sign_in(Role.SECRETARIAT, username="secretariat")
    assert client.get(address)["Location"] == f"/papers/{letter.pk}/"


def test_a_paper_is_voided_with_its_reason(sign_in, letter):
    client = sign_in()
    assert client.post(f"/papers/{letter.pk}/void/", {"reason": ""}).status_code == 422
    letter.refresh_from_db()
    assert not letter.is_void
    assert client.post(f"/papers/{letter.pk}/void/", {"reason": "数字有误"}).status_code == 302
    assert "数字有误" in client.get(f"/papers/{letter.pk}/").content.decode()
    assert client.post(f"/papers/{letter.pk}/void/", {"reason": "再来"}).status_code == 409


def test_a_scan_is_uploaded_and_read(sign_in, letter):
    client = sign_in()
    address = f"/papers/{letter.pk}/scans/"
    assert client.post(address, {"upload": samples.png_upload("a.png")}).status_code == 302
    scan = Attachment.objects.get()
    assert client.get(f"{address}{scan.pk}/").status_code == 200
    assert client.get(f"{address}{scan.pk + 1}/").status_code == 404
    assert client.post(address, {}).status_code == 422


@pytest.mark.django_db(transaction=True)
def test_a_bundle_runs_in_the_background_and_is_downloaded(sign_in, issue, letter):
    issue("feedback_form")
    client = sign_in()
    response = client.post("/papers/bundles/", {"q": "", "kind": "", "form": "docx"})
    bundle = Bundle.objects.get()
    assert response["Location"] == f"/papers/bundles/{bundle.pk}/"
    for thread in [one for one in threading.enumerate() if one.name.startswith("bundle-")]:
        thread.join(60)
    part = client.get(response["Location"], headers={"HX-Request": "true"}).content.decode()
    assert "下载压缩包" in part and "<html" not in part and "hx-get" not in part
    archive = client.get(f"/papers/bundles/{bundle.pk}/download/")
    assert b"".join(archive)[:2] == b"PK"


def test_a_bundle_belongs_to_who_asked(sign_in, letter, officer):
    client = sign_in()
    client.post("/papers/bundles/", {"form": "pdf"})
    bundle = Bundle.objects.get()
    page = client.get(f"/papers/bundles/{bundle.pk}/").content.decode()
    assert 'http-equiv="refresh"' in page and "hx-get" in page
    assert client.get(f"/papers/bundles/{bundle.pk}/download/").status_code == 404
    other = sign_in(username="other")
    assert other.get(f"/papers/bundles/{bundle.pk}/").status_code == 404
