"""What the handling units offer the house."""

from minqiao.foundation.accounts.choices import UNIT_ROLES
from minqiao.kit.mechanism import Data, Entry, Mechanism, Web
from minqiao.registry.units.api import router
from minqiao.registry.units.queries import units_to_speak_for
from minqiao.registry.units.sheets import DUTIES, UNITS

MECHANISM = Mechanism(
    slug="units",
    label="承办单位",
    web=Web(
        urls="minqiao.registry.units.urls",
        menu=(Entry("承办单位", "units:index"),),
    ),
    api=router,
    data=Data(sheets=(UNITS, DUTIES)),
    scopes=dict.fromkeys(UNIT_ROLES, units_to_speak_for),
)
