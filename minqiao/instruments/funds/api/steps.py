"""The steps of the room's two lifecycles."""

from minqiao.instruments.funds.actions import ACTIONS
from minqiao.instruments.funds.api.allocations import AllocationDetail, show_allocation
from minqiao.instruments.funds.api.books import FundDetail, show_fund
from minqiao.instruments.funds.api.root import router
from minqiao.instruments.funds.forms import FORMS
from minqiao.instruments.funds.queries.allocations import run_of
from minqiao.instruments.funds.queries.ledger import fund_of
from minqiao.instruments.funds.workflow import ALLOCATION, FUND
from minqiao.kit.api import add_lives

LIVES = (
    ("/{int:pk}", FUND, fund_of, show_fund, FundDetail),
    ("/allocations/{int:pk}", ALLOCATION, run_of, show_allocation, AllocationDetail),
)
add_lives(router, LIVES, room="funds", forms=FORMS, actions=ACTIONS)
