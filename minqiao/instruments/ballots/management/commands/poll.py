"""`minqiao poll`: the grades of a satisfaction poll, and by which arithmetic."""

from minqiao.instruments.ballots.rules import Unreadable, poll_from, verdicts
from minqiao.instruments.ballots.rules.poll import BASES, GRADES
from minqiao.kit.command import Faults, HouseCommand, read_json


class Command(HouseCommand):
    help = "按规则判定满意度测评：满意、基本满意还是不满意，和为什么"

    def add_arguments(self, parser):
        parser.add_argument(
            "file",
            metavar="FILE.json",
            help='例如 {"members": 56, "present": 52, "satisfied": 24, "basic": 3, "dissatisfied": 25}',
        )
        self.add_json(parser)

    def handle(self, *, file, json, **options):
        try:
            poll = poll_from(read_json(file))
        except Unreadable as unreadable:
            raise Faults(*(f"{file}：{line}" for line in unreadable.lines)) from unreadable
        found = verdicts(poll)
        if json:
            return self.write_json(_answer(poll, found))
        for one in found:
            name = f"{one.item}：" if one.item else ""
            self.stdout.write(f"{name}{GRADES.get(one.grade, '票数有误')}（{one.why}）")


def _answer(poll, found):
    told = [
        {"item": one.item, "valid": bool(one.grade), "grade": one.grade, "words": GRADES.get(one.grade, ""),
         "why": one.why}
        for one in found
    ]  # fmt: skip
    answer = {"base": getattr(poll, poll.base), "base_words": BASES[poll.base]}
    if len(told) == 1 and not told[0]["item"]:
        return answer | {key: value for key, value in told[0].items() if key != "item"}
    return answer | {"items": told}
