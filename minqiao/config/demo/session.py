"""The demo's fifth session: 196 suggestions and 22 remarks, handed over on 20 March 2026 as batch 3-5."""

from random import Random

from minqiao.config.demo import words
from minqiao.config.demo.days import at, day, later, moment, spread
from minqiao.config.demo.detours import called_back, following
from minqiao.config.demo.fates import (
    BILL,
    CONFIDENTIAL,
    FATES,
    HARD,
    HELD,
    IMPROVED,
    MERGED,
    NEAR,
    PAPER,
    chosen,
)
from minqiao.config.demo.handlings import dispatched
from minqiao.config.demo.items import item_of
from minqiao.config.demo.matters import remarks, screened_out
from minqiao.config.demo.people import invented_names
from minqiao.config.demo.raising import given_up, remark, remark_set_aside, suggestion
from minqiao.config.demo.raising import screened_out as screened_out_life
from minqiao.duties.suggestions.actions import merging, office
from minqiao.duties.suggestions.queries.lists import chosen as loaded

SIZES = {"small": (21, 3), "bijie": (196, 22), "province": (196, 22)}  # suggestions, remarks
BILL_SIGNERS = 10  # beside the first: what a bill needs (Organic Law art. 22)
CALLS = ("06-05 15:10", "06-08 09:40", "06-09 10:20", "06-10 15:00", "06-11 09:30", "06-11 16:00")
NAME, PLACE = "3-5", "毕节市人大常委会会议厅"
MEETINGS = ("第一", "第二", "第三", "第四", "第五")
ASIDE = "所提意见已在修改报告时采纳，不单独交办。"
GENERAL_REMARKS = (
    ("政府工作报告", "建议报告中民生部分再写具体一些，把办了哪几件事、谁受益写清楚。"),
    ("预算报告", "报告第12页数字与附表不一致，请核对。"),
)


def enter_session(stage, cast, authors, pool, *, scale):
    """Let the session's lives begin. `pool` gives the matters, `authors` the deputies."""
    suggestions, spoken = SIZES[scale]
    accepted = []
    slots = spread(day("03-13"), suggestions + spoken, 78)
    for number in range(1, suggestions + 1):
        item = _item(number, authors, pool, cast)
        times = _times(item.chance, number)
        staff = cast.secretariat() if number <= 78 else cast.affairs(number % 3 == 0)
        life = suggestion(
            cast, item, **times, registered=slots[number - 1], staff=staff, then=_into(accepted)
        )
        stage.enter(life)
    _enter_remarks(stage, cast, authors, spoken, slots[suggestions:], _into(accepted))
    _enter_rest(stage, cast, authors, pool, few=scale == "small")
    stage.enter(_handed_over(stage, cast, accepted))


def _into(accepted):
    return lambda item, found: accepted.append((item, found.pk))


def _item(number, authors, pool, cast):
    lead, matter = chosen(number, pool)
    lead = lead or authors.draw(matter)
    item = item_of(matter, lead, authors, cast.units, f"3-5-{number}")
    item.is_hard, item.is_paper, item.is_improved = number in HARD, number in PAPER, number in IMPROVED
    item.co = [] if item.is_improved else item.co  # an edited text would have to be confirmed again
    item.words["request_confidential"] = number in CONFIDENTIAL
    item.words["is_urgent"] = item.chance.random() < 0.04
    if item.chance.random() < 0.15 and number > 20:
        item.words["repeat_of"] = f"3-4-{item.chance.randint(1, 190):03d}"
    item.fate = dict(FATES.get(number, {}))
    if near := NEAR.get(number):
        item.fate["near"] = near
    if number == BILL:
        item.is_paper, item.co = True, authors.fellows(lead, BILL_SIGNERS, Random("bill"))
    if number in FATES and "units" in item.fate:
        item.units = [unit for unit in item.fate["units"] if unit[0] in cast.units]
    return item


def _times(chance, number):
    """Drafted in the week before, handed in during the session and before its cut-off."""
    if number == BILL:
        return {"drafted": moment("03-12 09:10"), "submitted": moment("03-12 09:40")}
    drafted = at(day(f"03-0{chance.randint(2, 9)}"), chance.randrange(8 * 60, 18 * 60))
    on, last = chance.choice((("03-10", 20), ("03-11", 20), ("03-12", 16)))
    return {"drafted": drafted, "submitted": at(day(on), chance.randrange(15 * 60, last * 60))}


def _enter_remarks(stage, cast, authors, count, slots, then):
    for number, matter in enumerate(remarks(cast.units)[:count], 1):
        item = item_of(matter, authors.draw(matter), authors, cast.units, f"remark-{number}")
        name = MEETINGS[number % len(MEETINGS)]
        item.words |= {"meeting": f"3月11日下午{name}代表团会议", "report_debated": matter.report}
        stage.enter(
            remark(
                cast,
                item,
                noted=at(day("03-11"), 14 * 60 + 30 + 3 * number),
                sorted_at=at(day("03-12"), 9 * 60 + 7 * number),
                confirmed=at(day("03-13"), 9 * 60 + 4 * number),
                registered=slots[number - 1],
                then=then,
            )
        )


def _enter_rest(stage, cast, authors, pool, *, few):
    """What did not become a numbered item: screened out, set aside, given up."""
    chance = Random("rest")
    for number, row in enumerate(screened_out()[: 2 if few else 5], 1):
        lead = authors.draw_any()
        times = {"drafted": at(day("03-09"), 600 + number), "submitted": at(day("03-11"), 1000 + 9 * number)}
        decided = at(day("03-12"), 16 * 60 + 11 * number)
        stage.enter(screened_out_life(cast, lead, row, **times, decided=decided, staff=cast.secretariat()))
    for number, (report, text) in enumerate(GENERAL_REMARKS):
        said = {"title": f"对{report}文字的意见", "facts": text, "report_debated": report}
        said["meeting"] = "3月11日下午第六代表团会议"
        noted, decided = moment(f"03-11 15:4{number}"), moment(f"03-12 11:0{number}")
        lead = authors.draw_any()
        stage.enter(remark_set_aside(cast, lead, said, noted=noted, decided=decided, note=ASIDE))
    for number in range(2):
        matter = next(pool)
        item = item_of(matter, authors.draw(matter), authors, cast.units, f"given-up-{number}")
        drafted = at(day("03-06"), 700 + number)
        stage.enter(given_up(cast, item, drafted=drafted, discarded=later(chance, drafted, 2)))


def _handed_over(stage, cast, accepted):
    """The batch: prepared, issued with one letter and two signatures, dispatched but for the held."""
    secretary, deputy_secretary = invented_names(2, "signers")
    now = moment("03-19 10:00")
    yield now
    ids = [pk for _, pk in accepted]
    items = loaded(cast.affairs(), ids)
    batch = office.prepare_batch(
        actor=cast.affairs(), at=now, name=NAME, suggestions=items, congress=cast.congress
    )
    now = moment("03-20 09:30")
    yield now
    office.issue_batch(batch, actor=cast.affairs(), at=now, assigned_on=now.date(), place=PLACE)
    now = moment("03-20 10:00")
    yield now
    signers = {
        "assigned_by": f"{secretary}，市人大常委会秘书长",
        "received_by": f"{deputy_secretary}，市人民政府副秘书长",
    }
    office.sign_batch(batch, actor=cast.affairs(), at=now, **signers)
    if len(accepted) > 100:
        stage.enter(called_back(cast, batch, moment("06-05 10:00"), [moment(one) for one in CALLS]))
    found = {one.pk: one for one in loaded(cast.gov(), ids)}
    yield from _merged(cast, found, ids)
    for number, (item, pk) in enumerate(accepted, 1):
        now = at(day("03-20"), 10 * 60 + 10 + number // 2)
        yield now
        assigned = found[pk]
        if number in MERGED:
            stage.enter(following(stage, cast, item, assigned))
        elif number in HELD:
            office.hold(assigned, actor=cast.gov(), at=now, note=words.HELD)
            stage.enter(_decided(stage, cast, item, assigned, number))
        else:
            dispatched(stage, cast, item, assigned, now)


def _merged(cast, found, ids):
    """Near-same items go into one work file before they are dispatched."""
    now = moment("03-20 10:06")
    yield now
    for number, lead in MERGED.items():
        if number <= len(ids):
            member, first = found[ids[number - 1]], found[ids[lead - 1]]
            merging.merge(member, actor=cast.affairs(), at=now, lead=first)


def _decided(stage, cast, item, found, number):
    """A held item after the leaders have decided who handles it."""
    now = later(item.chance, moment("06-23 18:00"), 1 + number % 5)
    yield now
    dispatched(stage, cast, item, found, now)
