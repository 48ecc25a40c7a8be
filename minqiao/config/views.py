"""The switch of the look: the one page that belongs to no room."""

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

A_YEAR = 365 * 24 * 3600  # seconds


@require_GET
def elder(request):
    """Switches the elder look on (`on=1`) or off and goes back to `next`. A preference, nobody's data."""
    back = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    response.set_cookie("elder", "1" if request.GET.get("on") == "1" else "0", max_age=A_YEAR, samesite="Lax")
    return response
