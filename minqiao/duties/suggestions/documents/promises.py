"""The paper on which a deputy says whether a promise was kept (domain.md 2.12)."""

from minqiao.duties.suggestions.choices import Fulfilment
from minqiao.duties.suggestions.documents.main import session_words
from minqiao.instruments.papers.rules import FORM, Cell, Document, Grid, Para, chinese_date, label, pair

GRADES = "　　".join(f"□{words}" for words in Fulfilment.labels)


def fulfilment_form(promise, proof):
    """承诺落实回执: the item, the promise, its date, the proof, the deputy's grade and words."""
    handling = promise.handling
    suggestion = handling.suggestion
    dates = [*pair("承诺期限", chinese_date(promise.first_due_on))]
    if promise.due_on != promise.first_due_on:
        dates = [
            *pair("承诺期限", f"{chinese_date(promise.first_due_on)}，延至{chinese_date(promise.due_on)}")
        ]
    grid = Grid(
        (28, 50, 28, 50),
        (
            (*pair("建议编号", suggestion.number), *pair("领衔代表", suggestion.lead_signer.deputy.name)),
            (label("标题"), Cell(suggestion.title, colspan=3)),
            (*pair("承办单位", handling.unit.name), *pair("答复文号", promise.reply.number)),
            (label("承诺事项"), Cell(promise.text, colspan=3, height=16)),
            (*dates, *pair("完成日期", chinese_date(promise.done_on))),
            (label("兑现情况和凭据"), Cell(proof, colspan=3, height=60, indent=True)),
            (label("代表评价"), Cell(GRADES, colspan=3, height=12)),
            (label("具体意见"), Cell("", colspan=3, height=46)),
            (*pair("代表签名", "", height=14), *pair("日期", "")),
        ),
    )
    back = suggestion.congress.standing_committee
    return Document(
        layout=FORM,
        title="代表建议承诺落实回执",
        issuer=session_words(suggestion),
        blocks=(
            grid,
            Para(
                f"本回执请直接寄回{back}代表工作委员会，或者由代表在平台上评价；评价在统一反馈前承办单位看不到。",
                "note",
            ),
        ),
    )
