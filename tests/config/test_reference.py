"""The reference is written from the code, checked, and drawn from the rows themselves."""

from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from minqiao.config.reference.lifecycles import diagram
from minqiao.config.reference.markdown import page, table
from minqiao.config.reference.rights import ALWAYS, NEVER, SOMETIMES, Matter, _mark
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.workflow import Step, Workflow


def by_author(actor, matter):
    own = actor.role == Role.DEPUTY and actor.scope_id == matter.lead_signer_id
    clerk = actor.role == Role.DEPUTY_AFFAIRS and matter.is_paper and actor.realm_id == matter.congress_id
    return "" if own or clerk else "只有领衔代表"


def is_complete(actor, matter):
    return "永远不齐"


LIFE = Workflow(
    slug="life",
    label="一生",
    start="draft",
    steps=(
        Step("edit", "修改", ("draft",), "", (by_author,)),
        Step("submit", "提交", ("draft",), "sent", (by_author, is_complete)),
    ),
)


def test_rights_are_tried_out_role_by_role():
    marks = {role: _mark(LIFE, "submit", role) for role in (Role.DEPUTY, Role.DEPUTY_AFFAIRS, Role.AUDITOR)}
    assert marks == {Role.DEPUTY: ALWAYS, Role.DEPUTY_AFFAIRS: SOMETIMES, Role.AUDITOR: NEVER}


def test_in_a_matter_everything_is_mine_unless_said():
    matter = Matter(unit_id=2)
    assert (matter.unit_id, matter.congress_id, 1 in matter.signer_ids, matter.is_paper) == (
        2,
        1,
        True,
        False,
    )
    assert matter.handling.congress_id == 1
    assert [other.unit_id for other in matter.fellows.all()] == [2]


def test_the_diagram_shows_moves_only():
    assert diagram(LIFE).split("\n") == [
        "stateDiagram-v2",
        '    state "draft" as draft',
        '    state "sent" as sent',
        "    [*] --> draft",
        "    draft --> sent: 提交",
    ]


def test_tables_keep_their_columns():
    assert table(("甲", "乙"), [("a|b", "c\nd")]) == "| 甲 | 乙 |\n| --- | --- |\n| a\\|b | c；d |"
    assert page("题", "言", "", "文").count("\n\n") == 3


def reference(folder, **options):
    out = SimpleNamespace(write=lambda text: None)
    call_command("reference", dir=folder, stdout=out, **options)


def test_check_finds_a_missing_an_edited_and_a_left_over_page(tmp_path):
    with pytest.raises(CommandError, match=r"lifecycles\.md"):
        reference(tmp_path, check=True)
    reference(tmp_path)
    reference(tmp_path, check=True)
    (tmp_path / "old.md").write_text("旧", "utf-8")
    with pytest.raises(CommandError, match=r"old\.md"):
        reference(tmp_path, check=True)
    reference(tmp_path)
    assert not (tmp_path / "old.md").exists()
    (tmp_path / "settings.md").write_text("改", "utf-8")
    with pytest.raises(CommandError, match=r"settings\.md"):
        reference(tmp_path, check=True)
