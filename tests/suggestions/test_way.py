"""The whole way of one suggestion, from the first draft to the closed case."""

from minqiao.duties.suggestions.actions import closing, replying
from minqiao.foundation.trail.queries import events_of, fault_in_trail
from minqiao.instruments.papers.queries import papers_of
from tests.factories import an_evaluated, at, day


def test_one_suggestion_walks_its_whole_way(world):
    found, row = an_evaluated(world)
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    closing.close(found, actor=world.affairs, at=at("2026-05-28"))
    found.refresh_from_db()

    assert (found.number, found.state, found.result_category) == ("3-5-001", "closed", "B")
    assert (found.evaluation_state, found.commitment_state) == ("released", "none")
    assert (found.assigned_on, found.due_on) == (day("2026-03-20"), day("2026-06-22"))
    acts = [event.action for event in events_of("suggestions.suggestion", found.pk)]
    assert acts == [
        "draft", "submit", "register", "issue_paper", "assign", "dispatch", "sign_for", "contact",
        "draft_reply", "submit_reply", "check_format", "pass_review", "issue_paper", "issue", "issue_paper",
        "evaluate", "release", "close",
    ]  # fmt: skip
    kinds = [paper.kind for paper in papers_of(found)]
    assert kinds == ["suggestion_sheet", "reply_letter", "feedback_form"]
    assert fault_in_trail() == ""
