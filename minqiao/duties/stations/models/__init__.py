"""Tables of the room: kinds, places, deputies attached; reception days; opinions, texts."""

from minqiao.duties.stations.models.opinion import Opinion, Text
from minqiao.duties.stations.models.place import Attached, Kind, Place
from minqiao.duties.stations.models.reception import Duty, Reception

__all__ = ["Attached", "Duty", "Kind", "Opinion", "Place", "Reception", "Text"]
