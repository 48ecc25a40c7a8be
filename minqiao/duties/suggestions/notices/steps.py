"""Who is told of the clock of a single step: whose turn it is, and when it presses his superior too."""

from minqiao.duties.suggestions.notices.audiences import (
    of_suggestion,
    of_unit,
    to_deciders,
    to_lead_signer,
)
from minqiao.duties.suggestions.rules.steps import LIGHTS, reminder
from minqiao.foundation.accounts.choices import Role
from minqiao.kit.notices import Notice

# By the rule of a step's clock: what is to be done, who is told early, and who when it presses.
OFFICER, PRESSED = of_unit(Role.UNIT_OFFICER), of_unit(Role.UNIT_OFFICER, Role.UNIT_PRINCIPAL)
STEPS = {
    "sign_for": ("签收", OFFICER, PRESSED),
    "first_contact": ("首次联系代表", OFFICER, PRESSED),
    "assist_rewrite": ("重写会办意见", OFFICER, PRESSED),
    "evaluate": ("评价答复", of_suggestion(to_lead_signer), of_suggestion(to_lead_signer)),
    "reassign": ("决定退办申请", to_deciders, to_deciders),
}
PRESSING = {"amber": "的期限在15天之内", "red": "的期限快到了", "black": "已经超过期限"}
OF_STEPS = {
    reminder(rule, key): Notice(
        early if key == "amber" else pressed,
        f"{what}（{{unit}}）{PRESSING[key]}：{{number}} {{title}}",
        urgent=key != "amber",
    )
    for rule, (what, early, pressed) in STEPS.items()
    for key in LIGHTS[rule]
}
