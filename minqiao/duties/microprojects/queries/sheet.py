"""The lists as spreadsheets: rows for taking out. Amounts in yuan."""

from minqiao.duties.microprojects.models import FundedWork, Project
from minqiao.kit.money import in_yuan


def project_rows(actor):
    """Every project the actor may see, by number; nothing of residents, nothing of who proposed."""
    rows = Project.objects.visible_to(actor).select_related("fund", "county", "township", "suggestion")
    for row in rows.order_by("fund_id", "number", "pk").iterator(chunk_size=500):
        yield {
            "number": row.number,
            "fund": row.fund.name,
            "title": row.title,
            "kind": row.get_kind_display(),
            "county": row.county.name,
            "place": f"{row.township or ''}{row.village}",
            "suggestion": row.suggestion.number,
            "state": row.get_state_display(),
            "households": row.households,
            "people": row.people,
            "requested": in_yuan(row.requested),
            "approved": in_yuan(row.approved) if row.approved else "",
            "paid": in_yuan(row.paid) if row.paid else "",
            "final": in_yuan(row.final) if row.final is not None else "",
            "builder": row.builder,
            "started_on": row.started_on or "",
            "due_on": row.due_on or "",
            "accepted_on": row.accepted_on or "",
        }


def funded_work_rows(actor):
    """Every work that other money pays for, the latest year first."""
    for row in FundedWork.objects.select_related("county").iterator(chunk_size=1000):
        yield {
            "source": row.source,
            "year": row.year,
            "county": row.county.name,
            "place": row.place,
            "title": row.title,
            "amount": in_yuan(row.amount),
            "reference": row.reference,
        }
