"""Telling residents: text messages written with the act, sent once; the code by which they follow it."""

from django.db.models import F

from minqiao.duties.stations.choices import TextKind
from minqiao.duties.stations.models import Opinion, Text
from minqiao.kit.clock import local_day
from minqiao.kit.sealed import lookup
from minqiao.kit.texting import send

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # read aloud and copied from paper: no 0 o 1 l i
LENGTH, GROUP = 10, 5
MAX_TRIES = 5
BATCH = 200
CODE = "{code}"  # stands for the tracking code until the message is sent: no table ever holds it


def code_of(once) -> str:
    """The tracking code of a form sent once: the same whenever it is sent again, known to nobody else."""
    number, letters = int(lookup(f"code:{once}"), 16), ""
    for _ in range(LENGTH):
        number, rest = divmod(number, len(LETTERS))
        letters += LETTERS[rest]
    return f"{letters[:GROUP]}-{letters[GROUP:]}"


def key_of_code(code) -> str:
    """What the table keeps of a tracking code, however it was typed."""
    plain = "".join(one for one in code.lower() if one in LETTERS)
    return lookup(f"tracking:{plain}")


def tell(opinion, kind, words, *, at):
    """Write a message to the resident; nothing to somebody without a number, nor “moved” twice running."""
    if not opinion.phone:
        return
    last = opinion.texts.order_by("-pk").first()
    if kind == TextKind.MOVED and last and last.kind == kind:
        return
    Text.objects.create(opinion=opinion, kind=kind, words=words[:300], created_at=at)


def send_texts(now) -> int:
    """Send what waits: claimed first, so never twice; what failed is tried again at the next tick."""
    waiting = Text.objects.filter(sent_at=None, tries__lt=MAX_TRIES).select_related("opinion")
    return sum(_send(row, now) for row in waiting.order_by("pk")[:BATCH])


def _send(row, now):
    mine = Text.objects.filter(pk=row.pk, sent_at=None, tries=row.tries)
    if not row.opinion.phone or not mine.update(sent_at=now, tries=F("tries") + 1):
        return 0
    try:
        send(row.opinion.phone, row.words.replace(CODE, code_of(row.opinion.once)))
    except OSError:
        Text.objects.filter(pk=row.pk).update(sent_at=None)
        return 0
    if row.kind == TextKind.DONE:
        Opinion.objects.filter(pk=row.opinion_id, told_on=None).update(told_on=local_day(now))
    return 1
