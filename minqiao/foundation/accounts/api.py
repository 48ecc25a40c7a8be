"""Who asks, in JSON."""

from ninja import Router, Schema

from minqiao.kit.api import READING

router = Router(tags=["账号"])


class Me(Schema):
    user_id: int
    name: str
    capacity_id: int
    role: str
    role_label: str
    scope_id: int
    scope_label: str
    realm_id: int


@router.get("/me", response={200: Me, **READING}, operation_id="accounts_me", summary="我以什么身份在办事")
def me(request):
    """The person and the capacity this request acts in."""
    return {name: getattr(request.actor, name) for name in Me.model_fields}
