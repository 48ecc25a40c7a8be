"""催办通知 to one unit, 通报 to all: what is late, how late, what is demanded, by when."""

from minqiao.duties.supervision.choices import ChaseLevel
from minqiao.instruments.papers.rules import (
    LETTER,
    OFFICIAL,
    Annex,
    Column,
    Document,
    Para,
    SignOff,
    Table,
    chinese_date,
    paragraphs,
    short_name,
)

LAW = "《全国人民代表大会和地方各级人民代表大会代表法》第五十一条"
TIMES = {ChaseLevel.FIRST: "", ChaseLevel.SECOND: "第二次"}


def stood(part, on):
    """How a part stands on a day, in words: so many days late, or so many left."""
    late = part.days_late(on)
    return f"已超期{late}天" if late > 0 else "今天到期" if late == 0 else f"还有{-late}天到期"


def chase_notice(congress, unit_name, level, parts, *, issuer, demand, answer_by, on):
    """催办通知: the unit's open matters with their dates, what is asked, by when to answer."""
    columns = (
        Column("序号", 12, "center"),
        Column("建议编号", 28, "center"),
        Column("标题", 66),
        Column("办理期限", 28, "center"),
        Column("情况", 26, "center"),
    )
    rows = tuple(
        (str(place), one.number, one.title, str(one.due_on), stood(one, on))
        for place, one in enumerate(parts, 1)
    )
    late = sum(one.days_late(on) > 0 for one in parts)
    overdue = f"其中{late}件已经超过期限" if late else "即将到期"
    again = f"此前已催办，仍未答复，现{TIMES[level]}催办。" if TIMES[level] else ""
    return Document(
        layout=LETTER,
        issuer=issuer,
        title=f"代表建议办理{TIMES[level]}催办通知",
        addressee=unit_name,
        blocks=(
            Para(
                f"你单位承办的下列{len(parts)}件代表建议、批评和意见尚未答复（协办的，尚未送会办意见），{overdue}。{again}依照{LAW}关于办理期限的规定，"
                "请抓紧办理："
            ),
            Table(columns, rows),
            Para(demand),
            Para(f"请于{chinese_date(answer_by)}前书面回复原因和答复代表的时间，并及时答复代表。"),
        ),
        sign_off=(SignOff(issuer, chinese_date(on)),),
        copies_to=_others(congress, issuer),
    )


def circular(congress, parts, *, issuer, demand, on):
    """通报: every unit that is late after two chasers, its matters and their lateness; demands; annex."""
    units = list(dict.fromkeys(one.unit for one in parts))
    columns = (
        Column("承办单位", 44),
        Column("建议编号", 28, "center"),
        Column("标题", 52),
        Column("答复期限", 24, "center"),
        Column("超期天数", 16, "center"),
    )
    ordered = sorted(parts, key=lambda one: (units.index(one.unit), one.due_on, one.number))
    rows = tuple(
        (one.unit, one.number, one.title, str(one.due_on), str(one.days_late(on))) for one in ordered
    )
    annex = f"经两次催办仍未答复的代表建议清单（{len(parts)}件）"
    return Document(
        layout=OFFICIAL,
        issuer=issuer,
        title="关于代表建议办理逾期情况的通报",
        addressee="各承办单位",
        blocks=(
            Para(
                f"截至{chinese_date(on)}，经两次催办，仍有{len(units)}个单位承办的{len(parts)}件代表建议、批评和意见"
                f"超过法定期限没有答复代表，现予通报。涉及单位为：{'、'.join(units)}。"
            ),
            *paragraphs(demand),
        ),
        attachments=(annex,),
        sign_off=(SignOff(issuer, chinese_date(on)),),
        annexes=(Annex("附件", annex, (Table(columns, rows),)),),
        copies_to=_others(congress, issuer),
        printed_by=short_name(issuer),
        printed_on=chinese_date(on),
    )


def _others(congress, issuer):
    """Both sides know what was written: the other office gets a copy."""
    offices = (f"{congress.standing_committee}代表工作委员会", f"{congress.government}办公室")
    return tuple(office for office in offices if office != issuer)
