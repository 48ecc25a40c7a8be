"""Lives of texts up to the register: drafted, co-signed, handed in, improved, screened out, given up."""

from minqiao.config.demo.days import later, moment
from minqiao.duties.suggestions.actions import drafting, leaving, office
from minqiao.duties.suggestions.choices import Kind

IMPROVE = "“建议事项”写得比较笼统，请写明具体路段、具体事项和希望达到的程度，修改后重新提交。"


def suggestion(cast, item, *, drafted, submitted, registered, staff, then):
    """From the first draft to the register; `then(item, found)` hears of it."""
    author, signer = _author(cast, item)
    yield drafted
    if bill := item.fate.get("bill"):
        fellows = [cast.mandates[number - 1] for number in item.co]
        found = drafting.convert_bill(
            actor=author, at=drafted, **signer, co_signers=fellows, **item.words, **bill
        )
    else:
        found = drafting.draft(actor=author, at=drafted, **signer, **item.words)
    yield from _co_signed(cast, item, found, drafted)
    yield submitted
    drafting.submit(found, actor=author, at=submitted)
    if item.is_improved:
        yield from _improved(found, author, staff, item.chance, submitted)
    yield registered
    hint = item.fate.get("near")
    if hint:
        office.hint_merge(found, actor=staff, at=registered, with_number=hint)
    office.register(found, actor=staff, at=registered, is_hard=item.is_hard)
    then(item, found)


def _author(cast, item):
    """Who writes: the deputy, or the secretariat for one who hands in paper."""
    if item.is_paper:
        return cast.secretariat(), {"signer": cast.mandates[item.lead - 1]}
    return cast.deputy(item.lead), {}


def _co_signed(cast, item, found, now):
    if not item.co or item.is_paper:
        return
    now = later(item.chance, now, 0)
    yield now
    invited = [cast.mandates[number - 1] for number in item.co]
    drafting.invite(found, actor=cast.deputy(item.lead), at=now, mandates=invited)
    for number in item.co:
        now = later(item.chance, now, 0)
        yield now
        answer = drafting.confirm_cosign if item.chance.random() < 0.93 else drafting.decline_cosign
        answer(found, actor=cast.deputy(number), at=now)


def _improved(found, author, staff, chance, now):
    now = later(chance, now, 0)
    yield now
    office.send_back(found, actor=staff, at=now, note=IMPROVE)
    now = later(chance, now, 0)
    yield now
    requests = [*found.requests[:-1], f"{found.requests[-1]}，并明确完成时间"]
    drafting.edit(found, actor=author, at=now, requests=requests)
    now = later(chance, now, 0)
    yield now
    drafting.submit(found, actor=author, at=now)


def remark(cast, item, *, noted, sorted_at, confirmed, registered, then):
    """A proposal made orally in debate: noted, written up, confirmed by its speaker, registered."""
    staff, said = cast.secretariat(), item.words
    yield noted
    signer = cast.mandates[item.lead - 1]
    spoken = {name: said[name] for name in ("title", "facts", "meeting", "report_debated")}
    found = drafting.draft(
        actor=staff, at=noted, signer=signer, kind=Kind.REVIEW_REMARK, source="session_debate", **spoken
    )
    yield sorted_at
    written = {name: said[name] for name in ("title", "topic", "requests")}
    office.sort(found, actor=staff, at=sorted_at, **written)
    yield confirmed
    drafting.confirm_remark(found, actor=cast.deputy(item.lead), at=confirmed)
    yield registered
    office.register(found, actor=cast.affairs(), at=registered)
    then(item, found)


def remark_set_aside(cast, lead, words, *, noted, decided, note):
    """A remark that only serves to improve the report debated."""
    yield noted
    signer = cast.mandates[lead - 1]
    found = drafting.draft(
        actor=cast.secretariat(),
        at=noted,
        signer=signer,
        kind=Kind.REVIEW_REMARK,
        source="session_debate",
        **words,
    )
    yield decided
    office.set_aside(found, actor=cast.secretariat(), at=decided, note=note)


def screened_out(cast, lead, row, *, drafted, submitted, decided, staff, letter=None):
    """Handed in, and not handled as a suggestion; `letter`: (moment, to whom, words) of sending it on."""
    names = ("title", "facts", "requests", "topic")
    yield drafted
    found = drafting.draft(actor=cast.deputy(lead), at=drafted, **{name: row[name] for name in names})
    yield submitted
    drafting.submit(found, actor=cast.deputy(lead), at=submitted)
    yield decided
    office.screen_out(found, actor=staff, at=decided, ground=row["ground"], note=row["note"])
    if letter:
        now, to, note = letter
        yield now
        leaving.send_as_letter(found, actor=staff, at=now, passed_to=to, note=note)


def passed_up(cast, lead, words, *, drafted, submitted, decided, to, note):
    """Handed in, beyond the powers of the city, and passed to a higher level."""
    yield drafted
    found = drafting.draft(actor=cast.deputy(lead), at=drafted, **words)
    yield submitted
    drafting.submit(found, actor=cast.deputy(lead), at=submitted)
    yield decided
    leaving.escalate_up(found, actor=cast.affairs(), at=decided, passed_to=to, note=note)


def given_up(cast, item, *, drafted, discarded):
    """A draft that its author throws away."""
    yield drafted
    found = drafting.draft(actor=cast.deputy(item.lead), at=drafted, **item.words)
    yield discarded
    drafting.discard(found, actor=cast.deputy(item.lead), at=discarded)


def half_written(cast, lead, title, *, drafted):
    """A draft that nobody has gone on with."""
    yield moment(drafted)
    drafting.draft(actor=cast.deputy(lead), at=moment(drafted), title=title)
