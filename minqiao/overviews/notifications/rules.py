"""When messages go out. No web, no database."""

import datetime as dt

DIGEST_FROM = dt.time(8, 0)  # the day's digest goes out at the first tick after this
QUIET_FROM = dt.time(21, 0)
MAX_TRIES = 5
FRESH = dt.timedelta(days=3)  # older news is read on the platform, not mailed
FIRST_WAIT = dt.timedelta(minutes=10)


def is_quiet(time: dt.time) -> bool:
    """At night nothing is sent outward; it stands in the message list all the same."""
    return time >= QUIET_FROM or time < DIGEST_FROM


def wait_after(tries: int) -> dt.timedelta:
    """How long to wait after so many failed sendings: 10 minutes, 40, 160, …"""
    return FIRST_WAIT * 4 ** (tries - 1)


def digest_words(messages) -> str:
    """One mail: how many, then each line once."""
    lines = list(dict.fromkeys(message.words for message in messages))
    return "\n".join([f"您有{len(lines)}条消息：", "", *lines, "", "登录民桥可以逐条办理。"])
