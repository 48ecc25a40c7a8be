"""What the room offers the house."""

from minqiao.kit.mechanism import Entry, Mechanism, Web
from minqiao.overviews.notifications.api import router

MECHANISM = Mechanism(
    slug="messages",
    label="消息",
    web=Web(
        urls="minqiao.overviews.notifications.urls",
        menu=(Entry("消息", "notifications:index"),),
    ),
    api=router,
)
