"""The demo's registry: places, congress, units, deputies, and everybody's sign-in."""

from minqiao.config.demo import bodies, people
from minqiao.config.demo.logins import PASSWORD
from minqiao.foundation.accounts.actions import seed_capacities, seed_users
from minqiao.foundation.accounts.choices import Role
from minqiao.foundation.trail.actions import act
from minqiao.kit.actor import Actor
from minqiao.registry.areas.actions import load_divisions
from minqiao.registry.congress.actions import save_deputy_rows, seed_accounts
from minqiao.registry.congress.queries import committees, deputy_lookups

DEMO = Actor(name="演示数据", role="clock", role_label="系统")
# deputies, of them committee members, of them the chairs' council
SCALES = {"small": (40, 14, 6), "bijie": (565, 56, 10), "province": (565, 56, 10)}
ALL_DEPUTIES = 19_000
BATCH = 500
# Deputies with a sign-in to remember, by their place in the register; the others are d0001, d0002, …
NAMED = {1: "zhuren", 12: "weiyuan", 21: "daibiao", 22: "daibiao2", 23: "daibiao3", 24: "shuangzhong"}
LEAD_UNIT, DUAL_UNIT = "A14", "A02"
UNIT_LOGINS = (("", Role.UNIT_OFFICER), ("-fen", Role.UNIT_DEPUTY_HEAD), ("-zhu", Role.UNIT_PRINCIPAL))


def build_registry(*, scale, at) -> dict:
    """Build everything at once in an empty database.

    Answers {"congress", "delegations", "units" by code, "committees", "mandates" in the order of the
    register, "users" by username, "password"}. `scale` is small, bijie or province.
    """
    load_divisions(actor=DEMO, at=at)
    congress, delegations = bodies.city_congress(actor=DEMO, at=at)
    units = bodies.units(small=scale == "small", actor=DEMO, at=at)
    rows = people.city_deputies(SCALES[scale][0], congress, delegations, *SCALES[scale][1:])
    mandates = _deputies(rows, at)
    if scale == "province":
        above, below = bodies.other_congresses(actor=DEMO, at=at)
        more = people.other_deputies(ALL_DEPUTIES - len(rows), [*above, *below])
        _deputies([*people.upper_mandates(rows, above), *more], at)
    bodies_of = committees(congress)
    users = _users(mandates, congress, units, bodies_of, at)
    return {
        "congress": congress,
        "delegations": list(delegations.values()),
        "units": units,
        "committees": bodies_of,
        "mandates": mandates,
        "users": users,
        "password": PASSWORD,
    }


def _deputies(rows, at):
    """Through the same act as a spreadsheet's rows, batch by batch. Answers the mandates in order."""
    lookups = deputy_lookups()
    for start in range(0, len(rows), BATCH):
        save_deputy_rows(rows[start : start + BATCH], actor=DEMO, at=at, lookups=lookups)
    return [lookups.mandates[lookups.deputies[row["code"]].pk, row["congress"].pk] for row in rows]


@act
def _users(mandates, congress, units, bodies_of, at):
    """Everybody's account; a deputy's rights come with the mandate, the others' are granted."""
    logins = {NAMED.get(number, f"d{number:04d}"): each for number, each in enumerate(mandates, 1)}
    posts = [*_office_posts(congress, bodies_of), *_unit_posts(units, congress)]
    names = people.invented_names(len(posts), "offices")
    staff = {post[0]: name for post, name in zip(posts, names, strict=True) if post[0] not in logins}
    persons = [(username, each.deputy.name) for username, each in logins.items()]
    users = seed_users([*persons, *staff.items()], password=PASSWORD, actor=DEMO, at=at)
    seed_accounts([(each, users[username]) for username, each in logins.items()], actor=DEMO, at=at)
    rows = [(users[username], *rest, congress.starts_on) for username, *rest in posts]
    seed_capacities(rows, actor=DEMO, at=at)
    return users


def _office_posts(congress, bodies_of):
    """(username, role, scope, label, realm) of congress, government office and the three offices."""
    committee, government = congress.standing_committee, congress.government
    offices = (
        ("daigongwei", Role.DEPUTY_AFFAIRS, committee),
        ("daigongwei2", Role.DEPUTY_AFFAIRS, committee),
        ("mishuchu", Role.SECRETARIAT, congress.name),
        ("zhengfuban", Role.GOV_OFFICE, government),
        ("zhengfuban2", Role.GOV_OFFICE, government),
        ("shizhang", Role.GOV_LEADER, government),
    )
    three = (("xitong", Role.SYSTEM_ADMIN), ("anquan", Role.SECURITY_ADMIN), ("shenji", Role.AUDITOR))
    special = [each for each in bodies_of if each.kind == "special"]
    return [
        *((username, role, congress.pk, label, congress.pk) for username, role, label in offices),
        *((username, role, 0, "", 0) for username, role in three),
        *(
            (f"shiwei{number or ''}", Role.SPECIAL_COMMITTEE, each.pk, each.name, congress.pk)
            for number, each in enumerate(special)
        ),
    ]


def _unit_posts(units, congress):
    """Officer, deputy head and principal of every unit; one principal is a deputy as well."""
    posts = []
    for code, unit in units.items():
        login = "danwei" if code == LEAD_UNIT else f"u-{code.lower()}"
        for ending, role in UNIT_LOGINS:
            is_dual = code == DUAL_UNIT and role == Role.UNIT_PRINCIPAL
            username = "shuangzhong" if is_dual else f"{login}{ending}"
            posts.append((username, role, unit.pk, unit.name, congress.pk))
    return posts
