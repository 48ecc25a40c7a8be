"""The ledger's tables, and allocations as they were proposed and decided."""

from minqiao.instruments.funds.models.allocation import AllocationLine, AllocationRun
from minqiao.instruments.funds.models.ledger import Account, Entry, Fund, Item

__all__ = ["Account", "AllocationLine", "AllocationRun", "Entry", "Fund", "Item"]
