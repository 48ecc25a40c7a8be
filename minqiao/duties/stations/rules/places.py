"""What is in order of a place."""

import re

MARKET = re.compile(r"^(?:逢[\d、，]+|每[五六七]天一次 \d{4}-\d{2}-\d{2}|星期[一二三四五六日])$")


def has_keeper_words(actor, place):
    """A place opens to residents when they can find and call it."""
    missing = [words for name, words in WANTED if not getattr(place, name)]
    return f"启用前请补全：{'、'.join(missing)}" if missing else ""


WANTED = (("address", "地址"), ("head", "站长"), ("phone", "电话"), ("opening", "开放时间"))


def is_not_online(actor, place):
    """An online station has no building to inspect."""
    return "网上联络站不需要建设验收，可以直接启用" if place.kind.is_online else ""
