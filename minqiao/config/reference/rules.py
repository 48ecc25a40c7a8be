"""What differs by place: every rule with its default value, unit and ground."""

from minqiao.config.reference.markdown import code, page, table
from minqiao.foundation.rulebook.choices import Group
from minqiao.foundation.rulebook.rules import DEFAULTS, words_of

HEADS = ("规则", "代号", "默认值", "依据", "来源")


def rules() -> str:
    """The page."""
    return page(
        "规则默认值",
        "各地不同的期限、口径和选项。这里是毕节市的默认值；代表工作委员会可在“规则”页按地方、按生效日期另行设定，"
        "案件适用其期限起算时的规则。期限可用 `minqiao due` 试算。",
        *(part for group in Group for part in _group(group)),
    )


def _group(group):
    yield f"## {group.label}"
    yield table(HEADS, [_line(one) for one in DEFAULTS.values() if one.group == group])


def _line(one):
    return one.label, code(one.key), words_of(one, one.value), one.basis, one.source
