"""What import and export offer the house."""

from minqiao.foundation.accounts.choices import Role
from minqiao.kit.mechanism import Entry, Mechanism, Web
from minqiao.overviews.exchange.tasks import forget_files, resume_stalled

OFFICES = frozenset({Role.DEPUTY_AFFAIRS, Role.SECRETARIAT, Role.GOV_OFFICE, Role.SYSTEM_ADMIN})

MECHANISM = Mechanism(
    slug="exchange",
    label="表格导入导出",
    web=Web(
        urls="minqiao.overviews.exchange.urls",
        menu=(Entry("表格导入导出", "exchange:index", OFFICES),),
    ),
    tasks=(resume_stalled, forget_files),
)
