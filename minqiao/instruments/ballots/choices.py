"""The words: where a vote stands, and the officials of a vote (domain.md 2.6)."""

from django.db.models import TextChoices


class RoundState(TextChoices):
    """A vote from its preparation to the announcement."""

    PREPARED = "prepared", "准备中"
    READY = "ready", "待投票"
    VOTING = "voting", "投票中"
    COUNTING = "counting", "计票中"
    AGREED = "agreed", "核对一致待签字"
    SEALED = "sealed", "已封存待宣布"
    FOLLOWED = "followed", "已组织再次投票"
    ANNOUNCED = "announced", "已宣布"
    VOID = "void", "本次投票无效"
    CANCELLED = "cancelled", "已终止"


class Post(TextChoices):
    """Officials of a vote; nobody holds two posts (Election Law art. 43)."""

    FIRST_TELLER = "first_teller", "计票人甲"
    SECOND_TELLER = "second_teller", "计票人乙"
    SCRUTINEER = "scrutineer", "监票人"
    CHIEF = "chief", "总监票人"


TELLERS = (Post.FIRST_TELLER, Post.SECOND_TELLER)
SINGLE = (*TELLERS, Post.CHIEF)
# The result is known to officials and staff once sealed, to all who may see the vote once announced.
KNOWN = frozenset({RoundState.SEALED, RoundState.FOLLOWED, RoundState.ANNOUNCED})
ENDED = frozenset({RoundState.FOLLOWED, RoundState.ANNOUNCED, RoundState.CANCELLED})
