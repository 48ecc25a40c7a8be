"""What stations add to a matter's chain: where it was said, the answers, the judgements."""

from collections import Counter

from minqiao.duties.stations.choices import Rating
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.queries.opinions import CASE
from minqiao.kit.clock import local_day
from minqiao.kit.mechanism import Link


def links(suggestion_id):
    """The opinions that became this suggestion, by the places where they were said; no resident is named."""
    rows = Opinion.objects.filter(suggestion_id=suggestion_id).select_related("place").defer("name", "phone")
    rows = list(rows.order_by("pk"))
    found = [
        Link(
            f"群众反映（{row.place.name}）",
            local_day(row.received_at),
            case=(CASE, row.pk),
            public=f"/public/stations/{row.place.code}/",
        )
        for row in rows
    ]
    if not rows:
        return found
    answered = [row.answered_on for row in rows if row.answered_on]
    found.append(Link("答复群众", max(answered, default=None), note=f"{len(answered)}件，共{len(rows)}件"))
    grades = Counter(row.rating for row in rows if row.rating)
    words = "、".join(f"{label}{grades[grade]}件" for grade, label in Rating.choices if grades[grade])
    return [*found, Link("群众评价", max(answered, default=None) if words else None, note=words)]
