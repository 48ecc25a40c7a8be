"""One suggestion's page, its papers and files."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.duties.suggestions.actions.handling import read_phone
from minqiao.duties.suggestions.forms.drafting import TakeDown
from minqiao.duties.suggestions.queries.file import case_file, file_of, suggestion_of
from minqiao.duties.suggestions.rules import sight
from minqiao.duties.suggestions.rules.people import may_attach
from minqiao.foundation.attachments.actions import keep, remove
from minqiao.foundation.attachments.views import answer as answer_attachment
from minqiao.instruments.papers.views import answer_paper_of
from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused


@login_required
def detail(request, pk):
    """The whole way of one suggestion."""
    return render(request, "suggestions/detail.html", {"file": case_file(request.actor, pk, today())})


@login_required
@require_POST
def phone(request, pk):
    """The proposer's number, shown once on a page of its own; the look is on record."""
    suggestion = suggestion_of(request.actor, pk)
    number = read_phone(suggestion, actor=request.actor, at=now())
    return render(request, "suggestions/phone.html", {"suggestion": suggestion, "phone": number})


@login_required
def paper(request, pk, paper_pk, form):
    """A paper of this suggestion as pdf, docx, print page or json."""
    suggestion = suggestion_of(request.actor, pk)
    hidden = partial(sight.paper, request.actor, suggestion)
    return answer_paper_of(request, suggestion, paper_pk, form, hidden)


@login_required
def attachment(request, pk, file_pk):
    """A file of this suggestion."""
    return answer_attachment(file_of(request.actor, pk, file_pk)[1])


@login_required
@require_POST
def attach(request, pk):
    """Add a file: the author to his text, the Congress side scans of signed papers."""
    suggestion = suggestion_of(request.actor, pk)
    if why := may_attach(request.actor, suggestion):
        raise Refused(why)
    if "file" not in request.FILES:
        raise Refused("请先选择文件")
    upload = request.FILES["file"]
    keep(upload, subject=suggestion, case=suggestion, actor=request.actor, at=now())
    return redirect("suggestions:detail", pk)


@login_required
@require_POST
def detach(request, pk, file_pk):
    """Take a file down, with the reason: those who may add files."""
    suggestion, found = file_of(request.actor, pk, file_pk)
    if why := may_attach(request.actor, suggestion):
        raise Refused(why)
    form = TakeDown(request.POST)
    if not form.is_valid():
        raise Refused(f"撤下附件的原因：{form.errors['reason'][0]}")
    remove(found, case=suggestion, actor=request.actor, at=now(), reason=form.cleaned_data["reason"])
    return redirect("suggestions:detail", pk)
