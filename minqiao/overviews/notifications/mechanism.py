"""What the room offers the house."""

from minqiao.kit.mechanism import Entry, Mechanism

MECHANISM = Mechanism(
    slug="messages",
    label="消息",
    urls="minqiao.overviews.notifications.urls",
    menu=(Entry("消息", "notifications:index"),),
)
