"""What the trail offers the house."""

from minqiao.foundation.trail.choices import AUDITOR
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.kit.mechanism import Entry, Mechanism

MECHANISM = Mechanism(
    slug="trail",
    label="留痕",
    urls="minqiao.foundation.trail.urls",
    menu=(Entry("留痕审计", "trail:index", frozenset({AUDITOR})),),
    verifiers={"trail": fault_in_trail},
)
