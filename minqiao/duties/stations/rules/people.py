"""Who may (domain.md 2.8): keepers route, counties guide, deputies listen and pass on, residents judge."""

from minqiao.duties.stations.choices import OpinionState, Route, WantedLevel
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.actor import Actor

RESIDENT = "resident"
ONLY_STATION = "只有所在联络站的工作人员或者县级代表工作委员会可以进行此操作"


def resident_of(opinion):
    """The resident behind an opinion: known by the tracking code alone, and only for this one."""
    return Actor(name="群众", role=RESIDENT, role_label="群众", scope_id=opinion.pk)


SOMEBODY = Actor(name="群众", role=RESIDENT, role_label="群众")


def by_guide(actor, subject):
    """The deputy affairs committee of the county (of the city where the county has none here)."""
    mine = actor.works_in(subject.congress_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "由县级人大常委会代表工作委员会办理"


def by_reviewer(actor, place):
    """The city's deputy affairs committee reviews what counties nominate."""
    mine = actor.works_in(place.city_id, Role.DEPUTY_AFFAIRS)
    return "" if mine else "由市人大常委会代表工作委员会办理"


def by_inspector(actor, inspection):
    """Inspectors are people of the county's and the city's office, each with his own account."""
    realms = (inspection.congress_id, inspection.city_id)
    mine = actor.role == Role.DEPUTY_AFFAIRS and actor.realm_id in realms
    return "" if mine else "由县级、市级代表工作委员会的检查人员打分"


def keeps(actor, place):
    """Whether the actor keeps this place: its own keeper, or that of the station it belongs to."""
    return actor.role == Role.STATION_KEEPER and actor.scope_id in (place.pk, place.parent_id)


def by_keeper(actor, place):
    """The keeper of the place or of its station, or the county's office."""
    return "" if keeps(actor, place) or not by_guide(actor, place) else ONLY_STATION


def may_file(actor):
    """A new place is filed by the deputy affairs committee, or imported by the administrator."""
    mine = actor.role in (Role.DEPUTY_AFFAIRS, Role.SYSTEM_ADMIN, "clock")
    return "" if mine else "联络站点由代表工作委员会登记"


def by_place_keeper(actor, reception):
    """The keeper of the place where it is held, or the county's office."""
    return by_keeper(actor, reception.place)


def by_on_duty(actor, reception):
    """A deputy who sits there, or the keeper for him."""
    mine = actor.role == Role.DEPUTY and actor.scope_id in reception.on_duty_ids
    return "" if mine else by_place_keeper(actor, reception) and "只有值班的代表本人或者站点工作人员可以办理"


# Of opinions:


def _at_station(actor, opinion):
    return actor.role == Role.STATION_KEEPER and actor.scope_id in (opinion.station_id, opinion.place_id)


def by_station(actor, opinion):
    """The station's keeper, or the county's office for it."""
    return "" if _at_station(actor, opinion) or not by_guide(actor, opinion) else ONLY_STATION


def by_listener(actor, opinion):
    """Whoever hears it on the spot: the keeper, the county's office, a deputy attached to the place."""
    attached = actor.role == Role.DEPUTY and actor.scope_id in opinion.deputy_ids
    return "" if attached else by_station(actor, opinion) and "只有在该站点接待的代表或者工作人员可以当场答复"


def by_holder(actor, opinion):
    """Who answers: what the county handles the county's office, all else the station."""
    if opinion.route == Route.COUNTY and opinion.state == OpinionState.ASSIGNED:
        return by_guide(actor, opinion) and "县级交办的意见由县级代表工作委员会答复"
    return by_station(actor, opinion)


def by_right_deputy(actor, opinion):
    """A deputy of the county or the city; of the city alone where the station said so."""
    if actor.role != Role.DEPUTY:
        return "代表建议由代表提出"
    if actor.realm_id not in (opinion.congress_id, opinion.city_id):
        return "您所在的人大不管辖这个地方，请转告当地的代表"
    too_low = opinion.wanted_level == WantedLevel.PREFECTURE and actor.realm_id != opinion.city_id
    return "这件意见需要市级解决，请由市人大代表提出建议" if too_low else ""


def by_resident(actor, opinion):
    """The one who raised it, by the tracking code."""
    mine = actor.speaks_for(opinion.pk, RESIDENT)
    return "" if mine else "只有反映人凭查询码可以进行此操作"


def may_enter(actor, place):
    """Who may enter an opinion for a resident: at the place, or a deputy attached to it."""
    attached = actor.role == Role.DEPUTY and actor.scope_id in place.deputy_ids
    return (
        "" if attached else by_keeper(actor, place) and "只有该站点的工作人员和在该站点接待的代表可以代为登记"
    )


def contact_closed_to(actor, opinion):
    """Why this actor may not see how to reach the resident, or "" (PIPL art. 6: only as the duty needs)."""
    if not by_station(actor, opinion):
        return ""
    took = opinion.taken_by_id and actor.speaks_for(opinion.taken_by_id, Role.DEPUTY)
    return "" if took else "群众的联系方式只对受理站点的工作人员和接待的代表开放"
