"""What the room offers the house."""

from minqiao.duties.stations.api import router
from minqiao.duties.stations.notices import NOTICES
from minqiao.duties.stations.queries.links import links
from minqiao.duties.stations.queries.opening import opens
from minqiao.duties.stations.queries.places import places_named
from minqiao.duties.stations.queries.waiting import waiting
from minqiao.duties.stations.sheets import SHEETS
from minqiao.duties.stations.tasks import look_after_opinions, text_residents
from minqiao.duties.stations.workflow import INSPECTION, OPINION, PLACE, RECEPTION
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, Role
from minqiao.kit.mechanism import Data, Entry, Mechanism, Web

HEARING = CONGRESS_LEADERS | {Role.DEPUTY_AFFAIRS, Role.STATION_KEEPER, Role.DEPUTY}
MECHANISM = Mechanism(
    slug="stations",
    label="代表联络站",
    web=Web(
        urls="minqiao.duties.stations.urls",
        menu=(
            Entry("联络站点", "stations:index", HEARING | {Role.SYSTEM_ADMIN}),
            Entry("接待日", "stations:receptions", HEARING),
            Entry("示范站点", "stations:models", HEARING),
            Entry("群众意见", "stations:opinions", HEARING),
        ),
        opens=opens,
        inbox=waiting,
        links=links,
    ),
    api=router,
    data=Data(sheets=SHEETS),
    workflows=(PLACE, RECEPTION, INSPECTION, OPINION),
    notices=NOTICES,
    tasks=(text_residents, look_after_opinions),
    scopes={Role.STATION_KEEPER: places_named},
)
