"""The demo's people: all invented, drawn with a fixed seed so that every demo has the same."""

import csv
import random
from pathlib import Path

from minqiao.config.demo.bodies import CITY, ZONES
from minqiao.registry.areas.queries import gazetteer

DATA = Path(__file__).parent / "data"
POSTS = (
    "村党支部书记、村委会主任", "中心小学教师", "农民专业合作社理事长", "卫生院医师", "党委书记",
    "乡村医生", "中学校长", "茶场负责人", "社区居委会主任", "农业服务中心农艺师", "煤矿安全员",
    "养殖大户", "人大主席", "苗绣传承人", "司法所所长", "民营企业负责人", "客运站驾驶员", "供电所技术员",
)  # fmt: skip
ORDINARY = range(21, 25)  # deputies of the story who sit in no committee
NATIONALITIES = ("汉族", "彝族", "苗族", "白族", "布依族", "仡佬族", "满族", "蒙古族")
WEIGHTS = (33, 30, 25, 4, 3, 2, 2, 1)


def shipped():
    with (DATA / "synthetic_deputies.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def city_deputies(count, congress, delegations, members, chairs):
    """Rows for `save_deputy_row`: the first `members` but ORDINARY sit in the committee, `chairs` preside."""
    seated = [number for number in range(1, count + 1) if number not in ORDINARY][:members]
    places = gazetteer()
    townships = {name: zone for zone, names in ZONES.items() for name in names.split()}
    rows = []
    for number, person in enumerate(shipped()[:count], 1):
        county = places.code_of(person["county"], CITY)
        delegation = delegations[townships.get(person["township"], county)]
        facts = {name: person[name] for name in ("sex", "nationality")}
        rows.append(
            facts
            | {
                "code": person["id"],
                "name": person["synthetic_name"],
                "birth_year": int(person["birth_year"]),
                "post": _chair(number, chairs) or _post(number, person["township"]),
                "phone": f"120{number:08d}",
                "address": f"{person['county']}{person['township']}",
                "congress": congress,
                "delegation": delegation.pk,
                "certificate_no": f"{number:04d}",
                "area": county,
                "is_committee_member": number in seated,
                "is_chairs_council": number <= chairs,
                "starts_on": congress.starts_on,
            }
        )
    return rows


def other_deputies(count, congresses):
    """Rows of `count` further invented people, spread over `congresses`; counties get more than townships."""
    chance, names = random.Random(20260310), invented_names(count, "deputies")
    seats = {"county": 36, "township": 10, "province": 12, "national": 2}
    pool = [congress for congress in congresses for _ in range(seats[congress.level])]
    rows = []
    for number, name in enumerate(names, 1):
        congress = pool[number % len(pool)]
        rows.append(
            {
                "code": f"T{number:06d}",
                "name": name,
                "sex": chance.choice("女男男"),
                "nationality": chance.choices(NATIONALITIES, WEIGHTS)[0],
                "birth_year": chance.randint(1958, 2000),
                "post": _post(number, congress.area.name),
                "phone": f"121{number:08d}",
                "address": congress.area.name,
                "congress": congress,
                "certificate_no": f"T{number:06d}",
                "area": congress.area_id,
                "is_committee_member": False,
                "is_chairs_council": False,
                "starts_on": congress.starts_on,
            }
        )
    return rows


def upper_mandates(rows, congresses, count=24):
    """The first city deputies sit in congresses above as well: rows of the same people."""
    return [
        row
        | {
            "congress": congresses[number % len(congresses)],
            "delegation": None,
            "certificate_no": f"S{number:04d}",
            "is_committee_member": False,
            "is_chairs_council": False,
            "starts_on": congresses[number % len(congresses)].starts_on,
        }
        for number, row in enumerate(rows[:count])
    ]


def invented_names(count, purpose):
    """`count` names mixed from the surnames and given names of the invented people; the same each time."""
    people = shipped()
    chance = random.Random(purpose)
    surnames = [person["synthetic_name"][0] for person in people]
    given = [person["synthetic_name"][1:] for person in people]
    return [chance.choice(surnames) + chance.choice(given) for _ in range(count)]


def _post(number, place):
    return f"{place}{POSTS[number % len(POSTS)]}"


def _chair(number, chairs):
    """The posts of the chairs' council: director, deputy directors, secretary-general last."""
    if number > chairs:
        return ""
    post = "主任" if number == 1 else "秘书长" if number == chairs else "副主任"
    return f"毕节市人大常委会{post}"
