"""Places, the deputies who receive there and the checklist in and out of a spreadsheet; opinions out."""

from minqiao.duties.stations.actions.items import save_check_item
from minqiao.duties.stations.actions.rows import save_attached_row, save_place_row, save_place_rows
from minqiao.duties.stations.choices import PlaceState
from minqiao.duties.stations.forms.places import MARKET_HELP, AttachedRow, PlaceRow
from minqiao.duties.stations.forms.standards import CheckItemRow
from minqiao.duties.stations.queries.rows import (
    AttachedLookups,
    PlaceLookups,
    attached_rows,
    opinion_rows,
    place_rows,
)
from minqiao.duties.stations.queries.standards import check_items, kinds_by_word
from minqiao.foundation.accounts.choices import CONGRESS_LEADERS, Role
from minqiao.kit.sheets import Column, Sheet

KEEPERS = frozenset({Role.DEPUTY_AFFAIRS, Role.SYSTEM_ADMIN, "clock"})
READERS = KEEPERS | CONGRESS_LEADERS | {Role.STATION_KEEPER}
SHEETS = (
    Sheet(
        slug="stations",
        label="联络站点",
        form=PlaceRow,
        columns=(
            Column("code", "编号", "一站一号，不重复；再次导入按编号更新", text=True),
            Column("kind", "类型", "站点类型的名称或者简称，如 站、室、行业站、网上站"),
            Column("name", "名称", width=36),
            Column("area", "所在区划", "名称或12位代码；名称有重复时填代码", text=True),
            Column("parent", "所属联络站", "联络站编号；室不填的归到同一乡镇的联络站", text=True),
            Column("address", "地址", width=30),
            Column("longitude", "经度"),
            Column("latitude", "纬度"),
            Column("head", "站长"),
            Column("liaison", "联络员"),
            Column("phone", "站点电话", "对外公开的办公电话", text=True),
            Column("opening", "开放时间", width=24),
            Column("floor_area", "面积（平方米）"),
            Column("facilities", "功能区和设施", width=30),
            Column("market", "赶集日", MARKET_HELP),
            Column("online_url", "网上入口", width=30),
            Column("state", "状态", f"只对新登记的有效，不填为正常运行：{'、'.join(PlaceState.labels)}"),
        ),
        keys=("code",),
        rows=place_rows,
        save=save_place_row,
        save_many=save_place_rows,
        lookups=PlaceLookups,
        importers=KEEPERS,
        exporters=READERS,
    ),
    Sheet(
        slug="opinions",
        label="群众意见",
        form=None,
        columns=(
            Column("number", "编号", text=True),
            Column("place", "站点", width=36),
            Column("received_on", "收到日"),
            Column("way", "来源"),
            Column("topic", "类别"),
            Column("text", "反映的事项", width=60),
            Column("phone", "手机号", "只显示一部分", text=True),
            Column("route", "办理途径"),
            Column("handler", "办理单位", width=24),
            Column("state", "环节"),
            Column("due_on", "办理期限"),
            Column("suggestion", "代表建议编号", text=True),
            Column("answered_on", "答复日"),
            Column("first_rating", "首次评价"),
            Column("rating", "最近评价"),
        ),
        rows=opinion_rows,
        exporters=frozenset({Role.DEPUTY_AFFAIRS, Role.STATION_KEEPER}),
    ),
    Sheet(
        slug="station-deputies",
        label="进站代表",
        form=AttachedRow,
        columns=(
            Column("place", "站点编号", text=True),
            Column("place_name", "站点名称", "只供核对，不读取", width=36),
            Column("deputy", "代表编号", "代表名册中的编号", text=True),
            Column("deputy_name", "代表姓名", "只供核对，不读取"),
            Column("level", "代表层级", "只供核对，不读取"),
        ),
        keys=("place", "deputy"),
        rows=attached_rows,
        save=save_attached_row,
        lookups=AttachedLookups,
        importers=KEEPERS,
        exporters=READERS,
        note="只增加，不减少；撤下代表请在站点页面办理。",
    ),
    Sheet(
        slug="station-standards",
        label="站点建设标准",
        form=CheckItemRow,
        columns=(
            Column("kind", "站点类型", "站点类型的名称或者简称"),
            Column("group", "类别"),
            Column("words", "内容", width=50),
            Column("points", "分值", "一个类型各项合计100分；0分为不用"),
            Column("position", "次序"),
        ),
        keys=("kind", "words"),
        rows=check_items,
        save=save_check_item,
        lookups=kinds_by_word,
        importers=KEEPERS,
        exporters=READERS,
    ),
)
