"""The words: parts of the public site, columns of its open data."""

from minqiao.kit.sheets import Column

# The standing parts of the public site: their words and the page each opens. The lists of a year stand
# between them, as the rooms offer them (decision 0019).
FIRST, LAST = ("代表建议和答复", "public:suggestions"), ("开放数据", "public:data")
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
