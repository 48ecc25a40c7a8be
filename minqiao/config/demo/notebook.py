"""What a deputy of the demo has jotted down in spring, for nobody else to read."""

from minqiao.config.demo.days import moment
from minqiao.config.demo.fates import DAIBIAO
from minqiao.duties.suggestions.actions import ideas

NOTES = (
    ("04-12 18:20", "赶集日农贸市场门口堵车，救护车进不来", "威宁县草海镇", "urban", "visit"),
    ("05-08 20:05", "村卫生室周末没有人值班，老人量血压要跑镇上", "威宁县小海镇", "education", "reception"),
    ("05-23 12:40", "养老服务站的扶手和防滑垫松了", "威宁县草海镇", "social", "inspection"),
    ("06-07 21:15", "农贸市场污水直排，夏天气味大", "威宁县草海镇", "urban", "visit"),
)
PUT_ASIDE = 2  # has been mended meanwhile


def enter_notebook(stage, cast):
    """Let the deputy jot his notes, each on its evening."""
    stage.enter(_jotted(cast))


def _jotted(cast):
    author, kept = cast.deputy(DAIBIAO), []
    for when, title, place, topic, source in NOTES:
        now = moment(when)
        yield now
        words = {"title": title, "place": place, "topic": topic, "source": source}
        kept.append(ideas.jot(actor=author, at=now, **words))
    now = moment("06-08 08:30")
    yield now
    ideas.archive(kept[PUT_ASIDE], actor=author, at=now)
