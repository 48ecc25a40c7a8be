"""Claiming an Idempotency-Key, keeping the first answer."""

import datetime as dt

from django.db import IntegrityError, transaction

from minqiao.overviews.api.models import Answered

KEPT = dt.timedelta(days=1)


def claim(*, who, key, path, at):
    """The earlier answer to this very request, or None when it is ours to work on."""
    Answered.objects.filter(at__lt=at - KEPT).delete()
    try:
        with transaction.atomic():
            Answered.objects.create(who=who, key=key, path=path, at=at)
    except IntegrityError:
        return Answered.objects.get(who=who, key=key, path=path)
    return None


def keep(*, who, key, path, status, body):
    """Keep the answer; one that says nothing was done (a fault of ours, no sign-in) frees the key again."""
    rows = Answered.objects.filter(who=who, key=key, path=path)
    if status >= 500 or status == 401:
        rows.delete()
    else:
        rows.update(status=status, body=body)
