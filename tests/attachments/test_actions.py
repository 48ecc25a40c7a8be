"""Keeping, removing, handing out; and that a refused file leaves nothing behind."""

import datetime as dt
import hashlib
from urllib.parse import quote

import pytest
from django.http import Http404
from django.utils.datastructures import MultiValueDict

from minqiao.foundation.attachments import actions, queries, tasks
from minqiao.foundation.attachments.forms import Upload
from minqiao.foundation.attachments.models import Attachment
from minqiao.foundation.attachments.rules import MAX_FILES, SECRETS_LAW
from minqiao.foundation.attachments.views import answer
from minqiao.foundation.trail.actions import act
from minqiao.foundation.trail.models import Event
from minqiao.kit.workflow import Refused
from tests.attachments import samples
from tests.attachments.samples import upload

AT = dt.datetime(2026, 6, 22, 9, 5, tzinfo=dt.UTC)


def stored_files(media):
    return [path for path in media.rglob("*") if path.is_file()]


def test_kept_file_has_row_checksum_and_trail(subject, officer, media):
    file = upload("答复函.pdf", samples.PDF)
    kept = actions.keep(file, subject=subject, actor=officer, at=AT, note="已盖章", is_signed_scan=True)
    sha256 = hashlib.sha256(samples.PDF).hexdigest()
    assert queries.attachments_of(subject) == [kept]
    assert (kept.sha256, kept.size, kept.is_signed_scan, kept.uploaded_by) == (
        sha256,
        len(samples.PDF),
        True,
        "承办人甲",
    )
    assert [path.read_bytes() for path in stored_files(media)] == [samples.PDF]
    event = Event.objects.get()
    assert (event.action, event.case_id, event.note) == ("attach", subject.pk, f"答复函.pdf，校验值 {sha256}")


@pytest.mark.parametrize(
    ("file", "note", "basis"),
    [
        (("机密★1年.pdf", samples.PDF), "", SECRETS_LAW),
        (("文.docx", samples.word("机密★1年")), "", SECRETS_LAW),
        (("文.pdf", samples.PDF), "秘密★6个月", SECRETS_LAW),
        (("木马.pdf", b"MZ"), "", ""),
        (("坏.jpg", b"\xff\xd8\xff..."), "", ""),
    ],
)
def test_refused_file_leaves_nothing(file, note, basis, subject, officer, media):
    with pytest.raises(Refused) as refused:
        actions.keep(upload(*file), subject=subject, actor=officer, at=AT, note=note)
    assert refused.value.basis == basis
    assert (stored_files(media), Attachment.objects.count(), Event.objects.count()) == ([], 0, 0)


def test_same_file_sent_twice_is_one(subject, officer, media):
    first = actions.keep(upload("一.jpg", samples.photo()), subject=subject, actor=officer, at=AT)
    second = actions.keep(upload("二.jpg", samples.photo()), subject=subject, actor=officer, at=AT)
    assert (second, len(stored_files(media)), Event.objects.count()) == (first, 1, 1)


def test_more_than_the_most_is_refused(subject, officer):
    for number in range(MAX_FILES):
        actions.keep(upload("一.pdf", samples.PDF + b"%d" % number), subject=subject, actor=officer, at=AT)
    with pytest.raises(Refused, match="这里已有30个附件"):
        actions.keep(upload("一.pdf", samples.PDF), subject=subject, actor=officer, at=AT)


def test_removed_file_no_longer_counts_but_stays(subject, officer, media):
    kept = actions.keep(upload("一.pdf", samples.PDF), subject=subject, actor=officer, at=AT)
    removed = actions.remove(kept, case=subject, actor=officer, at=AT, reason="传错了")
    assert (queries.attachments_of(subject), queries.attachment_in(subject, kept.pk)) == ([], None)
    assert (queries.removed_in(subject), removed.removal_reason) == ([kept], "传错了")
    assert len(stored_files(media)) == 1
    with pytest.raises(Refused, match="已经撤下"):
        actions.remove(kept, case=subject, actor=officer, at=AT, reason="再撤")
    again = actions.keep(upload("一.pdf", samples.PDF), subject=subject, actor=officer, at=AT)
    assert again.pk != kept.pk


def test_removal_needs_a_reason(subject, officer):
    kept = actions.keep(upload("一.pdf", samples.PDF), subject=subject, actor=officer, at=AT)
    with pytest.raises(Refused, match="请写明撤下附件的原因"):
        actions.remove(kept, case=subject, actor=officer, at=AT, reason=" ")
    assert queries.attachments_in(subject) == [kept]


def test_file_of_another_case_cannot_be_named(subject, officer):
    kept = actions.keep(upload("一.pdf", samples.PDF), subject=subject, actor=officer, at=AT)
    other = type(subject).objects.create(username="other", name="另一件")
    assert (queries.attachment_in(other, kept.pk), queries.attachment_in(subject, kept.pk)) == (None, kept)
    with pytest.raises(Refused):
        actions.remove(kept, case=other, actor=officer, at=AT, reason="不是我的")


def test_file_of_a_rolled_back_act_is_swept_later(subject, officer, media):
    @act
    def failing():
        actions.keep(upload("一.pdf", samples.PDF), subject=subject, actor=officer, at=AT)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        failing()
    kept = actions.keep(upload("二.jpg", samples.photo()), subject=subject, actor=officer, at=AT)
    assert (len(stored_files(media)), tasks.sweep_orphans(AT)) == (2, [])
    assert tasks.sweep_orphans(AT + dt.timedelta(days=1)) == ["清理无主附件1个"]
    assert [path.name for path in stored_files(media)] == [kept.stored_name.rpartition("/")[2]]


def test_document_is_handed_out_as_a_download_under_its_name(subject, officer):
    kept = actions.keep(upload("答复函.pdf", samples.PDF), subject=subject, actor=officer, at=AT)
    response = answer(kept)
    assert b"".join(response.streaming_content) == samples.PDF
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{quote('答复函.pdf')}"
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("application/pdf", "nosniff")


def test_picture_may_be_shown_in_the_page(subject, officer):
    kept = actions.keep(upload("现场.png", samples.photo("PNG")), subject=subject, actor=officer, at=AT)
    response = answer(kept)
    assert (response["Content-Type"], response["Content-Disposition"].split(";")[0]) == (
        "image/png",
        "inline",
    )


def test_missing_file_is_not_found(subject, officer, media):
    kept = actions.keep(upload("一.pdf", samples.PDF), subject=subject, actor=officer, at=AT)
    stored_files(media)[0].unlink()
    with pytest.raises(Http404):
        answer(kept)
    with pytest.raises(Http404):
        answer(None)


def form_with(name, content, **fields):
    return Upload(fields, MultiValueDict({"upload": [upload(name, content)]}))


def test_form_hands_the_examined_file_on(subject, officer):
    form = form_with("现场.jpg", samples.photo_from_a_phone(), note="施工前")
    assert form.is_valid()
    kept = actions.keep(form.cleaned_data["upload"], subject=subject, actor=officer, at=AT)
    assert (kept.name, kept.kind) == ("现场.jpg", "jpg")


@pytest.mark.parametrize(
    ("file", "fields", "faulty"),
    [
        (("文.docx", samples.word("机密★1年")), {}, ["upload"]),
        (("文.pdf", b"MZ"), {}, ["upload"]),
        (("文.pdf", samples.PDF), {"is_secret": "on"}, ["is_secret"]),
        (("文.pdf", samples.PDF), {"note": "机密★1年"}, ["note"]),
        (("文.pdf", b""), {}, ["upload"]),
    ],
)
def test_form_gives_the_reason_at_the_field(file, fields, faulty):
    assert list(form_with(*file, **fields).errors) == faulty


def test_form_without_a_file_asks_for_one():
    assert Upload({}, {}).errors == {"upload": ["请选择要上传的文件"]}
