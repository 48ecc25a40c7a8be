"""All writing of accounts: users, capacities, tokens and saved views, sign-ins."""

from minqiao.foundation.accounts.actions.capacities import (
    end_capacity,
    follow_end,
    follow_grant,
    follow_resume,
    follow_suspend,
    grant_capacity,
    resume_capacity,
    suspend_capacity,
    switch_capacity,
)
from minqiao.foundation.accounts.actions.keepsakes import (
    delete_view,
    export_own_data,
    make_token,
    revoke_token,
    save_view,
)
from minqiao.foundation.accounts.actions.seeding import seed_capacities, seed_users
from minqiao.foundation.accounts.actions.signins import (
    note_factor,
    note_own_password,
    note_refused_sign_in,
    note_sign_in,
    note_sign_out,
)
from minqiao.foundation.accounts.actions.users import (
    change_user,
    create_user,
    deactivate,
    reactivate,
    reset_second_factor,
    set_password,
)

__all__ = [
    "change_user",
    "create_user",
    "deactivate",
    "delete_view",
    "end_capacity",
    "export_own_data",
    "follow_end",
    "follow_grant",
    "follow_resume",
    "follow_suspend",
    "grant_capacity",
    "make_token",
    "note_factor",
    "note_own_password",
    "note_refused_sign_in",
    "note_sign_in",
    "note_sign_out",
    "reactivate",
    "reset_second_factor",
    "resume_capacity",
    "revoke_token",
    "save_view",
    "seed_capacities",
    "seed_users",
    "set_password",
    "suspend_capacity",
    "switch_capacity",
]
