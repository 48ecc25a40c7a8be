"""Every macro in every state, on pages shaped like those of the house."""

from pathlib import Path

from django.http import HttpResponse
from django.template import engines
from django.template.backends.utils import csrf_input

from minqiao.config.jinja import page_context
from minqiao.kit.actor import NOBODY
from tests.look import samples

PAGES = Path(__file__).parent / "pages"


def gallery(request, name):
    """One page of the gallery, filled with the samples."""
    stranger = name == "public"
    request.actor = NOBODY if stranger else samples.ACTOR
    context = {"samples": samples}
    context |= {
        "menu_for": lambda actor: samples.MENU,
        "capacities": lambda: samples.CAPACITIES,
        "unread": lambda: 3,
        "demo": True,
        "form": samples.SuggestionForm(),
        "wrong": samples.SuggestionForm(
            {"title": "写" * 52, "on": "2026-02-30", "units": ["2"], "people": "-3"}
        ),
        "url_of": lambda action: f"#{action}",
        "request": request,
        "csrf_input": csrf_input(request),
    }
    template = engines["jinja2"].from_string((PAGES / f"{name}.html").read_text("utf-8"))
    return HttpResponse(template.template.render(page_context(request) | context))


def names():
    """The pages there are."""
    return sorted(page.stem for page in PAGES.glob("*.html"))
