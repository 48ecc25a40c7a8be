"""What the room offers the house: the pages and the data anybody may read."""

from minqiao.kit.mechanism import Entry, Mechanism, Web
from minqiao.overviews.portal.api import router

MECHANISM = Mechanism(
    slug="public",
    label="公开",
    web=Web(urls="minqiao.overviews.portal.urls", menu=(Entry("公开", "public:index"),)),
    api=router,
)
