"""What the room offers the house: the front door."""

from minqiao.kit.mechanism import Entry, Mechanism, Web
from minqiao.overviews.dashboards.api import router

MECHANISM = Mechanism(
    slug="",
    label="工作台",
    web=Web(
        urls="minqiao.overviews.dashboards.urls",
        menu=(Entry("待办", "dashboards:home"),),
    ),
    api=router,
)
