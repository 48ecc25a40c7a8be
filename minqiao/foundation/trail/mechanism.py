"""What the trail offers the house."""

from minqiao.foundation.trail.choices import AUDITOR
from minqiao.foundation.trail.figures import front
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.kit.mechanism import Data, Entry, Mechanism, Web

MECHANISM = Mechanism(
    slug="trail",
    label="留痕",
    web=Web(
        urls="minqiao.foundation.trail.urls",
        menu=(Entry("留痕审计", "trail:index", frozenset({AUDITOR})),),
        front=front,
    ),
    data=Data(verifiers={"trail": fault_in_trail}),
)
