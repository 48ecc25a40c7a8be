"""All writing: one function, one act, one transaction. ACTIONS names the function of every step."""

from minqiao.instruments.funds.actions import allocating, years

ACTIONS = {
    "fund": {
        "budget": years.budget,
        "cut_budget": years.cut_budget,
        "carry_in": years.carry_in,
        "allocate": years.allocate,
        "take_back": years.take_back,
        "add_match": years.add_match,
        "cut_match": years.cut_match,
        "reverse": years.reverse,
        "close": years.close,
    },
    "allocation": {"decide": allocating.decide},
}
