"""Elections in Pabulib's .pb format: sections META, PROJECTS, VOTES, fields parted by semicolons (pure)."""

import csv
import hashlib
import io
from decimal import Decimal, InvalidOperation

from minqiao.instruments.funds.rules.answer import Unreadable
from minqiao.instruments.funds.rules.election import Election

SECTIONS = {"META": ("key", "value"), "PROJECTS": ("project_id", "cost"), "VOTES": ("voter_id", "vote")}
APPROVAL = ("approval", "choose-1")
GREEDY, EQUAL = "greedy", "equalshares"
# Rules a file may state that are not applied here: said beside the result.
UNHEARD = {
    "budget_per_category": "各类别另有上限，未计入",
    "fully_funded": "文件注明全部项目都得到资金",
}
RULES = {
    "greedy-custom": "文件的 rule 是当地自定的规则（见其 comment），此处按得票多少取",
    "greedy-exclusive": "文件没有列出互相排斥的项目，此处按得票多少取",
    "equalshares/add1-comparison": "文件的 rule 还要与得票法比较满意人数，此处只算公平份额",
}
MOST = Decimal(10) ** 15


class Section:
    """A section as it is read: its header, and its rows with the line each ends on."""

    def __init__(self, name, line):
        self.name, self.line, self.header, self.rows = name, line, None, []

    def column(self, title):
        """The values of a column with their lines; None when there is no such column."""
        if title not in self.header:
            return None
        at = self.header.index(title)
        return [(row[at].strip() if at < len(row) else "", line) for row, line in self.rows]


def election_from(text) -> Election:
    """The election in the text of a .pb file. Raises Unreadable naming the line of each fault."""
    meta, projects, votes = _sections(text)
    facts = {row[0].strip(): row[1].strip() if len(row) > 1 else "" for row, _ in meta.rows}
    lines = {row[0].strip(): line for row, line in meta.rows}
    if "budget" not in facts:
        raise Unreadable("META 中没有 budget（预算）")
    numbers = [number for number, _ in projects.column("project_id")]
    _no_repeats(projects)
    budget = _number(facts["budget"], lines["budget"], "budget")
    costs = _amounts(projects, "cost")
    if zero := next((line for cost, (_, line) in zip(costs, projects.rows, strict=True) if not cost), 0):
        raise Unreadable(f"第{zero}行：cost 应大于零")
    scale = _scale([budget, *costs])
    kind = facts.get("vote_type", "approval")
    ballots, again = _ballots(votes, set(numbers)) if kind in APPROVAL else ({}, ())
    points, counted = _points(projects, kind, ballots)
    threshold = _number(facts.get("min_project_score_threshold") or "0",
                        lines.get("min_project_score_threshold"), "min_project_score_threshold")  # fmt: skip
    votes_scale = _scale([threshold, *points])
    return Election(
        budget=int(budget * scale),
        costs={number: int(cost * scale) for number, cost in zip(numbers, costs, strict=True)},
        votes={number: int(point * votes_scale) for number, point in zip(numbers, points, strict=True)},
        ballots=ballots,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        unit=facts.get("currency", ""),
        scale=scale,
        votes_scale=votes_scale,
        rule=facts.get("rule", ""),
        threshold=int(threshold * votes_scale),
        step=scale,
        notes=(*_notes(facts, len(projects.rows), len(votes.rows)), *again, *counted),
    )


def method_of(election: Election) -> str:
    """The method the file's own `rule` names; by votes where it names none we know."""
    return "equal_shares" if election.rule.startswith(EQUAL) else "greedy"


def _sections(text):
    """The three sections, each with the columns it must have."""
    found, current = {}, None
    for row, line in _rows(text):
        title = row[0].strip().lstrip("\ufeff")
        if len(row) == 1 and title in SECTIONS and title not in found:
            found[title] = current = Section(title, line)
        elif current is None:
            raise Unreadable(f"第{line}行：在 META 之前不应有内容，这不像 .pb 文件")
        elif current.header is None:
            current.header = [cell.strip() for cell in row]
        else:
            current.rows.append((row, line))
    _complete(found)
    return found["META"], found["PROJECTS"], found["VOTES"]


def _complete(found):
    for name, columns in SECTIONS.items():
        if name not in found:
            raise Unreadable(f"没有 {name} 一节，这不像完整的 .pb 文件")
        if missing := [title for title in columns if title not in (found[name].header or [])]:
            raise Unreadable(f"第{found[name].line + 1}行：{name} 一节没有列 {'、'.join(missing)}")
    if not found["PROJECTS"].rows:
        raise Unreadable("PROJECTS 一节没有项目")


def _rows(text):
    """The rows that are not empty, each with the line it ends on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    try:
        yield from ((row, reader.line_num) for row in reader if any(row))
    except csv.Error as error:
        raise Unreadable(f"第{reader.line_num}行：读不出来（{error}）") from error


def _no_repeats(projects):
    seen = {}
    for number, line in projects.column("project_id"):
        if not number or number in seen:
            raise Unreadable(
                f"第{line}行：项目编号“{number}”与第{seen[number]}行重复"
                if number
                else f"第{line}行：没有项目编号"
            )
        seen[number] = line


def _number(words, line, title):
    """A figure not below zero, exact."""
    try:
        value = Decimal(words)
    except InvalidOperation:
        value = Decimal(-1)
    if not value.is_finite() or not 0 <= value <= MOST or value.as_tuple().exponent < -6:
        raise Unreadable(f"第{line}行：{title} 应为不小于零的数，读到的是“{words}”")
    return value


def _amounts(section, title):
    return [_number(words, line, title) for words, line in section.column(title)]


def _scale(values):
    """The power of ten that makes all of them whole."""
    return 10 ** max(0, *(-value.normalize().as_tuple().exponent for value in values))


def _ballots(votes, known):
    """Equal ballots counted once, and what was odd about them. A ballot may be empty."""
    counted, first, odd = {}, {}, []
    for words, line in votes.column("vote"):
        counted[words] = counted.get(words, 0) + 1
        first.setdefault(words, line)
    ballots = {}
    for words, count in counted.items():
        named = [number.strip() for number in words.split(",") if number.strip()]
        if not known.issuperset(named):
            raise Unreadable(f"第{first[words]}行：选票“{words}”有 PROJECTS 中没有的项目")
        key = tuple(sorted(set(named)))
        if len(key) < len(named):
            odd.append(f"第{first[words]}行的选票“{words}”有重复的项目，只算一次")
        ballots[key] = ballots.get(key, 0) + count
    return ballots, odd


def _points(projects, kind, ballots):
    """What orders the projects: the file's own count (points where ballots give points), else the ballots."""
    title = "votes" if kind in APPROVAL else "score"
    stated = _amounts(projects, title) if projects.column(title) is not None else None
    if kind not in APPROVAL:
        if stated is None:
            raise Unreadable(
                f"第{projects.line + 1}行：vote_type 是 {kind}，PROJECTS 一节须有列 score（得分）"
            )
        return stated, ()
    votes = dict.fromkeys((number for number, _ in projects.column("project_id")), Decimal(0))
    for ballot, count in ballots.items():
        for number in ballot:
            votes[number] += count
    counted = list(votes.values())
    differs = stated is not None and stated != counted
    return stated or counted, ("PROJECTS 写明的票数与逐张计得的不同，按写明的",) if differs else ()


def _notes(facts, projects, votes):
    yield from (f"{key}：{words}" for key, words in UNHEARD.items() if key in facts)
    rule = facts.get("rule", "")
    if rule in RULES:
        yield RULES[rule]
    elif not rule.startswith((GREEDY, EQUAL)):
        yield f"文件没有写明所用的规则（rule 为“{rule}”）"
    for key, what, number in (("num_projects", "项目", projects), ("num_votes", "选票", votes)):
        if facts.get(key, str(number)) != str(number):
            yield f"META 写明{what}{facts[key]}，实际读到{number}"
