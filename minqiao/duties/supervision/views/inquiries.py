"""专题询问和测评: the list, a new one, one with its steps and papers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from minqiao.duties.supervision.actions import ACTIONS
from minqiao.duties.supervision.actions.inquiring import plan_inquiry
from minqiao.duties.supervision.choices import InquiryState
from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.forms.inquiry import Plan
from minqiao.duties.supervision.forms.known import known
from minqiao.duties.supervision.queries import inquiries as queries
from minqiao.duties.supervision.rules.inquiries import may_plan_inquiry
from minqiao.duties.supervision.workflow import INQUIRY
from minqiao.instruments.papers.views import answer_paper_of
from minqiao.kit.clock import now, today
from minqiao.kit.paging import page_of
from minqiao.kit.stepview import attempt, sent, step_page
from minqiao.kit.workflow import Refused


@login_required
def index(request):
    """The inquiries the actor may see."""
    page = page_of(queries.inquiries(request.actor, request.GET), request.GET)
    context = {"page": page, "states": InquiryState.choices, "params": request.GET}
    context["may_plan"] = not may_plan_inquiry(request.actor)
    return render(request, "supervision/inquiries.html", context)


@login_required
def new(request):
    """Plan an inquiry; its plan is issued as a paper."""
    actor = request.actor
    if why := may_plan_inquiry(actor):
        raise Refused(why)
    form = Plan(**sent(request), actor=actor, on=today())
    tried = attempt(form, lambda **words: plan_inquiry(actor=actor, at=now(), **words))
    if tried.is_done:
        messages.success(request, "已安排专题询问，方案已印发")
        return redirect("supervision:inquiry", tried.made.pk)
    context = {"form": form, "refused": tried.refused}
    return render(request, "supervision/inquiry_new.html", context, status=tried.status)


@login_required
def detail(request, pk):
    """One inquiry: its plan, what was asked, how it was graded, what was mended."""
    file = queries.inquiry_file(request.actor, pk, today())
    return render(request, "supervision/inquiry.html", {"file": file})


@login_required
def step(request, pk, action):
    """A step of an inquiry."""
    subject = queries.inquiry_of(request.actor, pk)
    crumbs = [("专题询问", reverse("supervision:inquiries"))]
    crumbs.append((subject.title, reverse("supervision:inquiry", args=[pk])))
    tables = {"forms": FORMS, "actions": ACTIONS, "known": known}
    return step_page(request, INQUIRY, subject, action, crumbs=crumbs, **tables)


@login_required
def paper(request, pk, paper_pk, form):
    """A paper of this inquiry as pdf, docx, print page or json."""
    return answer_paper_of(request, queries.inquiry_of(request.actor, pk), paper_pk, form)
