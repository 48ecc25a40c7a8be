"""How near the units stand to their dates, and what is likely to be late within the next thirty days."""

from minqiao.duties.suggestions.figures.tables import grouped_by_unit
from minqiao.duties.suggestions.rules.facts import LIGHT_WORDS

LIGHTS = tuple((f"light_{key}", words) for key, words in LIGHT_WORDS.items())
COLUMNS = (("open", "未答复"), *LIGHTS, ("due_soon", "30天内到期"), ("likely_late", "可能超期"))
METHOD = (
    "“可能超期”的推算：某单位从交办到答复通常用的天数（本年已答复各件的中位数，不足三件的用全部单位的中位数），"
    "加在这一件的交办日上，晚于期限而期限在30天内的。推算只用来提醒，不作为评价依据。"
)


def lights_by_unit(cases, scope, today):
    """Each unit's open parts by light, those nearest to their date first."""
    table = grouped_by_unit(COLUMNS, cases, scope, today, METHOD)
    open_lines = [line for line in table.lines if line.cells[0].number]
    return sorted(open_lines, key=lambda line: [-cell.number for cell in line.cells[1:]]), table.total
