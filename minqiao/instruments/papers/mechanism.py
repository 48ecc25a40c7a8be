"""What the papers offer the house."""

from minqiao.foundation.accounts.choices import CONGRESS_STAFF
from minqiao.instruments.papers.tasks import clear_old_bundles, finish_bundles
from minqiao.kit.mechanism import Entry, Mechanism, Web

MECHANISM = Mechanism(
    slug="papers",
    label="公文",
    web=Web(
        urls="minqiao.instruments.papers.urls",
        menu=(Entry("公文登记簿", "papers:index", CONGRESS_STAFF),),
    ),
    tasks=(finish_bundles, clear_old_bundles),
)
