"""What is printed before the vote. Every ballot is the same sheet: no number, no code, nobody's mark."""

from minqiao.instruments.ballots.rules.sheet import MARK_WORDS
from minqiao.instruments.ballots.rules.tally import LEAST, marks_of
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
    chinese_number,
)

TICK = "○"


def _again(round_):
    return f"（第{round_.turn}次投票）" if round_.turn > 1 else ""


def how_to_mark(round_) -> str:
    """What a deputy has to know to fill in the ballot, by the frozen measure."""
    seats, limited = round_.seats, round_.measure.is_limited
    if round_.measure.mark == "for_against_abstain":
        words = f"逐项表示意见：赞成、反对或者弃权，在相应的“{TICK}”内划“√”，每项只划一处；不划的，按弃权计。"
    else:
        words = f"赞成的，在项目后面的“{TICK}”内划“√”；不划的，视为不赞成。"
    exactly = round_.measure.mark == "approve_exactly_seats"
    limit = f"赞成的项目应当正好{seats}项，全部不划为弃权，其余的选票无效。" if exactly else (
        f"应选{seats}项，赞成的项目等于或者少于{seats}项的选票有效，多于{seats}项的选票无效。"
    )  # fmt: skip
    return words + (limit if limited else "")


def measure(round_, on):
    """票决办法 with its name list of officials: the rules as they stood when the meeting passed it."""
    rules = round_.rules
    articles = [
        f"本次票决的事项为{round_.title}，候选{len(round_.items)}项，应选{round_.seats}项。",
        f"采用无记名投票，发给到会代表每人一张表决票；{how_to_mark(round_)}字迹无法辨认的部分无效。",
        f"到会代表须达到{rules['vote.quorum']['words']}，始得投票（{rules['vote.quorum']['basis']}）。",
        "收回的表决票等于或者少于发出的，投票有效；多于发出的，投票无效，重新投票。",
        f"项目须获得{rules['vote.threshold']['words']}赞成，始得通过；达到票数的多于应选数的，"
        "按赞成票由多到少取满为止。",
        f"末位票数相等的，{rules['vote.tie']['words']}；达到票数的不足应选数的，{rules['vote.fewer']['words']}。",
        "设总监票人、监票人和计票人，由大会通过。两名计票人分别计票，结果一致，经监票人核对、总监票人签字后封存，"
        "由会议主持人宣布。计票设备发生故障的，改用人工计票，投票继续有效。",
        *[line.strip() for line in round_.measure_text.splitlines() if line.strip()],
    ]
    people = "；".join(str(one) for one in round_.officials.all())
    return Document(
        layout=OFFICIAL,
        issuer=round_.congress.name,
        title=f"{round_.meeting}{round_.title}票决办法",
        blocks=(
            *(Para(f"第{chinese_number(place)}条　{words}") for place, words in enumerate(articles, 1)),
            Para("附：票决工作人员名单", "heading1"),
            Para(f"{people}。"),
        ),
        sign_off=(SignOff(round_.congress.name, chinese_date(on)),),
    )


def ballot(round_, on):
    """表决票: title, session, date, how many to choose, how to mark, the items with their boxes."""
    marks = marks_of(round_.measure)
    head = (
        Cell("序号", label=True),
        Cell("项　目", label=True),
        *(Cell(MARK_WORDS[m], label=True) for m in marks),
    )
    rows = tuple(
        (
            Cell(str(one.position), align="center"),
            Cell(one.name),
            *(Cell(TICK, align="center") for _ in marks),
        )
        for one in round_.options.all()
    )
    widths = (14, 146 - 22 * len(marks), *(22 for _ in marks))
    return Document(
        layout=FORM,
        title=f"{round_.title}表决票{_again(round_)}",
        strip=(round_.meeting, f"应选{round_.seats}项", chinese_date(on)),
        blocks=(
            Grid(widths, (head, *rows), size=14),
            Para(f"填写说明：{how_to_mark(round_)}", "note"),
            Para(f"（盖{round_.congress.name}印章有效）", "right"),
        ),
        has_code=False,
    )


def tally_sheet(round_, on):
    """计票登记表: one for each heap and teller, by hand; from it the numbers are entered, now or later."""
    marks = marks_of(round_.measure)
    columns = (
        Column("序号", 12, "center"),
        Column("项目", 44),
        *(
            Column(part, width, "center")
            for m in marks
            for part, width in ((f"{MARK_WORDS[m]}（划正字）", 26), ("合计", 12))
        ),
    )
    rows = tuple(
        (str(one.position), one.name, *("" for _ in range(2 * len(marks)))) for one in round_.options.all()
    )
    blank = "＿＿＿"
    return Document(
        layout=FORM,
        title=f"{round_.title}计票登记表{_again(round_)}",
        strip=(f"第{blank}堆", f"本堆{blank}张，其中废票{blank}张", f"计票人（甲/乙）{blank}"),
        blocks=(
            Table(columns, rows),
            Para(
                f"每堆不少于{LEAST}张；两名计票人各填一份，互不参看。各项合计须等于本堆张数减废票。"
                "网络或者设备不能使用时，凭本表宣布结果，恢复后照本表录入。", "note",
            ),
            Para("计票人签字：＿＿＿＿＿＿　　监票人签字：＿＿＿＿＿＿", "note"),
        ),
    )  # fmt: skip
