"""The steps of places, reception days, inspections and opinions in JSON."""

from minqiao.duties.stations.actions import ACTIONS
from minqiao.duties.stations.api import opinions, places, receptions, standards
from minqiao.duties.stations.api.root import router
from minqiao.duties.stations.forms import FORMS
from minqiao.duties.stations.forms.known import known
from minqiao.duties.stations.queries.opinions import opinion_of
from minqiao.duties.stations.queries.places import place_of
from minqiao.duties.stations.queries.receptions import reception_of
from minqiao.duties.stations.queries.standards import inspection_of
from minqiao.duties.stations.workflow import INSPECTION, OPINION, PLACE, RECEPTION
from minqiao.kit.api import add_lives

LIVES = (
    ("/{int:pk}", PLACE, place_of, places.show, places.PlaceDetail),
    ("/receptions/{int:pk}", RECEPTION, reception_of, receptions.show, receptions.ReceptionDetail),
    ("/inspections/{int:pk}", INSPECTION, inspection_of, standards.show, standards.InspectionDetail),
    ("/opinions/{int:pk}", OPINION, opinion_of, opinions.show, opinions.OpinionDetail),
)
add_lives(
    router,
    LIVES,
    room="stations",
    forms=FORMS,
    actions=ACTIONS,
    known=known,
    revisions={"edit", "attach_deputies"},
)
