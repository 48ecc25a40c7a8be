"""What the room offers the house."""

from minqiao.duties.suggestions.api import router
from minqiao.duties.suggestions.figures import handling_progress
from minqiao.duties.suggestions.figures.files import handling_report_of
from minqiao.duties.suggestions.figures.front import front
from minqiao.duties.suggestions.figures.kept_public import PROMISES
from minqiao.duties.suggestions.notices import NOTICES
from minqiao.duties.suggestions.queries.ideas import own_data
from minqiao.duties.suggestions.queries.links import links
from minqiao.duties.suggestions.queries.mine import mine
from minqiao.duties.suggestions.queries.opening import opens
from minqiao.duties.suggestions.queries.waiting import waiting
from minqiao.duties.suggestions.sheets import SHEETS
from minqiao.duties.suggestions.tasks import (
    chase_evaluations,
    remind_before_the_session,
    remind_of_dates,
    remind_of_promises,
    remind_of_publications,
    remind_of_steps,
    remind_to_assign_in_time,
)
from minqiao.duties.suggestions.workflow import BATCH, COMMITMENT, HANDLING, IDEA, PUBLICATION, SUGGESTION
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, THREE_OFFICES, Role
from minqiao.instruments.papers.documents.reports import drawn
from minqiao.kit.mechanism import Data, Entry, Mechanism, Report, Web

EVERYONE = frozenset(Role) - THREE_OFFICES
COUNTERS = CONGRESS_STAFF | CONGRESS_LEADERS | {Role.GOV_OFFICE, Role.GOV_LEADER}
MECHANISM = Mechanism(
    slug="suggestions",
    label="代表建议",
    web=Web(
        urls="minqiao.duties.suggestions.urls",
        menu=(
            Entry("代表建议", "suggestions:index", EVERYONE),
            Entry("提建议", "suggestions:new", frozenset({Role.DEPUTY})),
            Entry("素材本", "suggestions:ideas", frozenset({Role.DEPUTY})),
            Entry("代为录入", "suggestions:new", frozenset({Role.DEPUTY_AFFAIRS, Role.SECRETARIAT})),
            Entry("交办批次", "suggestions:batches", frozenset({Role.DEPUTY_AFFAIRS, Role.GOV_OFFICE})),
            Entry(
                "退办情况",
                "suggestions:returns",
                frozenset({Role.DEPUTY_AFFAIRS, Role.GOV_OFFICE, Role.GOV_LEADER}),
            ),
            Entry("承诺台账", "suggestions:ledger", EVERYONE),
            Entry("公开审查", "suggestions:publications", frozenset({Role.DEPUTY_AFFAIRS, Role.GOV_OFFICE})),
            Entry("分办台", "suggestions:desk", frozenset({Role.GOV_OFFICE})),
            Entry("统计", "suggestions:figures", COUNTERS),
            Entry("亮灯", "suggestions:ahead", COUNTERS),
        ),
        opens=opens,
        inbox=waiting,
        mine=mine,
        links=links,
        figures=(handling_progress,),
        front=front,
    ),
    api=router,
    data=Data(
        sheets=SHEETS,
        own_data=own_data,
        reports={"handling": Report("代表建议办理情况报告", handling_report_of, drawn)},
        public=(PROMISES,),
    ),
    workflows=(SUGGESTION, HANDLING, COMMITMENT, PUBLICATION, BATCH, IDEA),
    notices=NOTICES,
    tasks=(
        remind_of_dates,
        remind_of_steps,
        chase_evaluations,
        remind_to_assign_in_time,
        remind_of_promises,
        remind_of_publications,
        remind_before_the_session,
    ),
)
