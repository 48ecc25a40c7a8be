"""Who acts, and in what capacity (pure)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """A person in the one capacity chosen for this act.

    `scope_id` is what the capacity speaks for (a mandate, a unit, a committee), `realm_id` the
    assembly whose work it does, `selves` every (role, scope) the same person holds: nobody may act
    on his own matter through another of them.
    """

    user_id: int = 0
    name: str = ""
    capacity_id: int = 0
    role: str = ""
    role_label: str = ""
    scope_id: int = 0
    scope_label: str = ""
    realm_id: int = 0
    selves: frozenset[tuple[str, int]] = frozenset()

    @property
    def capacity(self) -> str:
        """The capacity in words, as the trail keeps it."""
        return f"{self.role_label}（{self.scope_label}）" if self.scope_label else self.role_label

    def scopes_as(self, role: str) -> frozenset[int]:
        """All scopes this person holds in `role`, whichever capacity is chosen now."""
        return frozenset(scope for held, scope in self.selves if held == role)

    def works_in(self, realm_id, *roles: str) -> bool:
        """Acts in one of `roles` for this assembly."""
        return self.role in roles and self.realm_id == realm_id

    def speaks_for(self, scope_id, *roles: str) -> bool:
        """Acts in one of `roles` for this scope: a mandate, a unit, a committee."""
        return self.role in roles and self.scope_id == scope_id

    def also_as(self, role: str) -> frozenset[int]:
        """The scopes the same person holds in `role` while acting in another; none when acting in it."""
        return frozenset() if self.role == role else self.scopes_as(role)

    def is_also(self, role: str, scope_ids) -> bool:
        """The same person holds one of these scopes in `role`, but acts in another role now."""
        return not self.also_as(role).isdisjoint(scope_ids)


NOBODY = Actor()
CLOCK = Actor(name="系统时钟", role="clock", role_label="系统")
