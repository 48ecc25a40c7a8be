"""Tables of the room: kinds, places, deputies attached; opinions and what residents are told."""

from minqiao.duties.stations.models.opinion import Opinion, Text
from minqiao.duties.stations.models.place import Attached, Kind, Place

__all__ = ["Attached", "Kind", "Opinion", "Place", "Text"]
