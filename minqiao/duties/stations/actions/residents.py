"""What residents do without an account: raise, verify the number, rate. And staff who enter it for them."""

import hmac
import secrets

from django.db import IntegrityError, transaction
from django.db.models import F

from minqiao.duties.stations.actions.routing import answer_now
from minqiao.duties.stations.actions.telling import CODE, MAX_TRIES, code_of, key_of_code, tell
from minqiao.duties.stations.choices import OpinionState, TextKind, Way
from minqiao.duties.stations.models import Opinion
from minqiao.duties.stations.rules.people import may_enter
from minqiao.duties.stations.workflow import OPINION
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.attachments.actions import erase_all, keep
from minqiao.foundation.rulebook.queries import value
from minqiao.foundation.trail.actions import act, record, take
from minqiao.instruments.papers.actions import next_serial
from minqiao.kit.actor import CLOCK
from minqiao.kit.clock import local_day
from minqiao.kit.sealed import lookup
from minqiao.kit.texting import is_on, send
from minqiao.kit.workflow import Refused

DIGITS = 6


@act
def raise_opinion(place, *, actor, at, once, photo=None, **words):
    """A resident raises a matter at a place; the same `once` gives the first opinion, whatever is sent.

    Where numbers can be verified it waits for the code sent to the phone; else it is received at once,
    its number marked as not verified.
    """
    opinion, is_new = _first(place, once, at, words, state=OpinionState.UNVERIFIED)
    if not is_new:
        return opinion
    _refuse_flood(opinion, at)
    record(actor=actor, action="raise", label="提出意见", subject=opinion, at=at, to_state=opinion.state)
    if photo:
        keep(photo, subject=opinion, actor=actor, at=at, label="上传照片", is_named=False)
    if is_on() and opinion.phone:
        _ask_code(opinion)
    else:
        _receive(opinion, at)
        record(actor=actor, action="receive", label="收到意见", subject=opinion, at=at)
    return opinion


@act
def enter_opinion(place, *, actor, at, once, way=Way.VISIT, photo=None, answer="", **words):
    """Staff or a deputy enters what a resident says; with an `answer` it is answered on the spot."""
    if why := may_enter(actor, place):
        raise Refused(why, action="enter")
    taken_by = actor.scope_id if actor.role == Role.DEPUTY else None
    more = {"way": way, "entered_by": actor.name, "taken_by_id": taken_by}
    opinion, is_new = _first(place, once, at, words | more, state=OpinionState.RECEIVED)
    if not is_new:
        return opinion
    label = "代为登记意见"
    record(actor=actor, action="enter", label=label, subject=opinion, at=at, to_state=opinion.state)
    tell(opinion, TextKind.TAKEN, _taken(opinion), at=at)
    if photo:
        keep(photo, subject=opinion, actor=actor, at=at, label="上传照片", is_named=False)
    if answer:
        answer_now(opinion, actor=actor, at=at, answer=answer)
    return opinion


def _first(place, once, at, words, state):
    """The opinion of this form, and whether it is new: the database keeps a form from counting twice."""
    found = Opinion.objects.filter(once=once).first()
    if found:
        return found, False
    phone = words.get("phone", "")
    opinion = Opinion(
        once=once,
        code_key=key_of_code(code_of(once)),
        place=place,
        station_id=place.station_id,
        congress_id=place.congress_id,
        city_id=place.city_id,
        state=state,
        phone_key=lookup(phone) if phone else "",
        consented_at=at,
        received_at=at,
        number=_number(place, at) if state == OpinionState.RECEIVED else "",
        **words,
    )
    try:
        with transaction.atomic():
            opinion.save(force_insert=True)
    except IntegrityError:  # the same form sent twice at the same moment
        return Opinion.objects.get(once=once), False
    return opinion, True


def _number(place, at):
    year = local_day(at).year
    return f"民意{year}-{next_serial(f'opinion:{place.congress_id}:{year}'):05}"


def _refuse_flood(opinion, at):
    """By number, not by address: a village may sit behind one address, nobody has many numbers."""
    on = local_day(at)
    most = value("opinion.phone_limit", place=opinion.place.area_id, on=on)
    today = Opinion.objects.filter(phone_key=opinion.phone_key, received_at__date=on)
    if opinion.phone_key and today.count() > most:
        raise Refused(f"同一手机号每天最多提{most}件意见，请明天再提，或者到站点当面反映", action="raise")


def _receive(opinion, at, **changes):
    changes |= {"number": _number(opinion.place, at), "state": OpinionState.RECEIVED, "check_key": ""}
    Opinion.objects.filter(pk=opinion.pk).update(**changes)
    for name, new in changes.items():
        setattr(opinion, name, new)
    tell(opinion, TextKind.TAKEN, _taken(opinion), at=at)


def _taken(opinion):
    return f"您反映的事项已收到，编号{opinion.number}，查询码{CODE}。凭查询码可以查进展、作评价。"


def _ask_code(opinion):
    """Send the code once the opinion stands; only its fingerprint is kept."""
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    Opinion.objects.filter(pk=opinion.pk).update(check_key=_check_key(opinion, digits), check_tries=0)
    phone, words = opinion.phone, f"验证码{digits}，用于核实您在代表联络站提交的意见，请勿告诉他人。"
    transaction.on_commit(lambda: send(phone, words), robust=True)  # no code came: ask for another


def _check_key(opinion, digits):
    return lookup(f"sms:{opinion.once}:{digits}")


def verify(opinion, *, actor, at, digits):
    """核实手机号: the code from the text message; so many tries, counted even when the act is refused."""
    open_ones = Opinion.objects.filter(pk=opinion.pk, check_tries__lt=MAX_TRIES)
    if not open_ones.update(check_tries=F("check_tries") + 1):
        raise Refused(f"验证码已经输错{MAX_TRIES}次，请重新提交，或者到站点当面反映", action="verify")
    return _verified(opinion, actor=actor, at=at, digits=digits)


@act
def _verified(opinion, *, actor, at, digits):
    expected = Opinion.objects.filter(pk=opinion.pk).values_list("check_key", flat=True).get()
    if opinion.state == OpinionState.UNVERIFIED and not hmac.compare_digest(
        expected, _check_key(opinion, digits)
    ):
        raise Refused("验证码不对，请核对短信后再输", action="verify")
    number = _number(opinion.place, at)
    take(OPINION, opinion, "verify", actor=actor, at=at, number=number, check_key="", is_verified=True)
    tell(opinion, TextKind.TAKEN, _taken(opinion), at=at)
    return opinion


@act
def rate(opinion, *, actor, at, rating, words=""):
    """评价: by the resident alone. The first rating stays beside the last."""
    changes = {"rating": rating, "rating_words": words, "first_rating": opinion.first_rating or rating}
    changes["told_on"] = opinion.told_on or local_day(at)
    take(OPINION, opinion, "rate", actor=actor, at=at, **changes)
    return opinion


@act
def ask_code_again(opinion, *, actor, at):
    """Another code for a number that got none; so many in all as there are tries."""
    asked = Opinion.objects.filter(pk=opinion.pk, state=OpinionState.UNVERIFIED, codes_sent__lt=MAX_TRIES)
    if not asked.update(codes_sent=F("codes_sent") + 1):
        raise Refused("验证码已经发送多次，请稍后重新提交，或者到站点当面反映", action="verify")
    record(actor=actor, action="ask_code", label="重发验证码", subject=opinion, at=at)
    _ask_code(opinion)


@act
def drop_unverified(opinion, *, at):
    """The clock's own act: what nobody verified in time never was an opinion."""
    erase_all(opinion, actor=CLOCK, at=at, reason="手机号未核实")
    record(actor=CLOCK, action="drop", label="清除未核实的意见", subject=opinion, at=at)
    opinion.delete()
