"""The list as a spreadsheet: its columns, who may take it out, its rows."""

from minqiao.duties.suggestions.choices import Topic
from minqiao.duties.suggestions.queries.lists import by_own_clock, suggestions, words_of
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, CONGRESS_STAFF, UNIT_ROLES, Role
from minqiao.kit.sheets import Column

LABEL = "代表建议办理情况"
COLUMNS = (
    Column("number", "编号", text=True),
    Column("kind", "种类"),
    Column("title", "标题", width=40),
    Column("proposer", "领衔代表"),
    Column("delegation", "代表团"),
    Column("topic", "类别"),
    Column("state", "办理环节"),
    Column("handled_by", "承办单位", width=24),
    Column("assigned_on", "交办日"),
    Column("due_on", "答复期限"),
    Column("replied_on", "答复日"),
    Column("result_category", "办理类别"),
)
EXPORTERS = CONGRESS_STAFF | CONGRESS_LEADERS | UNIT_ROLES | {Role.GOV_OFFICE, Role.GOV_LEADER}
TOPICS = dict(Topic.choices)


def sheet_rows(actor):
    """All that is registered and visible to the actor, by number."""
    return _told(actor, suggestions(actor, {"sort": "number"}, None).exclude(number=""))


def rows_as_listed(actor, params, today):
    """Exactly what the list page shows under these filters, in its order."""
    return _told(actor, suggestions(actor, params, today))


def _told(actor, rows):
    for row in map(by_own_clock, rows.iterator(chunk_size=2000)):
        words = words_of(row | {"due_on": None}, actor, None)
        same = {name: row[name] for name in ("number", "title", "handled_by", "result_category")}
        yield same | {
            **{name: row[name] or "" for name in ("assigned_on", "due_on", "replied_on")},
            "kind": words["kind_words"],
            "proposer": words["proposer"],
            "delegation": words["delegation"],
            "topic": TOPICS.get(row["topic"], ""),
            "state": words["state_words"],
        }


def may_export(actor):
    """Why this actor may not take the list out, or ""."""
    return "" if actor.role in EXPORTERS else "以当前身份不能导出建议列表"


def filter_words(params):
    """The filters of an export, for the trail."""
    asked = [f"{name}={value}" for name, value in sorted(params.items()) if value and name != "page"]
    return "，".join(asked)[:200] or "全部"
