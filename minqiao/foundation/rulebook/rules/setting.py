"""One entry of the rulebook: what it is, its default with its ground, what values it takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from minqiao.foundation.rulebook.choices import Group, Kind, Level
from minqiao.kit.deadlines import UNITS

LONGEST = 999
LONGEST_TEXT = 200
COLUMN_WORDS = {"code": "代号", "words": "名称", "means": "系统含义", "basis": "依据", "address": "正确渠道"}


@dataclass(frozen=True)
class Setting:
    """A rule by key: `value` is the default, `ceiling` the most the law allows, `fixed` why it stays.

    `columns` are the parts of a list's items, or the fields a text must contain.
    """

    key: str
    label: str
    group: Group
    kind: Kind
    value: Any
    unit: str = ""
    basis: str = ""
    source: str = ""
    level: Level = Level.DEFAULT
    options: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()
    ceiling: int | None = None
    floor: int = 0
    fixed: str = ""
    sound: Callable[[str], str] | None = None  # of a text: why it cannot be used, or ""


def fault_of(setting, value, unit="") -> str:
    """Why `value` may not stand in this rule, or ""."""
    if setting.fixed:
        return setting.fixed
    return _FAULTS[setting.kind](setting, value, unit)


def words_of(setting, value, unit="") -> str:
    """A value as people read it: 5个工作日, 是, 双项（态度、结果）."""
    if setting.kind == Kind.DURATION:
        return f"{value}{UNITS[unit or setting.unit]}"
    if setting.kind == Kind.YES_NO:
        return "是" if value else "否"
    if setting.kind == Kind.CHOICE:
        return setting.options.get(value, value)
    if setting.kind == Kind.LIST:
        return "；".join(words_of_item(setting, item) for item in value) or "不限定"
    return f"{value}{setting.unit}"


def columns_in_words(setting) -> str:
    """The columns of a list as its form names them: 代号｜名称."""
    return "｜".join(COLUMN_WORDS[name] for name in setting.columns)


def words_of_item(setting, item) -> str:
    """One item of a list: what people call it, its code before it where the code is a letter they use."""
    code, words = item["code"], item["words"]
    return f"{code}：{words}" if code.isupper() else words


def _duration_fault(setting, value, unit):
    if type(value) is not int or not 1 <= value <= LONGEST:
        return f"期限应为1至{LONGEST}的整数"
    if unit not in UNITS:
        return f"单位应为{'、'.join(UNITS.values())}之一"
    if setting.ceiling is None:
        return ""
    longest = f"{setting.ceiling}{UNITS[setting.unit]}"
    if unit != setting.unit or value > setting.ceiling:
        return f"{setting.basis}：最长{longest}，只能缩短，不能延长，也不能改用其他单位"
    return ""


def _number_fault(setting, value, unit):
    if type(value) is not int or not setting.floor <= value <= 10**9:
        return f"应为不小于{setting.floor}的整数"
    if setting.ceiling is not None and value > setting.ceiling:
        return f"不得大于{setting.ceiling}"
    return ""


def _yes_no_fault(setting, value, unit):
    return "" if isinstance(value, bool) else "应为“是”或“否”"


def _choice_fault(setting, value, unit):
    return "" if value in setting.options else f"应为以下之一：{'、'.join(setting.options.values())}"


def _text_fault(setting, value, unit):
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TEXT:
        return f"应为1至{LONGEST_TEXT}字的文字"
    missing = [name for name in setting.columns if f"{{{name}" not in value]
    if missing:
        return f"须含有{'、'.join(f'{{{name}}}' for name in missing)}"
    return setting.sound(value) if setting.sound else ""


def _list_fault(setting, value, unit):
    if not isinstance(value, list) or not value:
        return "至少一项"
    names = set(setting.columns)
    for number, item in enumerate(value, 1):
        if not isinstance(item, dict) or set(item) != names or not all(map(_is_word, item.values())):
            return f"第{number}项应有{len(names)}栏（{columns_in_words(setting)}），每栏都要填写"
    codes = [item["code"] for item in value]
    repeated = next((code for code in codes if codes.count(code) > 1), "")
    return f"代码“{repeated}”重复" if repeated else ""


def _is_word(text):
    return isinstance(text, str) and 0 < len(text.strip()) <= LONGEST_TEXT


_FAULTS = {
    Kind.DURATION: _duration_fault,
    Kind.NUMBER: _number_fault,
    Kind.YES_NO: _yes_no_fault,
    Kind.CHOICE: _choice_fault,
    Kind.TEXT: _text_fault,
    Kind.LIST: _list_fault,
}
