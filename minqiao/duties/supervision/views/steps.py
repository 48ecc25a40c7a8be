"""The steps of the four lifecycles of the room, on the house's own page of a step."""

from django.contrib.auth.decorators import login_required
from django.urls import reverse

from minqiao.duties.supervision.actions import ACTIONS
from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.forms.known import known
from minqiao.duties.supervision.queries.chasing import chase_of
from minqiao.duties.supervision.queries.counterparts import check_of, counterpart_of
from minqiao.duties.supervision.queries.items import item_of
from minqiao.duties.supervision.workflow import CHASE, COUNTERPART, DELEGATED_CHECK, KEY_ITEM
from minqiao.kit.stepview import step_page


def _step(request, workflow, subject, action, *crumbs):
    tables = {"forms": FORMS, "actions": ACTIONS, "known": known}
    return step_page(request, workflow, subject, action, crumbs=crumbs, **tables)


@login_required
def item_step(request, pk, action):
    """A step of a key item."""
    subject = item_of(request.actor, pk)
    own = (subject.number or subject.title, reverse("supervision:item", args=[pk]))
    return _step(request, KEY_ITEM, subject, action, ("重点督办", reverse("supervision:index")), own)


@login_required
def counterpart_step(request, pk, action):
    """A step of a suggestion's counterpart supervision."""
    subject = counterpart_of(request.actor, pk)
    own = (subject.number, reverse("supervision:counterpart", args=[pk]))
    above = ("对口督办", reverse("supervision:counterparts"))
    return _step(request, COUNTERPART, subject, action, above, own)


@login_required
def check_step(request, pk, action):
    """A step of a delegated check."""
    subject = check_of(request.actor, pk)
    own = (subject.number, reverse("supervision:check", args=[pk]))
    return _step(request, DELEGATED_CHECK, subject, action, ("委托检查", reverse("supervision:checks")), own)


@login_required
def chase_step(request, pk, action):
    """A step of a chaser."""
    subject = chase_of(request.actor, pk)
    own = (str(subject), reverse("supervision:chase", args=[pk]))
    return _step(request, CHASE, subject, action, ("催办通报", reverse("supervision:chasing")), own)
