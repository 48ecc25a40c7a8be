"""What the room offers the house: the front door."""

from minqiao.kit.mechanism import Entry, Mechanism

MECHANISM = Mechanism(
    slug="",
    label="工作台",
    urls="minqiao.overviews.dashboards.urls",
    menu=(Entry("待办", "dashboards:home"),),
)
