"""What congress offers the house."""

from minqiao.kit.mechanism import Entry, Mechanism
from minqiao.registry.congress.sheets import DEPUTIES
from minqiao.registry.congress.workflow import MANDATE

MECHANISM = Mechanism(
    slug="congress",
    label="人大机构与代表",
    urls="minqiao.registry.congress.urls",
    workflows=(MANDATE,),
    sheets=(DEPUTIES,),
    menu=(Entry("代表名册", "congress:deputies"), Entry("人大机构", "congress:index")),
)
