"""Keeping and removing files. What is refused is written nowhere."""

import hashlib
import uuid

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from minqiao.foundation.attachments.models import Attachment
from minqiao.foundation.attachments.queries import content_of
from minqiao.foundation.attachments.rules import (
    MAX_FILES,
    SECRETS_LAW,
    Examined,
    examine,
    secrecy_mark,
)
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused

FOLDER = "attachments"


@act
def keep(
    upload, *, subject, actor, at, case=None, note="", is_signed_scan=False, label="上传附件", is_named=True
):
    """Examine an upload (or take one a form has Examined) and keep it on `subject`; Refused with the reason.

    The same file sent twice stays one attachment. Images are kept re-encoded, so size and checksum
    are those of what is kept. `label` says on the trail what was uploaded; a private file is not named there.
    """
    examined = upload if isinstance(upload, Examined) else examine(upload)
    case = case or subject
    place = {"subject_type": subject._meta.label_lower, "subject_id": subject.pk}
    _refuse_unfit(examined, note)
    sha256 = hashlib.sha256(examined.content).hexdigest()
    here = Attachment.objects.filter(**place, removed_at=None)
    if twin := here.filter(sha256=sha256).first():
        return twin
    if here.count() >= MAX_FILES:
        raise Refused(f"这里已有{MAX_FILES}个附件，请合并后再上传")
    attachment = Attachment.objects.create(
        **place,
        case_type=case._meta.label_lower,
        case_id=case.pk,
        name=examined.name,
        kind=examined.kind,
        size=len(examined.content),
        sha256=sha256,
        stored_name=_stored(examined.content, at),
        is_signed_scan=is_signed_scan,
        note=note,
        user_id=actor.user_id,
        uploaded_by=actor.name,
        uploaded_at=at,
    )
    words = f"{attachment.name}，校验值 {sha256}" if is_named else f"校验值 {sha256}"
    record(actor=actor, action="attach", label=label, subject=attachment, case=case, at=at, note=words)
    return attachment


@act
def remove(attachment, *, case, actor, at, reason):
    """Take a file down, with the reason. The row and the file stay for the archive; it no longer counts."""
    if not reason.strip():
        raise Refused("请写明撤下附件的原因")
    if why := secrecy_mark(reason):
        raise Refused(why, SECRETS_LAW)
    standing = Attachment.objects.filter(
        pk=attachment.pk, case_type=case._meta.label_lower, case_id=case.pk, removed_at=None
    )
    if not standing.update(removed_at=at, removed_by=actor.name, removal_reason=reason.strip()[:200]):
        raise Refused("这个附件已经撤下，请刷新后再看")
    attachment.refresh_from_db()
    words = f"{attachment.name}：{attachment.removal_reason}"
    record(actor=actor, action="detach", label="撤下附件", subject=attachment, case=case, at=at, note=words)
    return attachment


@act
def keep_copy(attachment, *, subject, case, actor, at):
    """Keep the same file on another subject too; one that is missing from the store is passed over."""
    stored = content_of(attachment)
    if stored is None:
        return None
    with stored:
        examined = Examined(attachment.name, attachment.kind, stored.read())
    return keep(examined, subject=subject, case=case, actor=actor, at=at, note=attachment.note)


@act
def erase_all(subject, *, actor, at, reason):
    """Delete the files of a private note for good: no paper, no archive. The rows stay, the contents go."""
    here = {"subject_type": subject._meta.label_lower, "subject_id": subject.pk}
    names = list(Attachment.objects.filter(**here).values_list("stored_name", flat=True))
    standing = Attachment.objects.filter(**here, removed_at=None)
    standing.update(removed_at=at, removed_by=actor.name, removal_reason=reason)
    Attachment.objects.filter(**here).update(name="（已删除）", note="")
    transaction.on_commit(lambda: [default_storage.delete(name) for name in names])


def _refuse_unfit(examined, note):
    if examined.why:
        raise Refused(examined.why, examined.basis)
    if why := secrecy_mark(note):
        raise Refused(why, SECRETS_LAW)


def _stored(content, at):
    """Write the bytes under a random name in the day's folder; a rolled-back act leaves them to the sweep."""
    day = timezone.localtime(at).strftime("%Y/%m/%d")
    return default_storage.save(f"{FOLDER}/{day}/{uuid.uuid4().hex}", ContentFile(content))


def sweep(days):
    """Delete stored files of these days that no row stands for (their act was rolled back); how many."""
    swept = 0
    for day in days:
        folder = f"{FOLDER}/{day:%Y/%m/%d}"
        swept += _sweep_folder(folder) if default_storage.exists(folder) else 0
    return swept


def _sweep_folder(folder):
    names = [f"{folder}/{name}" for name in default_storage.listdir(folder)[1]]
    orphans = set(names) - set(
        Attachment.objects.filter(stored_name__in=names).values_list("stored_name", flat=True)
    )
    for name in orphans:
        default_storage.delete(name)
    return len(orphans)
