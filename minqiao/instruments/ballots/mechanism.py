"""What the room offers the house."""

from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, Role
from minqiao.instruments.ballots.api import router
from minqiao.instruments.ballots.notices import NOTICES
from minqiao.instruments.ballots.queries.checking import fault_in_votes
from minqiao.instruments.ballots.queries.opening import opens
from minqiao.instruments.ballots.queries.waiting import waiting
from minqiao.instruments.ballots.sheets import SHEETS
from minqiao.instruments.ballots.workflow import ROUND
from minqiao.kit.mechanism import Data, Entry, Mechanism, Web

MECHANISM = Mechanism(
    slug="ballots",
    label="票决",
    web=Web(
        urls="minqiao.instruments.ballots.urls",
        menu=(Entry("票决计票", "ballots:index", CONGRESS_STAFF | CONGRESS_LEADERS | {Role.DEPUTY}),),
        opens=opens,
        inbox=waiting,
    ),
    api=router,
    data=Data(sheets=SHEETS, verifiers={"votes": fault_in_votes}),
    workflows=(ROUND,),
    notices=NOTICES,
)
