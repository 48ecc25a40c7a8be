"""What the room offers the house."""

from minqiao.kit.mechanism import Entry, Mechanism
from minqiao.overviews.notifications.api import router

MECHANISM = Mechanism(
    slug="messages",
    label="消息",
    urls="minqiao.overviews.notifications.urls",
    router=router,
    menu=(Entry("消息", "notifications:index"),),
)
