"""`minqiao allocate`: files in, proposals and codes out."""

import json

import pytest
from django.core.management import call_command

from minqiao.instruments.funds.rules import optimum
from tests.funds.pools import pool, row, year
from tests.funds.published import named, text_of

YEAR = year(row("甲-1", 60_000), row("甲-2", 50_000, score=70), ballots=[["甲-2"], ["甲-2", "甲-1"]])


@pytest.fixture
def run(tmp_path, capsys):
    def answer(content, *options, name="pool.json"):
        file = tmp_path / name
        file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        try:
            call_command("allocate", str(file), *options)
            code = 0
        except SystemExit as ended:
            code = ended.code
        out, err = capsys.readouterr()
        return code, out, err.replace(str(file), "FILE")

    return answer


def test_a_proposal_in_words(run):
    assert run(YEAR) == (
        0,
        "按办法排序：审查、档次、得分、总投资、编号\n"
        "列入1个，共6万元，资金总额10万元，余4万元\n"
        "甲-1　第1档80分，列入：用市级统筹6万元，列后余4万元\n"
        "甲-2　第1档70分，未列入：需5万元，甲县额度余0元，市级统筹余4万元；再有1万元即可列入\n"
        f"规则 ranked-1，输入指纹 {pool(*YEAR['projects'], ballots=YEAR['ballots']).digest}\n",
        "",
    )


@pytest.mark.parametrize(
    ("method", "selected"),
    [("ranked", ["甲-1"]), ("optimum", ["甲-1"]), ("equal_shares", ["甲-2"]), ("greedy", ["甲-2"])],
)
def test_every_method_answers_alike(run, method, selected):
    code, out, _ = run(YEAR, "--method", method, "--json")
    answer = json.loads(out)
    assert (code, answer["method"], answer["selected"], answer["budget"]) == (0, method, selected, 100_000_00)
    assert sorted(answer["why"]) == ["甲-1", "甲-2"]
    assert (len(answer["input_sha256"]), answer["unit"]) == (64, "fen")


def test_a_pabulib_file_by_its_own_rule(run):
    code, out, _ = run(text_of(named("wieliczka_2023")), "--json", name="green.pb")
    answer = json.loads(out)
    assert (code, answer["method"], len(answer["selected"]), answer["spent"]) == (
        0,
        "equal_shares",
        30,
        995_079,
    )
    code, out, _ = run(text_of(named("wieliczka_2023")), "--method", "greedy", name="green.pb")
    assert (code, out.splitlines()[1]) == (0, "列入23个，共998,997，资金总额1,000,000，余1,003")


def test_without_the_solver_it_ends_with_1(run, monkeypatch):
    monkeypatch.setattr(optimum, "highspy", None)
    code, out, err = run(YEAR, "--method", "optimum")
    assert (code, out, err.startswith("最优对照要用求解器 highspy，尚未安装。")) == (1, "", True)


@pytest.mark.parametrize(
    ("content", "options", "name", "line"),
    [
        ("{", [], "a.json", "FILE：第1行第2列起不是有效的 JSON\n"),
        ("[]", [], "a.json", "FILE：应为一份项目库（JSON 对象）\n"),
        ("META\nkey;value\n", [], "a.pb", "FILE：没有 PROJECTS 一节，这不像完整的 .pb 文件\n"),
        (text_of(named("assen_2024")), ["--method", "ranked"], "a.pb",
         "FILE：.pb 文件没有档次、得分和县区额度，只能用 equal_shares 或者 greedy\n"),
    ],
    ids=["broken", "list", "cut off", "wrong method"],
)  # fmt: skip
def test_wrong_input_ends_with_2(run, content, options, name, line):
    assert run(content, *options, name=name) == (2, "", line)
