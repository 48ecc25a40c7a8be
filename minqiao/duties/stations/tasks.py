"""What the clock does in this room: send texts, drop what was never verified, end, forget contact data."""

from django.conf import settings

from minqiao.duties.stations.actions.residents import drop_unverified
from minqiao.duties.stations.actions.routing import erase_contact, lapse
from minqiao.duties.stations.actions.telling import send_texts
from minqiao.duties.stations.queries import clock
from minqiao.kit.clock import local_day
from minqiao.kit.texting import is_on


def text_residents(now):
    """Text messages that wait."""
    sent = send_texts(now) if is_on() else 0
    return [f"联络站：发出短信{sent}条"] if sent else []


def look_after_opinions(now):
    """Ends what was told and not rated in time, and keeps nobody's number longer than the rule says."""
    today, lines = local_day(now), []
    for words, rows, do in (
        ("清除未核实的意见", clock.never_verified(now), drop_unverified),
        ("到期办结群众意见", clock.to_close(settings.PLACE, today), lapse),
        ("清除群众联系方式", clock.to_erase(settings.PLACE, today), erase_contact),
    ):
        for row in rows:
            do(row, at=now)
        if rows:
            lines.append(f"联络站：{words}{len(rows)}件")
    return lines
