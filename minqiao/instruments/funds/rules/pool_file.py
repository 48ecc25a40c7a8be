"""The pool as a JSON object: what may stand in it, and a line for every fault (pure)."""

from collections import Counter

from minqiao.instruments.funds.rules.answer import Unreadable, natural
from minqiao.instruments.funds.rules.pool import GATES, UNUSED, County, Pool, Project

HEAD = frozenset({"budget", "pool", "cap", "unused_quota", "gates", "counties", "projects", "ballots"})
COUNTY = frozenset({"quota", "match"})
ROW = frozenset({"number", "county", "tier", "score", "cost", "fund", "other", "gates"})
MOST_FEN = 10**15  # ten million million yuan: beyond it a figure is a slip


def pool_from(data) -> Pool:
    """The pool in a JSON object; amounts in fen. Raises Unreadable with a line for every fault."""
    if not isinstance(data, dict):
        raise Unreadable("应为一份项目库（JSON 对象）")
    _no(_head_faults(data))
    counties = {name: County(one["quota"], one.get("match", 0)) for name, one in data["counties"].items()}
    quotas = sum(county.quota for county in counties.values())
    pool = data.get("pool", data["budget"] - quotas)
    if pool < 0 or quotas + pool > data["budget"]:
        _no([f"各县区额度合计{quotas}分，加市级统筹{max(pool, 0)}分，超过资金总额{data['budget']}分"])
    _no(line for at, row in enumerate(data["projects"], 1) for line in _row_faults(at, row, counties))
    tests = data.get("gates", list(GATES))
    projects = sorted((_project(row, tests) for row in data["projects"]), key=lambda one: natural(one.number))
    numbers = Counter(project.number for project in projects)
    _no(f"项目“{number}”出现了{times}次" for number, times in numbers.items() if times > 1)
    ballots = data.get("ballots", [])
    _no(f"ballots 第{at}份读不出来：应为项目编号的清单，不重复" for at, ballot in enumerate(ballots, 1)
        if not _is_ballot(ballot, numbers))  # fmt: skip
    return Pool(
        budget=data["budget"],
        pool=pool,
        cap=data.get("cap", 0),
        unused_quota=data.get("unused_quota", "keep"),
        counties=counties,
        projects=tuple(projects),
        ballots=tuple(sorted(tuple(sorted(ballot, key=natural)) for ballot in ballots)),
    )


def _no(faults):
    if lines := list(faults):
        raise Unreadable(*lines)


def _head_faults(data):
    yield from (f"没有“{key}”这一项" for key in data if key not in HEAD)
    for key in ("budget", "pool", "cap"):
        if not _is_amount(data.get(key, None if key == "budget" else 0)):
            yield f"{key}应为不小于零的整数，单位是分"
    if data.get("unused_quota", "keep") not in list(UNUSED):
        yield f"unused_quota 不能是 {data['unused_quota']!r}，可以是：{'、'.join(UNUSED)}"
    tests = data.get("gates", [])
    if not isinstance(tests, list) or any(test not in list(GATES) for test in tests):
        yield f"gates 应为要审查的各项的清单，可以是：{'、'.join(GATES)}"
    counties = data.get("counties")
    if not isinstance(counties, dict) or not counties:
        yield 'counties 应为“县区: {"quota": 额度, "match": 配套}”，至少一个'
    else:
        yield from (f"“{name}”应写明 quota，可以有 match，都是不小于零的整数，单位是分"
                    for name, one in counties.items() if not _is_county(one))  # fmt: skip
    yield from (
        f"{key} 应为清单" for key in ("projects", "ballots") if not isinstance(data.get(key, []), list)
    )
    if not data.get("projects"):
        yield "projects 至少写一个项目"


def _row_faults(at, row, counties):
    """The faults of the row in the place `at`, counted from one."""
    if not isinstance(row, dict):
        yield f"第{at}个项目应为一组数据"
        return
    number = row.get("number")
    if not isinstance(number, str) or not number.strip():
        yield f"第{at}个项目没有编号（number，文字）"
        return
    yield from (f"项目“{number}”：没有“{key}”这一项" for key in row if key not in ROW)
    yield from (f"项目“{number}”：{line}" for line in _figure_faults(row, counties))


def _figure_faults(row, counties):
    if row.get("county") not in list(counties):
        yield f"县区（county）{row.get('county')!r}不在 counties 中"
    if type(row.get("tier")) is not int or row["tier"] < 1:
        yield "档次（tier）应为从1起的整数"
    if _hundredths(row.get("score")) is None:
        yield "得分（score）应为不小于零的数，至多两位小数"
    amounts = row.get("cost"), row.get("fund", 0), row.get("other", 0)
    if not all(map(_is_amount, amounts)) or not row["cost"]:
        yield "总投资（cost）、申请资金（fund）、其他资金（other）应为不小于零的整数，单位是分，总投资不为零"
    elif row.get("fund", row["cost"] - amounts[2]) + amounts[2] > row["cost"] or amounts[2] > row["cost"]:
        yield "申请资金与其他资金合计多于总投资"
    gates = row.get("gates", {})
    if not isinstance(gates, dict) or any(gate not in GATES or not _is_answer(gates[gate]) for gate in gates):
        yield f"gates 应为“审查项: true 或者不通过的理由”，审查项有：{'、'.join(GATES)}"


def _project(row, tests):
    other, gates = row.get("other", 0), row.get("gates", {})
    reasons = [
        f"{GATES[test]}（{gates.get(test, '未作审查')}）" for test in tests if gates.get(test) is not True
    ]
    return Project(
        number=row["number"],
        county=row["county"],
        tier=row["tier"],
        score=_hundredths(row["score"]),
        cost=row["cost"],
        fund=row.get("fund", row["cost"] - other),
        other=other,
        gates=tuple(reasons),
    )


def _is_amount(value):
    return type(value) is int and 0 <= value <= MOST_FEN


def _is_county(one):
    return (
        isinstance(one, dict) and "quota" in one and set(one) <= COUNTY and all(map(_is_amount, one.values()))
    )


def _is_answer(answer):
    return answer is True or (isinstance(answer, str) and bool(answer.strip()))


def _is_ballot(ballot, numbers):
    names = isinstance(ballot, list) and all(isinstance(number, str) for number in ballot)
    return names and len(set(ballot)) == len(ballot) and all(number in numbers for number in ballot)


def _hundredths(score):
    """A score of at most two decimals as a whole number of hundredths; None when it is no such number."""
    if type(score) not in (int, float) or not 0 <= score <= 1_000_000:
        return None
    whole = round(score * 100)
    return whole if abs(score * 100 - whole) < 1e-6 else None
