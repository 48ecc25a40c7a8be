"""What is published of an answered matter: reviewed, asked about, decided, checked, issued, taken down."""

from minqiao.duties.suggestions.choices import PublicationState as P
from minqiao.duties.suggestions.queries.publications import proposals_of
from minqiao.duties.suggestions.rules.disclosing import gov_has_reviewed, must_ask
from tests.year.acts import NOTE, Move, affairs, days, gov, if_, lead, mark, once, soon

SUMMARY = "已经修复，办理结果按所列类别公开。"
GROUND = {"ground": "in_process", "ground_words": "正在研究", "ground_basis": "政府信息公开条例第十六条"}


def stands(turn):
    """The answers it was opened for are the last ones; while a part is redone nothing is decided."""
    return turn.row.suggestion.replied_on == turn.row.replied_on


def waits_for_gov(turn):
    return stands(turn) and gov_has_reviewed(None, turn.row) and turn.row.gov_reviewed_on is None


def to_be_asked(turn):
    return stands(turn) and must_ask(turn.row) and turn.row.asked_on is None


def withheld(turn):
    first = ("again", turn.row.pk) not in turn.item.done
    return stands(turn) and (turn.fate.public == "withheld" or (turn.fate.public == "reconsidered" and first))


def decided_day(turn):
    """After the deputy has spoken, or when his days are over."""
    if turn.row.state != P.ASKED:
        return soon(turn)
    return turn.row.ask_due_on + days(1) if turn.fate.view == "silent" else None


def opened(turn):
    mode = "summary" if turn.fate.public == "summary" else "full"
    objects = turn.row.deputy_view == "objects"
    return {"mode": mode, "note": "涉及公共利益，应当公开" if objects else ""}


def checked(turn):
    """Every proposal to hide something is followed."""
    texts = [text for *_, text in proposals_of(turn.row)]
    if turn.row.mode == "summary":
        texts[1] = texts[1] or SUMMARY
    return {"texts": texts, "checked": []}


OF_THE_PUBLICATION = (
    Move("gov_review", (P.REVIEW,), gov, if_(waits_for_gov)),
    Move("ask_deputy", (P.REVIEW,), affairs, if_(to_be_asked)),
    Move("say_on_publication", (P.ASKED,), lead, if_(lambda turn: turn.fate.view != "silent"),
         lambda turn: {"deputy_view": turn.fate.view, "deputy_words": "数字还要核对"}),
    Move("decide_withheld", (P.REVIEW, P.ASKED), affairs, if_(withheld, decided_day), lambda turn: GROUND),
    Move("decide_open", (P.REVIEW, P.ASKED), affairs, if_(stands, decided_day), opened),
    Move("review_again", (P.WITHHELD,), affairs,
         once("again", lambda turn: turn.fate.public == "reconsidered"), lambda turn: NOTE, mark("again")),
    Move("review_again", (P.DECIDED,), affairs, once("again", lambda turn: turn.fate.public == "again"),
         lambda turn: NOTE, mark("again")),
    Move("redact", (P.DECIDED,), affairs, if_(lambda turn: stands(turn) and not turn.row.checked_on),
         checked),
    Move("publish", (P.DECIDED,), affairs, if_(stands)),
    Move("take_down", (P.PUBLISHED,), affairs,
         once("down", lambda turn: turn.fate.public == "taken_down"), lambda turn: NOTE, mark("down")),
)  # fmt: skip
