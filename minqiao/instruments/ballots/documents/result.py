"""The signed count sheet, and the announcement of what all rounds have adopted."""

from django.utils import timezone

from minqiao.instruments.ballots.choices import Post
from minqiao.instruments.ballots.rules.sealing import adopted_in, fates
from minqiao.instruments.ballots.rules.sheet import MARK_WORDS
from minqiao.instruments.ballots.rules.tally import marks_of
from minqiao.instruments.papers.rules import (
    FORM,
    OFFICIAL,
    Cell,
    Column,
    Document,
    Grid,
    Para,
    SignOff,
    Table,
    chinese_date,
)


def _pairs(round_):
    sheet = round_.result["sheet"]
    names = (
        ("全体代表", "all_deputies", "人"), ("到会代表", "present", "人"), ("发出", "issued", "张"),
        ("收回", "returned", "张"), ("废票", "void", "张"),
    )  # fmt: skip
    valid = ("有效票", f"{sheet['returned'] - sheet['void']}张")
    return [*((words, f"{sheet[name]}{unit}") for words, name, unit in names), valid]


def _signed(one):
    when = timezone.localtime(one.signed_at) if one.signed_at else None
    how = "（纸面签字）" if one.is_on_paper else ""
    return f"{one.name}{how} {when:%Y-%m-%d %H:%M}" if when else one.name


def count_sheet(round_, on):
    """计票结果报告单: people and ballots, every item, the outcome, who signed, the digest of the seal."""
    marks, fate = marks_of(round_.measure), fates(round_.result, round_.taken)
    pairs = [(Cell(words, label=True), Cell(value, align="center")) for words, value in _pairs(round_)]
    grid = tuple((*pairs[at], *pairs[at + 1], *pairs[at + 2]) for at in (0, 3))
    votes = round_.result["sheet"]["votes"]
    columns = (
        Column("序号", 12, "center"), Column("项目", 60),
        *(Column(MARK_WORDS[mark], 16, "center") for mark in marks), Column("结果", 52),
    )  # fmt: skip
    rows = tuple(
        (str(one.position), one.name, *(str(votes[one.name][mark]) for mark in marks), fate[one.name])
        for one in round_.options.all()
    )
    people = tuple(
        (Cell(Post(post).label, label=True), Cell("；".join(_signed(one) for one in found)))
        for post in Post.values
        if (found := [one for one in round_.officials.all() if one.post == post])
    )
    why = enumerate(round_.result["outcome"]["why"], 1)
    again = f"（第{round_.turn}次投票）" if round_.turn > 1 else ""
    return Document(
        layout=FORM,
        title=f"{round_.title}计票结果报告单{again}",
        strip=(round_.meeting, f"应选{round_.seats}项", chinese_date(on)),
        blocks=(
            Grid((24, 28, 24, 28, 24, 28), grid, size=10.5),
            Table(columns, rows),
            *(Para(f"{place}. {words}。", "note") for place, words in why),
            Grid((36, 120), people, size=10.5),
            Para(f"封存校验值（SHA-256）：{round_.seal}", "note"),
        ),
    )  # fmt: skip


def announcement(round_, rounds, on):
    """公告: what was adopted, in the order of the votes; the presidium announces."""
    names = adopted_in([(one.result, one.taken) for one in rounds if one.result])
    first, day = rounds[0], chinese_date(on)
    said = f"{day}，{first.meeting}经全体会议无记名投票票决，通过下列{len(names)}项："
    if not names:
        said = f"{day}，{first.meeting}就{first.title}进行无记名投票票决，没有项目获得通过。"
    return Document(
        layout=OFFICIAL,
        issuer=round_.congress.name,
        title=f"{first.title}票决结果公告",
        blocks=(
            Para(said),
            *(Para(f"{number}. {name}") for number, name in enumerate(names, 1)),
            *((Para("现予公告。"),) if names else ()),
        ),
        sign_off=(SignOff(f"{first.meeting}主席团", chinese_date(on)),),
    )
