"""Issuing papers: the number is drawn, the text frozen, once; signing them, declaring them void."""

import secrets
from dataclasses import replace

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from minqiao.foundation.attachments.actions import keep
from minqiao.foundation.trail.actions import act, record
from minqiao.instruments.papers.choices import ISSUED_LABEL, SCAN_LABEL, PaperKind, PaperState
from minqiao.instruments.papers.models import Paper, Series, Signature
from minqiao.instruments.papers.queries import case_of, standing_paper
from minqiao.instruments.papers.rules import as_facts, digest, number_in
from minqiao.kit.workflow import Refused


def next_serial(series: str) -> int:
    """The next number of a series, beginning with 1; inside the caller's transaction only.

    The row stays locked until that transaction ends, and goes back with it: no gap, no double.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("next_serial() is called inside the transaction that uses the number")
    rows = Series.objects.filter(key=series)
    if not rows.update(last=F("last") + 1):
        Series.objects.bulk_create([Series(key=series)], ignore_conflicts=True)
        rows.update(last=F("last") + 1)
    return rows.values_list("last", flat=True).get()


@act
def issue(document, *, kind, subject, case, actor, at, series="", number="", edition=1):
    """Issue a paper on `subject`, which belongs to `case`: its text and number stand from now on.

    `series` draws the number (see rules.series_of_year); else `number` is taken as it is. A second paper
    of the same kind for the same subject needs another `edition` (a later round) or is Refused.
    """
    kind = PaperKind(kind)
    if standing_paper(kind, subject, edition):
        raise Refused(f"这份{kind.label}已经印发，不能重复印发", action="issue_paper")
    serial = next_serial(series) if series else None
    number = number_in(series, serial) if series else number or document.number
    facts = as_facts(replace(document, number=number))
    paper = Paper(
        kind=kind,
        title=document.title.replace("\n", "")[:250],
        number=number,
        series=series,
        serial=serial,
        edition=edition,
        facts=facts,
        sha256=digest(facts),
        realm_id=actor.realm_id,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        case_type=case._meta.label_lower,
        case_id=case.pk,
        issued_at=at,
        user_id=actor.user_id,
        issued_by=actor.name,
        token=secrets.token_urlsafe(12),
    )
    _save_once(paper)
    words = " ".join(filter(None, (number, paper.title)))
    label = ISSUED_LABEL[kind]
    record(actor=actor, action="issue_paper", label=label, subject=paper, case=case, at=at, note=words)
    return paper


def _save_once(paper):
    try:
        with transaction.atomic():
            paper.save(force_insert=True)
    except IntegrityError as fault:
        why = f"这份{paper.get_kind_display()}刚刚已由他人印发，请刷新后再看"
        raise Refused(why, action="issue_paper") from fault


@act
def sign(paper, *, name, post, actor, at, organ=""):
    """Note that `name` signed the paper in this post (and for this organ): it is printed in his place."""
    if paper.is_void:
        raise Refused("这份公文已经作废，不能签字", action="sign_paper")
    place = {"paper": paper, "organ": organ, "post": post}
    row, is_new = Signature.objects.get_or_create(
        **place, defaults={"name": name, "user_id": actor.user_id, "signed_at": at}
    )
    if not is_new:
        raise Refused(f"{post}处已有{row.name}签字", action="sign_paper")
    words = f"{paper.number or paper.title}：{organ}{post} {name}"
    record(
        actor=actor, action="sign_paper", label="签字", subject=paper, case=case_of(paper), at=at, note=words
    )
    return row


@act
def attach_scan(paper, upload, *, actor, at, note=""):
    """Keep the scan of the signed and sealed paper with it; Refused with the reason when it is unfit."""
    place = {"subject": paper, "case": case_of(paper), "actor": actor, "at": at}
    return keep(upload, **place, note=note, is_signed_scan=True, label=SCAN_LABEL[paper.kind])


@act
def void(paper, *, actor, at, reason):
    """Declare a paper void. Its number is not given again; its code still tells what happened."""
    if not reason.strip():
        raise Refused("请写明作废原因", action="void_paper")
    standing = Paper.objects.filter(pk=paper.pk, state=PaperState.ISSUED)
    changes = {"voided_at": at, "voided_by": actor.name, "void_reason": reason.strip()[:200]}
    if not standing.update(state=PaperState.VOID, **changes):
        raise Refused("这份公文已经作废，请刷新后再看", action="void_paper")
    paper.refresh_from_db()
    record(
        actor=actor,
        action="void_paper",
        label="公文作废",
        subject=paper,
        case=case_of(paper),
        at=at,
        from_state=PaperState.ISSUED,
        to_state=PaperState.VOID,
        note=f"{paper.number or paper.title}：{paper.void_reason}",
    )
    return paper
