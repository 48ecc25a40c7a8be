"""Many at once, on real connections: one wins and the others are told; numbers without doubles or gaps."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from minqiao.duties.suggestions.actions import drafting, handling, office
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.trail.models import Event
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.instruments.papers.models import Paper
from minqiao.kit.workflow import Refused
from tests.factories import TEXT, a_dispatched, a_submitted, a_world, at

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(tries, act):
    """Run `act(number)` for all numbers at once, each on its own connection; the answers in order."""

    def one(number):
        try:
            return act(number)
        except Refused as refused:
            return refused.why
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=16) as pool:
        return list(pool.map(one, range(tries)))


def test_of_100_who_sign_for_at_once_one_wins_and_99_are_told():
    world = a_world()
    _, rows = a_dispatched(world)
    pk = rows["A14"].pk

    def sign(_):
        row = type(rows["A14"]).objects.select_related("suggestion").get(pk=pk)
        row.fellows = [row]
        handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
        return "done"

    answers = at_once(100, sign)
    assert answers.count("done") == 1
    told = {"他人刚刚处理了这一件，请刷新页面后再看", "当前环节是“已签收待联系”，不能签收"}
    assert set(answers) - {"done"} <= told
    assert len(answers) == 100
    assert Event.objects.filter(action="sign_for").count() == 1
    assert fault_in_trail() == ""


def test_32_registrations_at_once_give_no_number_twice_and_no_gap():
    world = a_world()
    ids = [a_submitted(world, title=f"关于第{number}号事项的建议").pk for number in range(32)]

    def register(number):
        found = Suggestion.objects.select_related("congress", "session", "lead_signer__deputy").get(
            pk=ids[number]
        )
        office.register(found, actor=world.affairs, at=at("2026-03-10"))
        return found.number

    numbers = at_once(32, register)
    assert sorted(numbers) == [f"3-5-{serial:03}" for serial in range(1, 33)]
    assert fault_in_trail() == ""


def test_a_refused_registration_leaves_no_gap():
    world = a_world()
    first, second = a_submitted(world), a_submitted(world, title="关于另一件事的建议")
    office.register(first, actor=world.affairs, at=at("2026-03-10"))
    stale = Suggestion.objects.get(pk=first.pk)
    stale.state = "submitted"
    with pytest.raises(Refused):
        office.register(stale, actor=world.affairs, at=at("2026-03-10"))
    office.register(second, actor=world.affairs, at=at("2026-03-10"))
    assert (first.number, second.number) == ("3-5-001", "3-5-002")


def test_the_same_form_sent_20_times_at_once_makes_one_draft():
    world = a_world()
    once = "7f6c0b1e-2b3c-4d5e-8f90-a1b2c3d4e5f6"

    def send(_):
        return drafting.draft(actor=world.deputy, at=at("2026-03-05"), once=once, **TEXT).pk

    answers = at_once(20, send)
    assert len(set(answers)) == 1
    assert Suggestion.objects.count() == 1


def test_two_units_answering_at_once_leave_the_whole_answered():
    world = a_world()
    found, rows = a_dispatched(world, lead="A14", assist=("A08",))
    pks = {code: row.pk for code, row in rows.items()}

    def sign(number):
        code = ("A14", "A08")[number]
        row = type(rows[code]).objects.select_related("suggestion", "unit").get(pk=pks[code])
        row.fellows = [row]
        handling.sign_for(row, actor=world.officer[code], at=at("2026-03-23"))
        return row.state

    assert at_once(2, sign) == ["signed", "signed"]
    found.refresh_from_db()
    assert found.state == "handling"
    assert Paper.objects.filter(kind="suggestion_sheet").count() == 1
