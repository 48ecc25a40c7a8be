"""Who is acting: the capacities of a user, and the actor they make."""

import hashlib

from minqiao.foundation.accounts.models import ApiToken, Capacity, SavedView
from minqiao.kit.actor import NOBODY, Actor


def capacities_of(user_id, today):
    """The capacities the user may act in today, in the order they were granted."""
    rows = Capacity.objects.valid_on(today).filter(user_id=user_id, user__is_active=True)
    return list(rows.select_related("user").order_by("pk"))


def actor_for(user_id, today, capacity_id=None):
    """The actor for a user and a chosen capacity (the first when none or a lost one was chosen)."""
    held = capacities_of(user_id, today)
    chosen = next((row for row in held if row.pk == capacity_id), held[0] if held else None)
    if chosen is None:
        return NOBODY
    return Actor(
        user_id=chosen.user_id,
        name=chosen.user.name,
        capacity_id=chosen.pk,
        role=chosen.role,
        role_label=chosen.get_role_display(),
        scope_id=chosen.scope_id,
        scope_label=chosen.scope_label,
        realm_id=chosen.realm_id,
        selves=frozenset((row.role, row.scope_id) for row in held),
    )


def actor_for_token(token, now):
    """The actor a bearer token stands for, or NOBODY."""
    digest = hashlib.sha256(token.encode()).hexdigest()
    row = ApiToken.objects.filter(digest=digest).select_related("capacity").first()
    if row is None or (row.expires_at and row.expires_at <= now):
        return NOBODY
    actor = actor_for(row.capacity.user_id, now.date(), row.capacity_id)
    return actor if actor.capacity_id == row.capacity_id else NOBODY


def user_ids_in(role, scope_ids):
    """The users who hold `role` for any of these scopes."""
    rows = Capacity.objects.filter(role=role, scope_id__in=scope_ids, is_suspended=False)
    return set(rows.values_list("user_id", flat=True))


def user_ids_for_realm(role, realm_id):
    """The users who hold `role` in the work of this assembly."""
    rows = Capacity.objects.filter(role=role, realm_id=realm_id, is_suspended=False)
    return set(rows.values_list("user_id", flat=True))


def saved_views(user_id, room):
    """A person's saved views of a room's list."""
    return list(SavedView.objects.filter(user_id=user_id, room=room).order_by("name"))
