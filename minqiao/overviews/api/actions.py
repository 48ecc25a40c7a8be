"""Claiming an Idempotency-Key, keeping the first answer, forgetting it after a day."""

from django.db import IntegrityError, transaction

from minqiao.overviews.api.models import Answered
from minqiao.overviews.api.rules import KEPT, STALLED_AFTER


def claim(*, who, key, digest, at):
    """The earlier request under this key (an Answered), or None when the key is ours to work under."""
    try:
        with transaction.atomic():
            Answered.objects.create(who=who, key=key, digest=digest, at=at)
    except IntegrityError:
        return _earlier(who, key, digest, at)
    return None


def _earlier(who, key, digest, at):
    """The one before; None when it is too old to count or was cut off, and so was taken over."""
    rows = Answered.objects.filter(who=who, key=key)
    old = rows.filter(at__lt=at - KEPT) | rows.filter(status=0, at__lt=at - STALLED_AFTER)
    if old.update(digest=digest, status=0, body="", at=at):
        return None
    found = rows.first()
    return found or claim(who=who, key=key, digest=digest, at=at)  # freed meanwhile


def keep(*, who, key, status, body):
    """Keep the answer of the request that holds the key."""
    Answered.objects.filter(who=who, key=key, status=0).update(status=status, body=body)


def free(*, who, key):
    """Nothing was decided (a fault of ours, no sign-in): the key may be used again."""
    Answered.objects.filter(who=who, key=key, status=0).delete()


def forget(now):
    """Delete what is older than a day; how many."""
    return Answered.objects.filter(at__lt=now - KEPT).delete()[0]
