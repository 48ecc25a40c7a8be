"""Invented suggestions in any number, always the same for the same seed (pure)."""

import random

PLACES = (
    "七星关区", "大方县", "黔西市", "金沙县", "织金县", "纳雍县", "威宁县", "赫章县", "百里杜鹃",
    "金海湖新区", "朱昌镇", "放珠镇", "杨家湾镇", "猫场镇", "以那镇", "草海镇", "城关街道", "洪山街道",
    "水西街道", "鸭池镇", "岩孔街道", "沙土镇", "珠藏镇", "阳长镇", "可乐乡", "妈姑镇", "海子街镇",
    "对坡镇",
)  # fmt: skip
THINGS = (
    "农村公路", "通村道路", "校车", "饮水工程", "河道", "污水处理厂", "养老院", "乡镇卫生院", "路灯",
    "农贸市场", "公交站台", "停车场", "幼儿园", "寄宿制学校", "山塘水库", "灌溉渠", "垃圾中转站",
    "充电桩", "易地搬迁安置点", "图书馆", "健身广场", "红绿灯", "消防通道", "天麻基地", "刺梨加工",
    "猕猴桃产业", "古茶树保护", "乡村旅游", "民宿", "非遗传承", "村医待遇", "教师编制", "特殊教育",
    "法律援助", "快递进村", "电商平台", "冷链仓储",
)  # fmt: skip
TROUBLES = (
    "年久失修", "数量不足", "布局不合理", "管护缺位", "资金缺口大", "安全隐患突出", "雨季易积水",
    "冬季结冰难行", "覆盖面窄", "标准偏低", "责任不清", "设备老旧", "人员流失", "群众反映强烈",
    "运行成本高", "手续办理时间长",
)  # fmt: skip
ASKS = (
    "建议列入年度计划", "建议增加财政投入", "建议明确责任单位", "建议统一规划", "建议加快立项",
    "建议开展专项整治", "建议建立长效机制", "建议给予政策支持", "建议组织现场调研", "建议分批改造",
    "建议完善管理办法",
)  # fmt: skip


def texts(count, seed=20260101):
    """`count` pairs of a title and a body, like suggestions: common words, and rare names and numbers."""
    chance = random.Random(seed)
    for number in range(count):
        place, thing = chance.choice(PLACES), chance.choice(THINGS)
        title = f"关于解决{place}{thing}{chance.choice(TROUBLES)}问题的建议"
        clauses = [
            f"{chance.choice(PLACES)}{_name(chance)}村{chance.choice(THINGS)}{chance.choice(TROUBLES)}，"
            f"涉及{chance.randrange(20, 9000)}人。{chance.choice(ASKS)}。"
            for _ in range(chance.randrange(2, 6))
        ]
        yield title, f"{place}{_name(chance)}片区{thing}存在不足，第{number}号调查。{''.join(clauses)}"


def _name(chance):
    """A place name no dictionary knows."""
    return "".join(chr(chance.randrange(0x4E00, 0x9F00)) for _ in range(2))
