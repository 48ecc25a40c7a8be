"""What must happen in the demo's year whatever chance says: scenarios, and the sign-ins' own items."""

from minqiao.config.demo.days import day
from minqiao.config.demo.registry import NAMED
from minqiao.config.demo.words import OBJECTION

# By number in the session: 3-5-009 and so on.
HELD = (9, 34, 58, 90, 117, 142, 171, 189)
HARD = (*HELD, 20, 47, 73, 101, 128, 155, 163, 180, 191, 196)
PAPER = (15, 77, 112, 160, 183)
CONFIDENTIAL = (66, 131)
IMPROVED = (25, 84, 139)
NEAR = {162: "3-5-108", 183: "3-5-154"}
MERGED = {162: 108}  # into whose file it goes
BILL = 126  # raised as a bill, which the presidium had handled as a suggestion
PLACE_OF = {username: number for number, username in NAMED.items()}  # in the register of deputies
DAIBIAO, DAIBIAO2, DAIBIAO3 = (PLACE_OF[name] for name in ("daibiao", "daibiao2", "daibiao3"))
DUAL, WEIYUAN = PLACE_OF["shuangzhong"], PLACE_OF["weiyuan"]

# Who raises what: (deputy or 0, words of the title); the others are drawn.
CHOSEN = {
    5: (DAIBIAO2, "病险水库"),
    9: (0, "夹岩水利枢纽"),
    12: (DAIBIAO, "通组公路“最后一公里”"),
    33: (DAIBIAO, "至县城二级公路"),
    34: (0, "断头路"),
    41: (DAIBIAO, "季节性缺水"),
    52: (DAIBIAO2, "破损通村公路"),
    58: (0, "能源产业协同"),
    64: (DAIBIAO3, "集镇过境公路"),
    69: (0, "危桥的建议"),
    79: (0, "城乡客运班线"),
    82: (0, "交通信号配时"),
    88: (DAIBIAO, "寄宿制学校食宿"),
    90: (0, "采煤沉陷区群众搬迁"),
    93: (0, "渡口码头"),
    97: (DAIBIAO, "卫生院服务能力"),
    107: (0, "高速公路出入口"),
    110: (DUAL, "临崖临水路段"),
    117: (0, "化工园区环境监测"),
    142: (0, "草海周边"),
    171: (0, "减轻企业迎检负担"),
    189: (0, "编制周转池"),
}
TALKED = ((day("04-02"), "before"), (day("05-08"), "during"), (day("06-03"), "during"))
DISSATISFIED = {"kind": "early", "grade": "dissatisfied", "evaluated": 3, "sent_back": ""}
FATES = {
    12: {"reply": day("06-03"), "category": "A", "grade": "satisfied", "evaluated": 8, "sent_back": ""},
    # A lead with two assistants, one empty opinion, one late; an extension; two promises.
    33: {
        "kind": "extended",
        "units": [("A14", "lead", ""), ("A09", "assist", ""), ("A11", "assist", "")],
        "assist": {
            "A09": {"sent": day("04-16"), "rejected": day("04-20"), "again": 4},
            "A11": {"sent": day("06-18")},
        },
        "contacts": TALKED,
        "asked": day("06-10"),
        "decided": day("06-12"),
        "reply": day("09-08"),
        "category": "B",
        "grade": "satisfied",
        "sent_back": "",
        "promises": (("完成施工图设计", day("11-30")), ("建成通车", day("2027-06-30"))),
    },
    # Dissatisfied with the result, not with the attitude; the unit does not know yet.
    41: {
        "reply": day("05-28"),
        "category": "B",
        "grade": "dissatisfied",
        "evaluated": 6,
        "grades": {"attitude": "satisfied"},
        "released": day("06-12"),
        "sent_back": "",
    },
    # The transport bureau's own: on the demo's day something at every place of a reply's way.
    52: {"reply": day("06-11"), "category": "A", "sent_back": ""},
    64: {"reply": day("06-17"), "category": "B", "sent_back": "gov"},
    69: {"reply": day("06-17"), "sent_back": ""},
    79: {"reply": day("06-15"), "sent_back": ""},
    82: {"units": [("A06", "lead", ""), ("A14", "assist", "")], "assist": {"A14": {"sent": day("06-16")}}},
    88: {"kind": "early", "reply": day("05-12"), "grade": "satisfied", "category": "A", "evaluated": 3},
    97: {
        "reply": day("06-22"),
        "sent_back": "",
        "contacts": ((day("04-09"), "before"), (day("06-09"), "during")),
    },
    93: {"kind": "late", "contacts": ((day("06-12"), "before"),), "reply": day("06-29"), "sent_back": ""},
    104: {"kind": "near", "reply": day("06-05"), "without_contact": True, "sent_back": ""},
    107: {"kind": "extended", "asked": day("05-20"), "decided": day("05-22"), "reply": day("08-20")},
    110: {"reply": day("06-16"), "sent_back": ""},
    # The extension is refused: the date stands.
    122: {
        "kind": "extended",
        "asked": day("05-26"),
        "decided": day("05-28"),
        "is_refused": True,
        "reply": day("06-19"),
    },
    108: {"kind": "early", "reply": day("05-07"), "category": "A", "grade": "satisfied", "sent_back": ""},
    162: {"follows": (day("04-15"), day("05-12"))},
    BILL: {"bill": {"bill_number": "第3号议案", "bill_decided_on": day("03-11")}},
    151: {"kind": "early", "is_revised": True, "grade": "basic"},
    154: {"kind": "early", "reply": day("04-22"), "is_silent": True, "sent_back": ""},
    # Dissatisfied, and handled once more: waiting to hear the deputy, answered again, studied, ended.
    164: {
        **DISSATISFIED,
        "reply": day("05-20"),
        "again": {"ordered": day("06-04"), "heard": day("06-12"), "reply": day("06-26")},
    },
    145: {
        **DISSATISFIED,
        "reply": day("05-06"),
        "grades": {"objection": OBJECTION},
        "again": {"ordered": day("05-19"), "heard": day("05-22"), "reply": day("06-05"), "evaluated": 6},
    },
    168: {
        **DISSATISFIED,
        "reply": day("04-16"),
        "again": {
            "ordered": day("04-27"),
            "heard": day("05-06"),
            "reply": day("05-18"),
            "grade": "dissatisfied",
            "held": day("06-16"),
        },
    },
    146: {
        **DISSATISFIED,
        "reply": day("04-10"),
        "category": "C",
        "again": {
            "ordered": day("04-20"),
            "heard": day("04-23"),
            "reply": day("05-08"),
            "category": "C",
            "grade": "dissatisfied",
            "held": day("06-02"),
        },
    },
    # Not ours, says the unit: another takes it over; it goes on; a government leader decides.
    175: {
        "return": {
            "to": "A16",
            "decided": day("04-03"),
            "reason": "畜禽养殖污染的源头治理属农业农村主管部门职责，我局只负责执法监测。",
        }
    },
    63: {
        "return": {
            "to": "A10",
            "decided": day("04-02"),
            "reason": "创业就业扶持政策和资金由人力资源社会保障部门管理，团委没有对应职能。",
            "refused": "建议事项以青年返乡服务为主，属团市委职责，涉及资金的由市人力资源社会保障局协办。",
        }
    },
    153: {
        "return": {
            "to": "A19",
            "decided": day("03-31"),
            "reason": "设备配置计划由卫生健康部门提出，我局只按预算拨付。",
            "refused": "建议主要涉及财政投入，仍由市财政局办理。",
            "objected": day("04-03"),
            "ordered": day("04-10"),
            "order": "other",
        }
    },
}


def chosen(number, pool):
    """(deputy or 0, matter) of an item: as chosen, or the next of the pool."""
    lead, title = CHOSEN.get(number, (0, ""))
    return lead, pool.take(title) if title else next(pool)
