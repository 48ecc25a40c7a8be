"""Promises at each place of their way, made by the real acts."""

from minqiao.duties.suggestions.actions import handling, promising, replying
from minqiao.duties.suggestions.models import Commitment
from minqiao.duties.suggestions.queries.promises import commitment_of
from tests.factories import a_contact, a_dispatched, at, day, to_signing

PROMISES = (("完成施工图设计", day("2026-11-30")), ("道路通车", day("2027-06-30")))
PROGRESS = "施工图设计完成八成，下月送审。"
PROOF = "施工图已通过审查，批复文号毕交建〔2026〕18号。"
REASON = "征地补偿尚有三户没有谈妥，正由区政府协调。"


def a_promise(world, when="2026-04-10", promises=PROMISES, code="A14", **words):
    """The first promise of a reply issued on `when`, as its page loads it."""
    _, rows = a_dispatched(world, "2026-03-20", lead=code, **words)
    row = rows[code]
    handling.sign_for(row, actor=world.officer[code], at=at("2026-03-20"))
    a_contact(world, row, "2026-03-25", code)
    to_signing(world, row, when, code, promises=promises)
    replying.issue(row, actor=world.principal[code], at=at(when))
    return again(world, row.reply.commitments.first())


def again(world, promise):
    """The same promise as another page loads it."""
    return commitment_of(world.affairs, promise.pk)


def other(world, promise):
    """The second promise of the same reply."""
    found = Commitment.objects.filter(reply_id=promise.reply_id).exclude(pk=promise.pk).get()
    return commitment_of(world.affairs, found.pk)


def done(world, promise, when="2026-04-15", done_on=None, code="A14", **more):
    words = {"done_on": day(done_on or when), "text": PROOF, **more}
    return promising.report_done(promise, actor=world.officer[code], at=at(when), **words)


def reported(world):
    return done(world, a_promise(world))


def graded(world, grade="met", words=""):
    promise = reported(world)
    said = {"grade": grade, "words": words}
    return promising.grade_fulfilment(promise, actor=world.deputy, at=at("2026-04-20"), **said)


def unmet(world):
    promise = graded(world, "partly", "只完成了一半")
    return promising.release_fulfilment(promise, actor=world.affairs, at=at("2026-04-24"))


def given_up(world):
    promise = a_promise(world)
    return promising.give_up(promise, actor=world.principal["A14"], at=at("2026-05-08"), reason=REASON)


def progress(world, promise, when):
    return promising.report_progress(promise, actor=world.officer["A14"], at=at(when), text=PROGRESS)
