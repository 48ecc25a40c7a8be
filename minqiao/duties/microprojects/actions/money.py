"""What a project asks of the ledger: it holds the money, this room only says what was decided. Fen."""

from minqiao.instruments.funds.actions import items
from minqiao.instruments.funds.choices import AccountKind, LineSource
from minqiao.instruments.funds.models import Account
from minqiao.instruments.funds.queries.ledger import pool_of, quota_of


def grant(project, *, amount, actor, at, reference, on, source=""):
    """Approve `amount` out of the purse the proposal names (`source`, funds.LineSource); without one out of
    the county's quota where it is enough, else of the common money.

    Refused by the ledger with what is left and how much more it takes. Answers the item.
    """
    place = {"number": project.number, "title": project.title, "area": project.county}
    item = project.item or items.open_item(project.fund, case=project, actor=actor, at=at, **place)
    words = {"actor": actor, "at": at, "reference": reference, "on": on}
    items.approve(item, purse=_purse_for(project, amount, source), amount=amount, **words)
    return item


def _purse_for(project, amount, source):
    quota = quota_of(project.fund, project.county)
    has_room = quota is not None and source != LineSource.POOL
    fits = has_room and (source == LineSource.QUOTA or quota.balance >= amount)
    return quota if fits else pool_of(project.fund)


def _purse_of(project):
    """The purse the project was approved from."""
    rows = Account.objects.filter(item_id=project.item_id, kind=AccountKind.APPROVED)
    return rows.select_related("purse__area").order_by("-balance", "pk")[0].purse


def pay(project, *, amount, actor, at, reference, on):
    """Note what the treasury paid, by its voucher."""
    words = {"reference": reference, "on": on}
    return items.pay(project.item, purse=_purse_of(project), amount=amount, actor=actor, at=at, **words)


def change(project, *, amount, actor, at, note):
    """Bring the approval to `amount`: more out of the purse, or less back into it."""
    more = amount - project.approved
    move = items.raise_amount if more > 0 else items.cut_amount
    if more:
        move(project.item, purse=_purse_of(project), amount=abs(more), actor=actor, at=at, note=note)


def settle(project, *, final, actor, at, note):
    """Give back what the settlement leaves over; answers how much."""
    saving = project.approved - final
    if saving:
        place = {"actor": actor, "at": at, "note": note}
        items.return_saving(project.item, purse=_purse_of(project), amount=saving, **place)
    return saving


def release(project, *, actor, at, note):
    """Give back all that was approved and not paid, of a project that is not built."""
    if project.item_id:
        items.cancel(project.item, actor=actor, at=at, note=note)
