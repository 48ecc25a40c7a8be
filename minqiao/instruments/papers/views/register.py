"""The register of papers for the congress staff, one paper's page, and what a code on a paper leads to."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.foundation.attachments.views import answer as answer_attachment
from minqiao.instruments.papers import actions, forms, queries
from minqiao.instruments.papers.choices import Form
from minqiao.instruments.papers.views.handing import answer
from minqiao.kit.clock import now
from minqiao.kit.mechanism import page_of_case
from minqiao.kit.paging import page_of
from minqiao.kit.workflow import Refused

ONLY_STAFF = "公文登记簿供代表工作委员会和大会秘书处使用；您可在所办事项的页面上打开有关公文"


@login_required
def index(request):
    """All papers of the assembly, found by number, title and kind."""
    if request.actor.role not in CONGRESS_STAFF:
        raise Refused(ONLY_STAFF)
    form = forms.Search(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"q": "", "kind": "", "case": ""}
    rows = queries.papers_for_staff(request.actor, words=asked["q"], kind=asked["kind"], case=asked["case"])
    context = {
        "form": form,
        "page": page_of(rows, request.GET),
        "bundles": queries.bundles_of(request.actor),
        "wanted": [Form.PDF, Form.DOCX],
    }
    return render(request, "papers/index.html", context)


@login_required
def detail(request, pk):
    """One paper: what it is, its files, who signed, its scans."""
    paper = queries.paper_for_staff(request.actor, pk)
    return _page(request, paper, forms.VoidPaper(), forms.Scan())


def _page(request, paper, void_form, scan_form, status=200):
    context = {
        "paper": paper,
        "signatures": paper.signatures.order_by("pk"),
        "scans": queries.scans_of(paper),
        "case_url": _case_url(request.actor, paper),
        "forms": [Form.PDF, Form.DOCX, Form.PRINT],
        "void_form": void_form,
        "scan_form": scan_form,
    }
    return render(request, "papers/detail.html", context, status=status)


@login_required
def hand_out(request, pk, form):
    """A paper of the register as pdf, docx, print page or json."""
    return answer(request, queries.paper_for_staff(request.actor, pk), form)


@login_required
@require_POST
def void(request, pk):
    """Declare a paper void, with the reason."""
    paper = queries.paper_for_staff(request.actor, pk)
    form = forms.VoidPaper(request.POST)
    if not form.is_valid():
        return _page(request, paper, form, forms.Scan(), status=422)
    actions.void(paper, actor=request.actor, at=now(), **form.cleaned_data)
    return redirect("papers:detail", pk)


@login_required
@require_POST
def add_scan(request, pk):
    """Keep the scan of the signed paper."""
    paper = queries.paper_for_staff(request.actor, pk)
    form = forms.Scan(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, paper, forms.VoidPaper(), form, status=422)
    actions.attach_scan(paper, form.cleaned_data["upload"], actor=request.actor, at=now())
    return redirect("papers:detail", pk)


@login_required
def scan(request, pk, scan_pk):
    """A scan of a paper of the register."""
    return answer_attachment(queries.scan_in(queries.paper_for_staff(request.actor, pk), scan_pk))


def paper_page(request, token):
    """What the code on a paper leads to: its record for those who may see it, else that the paper exists."""
    paper = queries.paper_by_token(token)
    if paper is None:
        raise Http404("没有这份公文：核验码不对，或者不是本平台印发的")
    if address := _case_url(request.actor, paper):
        return redirect(address)
    if request.actor.role in CONGRESS_STAFF and request.actor.realm_id == paper.realm_id:
        return redirect("papers:detail", paper.pk)
    return render(request, "papers/verify.html", {"paper": paper})


def _case_url(actor, paper):
    """The page of the paper's case, from the first room that opens it to the actor; None when none does."""
    return page_of_case(actor, paper.case_type, paper.case_id) if actor.user_id else None
