"""Reading papers. Who may open a paper is its case's room to say; the list is for the congress staff."""

from django.apps import apps
from django.db.models import Q
from django.http import Http404

from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.foundation.attachments.queries import attachments_of
from minqiao.instruments.papers.choices import UNFINISHED, BundleState
from minqiao.instruments.papers.models import Bundle, Paper, Series
from minqiao.instruments.papers.rules import number_in
from minqiao.kit.ids import id_from


def papers_of(case):
    """The papers of a case, oldest first, void ones among them; without their text."""
    rows = Paper.objects.filter(case_type=case._meta.label_lower, case_id=case.pk)
    return list(rows.defer("facts").order_by("pk"))


def paper_in(case, pk):
    """One paper of this case, or None: another case's paper cannot be named here."""
    return Paper.objects.filter(case_type=case._meta.label_lower, case_id=case.pk, pk=pk).first()


def paper_ids(kind, case_type, case_ids):
    """The standing papers of one kind of many cases, in the order they were issued: for a bundle."""
    rows = Paper.objects.filter(kind=kind, case_type=case_type, case_id__in=case_ids, voided_at=None)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def standing_paper(kind, subject, edition=1):
    """The paper of this kind that stands for the subject, or None."""
    place = {"subject_type": subject._meta.label_lower, "subject_id": subject.pk}
    return Paper.objects.filter(kind=kind, edition=edition, state="issued", **place).first()


def paper_by_token(token):
    """The paper a QR code names, or None."""
    return Paper.objects.filter(token=token).first()


def case_of(paper):
    """The row the paper's case is, or the paper itself when that row is gone."""
    model = apps.get_model(paper.case_type)
    return model._base_manager.filter(pk=paper.case_id).first() or paper


def next_number(series):
    """The number the next paper of a series would get; it is drawn only when the paper is issued."""
    last = Series.objects.filter(key=series).values_list("last", flat=True).first() or 0
    return number_in(series, last + 1)


def scans_of(paper):
    """The signed scans attached to a paper, oldest first."""
    return attachments_of(paper)


def scan_in(paper, pk):
    """One scan of this paper, or None."""
    return next((scan for scan in attachments_of(paper) if scan.pk == pk), None)


def papers_for_staff(actor, *, words="", kind="", case=""):
    """The papers of the actor's assembly for its staff, newest first; none for anybody else.

    `words` are looked for in number and title; `case` is a case as `type:id`.
    """
    rows = (
        Paper.objects.filter(realm_id=actor.realm_id)
        if actor.role in CONGRESS_STAFF
        else Paper.objects.none()
    )
    if kind:
        rows = rows.filter(kind=kind)
    for word in words.split():
        rows = rows.filter(Q(number__icontains=word) | Q(title__icontains=word))
    case_type, _, case_id = case.partition(":")
    if (pk := id_from(case_id)) is not None:
        rows = rows.filter(case_type=case_type, case_id=pk)
    return rows.defer("facts").order_by("-issued_at", "-pk")


def paper_for_staff(actor, pk):
    """One paper of the actor's assembly, or 404."""
    found = papers_for_staff(actor).defer(None).filter(pk=pk).first()
    if found is None:
        raise Http404("没有这份公文，或者您无权查看")
    return found


def bundle_of(actor, pk):
    """A bundle the actor asked for, or 404: nobody else may see what is in it."""
    found = Bundle.objects.filter(pk=pk, user_id=actor.user_id).first() if actor.user_id else None
    if found is None:
        raise Http404("没有这个打包任务，或者您无权查看")
    return found


def bundles_of(actor):
    """The actor's latest bundles, newest first."""
    return list(Bundle.objects.filter(user_id=actor.user_id).order_by("-pk")[:10])


def waiting_bundles(now):
    """The ids of bundles that nobody is working on, oldest first."""
    free = Q(claimed_until=None) | Q(claimed_until__lt=now)
    return list(Bundle.objects.filter(free, state__in=UNFINISHED).order_by("pk").values_list("pk", flat=True))


def finished_before(moment):
    """The ids of bundles whose time of keeping is over."""
    rows = Bundle.objects.filter(state__in=(BundleState.READY, BundleState.FAILED), finished_at__lt=moment)
    return list(rows.values_list("pk", flat=True))
