"""The steps of a fund's book and of an allocation, on the house's own page of a step."""

from django.contrib.auth.decorators import login_required
from django.urls import reverse

from minqiao.instruments.funds.actions import ACTIONS
from minqiao.instruments.funds.choices import RECORD_ONLY
from minqiao.instruments.funds.forms import FORMS
from minqiao.instruments.funds.queries.allocations import run_of
from minqiao.instruments.funds.queries.ledger import entry_of, fund_of, purses_of
from minqiao.instruments.funds.workflow import ALLOCATION, FUND
from minqiao.kit.ids import id_from
from minqiao.kit.stepview import step_page

INDEX = ("专项资金", "funds:index")
MOST_ENTRIES = 2**31 - 1  # the largest number a book can hold


def _step(request, workflow, subject, action, *crumbs, known, **shown):
    above = [(words, reverse(name, args=args)) for words, name, *args in (INDEX, *crumbs)]
    tables = {"forms": FORMS, "actions": ACTIONS, "known": known}
    more = {"page": "funds/step.html", "more": {"record_only": RECORD_ONLY} | shown}
    return step_page(request, workflow, subject, action, crumbs=above, **tables, **more)


@login_required
def fund_step(request, pk, action):
    """A step of a fund's book; a reversal may name its entry in the address."""
    subject = fund_of(request.actor, pk)
    seq = id_from(request.GET.get("entry", "")) if action == "reverse" else None
    shown = {"entry": entry_of(subject, min(seq, MOST_ENTRIES))} if seq else {"purses": purses_of(subject)}

    def known(slug, action, subject):
        return {"seq": seq} if seq else {}

    return _step(request, FUND, subject, action, (subject.name, "funds:fund", pk), known=known, **shown)


@login_required
def allocation_step(request, pk, action):
    """A step of an allocation."""
    subject = run_of(request.actor, pk)
    fund = (subject.fund.name, "funds:fund", subject.fund_id)
    own = (str(subject), "funds:allocation", pk)
    return _step(request, ALLOCATION, subject, action, fund, own, known=lambda *_: {})
