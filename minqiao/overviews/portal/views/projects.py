"""Micro-projects as anybody may read them: the list, one with its pictures."""

from django.views.decorators.http import require_safe

from minqiao.duties.microprojects.choices import Kind
from minqiao.duties.microprojects.queries import published as queries
from minqiao.foundation.attachments.views import answer
from minqiao.kit.paging import page_of
from minqiao.overviews.portal.views.anyone import anyone, as_nobody, page

for_anyone = anyone(queries.public_stamp)


@for_anyone
def projects(request):
    """The list: searched, filtered, the latest decided first; each year in one line."""
    sums = queries.public_sums()
    context = {
        "page": page_of(queries.public_projects(request.GET), request.GET),
        "sums": sums,
        "years": [(row["fund__year"], f"{row['fund__year']}年") for row in sums],
        "counties": queries.public_places(),
        "kinds": Kind.choices,
        "asked": request.GET,
    }
    return page(request, "projects", **context)


@for_anyone
def project(request, pk):
    """One project: what, where, how much, how far, before and after, whom to call."""
    return page(request, "project", row=queries.public_project(pk))


@require_safe
def photo(request, pk, photo_pk):
    """A picture of a public project."""
    return as_nobody(_photo, request, pk, photo_pk)


def _photo(request, pk, photo_pk):
    return answer(queries.public_photo(pk, photo_pk))
