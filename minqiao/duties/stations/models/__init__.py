"""Tables of the room: kinds, places, deputies attached; reception days; opinions, texts."""

from minqiao.duties.stations.models.opinion import Opinion, Text
from minqiao.duties.stations.models.place import Attached, Kind, Place
from minqiao.duties.stations.models.reception import Duty, Reception
from minqiao.duties.stations.models.standard import CheckItem, Inspection, InspectionSheet

__all__ = [
    "Attached",
    "CheckItem",
    "Duty",
    "Inspection",
    "InspectionSheet",
    "Kind",
    "Opinion",
    "Place",
    "Reception",
    "Text",
]
