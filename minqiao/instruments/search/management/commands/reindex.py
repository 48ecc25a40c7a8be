"""`minqiao reindex`: cut every indexed text into tokens anew, after the tokeniser changed."""

from minqiao.instruments.search.actions import rebuild
from minqiao.kit.command import HouseCommand


class Command(HouseCommand):
    help = "重建检索索引（升级后切分规则有变化时使用，可重复执行）"

    def add_arguments(self, parser):
        self.add_json(parser)

    def handle(self, *, json, **options):
        count = rebuild()
        if json:
            return self.write_json({"texts": count})
        self.stdout.write(f"已重建{count}条文本的检索索引")
