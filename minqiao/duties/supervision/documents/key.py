"""督办方案, 督办函, and the unit's report to the chairs' council."""

from minqiao.instruments.papers.rules import (
    LETTER,
    OFFICIAL,
    Column,
    Document,
    Para,
    SignOff,
    Table,
    chinese_date,
    chinese_number,
    paragraphs,
    short_name,
)

HOW_TO_HANDLE = (
    "牵头承办单位主要负责人应当亲自研究、亲自推动，会同协办单位听取提出建议的代表意见，按期解决督办中发现的问题，"
    "并向主任会议书面报告办理情况。"
)


def _list_of(members):
    columns = (
        Column("序号", 12, "center"),
        Column("建议编号", 28, "center"),
        Column("标题", 76),
        Column("承办单位", 40),
    )
    rows = tuple(
        (str(place), one.suggestion.number, one.suggestion.title, one.suggestion.handled_by or "待分办")
        for place, one in enumerate(members, 1)
    )
    return Table(columns, rows)


def _dates_of(visits):
    columns = (Column("计划日期", 34, "center"), Column("方式", 30, "center"), Column("内容", 92))
    return Table(
        columns, tuple((chinese_date(one.planned_on), one.get_way_display(), one.text) for one in visits)
    )


def supervision_plan(item, members, visits, *, on, reason=""):
    """督办方案: what is supervised, who is responsible for what, the plan, its dates, the report."""
    congress, day = item.congress, chinese_date(on)
    changed = f"因{reason.rstrip('。')}，对督办安排作如下调整。" if reason else ""
    chosen = f"经{item.meeting}研究，将“{item.title}”列为{item.year}年重点督办建议（{item.number}）。"
    return Document(
        layout=OFFICIAL,
        issuer=congress.standing_committee,
        title=f"“{item.title}”重点督办方案",
        addressee=f"{congress.government}，{item.unit.name}",
        blocks=(
            Para(f"{chosen}{changed}制定督办方案如下："),
            Para("一、督办事项", "heading1"),
            _list_of(members),
            Para("二、责任分工", "heading1"),
            Para(f"领衔督办：{item.leader.deputy.name}（{item.leader.deputy.post}）。"),
            Para(f"督办机构：{item.committee.name}。"),
            Para(f"领办领导：{item.handling_leader}；牵头承办单位：{item.unit.name}。"),
            Para("三、督办内容和要求", "heading1"),
            *paragraphs(item.plan),
            Para(HOW_TO_HANDLE),
            Para("四、督办活动安排", "heading1"),
            _dates_of(visits),
            Para("五、报告办理情况", "heading1"),
            Para(f"请{item.unit.name}于{chinese_date(item.report_due_on)}前向主任会议报告办理情况。"),
        ),
        sign_off=(SignOff(congress.standing_committee, day),),
        printed_by=short_name(f"{congress.standing_committee}代表工作委员会"),
        printed_on=day,
    )


def supervision_letter(item, problems, *, demand, due_on, on):
    """督办函: addressee, the problems found with their dates, what is demanded and by when, signer."""
    congress, day = item.congress, chinese_date(on)
    columns = (
        Column("序号", 12, "center"),
        Column("发现的问题", 84),
        Column("发现日期", 32, "center"),
        Column("整改期限", 32, "center"),
    )
    rows = tuple(
        (str(place), one.text, str(one.visit.held_on), str(due_on)) for place, one in enumerate(problems, 1)
    )
    return Document(
        layout=LETTER,
        issuer=congress.standing_committee,
        title=f"关于“{item.title}”有关问题的督办函",
        addressee=item.unit.name,
        blocks=(
            Para(
                f"在对重点督办建议“{item.title}”（{item.number}）的督办中，发现下列{len(problems)}个问题尚未整改，现函告你单位，请抓紧研究解决："
            ),
            Table(columns, rows),
            Para("有关要求如下："),
            *paragraphs(demand),
            Para(f"请于{chinese_date(due_on)}前完成整改，并将整改情况报送{item.committee.name}。"),
        ),
        sign_off=(SignOff(congress.standing_committee, day),),
        copies_to=(f"{congress.government}办公室",),
    )


def supervision_report(item, report, members, problems):
    """重点督办建议办理情况的报告: to the chairs' council; what was done, each problem, what is left."""
    unit, day = item.unit, chinese_date(report.reported_on)
    numbers = "、".join(f"第{one.suggestion.number}号" for one in members)
    sections = [("办理情况", paragraphs(report.text))]
    if problems:
        found = [f"{place}. {one.text}：{_mending(one)}" for place, one in enumerate(problems, 1)]
        sections.append(("督办问题整改情况", [Para(line) for line in found]))
    if report.left:
        sections.append(("尚存问题和下步打算", paragraphs(report.left)))
    blocks = []
    for place, (heading, told) in enumerate(sections, 1):
        blocks += [Para(f"{chinese_number(place)}、{heading}", "heading1"), *told]
    return Document(
        layout=OFFICIAL,
        issuer=unit.name,
        title=f"关于“{item.title}”重点督办建议办理情况的报告",
        addressee=f"{item.congress.standing_committee}主任会议",
        approver=report.signer,
        blocks=(
            Para(
                f"重点督办建议“{item.title}”（{item.number}，含{numbers}建议）由我单位牵头承办，现将办理情况报告如下："
            ),
            *blocks,
        ),
        sign_off=(SignOff(unit.name, day),),
        contact=f"联系电话：{unit.contact_phone}",
        copies_to=(f"{item.congress.government}办公室", item.committee.name),
        printed_by=unit.name,
        printed_on=day,
    )


def _mending(problem):
    if problem.mended_on:
        return f"已于{chinese_date(problem.mended_on)}核查整改到位。"
    return f"{problem.answer.rstrip('。') or '正在整改'}（期限{chinese_date(problem.due_on)}）。"
