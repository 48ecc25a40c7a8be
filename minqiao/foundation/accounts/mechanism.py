"""What accounts offer the house."""

from minqiao.foundation.accounts.api import router
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.figures import front
from minqiao.foundation.accounts.queries import own_data
from minqiao.kit.mechanism import Data, Entry, Mechanism, Web

ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN})

MECHANISM = Mechanism(
    slug="accounts",
    label="账号",
    web=Web(
        urls="minqiao.foundation.accounts.urls",
        menu=(
            Entry("用户与职务", "accounts:users", ADMINISTRATORS),
            Entry("安全策略", "accounts:policy", frozenset({Role.SECURITY_ADMIN})),
            Entry("我的账号", "accounts:profile"),
        ),
        front=front,
    ),
    api=router,
    data=Data(own_data=own_data),
)
