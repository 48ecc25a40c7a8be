"""Pages of congress, its bodies and deputies."""

from minqiao.registry.congress.views.bodies import (
    add_body,
    create_congress,
    edit_body,
    edit_congress,
    overview,
)
from minqiao.registry.congress.views.deputies import (
    contact,
    create_deputy,
    deputies,
    deputy,
    edit_deputy,
    link_account,
)
from minqiao.registry.congress.views.mandates import change_mandate, grant_mandate, step

__all__ = [
    "add_body",
    "change_mandate",
    "contact",
    "create_congress",
    "create_deputy",
    "deputies",
    "deputy",
    "edit_body",
    "edit_congress",
    "edit_deputy",
    "grant_mandate",
    "link_account",
    "overview",
    "step",
]
