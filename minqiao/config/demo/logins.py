"""The demo's sign-ins worth remembering: for the command's table and for the sign-in page."""

PASSWORD = "minqiao-2026"
# username, who, what there is to do
LOGINS = (
    ("daibiao", "代表", "我的建议：写、联名、确认联系、评价"),
    ("daigongwei", "代表工作委员会", "审核登记、交办、延期审批、反馈评价、办结"),
    ("zhengfuban", "政府办公室（督查室）", "分办、预审答复"),
    ("danwei", "市交通运输局承办人", "签收、联系代表、起草答复"),
    ("danwei-fen", "市交通运输局分管领导", "核稿"),
    ("danwei-zhu", "市交通运输局主要负责人", "签发"),
    ("shuangzhong", "代表兼市教育局主要负责人", "一人两职，右上角切换"),
    ("zhuren", "常委会主任会议成员", "查看全部建议"),
    ("weiyuan", "常委会组成人员", "查看全部建议，确认自己的审议发言"),
    ("mishuchu", "大会秘书处议案组", "会议期间的录入、审核"),
    ("shizhang", "政府领导", "查看交办和办理情况"),
    ("shiwei5", "专门委员会（城环委）", "提请重点督办、登记督办活动、对口督办"),
    ("quxian", "县级人大代表工作委员会", "报送委托核查的结果"),
    ("zhandian", "乡镇代表联络站工作人员", "登记接待、分流和答复群众意见"),
    ("xitong / anquan / shenji", "系统管理员 / 安全管理员 / 审计员", "三员分立"),
)
