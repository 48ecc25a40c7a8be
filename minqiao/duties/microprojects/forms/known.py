"""What a form shows at first: what is already known of the project (ask once)."""

from minqiao.duties.microprojects.forms import FORMS
from minqiao.kit.money import in_yuan

REVISIONS = frozenset({"mend", "request_change"})
FILLED = REVISIONS | {"finish", "accept"}


def known(slug, action, project):
    """The values of the form's fields that the project holds already."""
    if action not in FILLED:
        return {}
    names = FORMS[slug][action].base_fields
    held = {name: getattr(project, name) for name in names if hasattr(project, name)}
    if action == "mend":
        lines = list(zip(*project.estimate, strict=True)) or [(), (), ()]
        held |= dict(zip(("estimate_items", "estimate_quantities", "estimate_amounts"), lines, strict=True))
        held["estimate_amounts"] = [in_yuan(fen) for fen in held["estimate_amounts"]]
        held |= {name: in_yuan(held[name]) for name in ("county_share", "other_share")}
        held |= {name: getattr(project, f"{name}_id") for name in ("county", "unit", "township")}
    if action == "request_change":
        held["new_amount"] = in_yuan(project.approved)
    if action in ("finish", "accept"):
        held["works_done"] = project.works_done or project.works
    return {name: value for name, value in held.items() if value not in (None, "")}
