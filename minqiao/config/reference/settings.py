"""The environment variables, from the one list of them."""

from minqiao.config.environment import VARIABLES
from minqiao.config.reference.markdown import code, page, table


def settings() -> str:
    """The page."""
    rows = [(code(one.name), code(one.default), one.meaning, one.production) for one in VARIABLES]
    return page(
        "设置",
        "全部设置来自环境变量。`minqiao serve` 在正式运行时核对最后一列，有一项不符即拒绝启动并说明原因；"
        "`minqiao check` 随时可查。",
        table(("变量", "默认值", "含义", "正式运行要求"), rows),
    )
