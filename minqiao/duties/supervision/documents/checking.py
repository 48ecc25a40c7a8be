"""委托核查函: the committee of the city asks the one of a county to look on the spot."""

from minqiao.instruments.papers.rules import LETTER, Document, Para, SignOff, chinese_date, paragraphs


def check_letter(check):
    """To the county: which suggestion asks for what, what is to be looked at, by when; nobody is named."""
    suggestion, congress = check.suggestion, check.suggestion.congress
    asks = [Para(f"{place}. {ask}") for place, ask in enumerate(suggestion.requests, 1)]
    return Document(
        layout=LETTER,
        issuer=congress.standing_committee,
        title=f"关于委托核查第{suggestion.number}号代表建议办理情况的函",
        addressee=check.asked_of.standing_committee,
        blocks=(
            Para(
                f"《{suggestion.title}》涉及你县（市、区），由{check.committee.name}对口督办。"
                "为掌握办理和落实情况，现委托你会就地核查。"
            ),
            Para("一、建议事项", "heading1"),
            *asks,
            Para("二、核查要求", "heading1"),
            *paragraphs(check.demand),
            Para("三、报送期限", "heading1"),
            Para(f"请于{chinese_date(check.due_on)}前将核查情况报送{check.committee.name}。"),
        ),
        sign_off=(SignOff(congress.standing_committee, chinese_date(check.asked_on)),),
    )
