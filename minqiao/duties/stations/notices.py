"""Who is told of which act, in which words; never a word of what a resident said."""

from minqiao.duties.stations.choices import Route, WantedLevel
from minqiao.duties.stations.queries.people import attached_ids
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.queries import user_ids_for_realm, user_ids_in
from minqiao.kit.notices import Notice


def to_keeper(opinion, on):
    """Who keeps the place or its station."""
    return user_ids_in(Role.STATION_KEEPER, {opinion.station_id, opinion.place_id}, on)


def to_guide(opinion, on):
    """The county's deputy affairs committee."""
    return user_ids_for_realm(Role.DEPUTY_AFFAIRS, opinion.congress_id, on)


def to_next(opinion, on):
    """Whoever has it now: the county, or the deputies who may raise it."""
    if opinion.route == Route.COUNTY:
        return to_guide(opinion, on)
    if opinion.route != Route.HIGHER_DEPUTY:
        return set()
    levels = {WantedLevel.COUNTY: {opinion.congress_id}, WantedLevel.PREFECTURE: {opinion.city_id}}
    realms = levels.get(opinion.wanted_level, {opinion.congress_id, opinion.city_id})
    return user_ids_in(Role.DEPUTY, attached_ids(opinion.station_id, realms), on)


def to_both(opinion, on):
    """The station and the county."""
    return to_keeper(opinion, on) | to_guide(opinion, on)


def to_sitting(reception, on):
    """The deputies who sit there."""
    return user_ids_in(Role.DEPUTY, reception.on_duty_ids, on)


def to_its_keeper(reception, on):
    """Who keeps the place of a reception."""
    return user_ids_in(Role.STATION_KEEPER, {reception.place_id, reception.place.station_id}, on)


NOTICES = {
    "stations.reception": {
        "announce": Notice(to_sitting, "请按时接待群众：{title}", urgent=True),
        "ask_leave": Notice(to_its_keeper, "值班代表请假，请安排换班：{title}"),
        "swap": Notice(to_sitting, "接待日换班，请看值班名单：{title}"),
        "cancel": Notice(to_sitting, "接待日取消，原因见内：{title}", urgent=True),
    },
    "stations.opinion": {
        "receive": Notice(to_keeper, "收到{title}，请分流：{number}"),
        "verify": Notice(to_keeper, "收到{title}，请分流：{number}"),
        "enter": Notice(to_keeper, "代表登记了{title}：{number}"),
        "route": Notice(to_next, "联络站转来{title}，请办理：{number}", urgent=True),
        "send_again": Notice(to_next, "群众不满意、退回再办的{title}：{number}", urgent=True),
        "give_back": Notice(to_keeper, "县级退回{title}，请重新分流：{number}"),
        "convert": Notice(to_both, "{title}已由代表转为建议：{number}"),
        "answer": Notice(to_keeper, "{title}已答复：{number}"),
        "rate": Notice(to_keeper, "群众评价了{title}：{number}"),
    },
}
