"""Counting calls, so that one caller cannot take the public data from all others."""

from django.core.cache import cache

CALLS_A_MINUTE = 60


def count_call(who, slot, most=CALLS_A_MINUTE, seconds=60) -> bool:
    """Counts one call of `who` (an address) in a slot of so many seconds; False when it is one too many."""
    key = f"public/{who}/{slot}"
    if cache.add(key, 1, timeout=2 * seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:  # the entry lapsed between the two
        return True
