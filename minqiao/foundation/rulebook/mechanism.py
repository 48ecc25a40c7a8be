"""What the rulebook offers the house."""

from minqiao.kit.mechanism import Entry, Mechanism, Web

MECHANISM = Mechanism(
    slug="rulebook",
    label="规则",
    web=Web(
        urls="minqiao.foundation.rulebook.urls",
        menu=(Entry("规则和期限", "rulebook:index"),),
    ),
)
