"""The demo's cast: the actor of everybody who acts, by the part played."""

import datetime as dt
from functools import cache

from minqiao.config.demo.registry import DUAL_UNIT, LEAD_UNIT, NAMED
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.queries import actor_among, capacities_of

IN_OFFICE = dt.date(2026, 1, 31)  # a day on which all of them hold their posts


class Cast:
    """Actors of what the registry built; each is looked up once."""

    def __init__(self, built):
        self.built = built
        self.congress, self.units, self.mandates = (built[name] for name in ("congress", "units", "mandates"))
        self._actor = cache(self._found)

    def _found(self, username, role):
        held = capacities_of(self.built["users"][username].pk, IN_OFFICE)
        chosen = next(row for row in held if row.role == role)
        return actor_among(held, chosen.pk)

    def deputy(self, number):
        """The deputy of this number in the register."""
        return self._actor(NAMED.get(number, f"d{number:04d}"), Role.DEPUTY)

    def affairs(self, second=False):
        """The deputy affairs committee."""
        return self._actor("daigongwei2" if second else "daigongwei", Role.DEPUTY_AFFAIRS)

    def secretariat(self):
        """The session's secretariat."""
        return self._actor("mishuchu", Role.SECRETARIAT)

    def committee(self, place):
        """The special committee of this place among them."""
        return self._actor(f"shiwei{place or ''}", Role.SPECIAL_COMMITTEE)

    def gov(self, second=False):
        """The government office."""
        return self._actor("zhengfuban2" if second else "zhengfuban", Role.GOV_OFFICE)

    def gov_leader(self):
        """The government leader who ends a dispute between units."""
        return self._actor("shizhang", Role.GOV_LEADER)

    def officer(self, code):
        """The case officer of a unit."""
        return self._actor(_login(code), Role.UNIT_OFFICER)

    def head(self, code):
        """The deputy head of a unit."""
        return self._actor(f"{_login(code)}-fen", Role.UNIT_DEPUTY_HEAD)

    def principal(self, code):
        """The principal of a unit; one of them is a deputy as well."""
        username = "shuangzhong" if code == DUAL_UNIT else f"{_login(code)}-zhu"
        return self._actor(username, Role.UNIT_PRINCIPAL)


def _login(code):
    return "danwei" if code == LEAD_UNIT else f"u-{code.lower()}"
