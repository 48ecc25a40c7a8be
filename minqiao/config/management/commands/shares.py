"""`minqiao shares`: percentages of counts that add up to 100.00."""

from minqiao.kit.command import Faults, HouseCommand, read_json
from minqiao.kit.shares import shares


class Command(HouseCommand):
    help = "把各项数量折算成百分比，合计正好 100.00（最大余额法，余额相同的取在前的一项）"

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE.json", help='数量，例如 {"A": 54, "B": 33}')
        self.add_json(parser)

    def handle(self, *, file, json, **options):
        counts = _checked(read_json(file), file)
        percentages = {key: str(share) for key, share in shares(counts).items()}
        if json:
            return self.write_json(percentages)
        for key, share in percentages.items():
            self.stdout.write(f"{key}\t{counts[key]}\t{share}%")


def _checked(counts, file):
    if not isinstance(counts, dict):
        raise Faults(f'{file}：应为“名称: 数量”的一组数，例如 {{"A": 54, "B": 33}}')
    wrong = [key for key, count in counts.items() if type(count) is not int or count < 0]
    if wrong:
        raise Faults(*(f"{file}：“{key}”的数量应为不小于零的整数，读到的是 {counts[key]!r}" for key in wrong))
    return counts
