"""专题询问方案, 专题询问记录, and the result of the vote."""

from minqiao.instruments.papers.rules import (
    OFFICIAL,
    Column,
    Document,
    Para,
    SignOff,
    Table,
    chinese_date,
    paragraphs,
)

RULE = (
    "测评采用无记名投票方式。满意票达到常委会全体组成人员半数的为满意；满意票和基本满意票合计超过全体组成人员半数的为基本满意；"
    "其余为不满意。"
)


def _paper(inquiry, title, addressee, blocks, on):
    congress, day = inquiry.congress, chinese_date(on)
    return Document(
        layout=OFFICIAL,
        issuer=congress.standing_committee,
        title=title,
        addressee=addressee,
        blocks=blocks,
        sign_off=(SignOff(congress.standing_committee, day),),
        printed_by=f"{congress.standing_committee}代表工作委员会",
        printed_on=day,
    )


def inquiry_plan(inquiry, units, *, on, reason=""):
    """专题询问方案: meeting and day, who answers, what is asked about, what is to be sent before."""
    named = "、".join(one.unit.name for one in units)
    changed = f"因{reason.rstrip('。')}，对专题询问安排作如下调整。" if reason else ""
    where = f"{inquiry.meeting}定于{chinese_date(inquiry.planned_on)}就“{inquiry.title}”开展专题询问。"
    blocks = (
        Para(f"{where}{changed}现将有关事项通知如下："),
        Para("一、应询单位", "heading1"),
        Para(f"{named}。由主要负责人到会应询。"),
        Para("二、询问重点", "heading1"),
        *paragraphs(inquiry.focus),
        Para("三、测评", "heading1"),
        Para(f"询问结束后，常委会组成人员对应询单位办理代表建议的情况进行满意度测评。{RULE}"),
    )
    title = f"关于“{inquiry.title}”专题询问的方案"
    return _paper(inquiry, title, f"{inquiry.congress.government}，{named}", blocks, on)


def inquiry_record(inquiry, questions, *, on):
    """专题询问记录: each question, who asked it, which unit answered what."""
    blocks = [
        Para(f"{inquiry.meeting}{chinese_date(inquiry.held_on)}就“{inquiry.title}”开展专题询问，记录如下：")
    ]
    for place, one in enumerate(questions, 1):
        blocks += [Para(f"{place}. {one.asked_by}问：{one.text}"), Para(f"{one.unit.name}答：{one.answer}")]
    title = f"“{inquiry.title}”专题询问记录"
    return _paper(inquiry, title, f"{inquiry.congress.standing_committee}主任会议", tuple(blocks), on)


def poll_result(inquiry, units, *, on):
    """满意度测评结果: members, those present, the counts of each unit with its grade; who mends by when."""
    columns = (
        Column("应询单位", 52),
        Column("满意", 22, "center"),
        Column("基本满意", 22, "center"),
        Column("不满意", 22, "center"),
        Column("结果", 38, "center"),
    )
    rows = tuple(
        (one.unit.name, str(one.satisfied), str(one.basic), str(one.dissatisfied), one.get_verdict_display())
        for one in units
    )
    held = f"{inquiry.meeting}对应询单位办理代表建议的情况进行了满意度测评。"
    counted = f"常委会组成人员{inquiry.members}人，到会{inquiry.present}人，监票人{inquiry.scrutineer}。"
    blocks = [Para(f"{held}{counted}{RULE}结果如下："), Table(columns, rows)]
    blocks += [Para(f"{one.unit.name}：{one.why}。") for one in units]
    if short := [one.unit.name for one in units if one.verdict == "dissatisfied"]:
        until = chinese_date(inquiry.mend_by)
        blocks.append(Para(f"请{'、'.join(short)}认真整改，于{until}前由主要负责人书面报送整改情况。"))
    title = f"“{inquiry.title}”满意度测评结果"
    return _paper(inquiry, title, inquiry.congress.government, tuple(blocks), on)
