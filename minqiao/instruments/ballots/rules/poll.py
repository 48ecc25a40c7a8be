"""The satisfaction poll (满意度测评) of finished projects (pure).

The Zhenhai rule: satisfied by at least half of all members → 满意; else satisfied and basic together by
more than half → 基本满意; else, half exactly included, → 不满意 (domain.md 2.6, source S29).
"""

from dataclasses import dataclass

from minqiao.instruments.ballots.rules.measure import Unreadable

GRADES = {"satisfied": "满意", "basic": "基本满意", "dissatisfied": "不满意"}
BASES = {"members": "全体组成人员", "present": "到会人员"}
KEYS = frozenset({"members", "present", "rule", "base", "items"})


@dataclass(frozen=True)
class Poll:
    """`items` is {name: {grade: number of votes}}; `base` is whose half counts."""

    members: int
    present: int
    items: dict
    base: str = "members"


@dataclass(frozen=True)
class Verdict:
    """The grade of one item and the arithmetic behind it; `grade` is "" where the figures cannot be true."""

    item: str
    grade: str
    why: str


def poll_from(data) -> Poll:
    """The poll in a JSON object: `items`, or the three figures of a single one. Raises Unreadable."""
    if not isinstance(data, dict):
        raise Unreadable("应为一份测评数据（JSON 对象）")
    items = data.get("items")
    if items is None:
        items = {"": {grade: data.get(grade) for grade in GRADES}}
    known = KEYS if "items" in data else KEYS | set(GRADES)
    faults = [f"没有“{key}”这一项" for key in data if key not in known]
    faults += [f"{key}应为不小于零的整数" for key in ("members", "present") if not _is_count(data.get(key))]
    if data.get("rule", "zhenhai") != "zhenhai":
        faults.append(f"测评规则（rule）不能是 {data['rule']!r}，可以是：zhenhai")
    if data.get("base", "members") not in list(BASES):
        faults.append(f"基数（base）不能是 {data['base']!r}，可以是：{'、'.join(BASES)}")
    faults += _faults_of(items)
    if faults:
        raise Unreadable(*faults)
    return Poll(data["members"], data["present"], items, data.get("base", "members"))


def verdicts(poll: Poll) -> list[Verdict]:
    """The grade of each item, in the order given."""
    return [_verdict(poll, item, votes) for item, votes in poll.items.items()]


def _verdict(poll, item, votes):
    good, fair, total = votes["satisfied"], votes["satisfied"] + votes["basic"], sum(votes.values())
    if poll.present > poll.members:
        return Verdict(item, "", f"到会{poll.present}人，多于全体{poll.members}人")
    if total > poll.present:
        return Verdict(item, "", f"测评票合计{total}，多于到会{poll.present}人")
    base = getattr(poll, poll.base)
    half = f"{BASES[poll.base]}{base}人的半数为{base / 2:g}"
    if base and 2 * good >= base:
        return Verdict(item, "satisfied", f"{half}，满意{good}票，达到半数")
    if 2 * fair > base:
        return Verdict(item, "basic", f"{half}，满意{good}票不足半数，满意和基本满意{fair}票，超过半数")
    return Verdict(item, "dissatisfied", f"{half}，满意{good}票不足半数，满意和基本满意{fair}票，未超过半数")


def _faults_of(items):
    if not isinstance(items, dict) or not items:
        return ["items 应为“项目: {satisfied, basic, dissatisfied}”的一组票数，至少一项"]
    return [
        f"{f'“{item}”' if item else ''}应写明 satisfied、basic、dissatisfied 三个数，均为不小于零的整数"
        for item, votes in items.items()
        if not isinstance(votes, dict) or set(votes) != set(GRADES) or not all(map(_is_count, votes.values()))
    ]


def _is_count(value):
    return type(value) is int and value >= 0
