"""S-7 of the field study by the real acts, with its exact numbers, from the measure to the announcement."""

import pytest

from minqiao.foundation.trail.models import Event
from minqiao.instruments.ballots.actions import closing, counting
from minqiao.instruments.ballots.models import HeapEntry, Official, Option, Round
from minqiao.instruments.ballots.queries.checking import fault_in_votes
from minqiao.instruments.ballots.queries.rounds import decided_for, rounds_of
from minqiao.instruments.papers.models import Paper
from minqiao.kit.workflow import Refused
from tests.ballots import stages
from tests.factories import at

pytestmark = pytest.mark.django_db


def test_a_mismatch_blocks_until_it_is_mended_and_all_have_signed(world):
    row = stages.entered(world, I=318)
    # 318 of the first teller for 381; his abstentions follow from it.
    assert list(map(str, row.differences())) == [
        "第1堆“I”赞成：甲318，乙381",
        "第1堆“I”弃权：甲77，乙14",
    ]
    with pytest.raises(Refused, match="两名计票人录入不一致，须重新核对：第1堆“I”赞成：甲318，乙381等2处"):
        counting.agree(row, actor=world.deputies[1], at=at("2026-06-01 11:20"))
    words = stages.heap(1)
    counting.enter(row, actor=world.officer["A14"], at=at("2026-06-01 11:25"), **words)
    row = stages.agreed(world, stages.again(world, row))
    with pytest.raises(Refused, match="还没有签字：计票人甲 市交通运输局officer、计票人乙"):
        closing.seal(row, actor=world.deputies[3], at=at("2026-06-01 11:45"))
    assert stages.sealed(world, stages.signed(world, row)).state == "sealed"


def test_two_votes_decide_and_are_announced_together(world):
    first = stages.sealed(world)
    outcome = first.result["outcome"]
    assert (outcome["quorum"], outcome["threshold"], outcome["adopted"]) == (377, 283, list("ABCDEFGHI"))
    assert (outcome["tied"], outcome["next"], outcome["seats_left"]) == (["J", "K"], "second_vote", 1)
    assert outcome["not_adopted"] == [{"item": "L", "why": "赞成278票，未达到283票"}]
    assert outcome["why"] == [
        "全体代表565人，到会541人，法定人数377人，符合规定",
        "发出541张，收回540张，其中废票3张，有效票537张",
        "须有全体代表的过半数赞成：565÷2=282.5，即283票",
        "应选10项，通过9项",
        "J、K赞成票相等，争1个名额，对票数相等的再次投票",
    ]
    with pytest.raises(Refused, match="还须再次投票，全部投票结束后再宣布"):
        closing.announce(first, actor=world.affairs, at=at("2026-06-01 12:00"))
    second = closing.vote_again(first, actor=world.affairs, at=at("2026-06-01 12:00"))
    second = stages.again(world, second)
    assert (second.state, second.turn, second.seats, second.items) == ("ready", 2, 1, ["J", "K"])
    row = stages.entered(world, stages.closed(world, second), stages.SECOND)
    second = stages.sealed(world, stages.signed(world, stages.agreed(world, row)))
    assert second.result["outcome"]["adopted"] == ["J"]
    closing.announce(second, actor=world.affairs, at=at("2026-06-01 12:40"))
    paper = Paper.objects.get(kind="vote_result")
    assert [block["text"] for block in paper.facts["blocks"]] == [
        "2026年6月1日，毕节市第三届人民代表大会第六次会议经全体会议无记名投票票决，通过下列10项：",
        *(f"{place}. {item}" for place, item in enumerate("ABCDEFGHIJ", 1)),
        "现予公告。",
    ]
    assert fault_in_votes() == ""
    assert list(Round.objects.order_by("turn").values_list("state", flat=True)) == ["followed", "announced"]


def test_majority_of_those_present_passes_the_line_and_is_still_out_by_rank(world):
    row = stages.ready(world)
    row.rules["vote.threshold"] |= {"value": "majority_of_present"}
    row.save(update_fields=["rules"])
    row = stages.agreed(world, stages.entered(world, stages.closed(world, stages.again(world, row))))
    outcome = row.result["outcome"]
    assert outcome["threshold"] == 271
    assert outcome["not_adopted"] == [{"item": "L", "why": "赞成278票，达到271票，但列第12位，只取10项"}]


def test_the_owner_learns_what_became_of_each_of_its_subjects(world):
    row = stages.second_vote(world)
    Round.objects.update(owner_type="congress.session", owner_id=world.session.pk)
    for place, option in enumerate(Option.objects.order_by("round__turn", "position")):
        Option.objects.filter(pk=option.pk).update(subject_id=100 + "ABCDEFGHIJKL".index(option.name))
        assert place < 14
    assert decided_for(rounds_of(world.session)) is None
    closing.announce(stages.again(world, row), actor=world.affairs, at=at("2026-06-01 12:40"))
    decided = decided_for(rounds_of(world.session))
    assert {pk for pk, (adopted, _) in decided.items() if adopted} == set(range(100, 110))
    assert decided[110] == (False, "未通过：赞成246票，未达到283票")
    assert decided[111] == (False, "未通过：赞成278票，未达到283票")


def test_no_record_ties_a_ballot_to_a_person_and_the_trail_holds_no_number(world):
    stages.second_vote(world)
    columns = {
        model: {field.name for field in model._meta.concrete_fields}
        for model in (Round, Option, Official, HeapEntry)
    }
    people = {model for model, names in columns.items() if names & {"user", "mandate", "deputy", "voter"}}
    assert people == {Official}  # tellers and scrutineers; nobody who votes
    assert columns[HeapEntry] == {"id", "round", "post", "number", "ballots", "void", "votes"}
    assert min(HeapEntry.objects.values_list("ballots", flat=True)) >= 10
    notes = " ".join(Event.objects.filter(case_type="ballots.round").values_list("note", flat=True))
    counted = {str(number) for number in (*stages.VOTES.values(), *stages.FIRST.values(), 291, 246)}
    assert {number for number in counted if number in notes.split("校验值")[0]} == set()
    entries = Event.objects.filter(action="enter").values_list("note", flat=True)
    assert set(entries) == {"第1堆", "第2堆"}


def test_every_copy_of_the_ballot_is_the_same_sheet_and_leads_nowhere(world):
    row = stages.ready(world)
    paper = Paper.objects.get(kind="vote_ballot", subject_id=row.pk)
    assert (paper.number, paper.facts["number"], paper.facts["has_code"]) == ("", "", False)
    grid, how, seal = paper.facts["blocks"]
    assert [cell["text"] for cell in grid["rows"][1]] == ["1", "A", "○", "○", "○"]
    assert len(grid["rows"]) == 13
    assert how["text"] == (
        "填写说明：逐项表示意见：赞成、反对或者弃权，在相应的“○”内划“√”，每项只划一处；不划的，按弃权计。"
        "应选10项，赞成的项目等于或者少于10项的选票有效，多于10项的选票无效。"
    )
    assert seal["text"] == "（盖毕节市第三届人民代表大会印章有效）"
