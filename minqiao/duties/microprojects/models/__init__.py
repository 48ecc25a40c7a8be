"""Tables of the room: projects and what happens to them, works paid elsewhere."""

from minqiao.duties.microprojects.models.elsewhere import FundedWork
from minqiao.duties.microprojects.models.happened import Change, Complaint, Payment, Photo, Visit
from minqiao.duties.microprojects.models.project import Project

__all__ = ["Change", "Complaint", "FundedWork", "Payment", "Photo", "Project", "Visit"]
