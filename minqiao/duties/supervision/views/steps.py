"""One view for every step of every lifecycle of the room: find, ask, answer."""

from django.contrib.auth.decorators import login_required
from django.urls import reverse

from minqiao.duties.supervision.actions import ACTIONS
from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.forms.known import known
from minqiao.duties.supervision.queries.chasing import chase_of
from minqiao.duties.supervision.queries.counterparts import check_of, counterpart_of
from minqiao.duties.supervision.queries.items import item_of
from minqiao.duties.supervision.workflow import CHASE, COUNTERPART, DELEGATED_CHECK, KEY_ITEM
from minqiao.kit.stepview import take_step


def _take(request, workflow, subject, action, crumbs):
    slug = workflow.slug
    return take_step(
        request, workflow, subject, action, forms=FORMS[slug], actions=ACTIONS[slug], crumbs=crumbs,
        initial=lambda: known(slug, action, subject),
    )  # fmt: skip


@login_required
def item_step(request, pk, action):
    """A step of a key item."""
    subject = item_of(request.actor, pk)
    words = (subject.number or subject.title, reverse("supervision:item", args=[pk]))
    return _take(request, KEY_ITEM, subject, action, [("重点督办", reverse("supervision:index")), words])


@login_required
def counterpart_step(request, pk, action):
    """A step of a suggestion's counterpart supervision."""
    subject = counterpart_of(request.actor, pk)
    words = (subject.number, reverse("supervision:counterpart", args=[pk]))
    crumbs = [("对口督办", reverse("supervision:counterparts")), words]
    return _take(request, COUNTERPART, subject, action, crumbs)


@login_required
def check_step(request, pk, action):
    """A step of a delegated check."""
    subject = check_of(request.actor, pk)
    words = (subject.number, reverse("supervision:check", args=[pk]))
    return _take(
        request, DELEGATED_CHECK, subject, action, [("委托检查", reverse("supervision:checks")), words]
    )


@login_required
def chase_step(request, pk, action):
    """A step of a chaser."""
    subject = chase_of(request.actor, pk)
    words = (str(subject), reverse("supervision:chase", args=[pk]))
    return _take(request, CHASE, subject, action, [("催办通报", reverse("supervision:chasing")), words])
