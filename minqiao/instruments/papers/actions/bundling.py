"""Bundles: many papers drawn into one archive, by one worker at a time, taken up again where it stopped."""

import os
import secrets
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse

from minqiao.foundation.trail.actions import act, record
from minqiao.instruments.papers.choices import UNFINISHED, BundleState, Form
from minqiao.instruments.papers.documents import draw, name_of
from minqiao.instruments.papers.models import Bundle, BundledPaper
from minqiao.kit.workflow import Refused

MOST = 5000  # papers in one bundle
AT_ONCE = 10  # papers drawn between two reports of progress
LEASE = timedelta(minutes=2)  # how long a worker may be silent before another takes over


@act
def start_bundle(paper_ids, *, title, form, address, actor, at):
    """Ask for an archive of these papers, in this order, as pdf or docx; `address` is the site's own.

    The caller has asked whether the actor may open each of them. The work is done by `work_bundle`.
    """
    paper_ids = list(dict.fromkeys(paper_ids))
    if form not in (Form.PDF, Form.DOCX):
        raise Refused("打包下载只有PDF和Word两种格式")
    if not 0 < len(paper_ids) <= MOST:
        raise Refused("没有可打包的公文" if not paper_ids else f"一次最多打包{MOST}份公文，请缩小范围")
    bundle = Bundle.objects.create(
        title=title[:120], form=form, address=address.rstrip("/"), user_id=actor.user_id, asked_at=at,
        total=len(paper_ids),
    )  # fmt: skip
    BundledPaper.objects.bulk_create(
        [BundledPaper(bundle=bundle, paper_id=pk, position=place) for place, pk in enumerate(paper_ids, 1)]
    )
    words = f"{title}，{len(paper_ids)}份，{Form(form).label}"
    record(actor=actor, action="bundle_papers", label="打包下载公文", subject=bundle, at=at, note=words)
    return bundle


def archive_of(bundle) -> Path:
    """Where the archive lies once it is ready."""
    return Path(settings.MEDIA_ROOT) / "bundles" / f"{bundle.pk}.zip"


def _folder(bundle):
    return archive_of(bundle).with_suffix("")


def work_bundle(pk, *, clock) -> bool:
    """Draw what is left of a bundle and close its archive; False when another worker has it or took it.

    `clock` gives the moment. Claimed by compare-and-set, with a lease renewed at each report of progress.
    """
    bundle = _claim(pk, clock)
    if bundle is None:
        return False
    try:
        return _draw_all(bundle, clock) and _close(bundle, clock)
    except Refused as refused:
        return _fail(bundle, clock, refused.why)
    except Exception as fault:
        _fail(bundle, clock, f"生成时出错（{type(fault).__name__}），请与系统管理员联系")
        raise


def _claim(pk, clock):
    moment, claim = clock(), secrets.token_hex(16)
    free = Q(claimed_until=None) | Q(claimed_until__lt=moment)
    rows = Bundle.objects.filter(free, pk=pk, state__in=UNFINISHED)
    if not rows.update(claim=claim, claimed_until=moment + LEASE, state=BundleState.WORKING):
        return None
    return Bundle.objects.filter(pk=pk, claim=claim).first()


def _mine(bundle):
    return Bundle.objects.filter(pk=bundle.pk, claim=bundle.claim, state=BundleState.WORKING)


def _draw_all(bundle, clock):
    _folder(bundle).mkdir(parents=True, exist_ok=True)
    while rows := list(_left(bundle)[:AT_ONCE]):
        for row in rows:
            _draw_one(bundle, row)
        if not _report(bundle, rows, clock):
            return False
    return True


def _left(bundle):
    rows = bundle.papers.filter(is_done=False).select_related("paper").order_by("position")
    return rows.prefetch_related("paper__signatures")


def _draw_one(bundle, row):
    """Written beside and moved into place: a file of this name is always whole."""
    url = bundle.address + reverse("papers:record", args=[row.paper.token])
    target = _folder(bundle) / f"{row.position}.{bundle.form}"
    beside = target.with_suffix(f".{bundle.claim}")
    beside.write_bytes(draw(row.paper, bundle.form, url))
    os.replace(beside, target)


@transaction.atomic
def _report(bundle, rows, clock):
    """Count what was drawn and renew the lease; False when the bundle is no longer this worker's."""
    if not _mine(bundle).update(done=F("done") + len(rows), claimed_until=clock() + LEASE):
        return False
    BundledPaper.objects.filter(pk__in=[row.pk for row in rows]).update(is_done=True)
    return True


def _close(bundle, clock):
    beside = archive_of(bundle).with_suffix(f".{bundle.claim}")
    width = len(str(bundle.total))
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in bundle.papers.select_related("paper").defer("paper__facts").order_by("position"):
            name = f"{row.position:0{width}} {name_of(row.paper, bundle.form)}"
            archive.write(_folder(bundle) / f"{row.position}.{bundle.form}", name)
    if not _mine(bundle).update(state=BundleState.READY, finished_at=clock(), claimed_until=None):
        beside.unlink()
        return False
    os.replace(beside, archive_of(bundle))
    shutil.rmtree(_folder(bundle), ignore_errors=True)
    return True


def _fail(bundle, clock, why):
    _mine(bundle).update(state=BundleState.FAILED, problem=why[:300], finished_at=clock(), claimed_until=None)
    shutil.rmtree(_folder(bundle), ignore_errors=True)
    return False


def clear_bundles(pks):
    """Remove the archives of these bundles; their rows stay and say that the time of keeping is over."""
    rows = Bundle.objects.filter(pk__in=pks)
    for bundle in rows:
        archive_of(bundle).unlink(missing_ok=True)
    return rows.update(state=BundleState.EXPIRED)
