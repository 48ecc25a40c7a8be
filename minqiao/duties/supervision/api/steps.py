"""The steps of the lifecycles as operations."""

from minqiao.duties.supervision.actions import ACTIONS
from minqiao.duties.supervision.api.chasing import ChaseDetail, show_chase
from minqiao.duties.supervision.api.items import KeyItemDetail, show_item
from minqiao.duties.supervision.api.others import CheckRow, CounterpartDetail, show_check, show_counterpart
from minqiao.duties.supervision.api.root import router
from minqiao.duties.supervision.forms import FORMS
from minqiao.duties.supervision.forms.known import REVISIONS, known
from minqiao.duties.supervision.queries.chasing import chase_of
from minqiao.duties.supervision.queries.counterparts import check_of, counterpart_of
from minqiao.duties.supervision.queries.items import item_of
from minqiao.duties.supervision.workflow import CHASE, COUNTERPART, DELEGATED_CHECK, KEY_ITEM
from minqiao.kit.api import add_lives

LIVES = (
    ("/{int:pk}", KEY_ITEM, item_of, show_item, KeyItemDetail),
    ("/counterparts/{int:pk}", COUNTERPART, counterpart_of, show_counterpart, CounterpartDetail),
    ("/checks/{int:pk}", DELEGATED_CHECK, check_of, show_check, CheckRow),
    ("/chases/{int:pk}", CHASE, chase_of, show_chase, ChaseDetail),
)
add_lives(router, LIVES, room="supervision", forms=FORMS, actions=ACTIONS, known=known, revisions=REVISIONS)
