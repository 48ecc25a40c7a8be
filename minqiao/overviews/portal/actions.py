"""Counting calls, so that one caller cannot take the public data from all others."""

from django.core.cache import cache

CALLS_A_MINUTE = 60


def count_call(who, minute) -> bool:
    """Counts one call of `who` (an address) in a minute; False when it is one too many."""
    key = f"public/{who}/{minute}"
    if cache.add(key, 1, timeout=120):
        return True
    try:
        return cache.incr(key) <= CALLS_A_MINUTE
    except ValueError:  # the entry lapsed between the two
        return True
