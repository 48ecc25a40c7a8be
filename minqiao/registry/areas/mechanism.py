"""What the divisions offer the house."""

from minqiao.kit.mechanism import Data, Entry, Mechanism, Web
from minqiao.registry.areas.api import router
from minqiao.registry.areas.sheets import AREAS

MECHANISM = Mechanism(
    slug="areas",
    label="行政区划",
    web=Web(
        urls="minqiao.registry.areas.urls",
        menu=(Entry("行政区划", "areas:index"),),
    ),
    api=router,
    data=Data(sheets=(AREAS,)),
)
