"""`minqiao count`: what a vote decides, and by which arithmetic."""

from minqiao.instruments.ballots.rules import Unreadable, decide, sheet_from
from minqiao.kit.command import Faults, HouseCommand, read_json

NEXT = {"second_vote": "再次投票", "presidium": "由主席团决定"}


class Command(HouseCommand):
    help = "按票决规则判定结果：谁通过、谁同票、谁没有通过和为什么"

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.json", help="计票数据和规则，格式见参考文档")
        self.add_json(parser)

    def handle(self, *, file, json, **options):
        try:
            outcome = decide(sheet_from(read_json(file)))
        except Unreadable as unreadable:
            raise Faults(*(f"{file}：{line}" for line in unreadable.lines)) from unreadable
        if json:
            return self.write_json(outcome.as_dict())
        if not outcome.valid:
            self.stdout.write("计票数据自相矛盾，不能据此判定：")
        for line in outcome.why:
            self.stdout.write(line)
        if outcome.valid:
            self._tell(outcome)

    def _tell(self, outcome):
        self.stdout.write(f"通过：{'、'.join(outcome.adopted) or '无'}")
        for item, why in outcome.not_adopted:
            self.stdout.write(f"未通过：{item}（{why}）")
        if outcome.next:
            items = "、".join(outcome.again or outcome.tied)
            self.stdout.write(f"接下来：{NEXT[outcome.next]}（{items}，{outcome.seats_left}个名额）")
