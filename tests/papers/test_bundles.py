"""Many papers in one archive: whole, once, and resumed where it stopped."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections

from minqiao.instruments.papers import actions, tasks
from minqiao.instruments.papers.actions import bundling
from minqiao.instruments.papers.choices import BundleState
from minqiao.instruments.papers.models import Bundle, BundledPaper
from minqiao.instruments.papers.rules import Document, series_of_year
from minqiao.kit.workflow import Refused
from tests.papers.conftest import AT

SITE = "https://rd.example.gov.cn"


def clock():
    return AT


@pytest.fixture
def papers(issue):
    small = Document("form", "征询意见表")
    return [issue("feedback_form", document=small, series=series_of_year("征", 2026)) for _ in range(23)]


@pytest.fixture
def start(officer):
    def make(papers, form="pdf"):
        ids = [paper.pk for paper in papers]
        return actions.start_bundle(ids, title="征询意见表", form=form, address=SITE, actor=officer, at=AT)

    return make


def noting(drawn, real):
    """Draws as always, and notes the place of what it drew."""

    def draw_one(bundle, row):
        drawn.append(row.position)
        real(bundle, row)

    return draw_one


def names_in(bundle):
    with zipfile.ZipFile(actions.archive_of(bundle)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


@pytest.mark.papers
def test_a_bundle_holds_each_paper_in_order(start, papers):
    bundle = start(papers)
    assert actions.work_bundle(bundle.pk, clock=clock)
    bundle.refresh_from_db()
    assert (bundle.state, bundle.done, bundle.total) == (BundleState.READY, 23, 23)
    names = names_in(bundle)
    assert (len(names), names[0]) == (23, "01 征〔2026〕1号 征询意见表 征询意见表.pdf")
    assert not bundling._folder(bundle).exists()
    assert actions.work_bundle(bundle.pk, clock=clock) is False


def test_word_documents_need_no_faces(start, papers, monkeypatch):
    bundle = start(papers[:2], form="docx")
    assert actions.work_bundle(bundle.pk, clock=clock)
    with zipfile.ZipFile(actions.archive_of(bundle)) as archive:
        inner = zipfile.ZipFile(io.BytesIO(archive.read(archive.namelist()[0])))
    assert "word/document.xml" in inner.namelist()


def test_a_bundle_is_resumed_where_it_stopped(start, papers, monkeypatch):
    bundle = start(papers, form="docx")
    drawn = []
    real = bundling._draw_one

    def dying(bundle, row):
        if len(drawn) == 14:
            raise SystemExit
        drawn.append(row.position)
        real(bundle, row)

    monkeypatch.setattr(bundling, "_draw_one", dying)
    with pytest.raises(SystemExit):
        actions.work_bundle(bundle.pk, clock=clock)
    bundle.refresh_from_db()
    assert (bundle.state, bundle.done) == (BundleState.WORKING, 10)
    assert actions.work_bundle(bundle.pk, clock=clock) is False  # the dead worker's lease still runs
    monkeypatch.setattr(
        bundling, "_draw_one", lambda bundle, row: drawn.append(row.position) or real(bundle, row)
    )
    assert actions.work_bundle(bundle.pk, clock=lambda: AT + timedelta(minutes=3))
    assert drawn == [*range(1, 15), *range(11, 24)]
    assert len(names_in(bundle)) == 23


def test_a_worker_that_lost_its_claim_stops(start, papers, monkeypatch):
    bundle = start(papers, form="docx")
    real = bundling._draw_one

    def robbed(bundle, row):
        Bundle.objects.filter(pk=bundle.pk).update(claim="another")
        real(bundle, row)

    monkeypatch.setattr(bundling, "_draw_one", robbed)
    assert actions.work_bundle(bundle.pk, clock=clock) is False
    bundle.refresh_from_db()
    assert (bundle.done, BundledPaper.objects.filter(is_done=True).count()) == (0, 0)
    assert not actions.archive_of(bundle).exists()


@pytest.mark.django_db(transaction=True)
def test_of_4_workers_one_draws(start, papers, monkeypatch):
    bundle = start(papers[:5], form="docx")
    drawn = []
    real = bundling._draw_one
    monkeypatch.setattr(
        bundling, "_draw_one", lambda bundle, row: drawn.append(row.position) or real(bundle, row)
    )

    def work(_):
        try:
            return actions.work_bundle(bundle.pk, clock=clock)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(work, range(4))) == [False, False, False, True]
    assert drawn == [1, 2, 3, 4, 5]


def test_a_reason_is_kept_when_it_cannot_be_done(start, papers, monkeypatch):
    bundle = start(papers[:1])

    def no_faces(*_):
        raise Refused("服务器上没有公文字体")

    monkeypatch.setattr(bundling, "draw", no_faces)
    assert actions.work_bundle(bundle.pk, clock=clock) is False
    bundle.refresh_from_db()
    assert (bundle.state, bundle.problem) == (BundleState.FAILED, "服务器上没有公文字体")


@pytest.mark.parametrize(
    ("ids", "form", "why"),
    [([], "pdf", "没有可打包"), (range(5001), "pdf", "最多"), ([1], "exe", "两种格式")],
)
def test_what_cannot_be_bundled_is_refused(db, officer, ids, form, why):
    with pytest.raises(Refused, match=why):
        actions.start_bundle(ids, title="题", form=form, address=SITE, actor=officer, at=AT)
    assert not Bundle.objects.exists()


def test_tick_finishes_what_was_left_and_clears_what_is_old(start, papers):
    bundle = start(papers[:1], form="docx")
    assert tasks.finish_bundles(AT) == ["完成公文打包1个"]
    assert tasks.finish_bundles(AT) == []
    bundle.refresh_from_db()
    assert tasks.clear_old_bundles(bundle.finished_at + timedelta(days=6)) == []
    assert tasks.clear_old_bundles(bundle.finished_at + timedelta(days=8)) == ["清理过期的公文打包1个"]
    bundle.refresh_from_db()
    assert (bundle.state, actions.archive_of(bundle).exists()) == (BundleState.EXPIRED, False)
