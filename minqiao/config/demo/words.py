"""What the demo's people write on the way: contacts, opinions, answers, grades. All invented."""

from minqiao.config.demo.days import day

HEADS = (
    "您反映的情况属实。", "您的建议我们已经采纳。", "我单位由分管领导带队到现场查看，并当面听取了您的意见。",
    "这项建议针对性强，我们列为今年的重点事项办理。",
)  # fmt: skip
DONE = (
    "围绕“{ask}”，我们明确了责任科室和完成时限，有关措施已经落实，日常管理由{place}有关方面负责。",
    "“{ask}”已经办理，完成后由乡镇（街道）干部和群众代表到场查看，没有不同意见。",
    "关于“{ask}”，我单位制定了具体办法并在现场公示了责任人和电话，欢迎您随时监督。",
)
DOING = (
    "关于“{ask}”，已列入本单位今年工作安排，正会同{place}有关方面推进，进展情况将按季度向您通报。",
    "“{ask}”需要分步实施：先完成摸底和方案，再安排资金和施工，我们将在每个节点告知您。",
    "关于“{ask}”，已向上级主管部门报送申请，批复后立即实施；批复前先做好临时性措施。",
)
LIMITS = (
    "项目尚未列入上级规划，建设资金没有来源", "涉及生态保护红线，用地手续目前不能办理",
    "现行政策对补助范围和标准有统一规定，市级无权调整", "技术方案尚不成熟，需要进一步论证",
)  # fmt: skip
BEFORE = (
    "到{place}与代表见面，逐条听取了意见。代表希望先办群众最急的事。",
    "电话与代表沟通，说明了承办科室、办理步骤和时间安排，约定现场查看。",
    "与代表一同到现场查看，核对了建议中反映的情况，对第1项建议的做法达成一致。",
)
DURING = (
    "向代表通报进展和拟答复的主要内容，代表对进度表示理解，要求写清完成时间。",
    "就拟答复内容征求代表意见，按代表意见补充了责任单位和完成时限。",
    "请代表到现场查看阶段性成果，代表提出两点补充意见，已经采纳。",
)
AFTER = ("将答复函送交代表，并说明承诺事项的时间安排。", "电话回访代表，代表对答复没有不同意见。")
DISPUTES = ("通过电话，但没有到现场，请更正。", "日期有出入，应为次日。")
OPINIONS = (
    "对主办单位提出的方案没有不同意见。属于我单位职责的“{ask}”，将安排专人配合，于年内完成。",
    "经研究，提出以下会办意见：一、支持将该事项列入计划；二、“{ask}”所需手续由我单位限时办理；三、明确一名联络员全程配合。",
    "我单位已派人参加现场查看。涉及我单位的部分，按程序安排资金和人员，并按月向主办单位通报进度。",
)
EMPTY_OPINION = "我单位没有意见，请主办单位按职责办理。"
REASONS = (
    "涉及部门多，需要等待省级专项规划批复后才能确定资金渠道，三个月内难以答复清楚。",
    "现场勘测受雨季影响，方案比选尚未完成，需要补充论证后再作答复。",
)
SO_FAR = "已两次与代表见面，完成现场踏勘和部门会商，形成初步方案。"
SEND_BACKS = (
    "第2项建议的答复没有写明责任单位和完成时间，请补充后重新报送。",
    "内容偏重工作介绍，请针对代表提出的事项逐条答复。",
    "办理类别标为A类，但所述事项尚未完成，请核实类别。",
)
SATISFIED = ("", "", "", "答复具体，已经看到变化。", "办得实在，群众认可。", "承办同志多次到现场，态度认真。")
BASIC = ("希望加快进度，完工后再请我去看一看。", "答复清楚，但完成时间偏晚。", "请把后续进展及时告诉我。")
DISSATISFIED = (
    "答复只讲了原则和难处，没有说明什么时候办、由谁办，问题依旧。",
    "现场没有变化，答复所说的措施群众没有看到。",
    "建议事项没有逐条回应，第2项没有答复清楚。",
)
OBJECTION = "承办单位送答复时曾希望我填写满意，请代表工作委员会掌握，不必转告。"
NO_CONTACT = "代表在外地住院治疗，电话由家属接听，转告可以先行书面答复；我单位将在代表返回后补上当面沟通。"
HELD = "涉及多个部门和县区，需要市政府专题会议研究后确定承办单位和分工"

DUTIES = "市委办公室、市政府办公室印发的本单位职能配置、内设机构和人员编制规定"
RETURN_AGREED = "经核对职责分工，所提理由成立。"
ORDERED_OTHER = "经研究，此事以行业主管为主，由{unit}承办，原承办单位做好移交和配合。"
ORDERED_TO_HANDLE = "经研究，由原承办单位负总责，其他单位配合，不再变更。"
WITHDRAWN = "所提问题有关单位已经着手解决，不需要再按建议办理，特申请撤回。"
REDO = "请针对代表指出的问题，写明由谁办、什么时候办、钱从哪里来；正式答复前当面听取代表意见。"
STUDY = "两轮答复后代表仍不满意，分歧在于资金来源和完成时间，提请联席会商。"
STUDY_PEOPLE = "代表工作委员会、市政府办公室、{unit}负责人，领衔代表"
MINUTES = (
    "会议认为，{unit}已尽现有条件办理；余下部分列入下一年度计划争取资金，{unit}每半年向代表通报一次进展。"
    "代表表示理解现有困难，保留意见。"
)
CALLED = "电话回访，代表所说与征询意见表一致。"


def contact_words(chance, stage, place):
    """What was said at a contact before, during or after the handling."""
    texts = {"before": BEFORE, "during": DURING, "after": AFTER}[stage]
    return chance.choice(texts).format(place=place)


def answers(item, category, others=()):
    """An answer under each request. `others`: unit names by the position of a request that is not ours."""
    chance, found = item.chance, []
    for position, ask in enumerate(item.words["requests"]):
        if position < len(others) and others[position]:
            found.append(f"此项由{others[position]}负责答复，我单位将积极配合。")
        elif position == 0:
            found.append(_first_answer(item, category, chance.choice(HEADS)))
        else:
            texts = DOING if category == "B" else DONE
            found.append(chance.choice(texts).format(ask=ask.rstrip("。"), place=item.place))
    return found


def _first_answer(item, category, head):
    if category == "A":
        return f"{head}{item.done}。目前这一事项已经办结，并请代表和群众到场查看。"
    if category == "B":
        return f"{head}目前，{item.done}。下一步按计划推进，时限见承诺事项。"
    limit = item.chance.choice(LIMITS)
    first = f"您反映的情况属实。经核实，{limit}，目前暂不能全部解决。"
    return f"{first}我们先做了以下工作：{item.done}。条件成熟后优先办理。"


def promises(item, on):
    """One promise or two after `on`, each by a month's end."""
    dates = [one for one in map(day, ("09-30", "11-30", "12-31", "2027-03-31", "2027-06-30")) if one > on]
    first = item.chance.randrange(len(dates))
    found = [(item.promise, dates[first])]
    if item.chance.random() < 0.3 and first:
        found.insert(0, ("完成方案和前期手续", dates[item.chance.randrange(first)]))
    return found


def grades(item, kind):
    """The words of an evaluation: `kind` is satisfied, basic or dissatisfied; the attitude may be better."""
    texts = {"satisfied": SATISFIED, "basic": BASIC, "dissatisfied": DISSATISFIED}[kind]
    attitude = "satisfied" if kind != "dissatisfied" or item.chance.random() < 0.7 else "basic"
    return {
        "attitude": attitude,
        "result": kind,
        "was_contacted": ["before", "during"] if item.chance.random() < 0.8 else ["before"],
        "category_is_true": kind != "dissatisfied",
        "words": item.chance.choice(texts),
        "objection": "",
    }
