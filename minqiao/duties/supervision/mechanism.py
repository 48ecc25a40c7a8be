"""What the room offers the house."""

from minqiao.duties.supervision.api import router
from minqiao.duties.supervision.figures.chapter import supervision_chapter
from minqiao.duties.supervision.figures.front import front
from minqiao.duties.supervision.notices import NOTICES
from minqiao.duties.supervision.queries.opening import opens
from minqiao.duties.supervision.queries.waiting import waiting
from minqiao.duties.supervision.sheets import SHEETS
from minqiao.duties.supervision.tasks import match_committees, remind_of_plans
from minqiao.duties.supervision.workflow import CHASE, COUNTERPART, DELEGATED_CHECK, INQUIRY, KEY_ITEM
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.kit.mechanism import Data, Entry, Mechanism, Web

GOVERNMENT = frozenset({Role.GOV_OFFICE, Role.GOV_LEADER})
CONGRESS_SIDE = CONGRESS_STAFF | CONGRESS_LEADERS
MECHANISM = Mechanism(
    slug="supervision",
    label="督办",
    web=Web(
        urls="minqiao.duties.supervision.urls",
        menu=(
            Entry("重点督办", "supervision:index", CONGRESS_SIDE | GOVERNMENT | UNIT_ROLES | {Role.DEPUTY}),
            Entry("对口督办", "supervision:counterparts", CONGRESS_SIDE),
            Entry(
                "委托检查",
                "supervision:checks",
                frozenset({Role.DEPUTY_AFFAIRS, Role.SPECIAL_COMMITTEE}),
            ),
            Entry("催办通报", "supervision:chasing", CONGRESS_SIDE | GOVERNMENT | UNIT_ROLES),
            Entry("专题询问", "supervision:inquiries", CONGRESS_SIDE | GOVERNMENT | UNIT_ROLES),
        ),
        opens=opens,
        inbox=waiting,
        front=front,
    ),
    api=router,
    data=Data(sheets=SHEETS, chapters={"handling": supervision_chapter}),
    workflows=(KEY_ITEM, COUNTERPART, DELEGATED_CHECK, CHASE, INQUIRY),
    notices=NOTICES,
    tasks=(match_committees, remind_of_plans),
)
