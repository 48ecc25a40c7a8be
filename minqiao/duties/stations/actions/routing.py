"""What the station and the county do with an opinion: route, answer, redirect, tell, send back, end."""

from minqiao.duties.stations.actions.telling import tell as text
from minqiao.duties.stations.choices import LIMITS, OpinionState, Route, TextKind, Way
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.rules.people import contact_closed_to
from minqiao.duties.stations.workflow import OPINION
from minqiao.foundation.rulebook.queries import due
from minqiao.foundation.trail.actions import act, record, take
from minqiao.kit.actor import CLOCK
from minqiao.kit.clock import local_day
from minqiao.kit.redaction import barred_in
from minqiao.kit.workflow import Refused

PRIVACY_LAW = "《中华人民共和国个人信息保护法》第六条、第三十四条"


def _clock(opinion, route, on):
    """The limit of a way, running from the day it is routed."""
    found = due(LIMITS[route], on, place=opinion.place.area_id)
    return {"due_on": found.due, "due_facts": found.as_dict()}


@act
def answer_now(opinion, *, actor, at, answer):
    """当场答复: whoever listens answers at once; somebody who came or called has been told by that."""
    on = local_day(at)
    changes = {"route": Route.ON_THE_SPOT, "routed_on": on, "answer": answer, "answered_on": on}
    changes["told_on"] = on if opinion.way in (Way.VISIT, Way.PHONE) else None
    take(OPINION, opinion, "answer_now", actor=actor, at=at, **changes)
    _tell_answer(opinion, at)
    return opinion


@act
def route(opinion, *, actor, at, route, note="", **words):
    """分流交办 by one of the ways a place uses, each with its limit; `words`: handler, level, topic."""
    return _routed(opinion, "route", actor, at, note, route, words)


@act
def send_again(opinion, *, actor, at, route, note="", **words):
    """退回再办, once: the resident was dissatisfied. The first rating stays; a new limit runs."""
    words |= {"rating": "", "was_sent_again": True, "told_on": None, "answered_on": None}
    return _routed(opinion, "send_again", actor, at, note, route, words)


def _routed(opinion, action, actor, at, note, route, words):
    on, way = local_day(at), Route(route)
    changes = {"handler": "", "wanted_level": ""} | words | {"route": route, "routed_on": on}
    changes["topic"] = words.get("topic") or opinion.topic
    changes |= _clock(opinion, route, on)
    handler = f"（{changes['handler']}）" if changes["handler"] else ""
    told = f"{way.label}{handler}，{changes['due_on']}前办理"
    trail = "；".join(filter(None, (told, note)))
    take(OPINION, opinion, action, actor=actor, at=at, note=trail[:500], **changes)
    text(opinion, TextKind.MOVED, f"您反映的事项（{opinion.number}）有进展：{told}。", at=at)
    return opinion


@act
def redirect(opinion, *, actor, at, door, note=""):
    """告知正确渠道: what belongs to courts, petition offices and others; `door` is the right address."""
    on = local_day(at)
    changes = {"door": door, "closed_on": on, "told_on": on if not opinion.phone else None, "due_on": None}
    take(OPINION, opinion, "redirect", actor=actor, at=at, note=door, **changes)
    words = f"您反映的事项（{opinion.number}）依法不由代表联络站受理。正确渠道：{door}。"
    text(opinion, TextKind.REDIRECTED, words, at=at)
    return opinion


@act
def give_back(opinion, *, actor, at, note):
    """退回重新分流: the county finds that village or township can do it."""
    gone = {"route": "", "handler": "", "wanted_level": "", "due_on": None, "due_facts": {}}
    take(OPINION, opinion, "give_back", actor=actor, at=at, note=note, **gone)
    return opinion


@act
def answer(opinion, *, actor, at, answer):
    """答复 by whoever holds it; the resident is told by text, or by word of mouth without a number."""
    take(OPINION, opinion, "answer", actor=actor, at=at, answer=answer, answered_on=local_day(at))
    _tell_answer(opinion, at)
    return opinion


def _tell_answer(opinion, at):
    words = f"您反映的事项（{opinion.number}）已答复，请凭查询码查看答复并评价。"
    text(opinion, TextKind.DONE, words, at=at)


@act
def tell(opinion, *, actor, at, note):
    """登记已告知: by word of mouth, in what way."""
    take(OPINION, opinion, "tell", actor=actor, at=at, note=note, told_on=local_day(at))
    return opinion


@act
def end(opinion, *, actor, at, note=""):
    """办结, once the resident knows."""
    take(OPINION, opinion, "end", actor=actor, at=at, note=note, closed_on=local_day(at))
    return opinion


@act
def lapse(opinion, *, at):
    """The clock's own act: rated well, or told long enough ago and not rated; the answer stays to be read."""
    rows = Opinion.objects.filter(pk=opinion.pk, state=opinion.state, rating=opinion.rating)
    if rows.update(state=OpinionState.CLOSED, closed_on=local_day(at)):
        states = {"from_state": opinion.state, "to_state": OpinionState.CLOSED}
        label = "群众已评价，办结" if opinion.rating else "未评价，到期办结"
        record(actor=CLOCK, action="lapse", label=label, subject=opinion, at=at, **states)


@act
def reveal_contact(opinion, *, actor, at, reason):
    """Name and number in full, with the reason; the look is noted on the trail (PIPL)."""
    if why := contact_closed_to(actor, opinion):
        raise Refused(why, PRIVACY_LAW, action="reveal_contact")
    if not opinion.phone and not opinion.name:
        raise Refused("没有留联系方式，或者已过保存期清除", action="reveal_contact")
    label = "查看联系方式"
    record(actor=actor, action="reveal_contact", label=label, subject=opinion, at=at, note=reason)
    return {"name": opinion.name, "phone": opinion.phone}


@act
def erase_contact(opinion, *, at):
    """The clock's own act: name and number go when the time of keeping is over."""
    gone = {"name": "", "phone": "", "phone_key": "", "erased_on": local_day(at)}
    rows = Opinion.objects.filter(pk=opinion.pk, erased_on=None)
    if rows.update(**gone):
        record(actor=CLOCK, action="erase_contact", label="清除联系方式", subject=opinion, at=at)


@act
def publish(opinion, *, actor, at, public_text, public_answer):
    """公开 a copy of matter and answer, checked by a person; no number, no name of the resident in it."""
    blocks = (("公开的事项", public_text), ("公开的答复", public_answer))
    if why := barred_in(blocks, [opinion.name] if opinion.name else ()):
        raise Refused(why, PRIVACY_LAW, action="publish")
    words = {"public_text": public_text, "public_answer": public_answer, "published_on": local_day(at)}
    take(OPINION, opinion, "publish", actor=actor, at=at, **words)
    return opinion


@act
def take_down(opinion, *, actor, at, note):
    """撤下公开, with the reason."""
    take(OPINION, opinion, "take_down", actor=actor, at=at, note=note, published_on=None)
    return opinion
