"""A vote on paper as a table, from the measure to the announcement (domain.md 2.6)."""

from minqiao.instruments.ballots.choices import RoundState as R
from minqiao.instruments.ballots.rules.matter import (
    has_enough_items,
    has_not_signed,
    has_own_heaps,
    has_unsigned_others,
    needs_another_round,
    needs_presidium,
    nothing_is_open,
    others_have_signed,
    tallies_agree,
)
from minqiao.instruments.ballots.rules.people import (
    by_chief,
    by_chief_or_office,
    by_office,
    by_scrutineer,
    by_signer,
    by_teller,
)
from minqiao.kit.workflow import Step, Workflow

# fmt: off
ROUND = Workflow(
    slug="round",
    label="票决",
    start=R.PREPARED,
    steps=(
        #    action             label                     from                               to            who, and provided that
        Step("change",          "修改选票内容",           (R.PREPARED,),                     "",           (by_office,)),
        Step("settle",          "登记票决办法和工作人员", (R.PREPARED,),                     R.READY,      (by_office, has_enough_items), paper="vote_measure"),
        Step("take_back",       "退回修改",               (R.READY,),                        R.PREPARED,   (by_office,)),
        Step("open",            "开始投票",               (R.READY,),                        R.VOTING,     (by_office,)),
        Step("close",           "清点选票",               (R.VOTING,),                       R.COUNTING,   (by_scrutineer,)),
        Step("correct",         "更正清点数",             (R.COUNTING,),                     "",           (by_scrutineer,)),
        Step("enter",           "录入一堆选票",           (R.COUNTING,),                     "",           (by_teller,)),
        Step("strike",          "删去一堆",               (R.COUNTING,),                     "",           (by_teller, has_own_heaps)),
        Step("agree",           "核对一致，送签字",       (R.COUNTING,),                     R.AGREED,     (by_scrutineer, tallies_agree)),
        Step("recount",         "退回重新核对",           (R.AGREED,),                       R.COUNTING,   (by_scrutineer,)),
        Step("sign",            "签字",                   (R.AGREED,),                       "",           (by_signer, has_not_signed)),
        Step("sign_on_paper",   "登记纸面签字",           (R.AGREED,),                       "",           (by_chief, has_unsigned_others)),
        Step("seal",            "签字并封存",             (R.AGREED,),                       R.SEALED,     (by_chief, others_have_signed), paper="count_sheet"),
        Step("decide_tie",      "登记主席团决定",         (R.SEALED,),                       "",           (by_office, needs_presidium)),
        Step("vote_again",      "组织再次投票",           (R.SEALED, R.VOID),                R.FOLLOWED,   (by_office, needs_another_round), paper="vote_ballot"),
        Step("announce",        "宣布结果",               (R.SEALED,),                       R.ANNOUNCED,  (by_office, nothing_is_open), paper="vote_result"),
        Step("declare_void",    "宣布本次投票无效",       (R.VOTING, R.COUNTING, R.AGREED),  R.VOID,       (by_chief_or_office,)),
        Step("call_off",        "终止",                   (R.PREPARED, R.READY, R.VOID),     R.CANCELLED,  (by_office,)),
    ),
)
# fmt: on
FINAL = {"round": {R.FOLLOWED, R.ANNOUNCED, R.CANCELLED}}
