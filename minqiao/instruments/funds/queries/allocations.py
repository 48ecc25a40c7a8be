"""Stored allocations of a fund, and what was decided."""

from django.http import Http404

from minqiao.instruments.funds.models import AllocationRun, Fund


def runs_of(fund):
    """A fund's allocations, the latest first, without their long facts."""
    rows = AllocationRun.objects.filter(fund=fund).defer("facts", "answers")
    return list(rows.order_by("-round"))


def run_of(actor, pk):
    """One allocation of a fund the actor may see, or 404."""
    rows = AllocationRun.objects.filter(fund__in=Fund.objects.visible_to(actor).values("pk"))
    found = rows.filter(pk=pk).select_related("fund__area", "fund__congress").first()
    if found is None:
        raise Http404("没有这个分配方案，或者您无权查看")
    return found


def lines_of(run):
    """The projects of an allocation, in its order."""
    return list(run.lines.all())


def chosen_numbers(run):
    """The numbers the working group decided to fund, in the proposal's order; none before it decides."""
    return list(run.lines.filter(is_decided=True).values_list("number", flat=True))


METHODS = {"ranked": "按办法排序", "optimum": "最优对照", "equal_shares": "公平份额", "greedy": "得票多少"}


def compared(run):
    """Each method's answer in one row: its words, how many it lists, what they cost, what it notes."""
    return [
        {
            "name": name,
            "words": METHODS[name],
            "listed": len(answer["selected"]) if "selected" in answer else None,
            "spent": answer.get("spent", 0),
            "rule": answer.get("rule", ""),
            "notes": answer.get("notes", [answer.get("unsolved", "")]),
        }
        for name, answer in run.answers.items()
    ]
