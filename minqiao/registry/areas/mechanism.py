"""What the divisions offer the house."""

from minqiao.kit.mechanism import Entry, Mechanism
from minqiao.registry.areas.api import router
from minqiao.registry.areas.sheets import AREAS

MECHANISM = Mechanism(
    slug="areas",
    label="行政区划",
    urls="minqiao.registry.areas.urls",
    router=router,
    sheets=(AREAS,),
    menu=(Entry("行政区划", "areas:index"),),
)
