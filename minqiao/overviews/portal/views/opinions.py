"""A resident without an account: say something, prove the number, follow it, rate it. No script needed.

No cookie stands behind these forms, so nothing can be forged in anybody's name; a signed number in the
form keeps what is sent twice from counting twice.
"""

import uuid
from functools import wraps
from time import time

from django.core import signing
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from ninja.throttling import BaseThrottle

from minqiao.duties.stations.actions.residents import ask_code_again, raise_opinion, rate, verify
from minqiao.duties.stations.actions.telling import code_of, key_of_code
from minqiao.duties.stations.choices import OpinionState, Way
from minqiao.duties.stations.forms.opinions import Code, Rate, Say
from minqiao.duties.stations.queries.opinions import opinion_by_form, opinion_by_key
from minqiao.duties.stations.queries.places import place_by_code
from minqiao.duties.stations.queries.public import way_of
from minqiao.duties.stations.rules.people import SOMEBODY, resident_of
from minqiao.duties.stations.workflow import OPINION
from minqiao.foundation.rulebook.queries import value
from minqiao.kit.clock import now, today
from minqiao.kit.workflow import Refused
from minqiao.overviews.portal.actions import count_call
from minqiao.overviews.portal.views.anyone import as_nobody, page

SALT = "resident-form"
OPEN_FOR = 3 * 24 * 3600  # seconds a form may be filled in
HOUR = 3600
CALLER = BaseThrottle()
TOO_MANY = "这个网络提交得太多，请过一会儿再试，或者打电话、到站点当面反映"


def for_a_resident(view):
    """A form of the public site: nobody is signed in, nothing is kept by the browser."""

    @csrf_exempt
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        return as_nobody(view, request, *args, **kwargs)

    return wrapper


def _new_token():
    return signing.dumps(uuid.uuid4().hex, salt=SALT)


def _opened(token):
    """The number a form was given, or None when it was not given here or too long ago."""
    try:
        return uuid.UUID(signing.loads(token, salt=SALT, max_age=OPEN_FOR))
    except (signing.BadSignature, ValueError):
        return None


@for_a_resident
def say(request, code):
    """提意见 at a place. Sent again, it answers as it did the first time."""
    place = place_by_code(code)
    posted = request.method == "POST"
    token = request.POST.get("token", "") if posted else _new_token()
    once = _opened(token)
    form = Say(request.POST, request.FILES) if posted else Say()
    refused = None
    if posted and once is None:
        token, refused = _new_token(), Refused("页面打开得太久了，内容都在，请再按一次“提交”")
    elif posted and form.is_valid():
        try:
            return _after(request, _raised(request, place, once, form), token)
        except Refused as refusal:
            refused = refusal
    status = 409 if refused else 422 if posted else 200
    context = {"place": place, "form": form, "token": token, "refused": refused}
    return page(request, "say", status, by_code="qr" in request.GET, **context)


def _raised(request, place, once, form):
    most = value("opinion.address_limit", place=place.area_id, on=today())
    if not count_call(f"say/{CALLER.get_ident(request)}", int(time() // HOUR), most, HOUR):
        raise Refused(TOO_MANY)
    way = Way.QR if "qr" in request.GET else Way.WEB
    return raise_opinion(place, actor=SOMEBODY, at=now(), once=once, way=way, **form.arguments)


def _after(request, opinion, token, form=None, refused=None):
    """What follows: the code of the text message, or the receipt with the tracking code."""
    if opinion.state == OpinionState.UNVERIFIED:
        context = {"form": form or Code(), "token": token, "refused": refused}
        return page(request, "verify", 409 if refused else 200, opinion=opinion, **context)
    return page(request, "said", opinion=opinion, code=code_of(opinion.once))


@for_a_resident
def prove(request):
    """核实手机号: the digits, or another code when none came."""
    token = request.POST.get("token", "")
    once = _opened(token)
    opinion = opinion_by_form(once) if once else None
    if opinion is None:
        return page(request, "lost", 404)
    actor, form = resident_of(opinion), Code(request.POST if "digits" in request.POST else None)
    refused = None
    try:
        if "again" in request.POST:
            ask_code_again(opinion, actor=actor, at=now())
        elif form.is_valid() and opinion.state == OpinionState.UNVERIFIED:
            verify(opinion, actor=actor, at=now(), **form.cleaned_data)
    except Refused as refusal:
        refused = refusal
    return _after(request, opinion, token, form if form.is_bound else None, refused)


@for_a_resident
def track(request):
    """查进展 by the tracking code, which travels in the form, never in an address; and the rating."""
    code = request.POST.get("code", "")[:40]
    if not code:
        return page(request, "track")
    opinion, refused = None, None
    if count_call(f"track/{CALLER.get_ident(request)}", int(time() // 60)):
        opinion = opinion_by_key(key_of_code(code))
    else:
        refused = Refused("查得太快，请过一分钟再试")
    if opinion is None:
        refused = refused or Refused("没有这个查询码，请核对后再输（字母不分大小写，没有数字0和1）")
        return page(request, "track", 404, code=code, refused=refused)
    return _followed(request, opinion, code)


def _followed(request, opinion, code):
    actor, on = resident_of(opinion), today()
    form = Rate(request.POST if "rating" in request.POST or "rate" in request.POST else None)
    refused, status = None, 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                rate(opinion, actor=actor, at=now(), **form.cleaned_data)
                form, status = Rate(), 200
            except Refused as refusal:
                refused, status = refusal, 409
    may_rate = not OPINION.refusal("rate", actor, opinion, on)
    context = {"opinion": opinion, "code": code, "way": way_of(opinion), "form": form}
    return page(request, "opinion", status, refused=refused, may_rate=may_rate, **context)
