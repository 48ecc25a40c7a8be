"""`minqiao allocate`: what a fund year's money, or a vote on projects, would list, and why."""

from pathlib import Path

from minqiao.instruments.funds.rules import (
    Unreadable,
    election_from,
    election_of,
    equal_shares,
    greedy,
    method_of,
    pool_from,
    ranked,
    yuan,
)
from minqiao.instruments.funds.rules.methods import solver
from minqiao.kit.command import FAILED, Faults, HouseCommand, read_json, read_text

RANKED, OPTIMUM, EQUAL, GREEDY = "ranked", "optimum", "equal_shares", "greedy"
METHODS = {
    RANKED: "按办法排序：审查、档次、得分、总投资、编号",
    OPTIMUM: "最优对照：同样条件下至多能得多少分",
    EQUAL: "公平份额：每位投票人份额相等，支持者分担",
    GREEDY: "得票多少：票多的先列，放得下就列",
}
BY_BALLOT = {EQUAL: equal_shares, GREEDY: greedy}


class Command(HouseCommand):
    help = "按规则分配资金：哪些项目列入、花多少、每个项目为什么"

    def add_arguments(self, parser):
        parser.add_argument(
            "file", metavar="FILE", help="项目库（JSON）或者 Pabulib 的 .pb 文件，格式见使用指南"
        )
        parser.add_argument(
            "--method",
            choices=METHODS,
            default="",
            help="方法；空则项目库按办法排序，.pb 文件按它写明的规则。"
            + "；".join(f"{name} {words}" for name, words in METHODS.items()),
        )
        self.add_json(parser)

    def handle(self, *, file, method, json, **options):
        try:
            answer = _allocated(file, method)
        except Unreadable as unreadable:
            raise Faults(*(f"{file}：{line}" for line in unreadable.lines)) from unreadable
        if json:
            return self.write_json(answer.as_dict())
        self._tell(answer)

    def _tell(self, answer):
        left = answer.budget - answer.spent
        spent, budget, left = (_told(amount, answer.unit) for amount in (answer.spent, answer.budget, left))
        self.stdout.write(METHODS[answer.method])
        self.stdout.write(f"列入{len(answer.selected)}个，共{spent}，资金总额{budget}，余{left}")
        for number in answer.selected:
            self.stdout.write(f"{number}　{answer.why[number]}")
        for number in (number for number in answer.why if number not in set(answer.selected)):
            self.stdout.write(f"{number}　{answer.why[number]}")
        for note in answer.notes:
            self.stdout.write(f"说明：{note}")
        self.stdout.write(f"规则 {answer.rule}，输入指纹 {answer.digest}")


def _allocated(file, method):
    if Path(file).suffix.lower() == ".pb":
        election = election_from(read_text(file))
        chosen = method or method_of(election)
        if chosen not in BY_BALLOT:
            raise Unreadable(f".pb 文件没有档次、得分和县区额度，只能用 {EQUAL} 或者 {GREEDY}")
        return BY_BALLOT[chosen](election)
    pool = pool_from(read_json(file))
    if method in BY_BALLOT:
        return BY_BALLOT[method](election_of(pool))
    return _optimum(pool) if method == OPTIMUM else ranked(pool)


def _optimum(pool):
    exact = solver()
    try:
        return exact.optimum(pool)
    except exact.Unsolved as unsolved:
        raise Faults(str(unsolved), code=FAILED) from unsolved


def _told(amount, unit):
    return yuan(amount) if unit == "fen" else f"{amount:,} {unit}".strip()
