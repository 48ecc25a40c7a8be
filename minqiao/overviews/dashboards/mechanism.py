"""What the room offers the house: the front door."""

from minqiao.kit.mechanism import Entry, Mechanism
from minqiao.overviews.dashboards.api import router

MECHANISM = Mechanism(
    slug="",
    label="工作台",
    urls="minqiao.overviews.dashboards.urls",
    router=router,
    menu=(Entry("待办", "dashboards:home"),),
)
