"""Published votes, as text in Pabulib's format (data/README.md)."""

import json
from pathlib import Path

DATA = Path(__file__).parent / "data"
GREEDY = {vote["file"]: vote for vote in json.loads((DATA / "greedy.json").read_text("utf-8"))}


def named(name):
    """One vote by equal shares."""
    return json.loads((DATA / f"{name}.json").read_text("utf-8"))


def winners(vote):
    """The published result."""
    return {row.split(";")[0] for row in vote["projects"] if row.endswith(";1")}


def text_of(vote):
    """The vote as a .pb file would tell it."""
    facts = {"budget": vote["budget"], "rule": vote["rule"], "vote_type": "approval"}
    facts["min_project_score_threshold"] = vote.get("threshold") or "0"
    meta = [f"{key};{value}" for key, value in facts.items()]
    ballots = [line.split() for line in vote.get("ballots", [])]
    votes = [f"v;{projects}" for count, projects in ballots for _ in range(int(count))]
    head = ["META", "key;value", *meta, "PROJECTS", "project_id;cost;votes;selected", *vote["projects"]]
    return "\n".join([*head, "VOTES", "voter_id;vote", *votes, ""])
