"""What the handling units offer the house."""

from minqiao.foundation.accounts.choices import UNIT_ROLES
from minqiao.kit.mechanism import Entry, Mechanism
from minqiao.registry.units.api import router
from minqiao.registry.units.queries import units_to_speak_for
from minqiao.registry.units.sheets import DUTIES, UNITS

MECHANISM = Mechanism(
    slug="units",
    label="承办单位",
    urls="minqiao.registry.units.urls",
    router=router,
    sheets=(UNITS, DUTIES),
    scopes=dict.fromkeys(UNIT_ROLES, units_to_speak_for),
    menu=(Entry("承办单位", "units:index"),),
)
