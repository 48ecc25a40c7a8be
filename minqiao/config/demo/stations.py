"""Stations in the demo's year: every place of the city by its sheet, opinions at every stage by real acts."""

import uuid
from itertools import cycle

from minqiao.config.demo.days import day, moment
from minqiao.config.demo.logins import PASSWORD
from minqiao.config.demo.people import invented_names
from minqiao.config.demo.received import enter_receptions
from minqiao.config.demo.registry import DEMO
from minqiao.config.demo.supervised import COUNTY_LOGIN
from minqiao.duties.stations.actions import converting, residents, routing
from minqiao.duties.stations.actions.rows import save_attached_row, save_place_rows
from minqiao.duties.stations.queries.opinions import opinion_by_form
from minqiao.duties.stations.queries.places import place_by_code
from minqiao.duties.stations.queries.rows import AttachedLookups, PlaceLookups
from minqiao.duties.stations.rules.people import SOMEBODY, resident_of
from minqiao.foundation.accounts.actions import seed_capacities, seed_users
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.accounts.queries import actor_for
from minqiao.foundation.trail.actions import act
from minqiao.registry.areas.choices import Level

KEEPER, STATION, ROOM = "zhandian", "BJ-520502001", "BJ-520502001001"
ROOMS, ONLINE = 1914, 280  # with 279 stations and 8 by trade: 2,201 places, and 280 online (Bijie, 2023)
SMALL = ("520502001", "520502002", "520521001")  # the townships of a small demo
TRADES = ("茶产业", "教育", "煤化工", "养殖", "医疗", "白酒", "物流", "天麻")
MARKETS = ("逢1、6", "逢2、7", "逢3、8", "逢4、9", "逢5、10", "星期日")
BATCH = 500
VILLAGER = "12000009"  # numbers that nobody is called by

# when, what is said, what becomes of it
OPINIONS = (
    ("05-06 10:20", "村口小桥桥面断裂，赶集日老人孩子过河危险，希望尽快修。", "bridge"),
    ("05-08 09:40", "三组到学校的路灯坏了七盏，早晚看不见。", "village"),
    ("05-12 15:10", "垃圾清运改成一周一次，夏天臭味大，希望恢复两天一次。", "township"),
    ("05-14 11:00", "法院判决已经生效，我不服，请代表帮我改判。", "court"),
    ("05-18 09:15", "社保卡补办要跑几趟，能不能在村里办。", "spot"),
    ("05-20 16:30", "村口的桥断了好几个月，拉化肥要绕五公里。", "same"),
    ("05-21 10:05", "饮水管道冬天冻裂没有修好，一楼没有水压。", "bad"),
    ("06-01 09:30", "中学门口没有斑马线，放学时很乱。", "county"),
    ("06-04 14:20", "村卫生室周末没有人值班。", "asked"),
    ("06-08 10:10", "集镇公共厕所晚上锁门。", "answered"),
    ("06-09 08:50", "山体有裂缝，雨天掉石头，担心滑坡。", "new"),
    ("06-09 16:40", "路边电线垂得很低，拖拉机过不去。", "new"),
)  # fmt: skip


def enter_stations(stage, cast, *, scale):
    """Let the lives of opinions begin. The station's keeper signs in as `zhandian`."""
    at = moment("01-07 09:00")
    build_places(small=scale == "small", at=at)
    keeper = _keeper(cast, at)
    office = actor_for(cast.built["users"][COUNTY_LOGIN].pk, day("02-01"))
    enter_receptions(stage, cast, keeper, office, STATION)
    for number, (when, text, fate) in enumerate(OPINIONS, 1):
        stage.enter(_opinion(cast, keeper, office, number, when, text, fate))


@act
def build_places(*, small, at):
    """Every place, through the same act as a spreadsheet's rows, and deputies attached all round."""
    lookups = PlaceLookups()
    rows = city_rows(lookups.areas, small=small)
    for start in range(0, len(rows), BATCH):
        save_place_rows(rows[start : start + BATCH], actor=DEMO, at=at, lookups=lookups)
    _attach(at)


def city_rows(areas, *, small):
    """Stations first, then the rooms that belong to them, stations by trade and online ones."""
    codes = sorted(code for code, level in areas.levels.items() if level == Level.TOWNSHIP)
    codes = [code for code in codes if not small or code.startswith(SMALL)]
    heads = cycle(invented_names(200, "station heads"))
    facts = zip(codes, heads, cycle(MARKETS), strict=False)
    stations = [_station(areas, code, head, market) for code, head, market in facts]
    known = set(codes)
    villages = sorted(code for code in areas.levels if areas.parents.get(code) in known)
    rooms = [_room(areas, code, next(heads)) for code in _spread(villages, 6 if small else ROOMS)]
    counties = sorted(code for code, level in areas.levels.items() if level == Level.COUNTY)
    trades = [_by_trade(areas, *pair) for pair in zip(counties, TRADES, strict=True)]
    online = [_online(areas, code) for code in codes]
    zone = next(code for code, level in areas.levels.items() if level == Level.ZONE)
    return [*stations, *rooms, *trades, *online, *([] if small else [_online(areas, zone)])]


def _spread(codes, number):
    """`number` of the villages, spread evenly over all; the first of the first township among them."""
    step = max(len(codes) / number, 1)
    return [codes[int(place * step)] for place in range(min(number, len(codes)))]


def _station(areas, code, head, market):
    name = areas.names[code]
    return {
        "code": f"BJ-{code[:9]}", "kind": "station", "name": f"{name}人大代表联络站", "area": code,
        "address": f"{name}政府院内一楼", "head": head, "liaison": head, "phone": f"0000-{code[3:9]}",
        "opening": "工作日9:00-17:00，赶集日全天", "floor_area": 120, "market": market,
        "facilities": "接待室、议事室、资料角",
    }  # fmt: skip


def _room(areas, code, head):
    name = areas.names[code].replace("居民委员会", "").replace("村民委员会", "村").replace("村村", "村")
    return {
        "code": f"BJ-{code}", "kind": "room", "name": f"{name}人大代表联络室", "area": code,
        "address": f"{name}办公楼", "head": head, "phone": f"0000-{code[3:9]}",
        "opening": "每月15日9:00-11:00",
        "floor_area": 40,
    }  # fmt: skip


def _by_trade(areas, county, trade):
    name = areas.names[county]
    return {
        "code": f"BJ-{county[:6]}-H1", "kind": "industry", "area": county,
        "name": f"{name}{trade}行业代表联络站",
        "address": f"{name}{trade}协会", "head": "协会秘书长", "phone": "0000-8220000",
        "opening": "每季度一次",
    }  # fmt: skip


def _online(areas, code):
    name = areas.names[code]
    return {"code": f"BJ-{code[:9]}-W", "kind": "online", "name": f"{name}网上代表联络站", "area": code}


def _attach(at):
    """Each deputy of the city receives at one station of the county that elected him."""
    lookups = AttachedLookups()
    by_county = {}
    for place in lookups.places.values():
        if place.kind_id == "station":
            by_county.setdefault(place.county_id, []).append(place.code)
    turns = {county: cycle(sorted(codes)) for county, codes in by_county.items()}
    for code, held in sorted(lookups.mandates.items()):
        county = held[-1].area_id
        if county in turns:
            row = {"place": next(turns[county]), "deputy": code}
            save_attached_row(row, actor=DEMO, at=at, lookups=lookups)


@act
def _keeper(cast, at):
    """Who keeps the station of the story, with its rooms."""
    place = place_by_code(STATION)
    users = seed_users([(KEEPER, invented_names(1, "keeper")[0])], password=PASSWORD, actor=DEMO, at=at)
    user = users[KEEPER]
    post = (user, Role.STATION_KEEPER, place.pk, place.name, place.congress_id, day("01-07"))
    seed_capacities([post], actor=DEMO, at=at)
    cast.built["users"][KEEPER] = user
    return actor_for(user.pk, day("02-01"))


def _opinion(cast, keeper, office, number, when, text, fate):
    """One opinion, as far as its fate takes it."""
    now, once = moment(when), uuid.uuid5(uuid.NAMESPACE_URL, f"demo-opinion-{number}")
    yield now
    place = place_by_code(STATION if fate in ("bridge", "same", "asked") or number % 2 else ROOM)
    words = {"text": text, "topic": "social" if fate in ("spot", "court") else "urban"}
    if fate in ("spot", "bad", "asked"):
        phone = f"{VILLAGER}{number:03d}"
        residents.enter_opinion(place, actor=keeper, at=now, once=once, phone=phone, **words)
    else:
        residents.raise_opinion(place, actor=SOMEBODY, at=now, once=once, way="qr", **words)
    if fate != "new":
        yield from FATES[fate](cast, keeper, office, once)


def _routed(keeper, once, when, way, handler="", **words):
    now = moment(when)
    yield now
    routing.route(opinion_by_form(once), actor=keeper, at=now, route=way, handler=handler, **words)


def _answered(actor, once, when, words):
    now = moment(when)
    yield now
    routing.answer(opinion_by_form(once), actor=actor, at=now, answer=words)


def _judged(once, when, rating, words=""):
    now = moment(when)
    yield now
    found = opinion_by_form(once)
    residents.rate(found, actor=resident_of(found), at=now, rating=rating, words=words)


def _bridge(cast, keeper, office, once):
    """To the county, then a deputy makes a suggestion of it."""
    yield from _routed(keeper, once, "05-06 16:00", "higher_deputy", wanted_level="prefecture")
    now = moment("05-11 20:10")
    yield now
    title = "关于修复农村危桥、方便群众赶集出行的建议"
    requests = ["对断裂桥面先设围挡和便道", "列入今年农村公路危桥改造计划"]
    found = opinion_by_form(once)
    converting.convert(found, actor=_receiving(cast, found), at=now, title=title, requests=requests)


def _receiving(cast, opinion):
    """The first deputy who receives where it was said."""
    wanted = min(opinion.place.deputy_ids)
    numbers = (number for number, mandate in enumerate(cast.mandates, 1) if mandate.pk == wanted)
    return cast.deputy(next(numbers))


def _same(cast, keeper, office, once):
    """The same bridge: joins the chain."""
    now = moment("05-21 09:00")
    yield now
    first = opinion_by_form(uuid.uuid5(uuid.NAMESPACE_URL, "demo-opinion-1"))
    converting.join(opinion_by_form(once), actor=keeper, at=now, same_as=first)


def _village(cast, keeper, office, once):
    yield from _routed(keeper, once, "05-08 15:00", "village", "村委会")
    yield from _answered(keeper, once, "05-13 10:00", "七盏路灯已于5月12日修好，村里每月查一次。")
    yield from _judged(once, "05-14 19:00", "satisfied", "当天晚上就亮了")
    now = moment("05-20 09:00")
    yield now
    found = opinion_by_form(once)
    routing.publish(found, actor=keeper, at=now, public_text=found.text, public_answer=found.answer)


def _township(cast, keeper, office, once):
    yield from _routed(keeper, once, "05-13 09:00", "township", "镇人民政府")


def _court(cast, keeper, office, once):
    now = moment("05-14 11:20")
    yield now
    door = "诉讼案件和生效裁判：人民法院诉讼服务中心，或者拨打12368"
    routing.redirect(opinion_by_form(once), actor=keeper, at=now, door=door)


def _spot(cast, keeper, office, once):
    now = moment("05-18 09:25")
    yield now
    answer = "村便民服务点每周二可以代办，带身份证即可，今天已代您交了材料。"
    routing.answer_now(opinion_by_form(once), actor=keeper, at=now, answer=answer)


def _bad(cast, keeper, office, once):
    """A bad rating goes back once."""
    yield from _routed(keeper, once, "05-21 10:30", "township", "镇水务站")
    yield from _answered(keeper, once, "05-29 16:00", "管道已巡查，水压正常。")
    yield from _judged(once, "05-30 20:00", "dissatisfied", "一楼还是没有水")
    now = moment("06-01 09:00")
    yield now
    words = {"route": "township", "handler": "镇水务站", "note": "请到户查看一楼水压"}
    routing.send_again(opinion_by_form(once), actor=keeper, at=now, **words)


def _county(cast, keeper, office, once):
    yield from _routed(keeper, once, "06-01 15:00", "county", "区交通运输局、公安交警")


def _asked(cast, keeper, office, once):
    yield from _routed(keeper, once, "06-04 15:00", "higher_deputy", wanted_level="prefecture")


def _told(cast, keeper, office, once):
    yield from _routed(keeper, once, "06-08 10:30", "village", "村委会")
    yield from _answered(keeper, once, "06-09 17:00", "公厕已改为24小时开放，钥匙由值班员保管。")


FATES = {
    "bridge": _bridge, "same": _same, "village": _village, "township": _township, "court": _court,
    "spot": _spot, "bad": _bad, "county": _county, "asked": _asked, "answered": _told,
}  # fmt: skip
