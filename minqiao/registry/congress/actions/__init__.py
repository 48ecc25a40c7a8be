"""All writing of congresses, their bodies, deputies and mandates."""

from minqiao.registry.congress.actions.bodies import (
    save_committee,
    save_congress,
    save_delegation,
    save_session,
)
from minqiao.registry.congress.actions.mandates import (
    change_mandate,
    end_mandate,
    grant_mandate,
    resume_mandate,
    suspend_mandate,
)
from minqiao.registry.congress.actions.people import link_account, reveal_contact, save_deputy, seed_accounts
from minqiao.registry.congress.actions.rows import save_deputy_row, save_deputy_rows

__all__ = [
    "ACTIONS",
    "change_mandate",
    "end_mandate",
    "grant_mandate",
    "link_account",
    "resume_mandate",
    "reveal_contact",
    "save_committee",
    "save_congress",
    "save_delegation",
    "save_deputy",
    "save_deputy_row",
    "save_deputy_rows",
    "save_session",
    "seed_accounts",
    "suspend_mandate",
]
ACTIONS = {verb.__name__: verb for verb in (suspend_mandate, resume_mandate, end_mandate)}
