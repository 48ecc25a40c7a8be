"""Reading attachments. Who may open one is the subject's room to say: ask it first, then look here."""

from django.core.files.storage import default_storage

from minqiao.foundation.attachments.models import Attachment


def attachments_of(subject):
    """The files that count on this subject, oldest first."""
    return list(_of("subject", subject).filter(removed_at=None).order_by("pk"))


def attachments_by_subject(subjects):
    """{key: files that count, oldest first} of several subjects of one kind, by one query."""
    subjects, found = list(subjects), {}
    if not subjects:
        return found
    kind, ids = subjects[0]._meta.label_lower, [one.pk for one in subjects]
    rows = Attachment.objects.filter(subject_type=kind, subject_id__in=ids, removed_at=None)
    for row in rows.order_by("pk"):
        found.setdefault(row.subject_id, []).append(row)
    return found


def attachments_in(case):
    """The files that count anywhere in the case, oldest first."""
    return list(_of("case", case).filter(removed_at=None).order_by("pk"))


def removed_in(case):
    """The files taken down from the case, with who and why; for those who may see its full history."""
    return list(_of("case", case).exclude(removed_at=None).order_by("pk"))


def attachment_in(case, pk):
    """One file of the case that counts, or None: another case's file cannot be named here."""
    return _of("case", case).filter(pk=pk, removed_at=None).first()


def content_of(attachment):
    """The file opened for reading, or None when it is missing from the store."""
    if not default_storage.exists(attachment.stored_name):
        return None
    return default_storage.open(attachment.stored_name)


def _of(role, thing):
    named = {f"{role}_type": thing._meta.label_lower, f"{role}_id": thing.pk}
    return Attachment.objects.filter(**named)
