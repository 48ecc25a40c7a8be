"""The same acts and readings in JSON."""

from minqiao.duties.stations.api import opinions, places, receptions, standards, steps
from minqiao.duties.stations.api.root import router

__all__ = ["opinions", "places", "receptions", "router", "standards", "steps"]
