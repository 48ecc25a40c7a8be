"""Who acts enters here; a refusal raised anywhere below becomes one polite page here."""

from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from minqiao.foundation.accounts.queries import actor_for
from minqiao.kit.actor import NOBODY
from minqiao.kit.clock import today
from minqiao.kit.workflow import Refused


class ActorMiddleware:
    """Sets `request.actor`: the signed-in person in the chosen capacity, or NOBODY."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.actor = SimpleLazyObject(lambda: _actor(request))
        return self.get_response(request)


def _actor(request):
    if not request.user.is_authenticated:
        return NOBODY
    return actor_for(request.user.pk, today(), request.session.get("capacity"))


class RefusalMiddleware:
    """Turns Refused into a page that says why, by which rule, and keeps what was typed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, Refused):
            return None
        context = {"refused": exception, "typed": request.POST.items() if request.method == "POST" else ()}
        return render(request, "refused.html", context, status=409)
