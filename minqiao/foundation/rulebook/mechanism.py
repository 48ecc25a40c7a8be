"""What the rulebook offers the house."""

from minqiao.kit.mechanism import Entry, Mechanism

MECHANISM = Mechanism(
    slug="rulebook",
    label="规则",
    urls="minqiao.foundation.rulebook.urls",
    menu=(Entry("规则和期限", "rulebook:index"),),
)
