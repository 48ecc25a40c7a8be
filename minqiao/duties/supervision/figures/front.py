"""The year's key items as tiles: on the room's own page and on the first page."""

from django.urls import reverse

from minqiao.duties.supervision.choices import KeyState
from minqiao.duties.supervision.figures.progress import key_progress
from minqiao.duties.supervision.rules.sight import may_count
from minqiao.kit.clock import local_day
from minqiao.kit.mechanism import Front


def front(actor, now):
    """How the year's key items stand, for those who may count them; None while there is none."""
    on = local_day(now)
    found = None if may_count(actor) else key_progress(actor, on.year, on)
    if not found or not found["base"]:
        return None
    return Front(title="重点督办建议", tiles=tiles_of(found, on.year), note=note_of(found, on.year))


def tiles_of(found, year):
    """The numbers of `key_progress`, each opening its rows where the list can show them."""
    carried = f"，上年结转{found['carried']}个" if found["carried"] else ""
    problems = f"共发现{found['problems']}个，超期未整改{found['problems_late']}个"
    late = {"note": f"超过报告期限{found['late']}个", "tone": _bad(found["late"])}
    return (
        _tile("重点督办题目", found["items"], year, f"涉及建议{found['suggestions']}件{carried}"),
        {"words": "督办中", "number": found["running"], "unit": "个"} | late,
        _tile("已报告待审议", found["reported"], year, state=KeyState.REPORTED),
        _tile("已办结", found["done"], year, state=KeyState.DONE),
        {"words": "督办活动", "number": found["visits"], "unit": "次"},
        {
            "words": "问题已整改", "number": found["mended"], "unit": "个", "note": problems,
            "tone": _bad(found["problems_late"]),
        },
    )  # fmt: skip


def note_of(found, year):
    """What the numbers are of."""
    return f"{year}年，含结转到本年的，不含已终止的；截至{found['on']}。"


def _tile(words, number, year, note="", state=""):
    url = f"{reverse('supervision:index')}?year={year}" + (f"&state={state}" if state else "")
    return {"words": words, "number": number, "unit": "个", "url": url, "note": note}


def _bad(number):
    return "bad" if number else ""
