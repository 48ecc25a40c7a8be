"""Two lives as tables: a fund year's book, and an allocation that is proposed and then decided."""

from minqiao.instruments.funds.choices import FundState as F
from minqiao.instruments.funds.choices import RunState as R
from minqiao.instruments.funds.rules.people import by_keeper, by_keeper_or_finance, by_working_group
from minqiao.instruments.funds.rules.years import at_years_end
from minqiao.kit.workflow import Step, Workflow

# fmt: off
FUND = Workflow(
    slug="fund",
    label="专项资金台账",
    start=F.OPEN,
    steps=(
        #    action         label            from            to           who
        Step("budget",      "安排预算",      (F.OPEN,),      "",          (by_keeper,)),
        Step("cut_budget",  "调减预算",      (F.OPEN,),      "",          (by_keeper,)),
        Step("carry_in",    "登记上年结转",  (F.OPEN,),      "",          (by_keeper,)),
        Step("allocate",    "下达额度",      (F.OPEN,),      "",          (by_keeper,)),
        Step("take_back",   "收回额度",      (F.OPEN,),      "",          (by_keeper,)),
        Step("add_match",   "落实配套",      (F.OPEN,),      "",          (by_keeper,)),
        Step("cut_match",   "调减配套",      (F.OPEN,),      "",          (by_keeper,)),
        Step("reverse",     "冲正",          (F.OPEN,),      "",          (by_keeper_or_finance,)),
        Step("close",       "年终结账",      (F.OPEN,),      F.CLOSED,    (by_keeper,), window=at_years_end),
    ),
)

ALLOCATION = Workflow(
    slug="allocation",
    label="资金分配方案",
    start=R.PROPOSED,
    steps=(
        Step("decide",      "登记研究决定",  (R.PROPOSED,),  R.DECIDED,   (by_working_group,)),
    ),
)
# fmt: on
FINAL = {"fund": {F.CLOSED}, "allocation": {R.DECIDED}}
