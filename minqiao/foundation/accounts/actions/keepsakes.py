"""What a signed-in person keeps: tokens for scripts, saved views, a copy of the own data."""

import datetime as dt
import hashlib

from minqiao.foundation.accounts.actions.users import refuse
from minqiao.foundation.accounts.models import ApiToken, SavedView, User
from minqiao.foundation.accounts.rules import TOKEN_DAYS, may_make_token, may_revoke_token, token_text
from minqiao.foundation.trail.actions import act, record
from minqiao.kit.workflow import Refused


@act
def make_token(capacity, *, actor, at, note="", days=TOKEN_DAYS):
    """A bearer token acting in `capacity` for `days` days. Returns row and text; only its digest is kept."""
    refuse(may_make_token(actor, capacity.user_id, capacity.role))
    if not 1 <= days <= TOKEN_DAYS:
        raise Refused(f"有效期应为1至{TOKEN_DAYS}天")
    text = token_text()
    digest = hashlib.sha256(text.encode()).hexdigest()
    expires_at = at + dt.timedelta(days=days)
    token = ApiToken.objects.create(
        capacity=capacity, digest=digest, note=note, created_at=at, expires_at=expires_at
    )
    record(
        actor=actor,
        action="make_token",
        label="建立接口令牌",
        subject=token,
        case=capacity.user,
        at=at,
        note=note,
    )
    return token, text


@act
def revoke_token(token, *, actor, at):
    """The token is worthless from now on."""
    refuse(may_revoke_token(actor, token.capacity.user_id))
    record(
        actor=actor,
        action="revoke_token",
        label="撤销接口令牌",
        subject=token,
        case=token.capacity.user,
        at=at,
        note=token.note,
    )
    ApiToken.objects.filter(pk=token.pk).delete()


@act
def save_view(*, room, name, query, actor, at):
    """Keeps a list's filter under a name; the same name again replaces it. A preference: no trail."""
    view, _ = SavedView.objects.update_or_create(
        user_id=actor.user_id, room=room, name=name, defaults={"query": query.lstrip("?")}
    )
    return view


@act
def delete_view(view, *, actor, at):
    """Forgets a saved view of one's own."""
    if view.user_id != actor.user_id:
        raise Refused("只能删除本人的常用视图")
    view.delete()


@act
def export_own_data(*, user_id, actor, at):
    """Notes that a person took the copy of the own data the law grants (PIPL article 45)."""
    user = User.objects.get(pk=user_id)
    record(actor=actor, action="export_own_data", label="导出本人数据", subject=user, at=at)
