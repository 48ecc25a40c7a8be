"""The life of a mandate as a table (Deputies Law art. 61-62). No web, no database."""

from minqiao.kit.workflow import Step, Workflow
from minqiao.registry.congress.choices import MandateState
from minqiao.registry.congress.rules import by_deputy_affairs, not_own

ACTIVE, SUSPENDED, ENDED = MandateState.ACTIVE, MandateState.SUSPENDED, MandateState.ENDED
KEPT = (by_deputy_affairs, not_own)

MANDATE = Workflow(
    slug="mandate",
    label="代表资格",
    start=ACTIVE,
    steps=(
        Step("suspend_mandate", "暂停执行代表职务", (ACTIVE,), SUSPENDED, KEPT),
        Step("resume_mandate", "恢复执行代表职务", (SUSPENDED,), ACTIVE, KEPT),
        Step("end_mandate", "终止代表资格", (ACTIVE, SUSPENDED), ENDED, KEPT),
    ),
)
FINAL = {"mandate": {ENDED}}
