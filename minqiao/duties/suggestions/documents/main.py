"""The papers of the straight road: sheet, assignment letter, reply letter, feedback form."""

from minqiao.duties.suggestions.choices import HandlingRole, Kind
from minqiao.duties.suggestions.rules.merging import has_own_file
from minqiao.instruments.papers.rules import (
    FORM,
    LETTER,
    OFFICIAL,
    Annex,
    Cell,
    Column,
    Document,
    Grid,
    Para,
    Signatures,
    Signer,
    SignOff,
    Table,
    chinese_date,
    chinese_number,
    label,
    pair,
)


def session_words(suggestion):
    """Where a suggestion was raised, in words: the session's name, or the year between sessions."""
    if suggestion.session:
        return suggestion.session.name
    return f"{suggestion.congress.name}{suggestion.year}年闭会期间"


def _signers(suggestion):
    rows = suggestion.signings.filter(state="confirmed").select_related("mandate__deputy").order_by("pk")
    return [row.mandate for row in rows]


def suggestion_sheet(suggestion):
    """建议专用纸: who raises what, and what is asked, numbered."""
    lead = suggestion.lead_signer
    others = "、".join(f"{one.deputy.name}（{one.certificate_no}）" for one in _signers(suggestion))
    asks = "\n".join(f"{position}. {text}" for position, text in enumerate(suggestion.requests, 1))
    people = Grid(
        (22, 56, 22, 56),
        (
            (*pair("领衔代表", lead.deputy.name), *pair("代表证号", lead.certificate_no)),
            (
                *pair("代表团", suggestion.delegation.name if suggestion.delegation else ""),
                *pair("单位职务", lead.deputy.post),
            ),
            (label("联名代表"), Cell(others or "无", colspan=3)),
            (label("标题"), Cell(suggestion.title, colspan=3)),
            (label("案由"), Cell(suggestion.facts, colspan=3, height=50, indent=True)),
            (label("建议事项"), Cell(asks, colspan=3, height=40)),
            (
                *pair("希望联系方式", suggestion.get_wish_contact_display()),
                *pair("是否同意公开", "同意" if suggestion.consent_public else "不同意"),
            ),
            (*pair("代表签名", "", height=14), *pair("日期", "")),
            (
                *pair("类别", suggestion.get_topic_display()),
                *pair("建议承办单位", suggestion.wish_units),
            ),
            (
                *pair("审定承办单位", ""),
                *pair("登记日期", chinese_date(suggestion.accepted_on) if suggestion.accepted_on else ""),
            ),
        ),
        size=11,
    )
    return Document(
        layout=FORM,
        title=suggestion.get_kind_display(),
        issuer=session_words(suggestion),
        strip=(f"编号：{suggestion.number}", f"类别：{suggestion.get_topic_display()}"),
        blocks=(people,),
    )


HOW_TO_HANDLE = (
    "承办单位应当在办理前、办理中、答复后与代表联系，充分听取意见；答复应当逐条回应建议事项，"
    "标明办理类别，由主要负责人签发；能够解决的及时解决，列入计划的写明期限，暂时不能解决的说明理由。"
)
HOW_TO_RETURN = (
    "不属于本单位职责的，应当在规定期限内书面说明理由，提出由哪个单位承办的意见，由交办机构调整，"
    "不得自行转办或者搁置。"
)
WHO_EVALUATES = (
    "代表对办理态度和办理结果的评价由市人大常委会代表工作机构统一收集、统一反馈，承办单位不得自行收集。"
)


def signers_of(batch):
    """The two who sign the letter of a batch: for the standing committee and for the government."""
    congress = batch.congress
    return (
        Signer(congress.standing_committee, "交办人", batch.assigned_by),
        Signer(congress.government, "接收人", batch.received_by),
    )


def assignment_letter(batch, items):
    """交办书: the total split by kind, the date of reply, the rules; an annex of all rows; two signers."""
    congress, day = batch.congress, chinese_date(batch.assigned_on)
    origin = batch.session.name if batch.session else "闭会期间"
    annex = f"交办清单（{len(items)}件）"
    return Document(
        layout=OFFICIAL,
        issuer=congress.standing_committee,
        title=f"关于交办{origin}代表建议、批评和意见的交办书",
        addressee=congress.government,
        blocks=(
            Para(_total(items, f"{origin}期间" if batch.session else origin)),
            Para("一、办理期限", "heading1"),
            *[Para(text) for text in _dates(items)],
            Para("二、办理要求", "heading1"),
            Para(HOW_TO_HANDLE),
            Para(HOW_TO_RETURN),
            Para("三、评价", "heading1"),
            Para(WHO_EVALUATES),
            Signatures(signers_of(batch), place=batch.place, date=day),
        ),
        attachments=(annex,),
        sign_off=(SignOff(congress.standing_committee, day),),
        annexes=(Annex("附件", annex, (_list_of(items),)),),
        printed_by=congress.standing_committee,
        printed_on=day,
    )


def _total(items, origin):
    """How many are handed over; split by kind where there are both kinds."""
    total, remarks = len(items), sum(item.kind == Kind.REVIEW_REMARK for item in items)
    raised = "审议发言建议" if remarks == total else "建议、批评和意见"
    words = f"{raised}共{total}件"
    if 0 < remarks < total:
        split = f"其中代表建议{total - remarks}件、审议发言建议{remarks}件"
        words = f"{raised}及审议发言建议共{total}件，{split}"
    return f"{origin}，代表提出的{words}，经审核登记，现交你们研究办理。"


def _dates(items):
    """By when to reply, and why then: the ordinary ones, and the broad and hard ones."""
    plain = next((item for item in items if not item.is_hard), None)
    hard = [item for item in items if item.is_hard]
    if plain:
        yield f"一般建议请于{chinese_date(plain.due_on)}前答复代表（{plain.due_facts['why']}）。"
    if hard:
        until, why = chinese_date(hard[0].due_on), hard[0].due_facts["why"]
        yield f"涉及面广、难度大的{len(hard)}件，请于{until}前答复（{why}）。"


def _list_of(items):
    columns = (
        Column("序号", 10, "center"),
        Column("编号", 22, "center"),
        Column("种类", 20, "center"),
        Column("标题", 62),
        Column("领衔代表", 20, "center"),
        Column("答复期限", 22, "center"),
    )
    rows = tuple(
        (
            str(position),
            item.number,
            item.get_kind_display(),
            item.title,
            "（保密）" if item.request_confidential else item.lead_signer.deputy.name,
            str(item.due_on),
        )
        for position, item in enumerate(items, 1)
    )
    return Table(columns, rows)


def numbered(suggestion):
    return f"{session_words(suggestion)}第{suggestion.number}号"


def reply_letter(handling, reply):
    """答复函: letter form, category mark top right, an answer under each request, promises, copies."""
    suggestion, unit = handling.suggestion, handling.unit
    congress, file = suggestion.congress, _file_of(handling)
    blocks = [
        Para(
            _merged_opening(suggestion, file)
            or reply.opening
            or f"您提出的《{suggestion.title}》收悉。感谢您对我们工作的关心和支持。现答复如下："
        )
    ]
    for position, (ask, answer) in enumerate(zip(file.requests, reply.answers, strict=False), 1):
        blocks.append(Para(f"{chinese_number(position)}、{ask.rstrip('。')}", "heading1"))
        blocks.append(Para(answer))
    promises = list(_promises(handling, reply))
    if promises:
        blocks.append(Para(f"{chinese_number(len(file.requests) + 1)}、承诺事项", "heading1"))
        blocks += [
            Para(f"{promise.position}. {promise.text}（{chinese_date(promise.due_on)}前完成）。")
            for promise in promises
        ]
    blocks.append(Para(reply.closing or "感谢您对我们工作的监督，欢迎继续提出宝贵意见。"))
    copies = [f"{congress.standing_committee}代表工作委员会", f"{congress.government}办公室"]
    assisting = (
        suggestion.handlings.standing().filter(role=HandlingRole.ASSIST).select_related("unit").order_by("pk")
    )
    return Document(
        layout=LETTER,
        issuer=unit.name,
        mark=f"办理类别：{reply.category}",
        title=f"关于{numbered(suggestion)}建议的答复",
        addressee=_addressee(suggestion),
        blocks=tuple(blocks),
        sign_off=(SignOff(unit.name, chinese_date(reply.issued_on)),),
        contact=f"联系人：{reply.contact_name}，联系电话：{reply.contact_phone or unit.contact_phone}",
        copies_to=(*copies, *[row.unit.name for row in assisting]),
    )


def _file_of(handling):
    """The suggestion whose requests are answered: of a merged file the lead item's."""
    return handling.suggestion if has_own_file(None, handling) == "" else handling.works_with.suggestion


def _merged_opening(suggestion, file):
    if suggestion.pk == file.pk:
        return ""
    return (
        f"您提出的《{suggestion.title}》收悉，与第{file.number}号建议《{file.title}》内容相近，"
        "经研究并案办理。感谢您对我们工作的关心和支持。现一并答复如下："
    )


def _promises(handling, reply):
    """A merged file's promises stand once, under its lead item, and are told to all."""
    own = has_own_file(None, handling) == ""
    return (reply if own else handling.works_with.reply).commitments.all()


def _addressee(suggestion):
    """Whom the reply is written to; a proposer who asked for confidence is reached through his congress."""
    if suggestion.request_confidential:
        return f"{suggestion.congress.standing_committee}代表工作委员会并转提出建议的代表"
    return f"{suggestion.lead_signer.deputy.name}代表"


def feedback_form(handling, reply):
    """征询意见表: contacts, attitude, result, is the category true, what is wrong, where to return it."""
    suggestion = handling.suggestion
    grades = "□满意　　□基本满意　　□不满意"
    contact = "□办理前　日期：　　　　方式：\n□办理中　日期：　　　　方式：\n□答复后　日期：　　　　方式："
    grid = Grid(
        (28, 50, 28, 50),
        (
            (*pair("建议编号", suggestion.number), *pair("领衔代表", suggestion.lead_signer.deputy.name)),
            (label("标题"), Cell(suggestion.title, colspan=3)),
            (*pair("承办单位", handling.unit.name), *pair("答复文号", reply.number)),
            (*pair("办理类别", reply.category), *pair("答复日期", chinese_date(reply.issued_on))),
            (label("单位是否与您联系"), Cell(contact, colspan=3, height=26)),
            (label("对办理态度"), Cell(grades, colspan=3, height=12)),
            (label("对办理结果"), Cell(grades, colspan=3, height=12)),
            (label("办理类别是否属实"), Cell("□属实　　□不属实", colspan=3, height=12)),
            (label("具体意见"), Cell("", colspan=3, height=50)),
            (*pair("代表签名", "", height=14), *pair("日期", "")),
        ),
    )
    back = suggestion.congress.standing_committee
    return Document(
        layout=FORM,
        title="代表建议办理情况征询意见表",
        issuer=session_words(suggestion),
        blocks=(
            grid,
            Para(
                f"本表请直接寄回{back}代表工作委员会，或者由代表在平台上评价；评价在统一反馈前承办单位看不到。",
                "note",
            ),
        ),
    )
