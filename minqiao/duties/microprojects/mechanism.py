"""What the room offers the house."""

from minqiao.duties.microprojects.api import router
from minqiao.duties.microprojects.figures.report import fund_report_of
from minqiao.duties.microprojects.notices import NOTICES
from minqiao.duties.microprojects.queries.links import links
from minqiao.duties.microprojects.queries.opening import opens
from minqiao.duties.microprojects.queries.waiting import mine, waiting
from minqiao.duties.microprojects.sheets import SHEETS
from minqiao.duties.microprojects.tasks import remind_of_projects
from minqiao.duties.microprojects.workflow import PROJECT
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.instruments.papers.documents.reports import drawn
from minqiao.kit.mechanism import Data, Entry, Mechanism, Report, Web

COUNTING = CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE, Role.GOV_LEADER}
MECHANISM = Mechanism(
    slug="microprojects",
    label="民生微实事",
    web=Web(
        urls="minqiao.duties.microprojects.urls",
        menu=(
            Entry("民生微实事", "microprojects:index", COUNTING | UNIT_ROLES | {Role.DEPUTY}),
            Entry("项目库", "microprojects:pool", frozenset({Role.DEPUTY_AFFAIRS})),
            Entry("资金成效", "microprojects:figures", COUNTING),
        ),
        opens=opens,
        inbox=waiting,
        mine=mine,
        links=links,
    ),
    api=router,
    data=Data(sheets=SHEETS, reports={"fund": Report("专项资金使用情况报告", fund_report_of, drawn)}),
    workflows=(PROJECT,),
    notices=NOTICES,
    tasks=(remind_of_projects,),
)
