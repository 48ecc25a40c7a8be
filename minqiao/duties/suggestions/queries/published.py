"""What anybody may read: suggestions and replies as they were published. No actor, no rights, no people.

Only the table of publications and the units are asked; what stands there was checked and issued.
"""

from types import SimpleNamespace

from django.db.models import Count, Max, Q
from django.http import Http404

from minqiao.duties.suggestions import choices as c
from minqiao.duties.suggestions.models import Publication
from minqiao.instruments.search.queries import matching
from minqiao.kit.clock import local_day
from minqiao.kit.ids import id_from
from minqiao.kit.remembered import Remembered

ROW = (
    "pk", "suggestion_id", "number", "title", "units_words", "topic", "category", "year", "county", "mode",
    "replied_on", "published_at", "text_hash",
)  # fmt: skip
ORDER = ("-published_at", "-pk")
TOPICS, CATEGORIES = dict(c.Topic.choices), dict(c.ResultCategory.choices)
MODES = dict(c.DisclosureState.choices)


def published(params):
    """Rows (dicts of ROW), the newest first, under the filters of `params` (a QueryDict or dict)."""
    return _filtered(params).order_by(*ORDER).values(*ROW)


def published_with_text(params):
    """The same rows with their texts: for open data."""
    return _filtered(params).order_by(*ORDER).values(*ROW, "text")


def _filtered(params):
    rows = Publication.objects.published()
    year = id_from(params.get("year", ""))
    if year is not None:
        rows = rows.filter(year=year) if year < 10_000 else rows.none()
    if (topic := params.get("topic", "")) in TOPICS:
        rows = rows.filter(topic=topic)
    if county := params.get("county", "").strip()[:60]:
        rows = rows.filter(county=county)
    if (unit := id_from(params.get("unit", ""))) is not None:
        rows = rows.filter(units=unit)
    if words := params.get("q", "").strip()[:60]:
        rows = rows.filter(pk__in=matching("suggestions.publication", words))
    return rows


def words_of_published(row):
    """A row with its words."""
    return row | {
        "topic_words": TOPICS.get(row["topic"], ""),
        "category_words": CATEGORIES.get(row["category"], ""),
        "mode_words": MODES[row["mode"]],
        "published_on": local_day(row["published_at"]),
    }


def published_one(suggestion_id):
    """The public text of one suggestion; 404 alike for what is not there and what is not public."""
    rows = Publication.objects.published().filter(suggestion_id=suggestion_id)
    row = rows.values(*ROW, "text", "edition").first()
    if row is None:
        raise Http404("没有这件建议，或者它没有公开")
    return words_of_published(row)


def _facets():
    rows = Publication.objects.published().order_by()
    units = rows.exclude(units=None).values_list("units__pk", "units__short_name").distinct()
    counties = rows.exclude(county="").values_list("county", flat=True).distinct().order_by("county")
    years = rows.values_list("year", flat=True).distinct().order_by("-year")
    return SimpleNamespace(
        years=list(years),
        counties=list(counties),
        units=list(units.order_by("units__short_name")),
        topics=c.Topic.choices,
    )


def public_stamp():
    """Differs whenever something was published, replaced or taken down."""
    found = Publication.objects.aggregate(
        rows=Count("pk", filter=Q(state=c.PublicationState.PUBLISHED)), last=Max("published_at"), pk=Max("pk")
    )
    return f"{found['rows']}/{found['last']}/{found['pk']}"


public_facets = Remembered(_facets, public_stamp)
