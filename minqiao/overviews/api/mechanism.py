"""What the room offers the house: addresses only."""

from minqiao.kit.mechanism import Mechanism

MECHANISM = Mechanism(slug="api/v1", label="接口", urls="minqiao.overviews.api.urls")
