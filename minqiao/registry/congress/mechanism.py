"""What congress offers the house."""

from minqiao.foundation.accounts.choices import Role
from minqiao.kit.mechanism import Data, Entry, Mechanism, Web
from minqiao.registry.congress.api import router
from minqiao.registry.congress.queries import committees_named, governments, own_data, standing_committees
from minqiao.registry.congress.sheets import DEPUTIES
from minqiao.registry.congress.workflow import MANDATE

MECHANISM = Mechanism(
    slug="congress",
    label="人大机构与代表",
    web=Web(
        urls="minqiao.registry.congress.urls",
        menu=(Entry("代表名册", "congress:deputies"), Entry("人大机构", "congress:index")),
    ),
    api=router,
    data=Data(sheets=(DEPUTIES,), own_data=own_data),
    workflows=(MANDATE,),
    scopes={
        Role.DEPUTY_AFFAIRS: standing_committees,
        Role.SECRETARIAT: standing_committees,
        Role.SPECIAL_COMMITTEE: committees_named,
        Role.GOV_OFFICE: governments,
        Role.GOV_LEADER: governments,
    },
)
