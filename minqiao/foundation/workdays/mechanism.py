"""What the calendar offers the house."""

from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.workdays.figures import front
from minqiao.kit.mechanism import Entry, Mechanism, Web

MECHANISM = Mechanism(
    slug="workdays",
    label="工作日历",
    web=Web(
        urls="minqiao.foundation.workdays.urls",
        menu=(Entry("工作日历", "workdays:index", frozenset({Role.DEPUTY_AFFAIRS, Role.SYSTEM_ADMIN})),),
        front=front,
    ),
)
