"""Which act on an opinion waits for whom in which state (pure)."""

from minqiao.duties.stations.choices import OpinionState as O
from minqiao.foundation.accounts.choices import Role

STATION = (
    (O.RECEIVED, "route", "分流群众意见"),
    (O.ASSIGNED, "answer", "答复群众意见"),
    (O.RATED, "send_again", "群众不满意，退回再办"),
    (O.RATED, "end", "办结群众意见"),
    (O.ANSWERED, "tell", "把答复告知群众"),
)
OF_ROLES = {
    Role.STATION_KEEPER: STATION,
    Role.DEPUTY_AFFAIRS: ((O.ASSIGNED, "answer", "答复县级交办的群众意见"),),
    Role.DEPUTY: ((O.ASSIGNED, "convert", "联络站转来的意见，请研究提出建议"),),
}
FOR = {role: tuple({state for state, _, _ in rows}) for role, rows in OF_ROLES.items()}


def acts_of(role, state):
    """(action, words) that wait for this role in this state, first the likeliest."""
    return [(action, words) for at, action, words in OF_ROLES.get(role, ()) if at == state]
