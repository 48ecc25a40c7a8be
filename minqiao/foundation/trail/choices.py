"""The words of the auditor's pages."""

# The auditor's role, as accounts grants it: trail lies below accounts and cannot ask there (a test compares).
AUDITOR = "auditor"
# Of these rooms the auditor reads the remarks too: they are administration, not case content.
OPEN_ROOMS = frozenset({"accounts", "rulebook", "workdays", "trail"})
COLUMNS = (
    ("seq", "序号"),
    ("at", "时间"),
    ("name", "姓名"),
    ("user_id", "用户编号"),
    ("capacity", "以何身份"),
    ("action", "动作代码"),
    ("label", "动作"),
    ("subject", "对象"),
    ("subject_id", "对象编号"),
    ("case", "所属案卷"),
    ("case_id", "案卷编号"),
    ("from_state", "原环节"),
    ("to_state", "新环节"),
    ("note", "说明"),
    ("prev_hash", "上一条摘要"),
    ("hash", "摘要"),
)
