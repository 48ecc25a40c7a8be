"""What a form shows at first: what is already known of the thing it changes (ask once)."""

from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.queries.people import leading_unit_id

REVISIONS = frozenset({"edit", "rearrange", "change_inquiry"})
PLANNING = frozenset({"arrange", "rearrange"})


def known(slug, action, subject):
    """The values of the form's fields that the subject holds already; of a plan the activities ahead."""
    names = FORMS[slug][action].base_fields
    if action == "change_inquiry":
        held = {name: getattr(subject, name) for name in names if name not in ("units", "reason")}
        return held | {"units": [one.unit_id for one in subject.units.all()]}
    if slug != "key_item" or action not in REVISIONS | PLANNING:
        return {}
    held = {name: getattr(subject, name) for name in names if hasattr(subject, name)}
    if action in PLANNING:
        held |= {name: getattr(subject, f"{name}_id") for name in ("leader", "committee", "unit")}
        held["committee"] = held["committee"] or subject.proposed_by_id
        held["unit"] = held["unit"] or leading_unit_id(subject)
        ahead = [one for one in subject.visits.all() if one.held_on is None]
        held |= {
            "visit_ways": [one.get_way_display() for one in ahead],
            "visit_texts": [one.text for one in ahead],
            "visit_dates": [one.planned_on for one in ahead],
        }
    return {name: value for name, value in held.items() if value not in (None, "")}
