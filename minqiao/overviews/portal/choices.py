"""The words: parts of the public site, columns of its open data."""

from minqiao.kit.sheets import Column

# Each standing part of the public site: its words and the page it opens; lists of a year come after them.
SECTIONS = (
    ("代表联络站", "public:stations"),
    ("我的代表", "public:mine"),
    ("查意见进展", "public:track"),
    ("群众意见和答复", "public:opinions"),
    ("代表建议和答复", "public:suggestions"),
    ("民生微实事", "public:projects"),
    ("开放数据", "public:data"),
)
OPINION_COLUMNS = (
    Column("place", "站点", width=36),
    Column("text", "反映的事项", width=60),
    Column("answer", "答复", width=60),
    Column("rating", "群众评价"),
    Column("published_on", "公开日"),
)
PLACE_COLUMNS = (
    Column("code", "编号", text=True),
    Column("kind", "类型", width=24),
    Column("name", "名称", width=36),
    Column("county", "县区"),
    Column("township", "乡镇（街道）"),
    Column("address", "地址", width=30),
    Column("opening", "开放时间", width=24),
    Column("phone", "站点电话", text=True),
    Column("market", "赶集日"),
    Column("longitude", "经度"),
    Column("latitude", "纬度"),
    Column("page", "网址", width=40),
)
COLUMNS = (
    Column("number", "编号", text=True),
    Column("title", "标题", width=40),
    Column("units_words", "承办单位", width=24),
    Column("category_words", "办理类别"),
    Column("topic_words", "类别"),
    Column("year", "年度"),
    Column("county", "县区"),
    Column("mode_words", "公开方式"),
    Column("replied_on", "答复日"),
    Column("published_on", "公开日"),
    Column("address", "网址", width=40),
    Column("text_hash", "校验值", width=40),
)
