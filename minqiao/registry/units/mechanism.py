"""What the handling units offer the house."""

from minqiao.kit.mechanism import Entry, Mechanism
from minqiao.registry.units.sheets import DUTIES, UNITS

MECHANISM = Mechanism(
    slug="units",
    label="承办单位",
    urls="minqiao.registry.units.urls",
    sheets=(UNITS, DUTIES),
    menu=(Entry("承办单位", "units:index"),),
)
