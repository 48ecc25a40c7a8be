"""What the room offers the house: the root's addresses, and the clock's sweeping."""

from minqiao.kit.mechanism import Mechanism, Web
from minqiao.overviews.api.tasks import forget_answers

MECHANISM = Mechanism(
    slug="api/v1",
    label="接口",
    web=Web(urls="minqiao.overviews.api.urls"),
    tasks=(forget_answers,),
)
