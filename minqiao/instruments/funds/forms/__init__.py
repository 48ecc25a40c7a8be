"""What a person may type for each act; never saves. FORMS names the form of every step."""

from minqiao.instruments.funds.forms import allocating, years

FORMS = {
    "fund": {
        "budget": years.Given,
        "cut_budget": years.Given,
        "carry_in": years.Given,
        "allocate": years.Allocate,
        "take_back": years.TakeBack,
        "add_match": years.Match,
        "cut_match": years.Match,
        "reverse": years.Reverse,
        "close": years.Close,
    },
    "allocation": {"decide": allocating.Decide},
}
