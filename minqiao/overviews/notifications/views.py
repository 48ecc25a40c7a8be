"""A person's messages."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from minqiao.kit.clock import now
from minqiao.kit.mechanism import page_of_case
from minqiao.kit.paging import page_of
from minqiao.overviews.notifications.actions import mark_read
from minqiao.overviews.notifications.queries import message, messages_of


@login_required
def index(request):
    """All messages, newest first."""
    page = page_of(messages_of(request.user.pk), request.GET)
    return render(request, "notifications/index.html", {"page": page})


@login_required
def follow(request, pk):
    """Go where the message leads; it counts as read."""
    found = message(request.user.pk, pk)
    if found is None:
        raise Http404("没有这条消息")
    mark_read(request.user.pk, now(), pk)
    page = page_of_case(request.actor, found.case_type, found.case_id)
    if page is None:
        messages.info(request, "这条消息所说的事项，以您现在的身份不能查看")
    return redirect(page or "notifications:index")


@login_required
@require_POST
def read_all(request):
    """Everything is read."""
    mark_read(request.user.pk, now())
    return redirect("notifications:index")
