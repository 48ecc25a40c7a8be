"""One view for every step of every lifecycle of the room."""

from functools import partial

from django.contrib.auth.decorators import login_required
from django.urls import reverse

from minqiao.duties.stations.actions import ACTIONS
from minqiao.duties.stations.forms import FORMS
from minqiao.duties.stations.forms.known import known
from minqiao.duties.stations.queries.opinions import opinion_of
from minqiao.duties.stations.queries.places import place_of
from minqiao.duties.stations.queries.receptions import reception_of
from minqiao.duties.stations.queries.standards import inspection_of
from minqiao.duties.stations.workflow import INSPECTION, OPINION, PLACE, RECEPTION
from minqiao.kit.stepview import step_page

_page = partial(step_page, forms=FORMS, actions=ACTIONS, known=known)


@login_required
def place_step(request, pk, action):
    """A step of a place."""
    subject = place_of(request.actor, pk)
    words = (subject.name, reverse("stations:place", args=[pk]))
    return _page(request, PLACE, subject, action, crumbs=[("联络站点", reverse("stations:index")), words])


@login_required
def reception_step(request, pk, action):
    """A step of a reception day."""
    subject = reception_of(request.actor, pk)
    words = (subject.title, reverse("stations:reception", args=[pk]))
    crumbs = [("接待日", reverse("stations:receptions")), words]
    return _page(request, RECEPTION, subject, action, crumbs=crumbs)


@login_required
def inspection_step(request, pk, action):
    """A step of an inspection."""
    subject = inspection_of(request.actor, pk)
    words = (str(subject), reverse("stations:inspection", args=[pk]))
    crumbs = [(subject.place.name, reverse("stations:place", args=[subject.place_id])), words]
    return _page(request, INSPECTION, subject, action, crumbs=crumbs)


@login_required
def opinion_step(request, pk, action):
    """A step of an opinion, with what was said above the form."""
    subject = opinion_of(request.actor, pk)
    words = (subject.number, reverse("stations:opinion", args=[pk]))
    crumbs = [("群众意见", reverse("stations:opinions")), words]
    return _page(request, OPINION, subject, action, crumbs=crumbs, page="stations/act.html")
