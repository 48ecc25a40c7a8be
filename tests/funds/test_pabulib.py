"""Pabulib's format: what is read out of it, and which line is named when it cannot be."""

import pytest

from minqiao.instruments.funds.rules import Unreadable, election_from, greedy

FILE = """META
key;value
budget;1000.50
vote_type;approval
rule;greedy-threshold
min_project_score_threshold;2
num_votes;4
currency;PLN
PROJECTS
project_id;cost;votes;name
A;600.25;3;"Park; a ""green"" one"
B;400.25;2;School
C;0.5;1;
VOTES
voter_id;age;vote
1;34;A,B
2;;A
3;20;"B,A"
4;;C
"""


def test_a_file_is_read_exactly():
    election = election_from(FILE)
    assert (election.budget, election.scale, election.step, election.threshold) == (100050, 100, 100, 2)
    assert election.costs == {"A": 60025, "B": 40025, "C": 50}
    assert election.votes == {"A": 3, "B": 2, "C": 1}
    assert election.ballots == {("A", "B"): 2, ("A",): 1, ("C",): 1}
    assert (election.rule, election.unit, election.notes) == ("greedy-threshold", "PLN", ())
    found = greedy(election)
    assert (found.selected, found.spent, found.budget) == (("A", "B"), 1000.5, 1000.5)


def test_votes_are_counted_where_none_are_stated():
    text = FILE.replace(";votes", "").replace(";3;", ";").replace(";2;S", ";S").replace(";1;", ";", 1)
    assert election_from(text).votes == {"A": 3, "B": 2, "C": 1}


def test_points_order_where_ballots_give_points():
    text = FILE.replace("approval", "cumulative").replace("votes;name", "votes;score")
    text = text.replace('"Park; a ""green"" one"', "7.5").replace("School", "9").replace("1;\nV", "1;2\nV")
    election = election_from(text)
    assert (election.votes, election.votes_scale, election.threshold) == ({"A": 75, "B": 90, "C": 20}, 10, 20)
    assert greedy(election).why["A"] == "7.5票，列第2位，需600.25，列入：列后余0"


NOTES = {
    "twice in a ballot": (("1;34;A,B", "1;34;A,B,A"), "第16行的选票“A,B,A”有重复的项目，只算一次"),
    "another tally": (("A;600.25;3", "A;600.25;30"), "PROJECTS 写明的票数与逐张计得的不同，按写明的"),
    "cut off": (("num_votes;4", "num_votes;5"), "META 写明选票5，实际读到4"),
    "an unknown rule": (("greedy-threshold", "unknown"), "文件没有写明所用的规则（rule 为“unknown”）"),
    "a limit of its own": (
        ("currency;PLN", "budget_per_category;1,2"),
        "budget_per_category：各类别另有上限，未计入",
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_what_is_odd_is_said_beside_the_result(name):
    change, note = NOTES[name]
    assert election_from(FILE.replace(*change)).notes == (note,)


FAULTS = {
    "no file": (("META\n", "Hello\n"), "第1行：在 META 之前不应有内容，这不像 .pb 文件"),
    "no votes": (("VOTES", "BALLOTS"), "没有 VOTES 一节，这不像完整的 .pb 文件"),
    "no column": (("project_id;cost", "project_id;price"), "第10行：PROJECTS 一节没有列 cost"),
    "no budget": (("budget;1000.50\n", ""), "META 中没有 budget（预算）"),
    "a word": (("400.25", "many"), "第12行：cost 应为不小于零的数，读到的是“many”"),
    "below zero": (("budget;1000.50", "budget;-1"), "第3行：budget 应为不小于零的数，读到的是“-1”"),
    "endless": (("400.25", "NaN"), "第12行：cost 应为不小于零的数，读到的是“NaN”"),
    "free": (("C;0.5", "C;0"), "第13行：cost 应大于零"),
    "twice": (("B;400", "A;400"), "第12行：项目编号“A”与第11行重复"),
    "unknown": (("2;;A", "2;;Z"), "第17行：选票“Z”有 PROJECTS 中没有的项目"),
    "no points": (("approval", "ordinal"), "第10行：vote_type 是 ordinal，PROJECTS 一节须有列 score（得分）"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_names_its_line(name):
    change, line = FAULTS[name]
    with pytest.raises(Unreadable) as caught:
        election_from(FILE.replace(*change))
    assert list(caught.value.lines) == [line]
