"""What the funds offer the house."""

from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, Role
from minqiao.instruments.funds.api import router
from minqiao.instruments.funds.notices import NOTICES
from minqiao.instruments.funds.queries.book import opens
from minqiao.instruments.funds.queries.checking import fault_in_ledger
from minqiao.instruments.funds.queries.waiting import waiting
from minqiao.instruments.funds.sheets import SHEETS
from minqiao.instruments.funds.workflow import ALLOCATION, FUND
from minqiao.kit.mechanism import Data, Entry, Mechanism, Web

READERS = CONGRESS_STAFF | CONGRESS_LEADERS | {Role.DEPUTY, Role.GOV_OFFICE, Role.GOV_LEADER}
MECHANISM = Mechanism(
    slug="funds",
    label="专项资金",
    web=Web(
        urls="minqiao.instruments.funds.urls",
        menu=(Entry("专项资金", "funds:index", READERS),),
        opens=opens,
        inbox=waiting,
    ),
    api=router,
    data=Data(sheets=SHEETS, verifiers={"ledger": fault_in_ledger}),
    workflows=(FUND, ALLOCATION),
    notices=NOTICES,
)
