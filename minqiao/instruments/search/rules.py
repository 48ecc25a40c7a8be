"""How texts are cut into tokens, and what resembles what. No web, no database."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

HAN_WIDTH, OTHER_WIDTH = 2, 4  # characters a token takes from where it starts
LONGEST = 100_000  # characters of one text that are indexed (PostgreSQL's tsvector holds 1 MB)
_RUNS = re.compile(r"[^\W_]+")
_HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def normalised(text) -> str:
    """NFKC, lower case, without NUL: the form in which texts and queries are compared."""
    lowered = unicodedata.normalize("NFKC", str(text)).lower()
    return unicodedata.normalize("NFKC", lowered).replace("\0", "")[:LONGEST]


def runs(text) -> list[str]:
    """The unbroken runs of letters, digits and characters of a normalised text."""
    return _RUNS.findall(text)


def tokens(text) -> list[str]:
    """One token from every position of every run: two characters from a Han one, four from others.

    At the end of a run tokens are shorter, so that every substring of a run begins some token.
    """
    return [run[start : start + _width(run[start])] for run in runs(text) for start in range(len(run))]


def wanted(word) -> tuple[list[str], list[str]]:
    """What a text containing `word` must have: whole tokens, and beginnings of tokens."""
    whole, beginnings = [], []
    for run in runs(word):
        reached = 0
        for start in range(len(run)):
            end = start + _width(run[start])
            if end <= len(run):
                whole.append(run[start:end])
                reached = max(reached, end)
            elif reached < len(run):
                beginnings.append(run[start:])
                reached = len(run)
    return list(dict.fromkeys(whole)), list(dict.fromkeys(beginnings))


def needs_look(word) -> bool:
    """Whether tokens alone cannot prove that `word` stands in a text (more than one, or other signs)."""
    whole, beginnings = wanted(word)
    return runs(word) != [word] or len(whole) + len(beginnings) != 1


def _width(char):
    return HAN_WIDTH if _HAN.match(char) else OTHER_WIDTH


# Words of every office's papers, two characters each: they lead nowhere.
_OFFICE = """
    关于 建议 加强 加快 加大 推进 推动 促进 做好 搞好 完善 改善 健全 支持 落实 提升 提高 提供
    开展 实施 建设 管理 工作 服务 项目 问题 群众 计划 规划 组织 协调 统筹 监督 监管 指导 负责
    资金 经费 补助 补贴 采购 企业 社会 困难 条件 设施 办理 市级 全市 全县 社区 乡镇 部门 单位
    情况 解决 机制 体系 制度 保障 规范 整治 清理 经营 引进 联合 执法 公布 改造 基地 发展 标准
    重点 综合 日常 有关 相关 进行 建立 建成 责任 人员 周边 设置 督促 秩序 明确 安排 列入 纳入
    公开 新建 年度 每年 定期 使用 收益 分配 城区 农村 地区 工程 范围 方案 检查 处理 配套 人口
    监测 家庭 运行 维护 配备 培训
"""
OFFICE_WORDS = frozenset(_OFFICE.split())
JOINING = frozenset("和与及等的在对为由以并将了")  # a pair with one of these is no word
TELLING = 0.4  # of the best hint's score: what is far behind it is no hint
LEAST = 0.8  # of a pair only one key knows: a hint must be worth that much


@dataclass(frozen=True)
class Hint:
    """A suggested key, how strongly, and the words of its lines that the text shares."""

    key: object
    score: float
    lines: tuple[str, ...]
    words: tuple[str, ...]


def nearest_words(text, lines_by_key: Mapping[object, Sequence[str]], limit=3) -> list[Hint]:
    """The keys whose lines (duties of a unit) share the rarest words with `text`, best first.

    A pair of characters counts by how few keys know it, a rare one far more than a middling one; words
    of every office's papers count nothing. What is far behind the best is left out.
    """
    text = normalised(text)
    known = Counter(
        pair
        for lines in lines_by_key.values()
        for pair in {p for line in lines for p in tokens(normalised(line))}
    )
    rarest = math.log(len(lines_by_key) + 1)
    weights = {pair: _worth(pair, rarest - math.log(count), rarest) for pair, count in known.items()}
    hints = (_hint(key, lines, text, weights) for key, lines in lines_by_key.items())
    ranked = sorted((hint for hint in hints if hint.score > 0), key=lambda hint: -hint.score)[:limit]
    least = max(LEAST * rarest, TELLING * ranked[0].score) if ranked else 0
    return [hint for hint in ranked if hint.score >= least]


def _worth(pair, rarity, rarest):
    """What a pair tells: its rarity squared against the rarest; nothing where everybody knows it."""
    return 0.0 if JOINING & set(pair) or not rarest else rarity * rarity / rarest


def _hint(key, lines, text, weights):
    shared = {line: _shared_words(normalised(line), text) for line in lines}
    scores = {line: sum(_weight(word, weights) for word in words) for line, words in shared.items()}
    best = sorted((line for line in lines if scores[line] > 0), key=lambda line: -scores[line])[:3]
    words = dict.fromkeys(word for line in best for word in shared[line])
    ranked = sorted(words, key=lambda word: -_weight(word, weights))
    return Hint(key, round(sum(_weight(word, weights) for word in words), 2), tuple(best), tuple(ranked[:6]))


def _shared_words(line, text):
    """The longest stretches (two characters or more) of `line` that also stand in `text`."""
    found = []
    for run in runs(line):
        start = 0
        while start < len(run) - 1:
            end = start + 1
            while end < len(run) and run[start : end + 1] in text:
                end += 1
            if end - start > 1:
                found.append(run[start:end])
            start = end if end - start > 1 else start + 1
    return list(dict.fromkeys(found))


def _weight(word, weights):
    """What a stretch is worth, without the words of every office in it and the seams between them."""
    starts = [at for at in range(len(word)) if word[at : at + HAN_WIDTH] in OFFICE_WORDS]
    empty = {at + step for at in starts for step in range(HAN_WIDTH)}
    return sum(
        weights.get(token, 0.0)
        for at, token in enumerate(tokens(word))
        if len(token) > 1 and not set(range(at, at + len(token))) <= empty
    )
