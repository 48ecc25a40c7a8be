"""Projects: the list, a new application, one project's page, its steps, papers and photos."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse

from minqiao.duties.microprojects.actions import ACTIONS
from minqiao.duties.microprojects.actions.applying import add_photo as photograph
from minqiao.duties.microprojects.actions.applying import apply
from minqiao.duties.microprojects.choices import Kind, ProjectState
from minqiao.duties.microprojects.forms import FORMS
from minqiao.duties.microprojects.forms.applying import AddPhoto, Application
from minqiao.duties.microprojects.forms.known import known
from minqiao.duties.microprojects.queries import projects as queries
from minqiao.duties.microprojects.rules.people import APPLICANTS, may_photograph
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.attachments.views import answer as answer_attachment
from minqiao.instruments.papers.views import answer_paper_of
from minqiao.kit.clock import now, today
from minqiao.kit.paging import page_of
from minqiao.kit.stepview import attempt, sent, step_page
from minqiao.kit.workflow import Refused

HOME = "民生微实事"


@login_required
def index(request):
    """The projects the actor may see, under the filters of the address."""
    actor, on = request.actor, today()
    page = page_of(queries.projects(actor, request.GET, on), request.GET)
    for row in page.rows:
        row.light = queries.light_of(row, on)
    context = {
        "page": page,
        "funds": [(row.pk, row.name) for row in queries.funds_of(actor)],
        "counties": [(row.pk, row.name) for row in queries.counties(actor)],
        "states": ProjectState.choices,
        "kinds": Kind.choices,
        "params": request.GET,
        "may_apply": actor.role in APPLICANTS,
    }
    return render(request, "microprojects/index.html", context)


@login_required
def new(request):
    """An application, from a suggestion."""
    actor = request.actor
    if actor.role not in APPLICANTS:
        raise Refused("由代表、承办单位或者人大代表工作机构申报", action="apply")
    bound = sent(request)
    initial = {} if bound else {"suggestion": request.GET.get("suggestion")}
    form = Application(**bound, initial=initial, actor=actor, on=today())
    tried = attempt(form, lambda **words: apply(actor=actor, at=now(), **words))
    if tried.is_done:
        return redirect("microprojects:project", tried.made.pk)
    context = {"form": form, "refused": tried.refused}
    return render(request, "microprojects/new.html", context, status=tried.status)


@login_required
def detail(request, pk):
    """The whole way of one project."""
    file = queries.project_file(request.actor, pk, today())
    return render(request, "microprojects/project.html", {"file": file})


@login_required
def step(request, pk, action):
    """A step of a project."""
    subject = queries.project_of(request.actor, pk)
    words = (subject.number or subject.title, reverse("microprojects:project", args=[pk]))
    crumbs = [(HOME, reverse("microprojects:index")), words]
    more = {"twins": queries.twins_of(subject)} if action == "check_funding" else {}
    return step_page(
        request, PROJECT, subject, action, forms=FORMS, actions=ACTIONS, known=known, crumbs=crumbs,
        page="microprojects/act.html", more=more,
    )  # fmt: skip


@login_required
def add_photo(request, pk):
    """A picture of the site."""
    actor = request.actor
    project = queries.project_of(actor, pk)
    if why := may_photograph(actor, project):
        raise Refused(why, action="add_photo")
    form = AddPhoto(**sent(request), subject=project, actor=actor, on=today())
    tried = attempt(form, lambda **words: photograph(project, actor=actor, at=now(), **words))
    if tried.is_done:
        return redirect("microprojects:project", pk)
    context = {"form": form, "refused": tried.refused, "project": project}
    return render(request, "microprojects/photo.html", context, status=tried.status)


@login_required
def paper(request, pk, paper_pk, form):
    """A paper of this project as pdf, docx, print page or json."""
    project = queries.project_of(request.actor, pk)
    return answer_paper_of(request, project, paper_pk, form, queries.hidden_of(request.actor, project))


@login_required
def attachment(request, pk, file_pk):
    """A photo or file of a project."""
    return answer_attachment(queries.file_of(request.actor, pk, file_pk))
