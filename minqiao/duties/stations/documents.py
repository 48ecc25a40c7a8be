"""接待公告 and the poster of a place: who receives residents where and when; the code to scan."""

from minqiao.instruments.papers.documents.poster import Poster
from minqiao.instruments.papers.rules import (
    LETTER,
    Column,
    Document,
    Para,
    SignOff,
    Table,
    chinese_date,
)

WEEK = "一二三四五六日"


def reception_notice(reception, duties, *, on):
    """The notice as it hangs at the place and stands on its page; no telephone but the place's own."""
    place = reception.place
    hours = f"{reception.starts_at:%H:%M}至{reception.ends_at:%H:%M}"
    day = f"{chinese_date(reception.on)}（星期{WEEK[reception.on.weekday()]}）{hours}"
    columns = (Column("代表", 40, "center"), Column("层级", 30, "center"), Column("单位及职务", 86))
    rows = tuple(
        (one.mandate.deputy.name, one.mandate.congress.get_level_display(), one.mandate.deputy.post)
        for one in duties
    )
    topics = [Para(f"接待主题：{reception.topics}。")] if reception.topics else []
    return Document(
        layout=LETTER,
        issuer=place.name,
        title=f"{place.name}代表接待群众公告",
        blocks=(
            Para(
                "为了密切联系群众、听取和反映群众的意见要求，下列人大代表在本站点接待群众，欢迎前来反映情况、提出意见。"
            ),
            Para(f"时间：{day}。"),
            Para(f"地点：{place.address}。"),
            *topics,
            Table(columns, rows),
            Para(
                "诉讼、仲裁、行政复议、正在办理的信访和检举控告，请到有关机关反映。不能前来的，可以扫描站点二维码提出意见。"
            ),
        ),
        sign_off=(SignOff(place.name, chinese_date(on)),),
        contact=f"站点电话：{place.phone}" if place.phone else "",
        remark="此件公开张贴",
    )


def poster_of(place, url):
    """The poster of a place: scan, say something; where it is, when it is open, whom to call."""
    lines = [f"{label}：{words}" for label, words in (
        ("地址", place.address), ("开放时间", place.opening), ("赶集日", place.market), ("电话", place.phone)
    ) if words]  # fmt: skip
    return Poster(
        name=place.name,
        heading="有事找代表",
        url=url,
        call="扫一扫，提意见、查进展、作评价",
        lines=tuple(lines),
        foot=f"编号{place.code}　不用登录，不用安装；打官司、信访、检举控告请到有关机关",
    )
