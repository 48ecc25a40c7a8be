"""Pages of the divisions: the tree, level by level, and a search."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render

from minqiao.registry.areas import forms, queries


@login_required
def index(request):
    """The place of this platform; with `q`, the places of that name."""
    form = forms.Find(request.GET)
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    if not words:
        return _place(request, settings.PLACE, form)
    if queries.area(words):
        return redirect("areas:detail", queries.area(words).pk)
    found = queries.named(words)
    return render(request, "areas/found.html", {"form": form, "words": words, "found": found})


@login_required
def detail(request, code):
    """One division with those below it."""
    return _place(request, code, forms.Find())


def _place(request, code, form):
    path = queries.path_of(code)
    if not path:
        raise Http404("没有这个区划")
    context = {"form": form, "path": path, "place": path[-1], "children": queries.children(code)}
    return render(request, "areas/index.html", context)
