"""A result put into one canonical text and its digest (pure): whoever has the text can count it again."""

import hashlib
import json

from minqiao.instruments.ballots.rules.outcome import decide
from minqiao.instruments.ballots.rules.sheet import sheet_from


def result_of(facts: dict) -> dict:
    """The result of a sheet written as for `minqiao count`: the sheet itself and what it decides."""
    return {"sheet": facts, "outcome": decide(sheet_from(facts)).as_dict()}


def digest(result: dict) -> str:
    """SHA-256 of the canonical JSON, in hex."""
    text = json.dumps(result, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def fault_of_seal(result: dict, seal: str, counted: dict | None) -> str:
    """Why a sealed result does not stand, or "". `counted`: the votes added up again from the heaps."""
    if digest(result) != seal:
        return "封存的结果与校验值不符"
    if result_of(result["sheet"])["outcome"] != result["outcome"]:
        return "按封存的票数重新判定，结论不同"
    if counted is not None and counted != result["sheet"]["votes"]:
        return "封存的票数与计票人录入的合计不符"
    return ""


def fates(result: dict, taken=()) -> dict[str, str]:
    """What became of each item of a result, in words; `taken`: items the presidium took of the tied."""
    outcome = result["outcome"]
    found = dict.fromkeys(outcome["adopted"], "通过")
    found |= {row["item"]: f"未通过：{row['why']}" for row in outcome["not_adopted"]}
    found |= dict.fromkeys(outcome["tied"], "票数相等")
    return found | dict.fromkeys(taken, "通过（主席团决定）")


def adopted_in(results) -> list[str]:
    """What a vote and its further rounds have adopted, in the order in which it was.

    `results` are (result, items the presidium took) of the rounds, first to last.
    """
    return [item for result, taken in results for item in (*result["outcome"]["adopted"], *taken)]
