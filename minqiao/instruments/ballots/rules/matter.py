"""What must be so on the matter's side before a step of a vote (pure)."""

from minqiao.instruments.ballots.choices import RoundState


def has_enough_items(actor, round_):
    """At least as many items as seats (等额 is a non-competitive vote)."""
    count = len(round_.items)
    return "" if count >= round_.seats else f"应选{round_.seats}项，选票上只有{count}项"


def has_own_heaps(actor, round_):
    """There is something of one's own to strike out."""
    return "" if round_.heaps_of(actor.user_id) else "您还没有录入"


def tallies_agree(actor, round_):
    """Both have entered all heaps alike, as many ballots as came back, and the sums can be true."""
    return round_.disagreement()


def has_not_signed(actor, round_):
    """Nobody signs twice."""
    mine = [one for one in round_.officials.all() if one.user_id == actor.user_id]
    return "您已经签字" if any(one.signed_at for one in mine) else ""


def others_have_signed(actor, round_):
    """Tellers and scrutineers sign before the chief."""
    left = [str(one) for one in round_.officials.all() if one.post != "chief" and one.signed_at is None]
    return f"还没有签字：{'、'.join(left)}" if left else ""


def has_unsigned_others(actor, round_):
    """Somebody besides the chief has still to sign."""
    return "" if others_have_signed(actor, round_) else "计票人、监票人都已签字"


def needs_presidium(actor, round_):
    """A tie that the measure leaves to the presidium."""
    return "" if round_.open_matter == "presidium" else "没有需要主席团决定的同票"


def needs_another_round(actor, round_):
    """A second vote by the measure, or the repetition of a void one."""
    is_open = round_.state == RoundState.VOID or round_.open_matter == "second_vote"
    return "" if is_open else "按票决办法不需要再次投票"


def nothing_is_open(actor, round_):
    """No second vote and no decision of the presidium is still to come."""
    words = {"second_vote": "还须再次投票，全部投票结束后再宣布", "presidium": "还须主席团决定同票的项目"}
    return words.get(round_.open_matter, "")
