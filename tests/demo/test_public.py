"""A hostile reading of everything the public can get from the demo: no number, no private name."""

import re

import pytest
from django.test import Client

from minqiao.duties.suggestions.models import Publication, Reply
from minqiao.registry.congress.models import Deputy

pytestmark = pytest.mark.django_db
NUMBERS = re.compile(r"(?<![0-9a-f])(?:1\d{10}|0\d{2,3}-\d{7,8}|\d{17}[\dXx])(?![0-9a-f])")


def bare(words):
    """A page without its check values, which are digits too."""
    return re.sub(r"[0-9a-f]{64}", "", words)


@pytest.fixture(scope="module")
def pages(small):
    """Every public page and file by its address, following the list to its end."""
    client, found = Client(), {}
    rows = Publication.objects.published().values_list("suggestion_id", flat=True)
    addresses = ["/public/", "/public/data/", "/public/suggestions.csv", "/public/suggestions.json"]
    addresses += [f"/public/suggestions/?page={number}" for number in (1, 2, 3)]
    addresses += [f"/public/suggestions/{pk}/" for pk in rows]
    for address in [*addresses, "/api/v1/public/suggestions/?limit=100"]:
        answer = client.get(address)
        assert answer.status_code == 200
        found[address] = bare(b"".join(answer).decode())
    return found


def test_something_is_published(pages, small):
    assert Publication.objects.published().count() > 3
    assert len(pages) == 8 + Publication.objects.published().count()


def test_no_phone_and_no_identity_number_anywhere(pages):
    assert {
        address: NUMBERS.findall(words) for address, words in pages.items() if NUMBERS.search(words)
    } == {}
    phones = {one for deputy in Deputy.objects.all() for one in [deputy.phone] if one}
    phones |= set(Reply.objects.values_list("contact_phone", flat=True)) - {""}
    everything = "\n".join(pages.values())
    assert phones
    assert {phone for phone in phones if phone in everything} == set()


def test_nobody_is_named_but_those_who_lead_and_did_not_ask_for_confidence(pages):
    for row in Publication.objects.published().select_related("suggestion__lead_signer__deputy"):
        suggestion = row.suggestion
        words = pages[f"/public/suggestions/{suggestion.pk}/"]
        lead = suggestion.lead_signer.deputy.name
        joined = {one.mandate.deputy.name for one in suggestion.signings.select_related("mandate__deputy")}
        contacts = set(
            Reply.objects.filter(handling__suggestion=suggestion).values_list("contact_name", flat=True)
        )
        assert {name for name in (joined | contacts) - {lead} if name in words} == set()
        assert (lead in words) is not suggestion.request_confidential


def test_the_numbers_would_be_found(small):
    assert NUMBERS.findall("电话13812345678、0000-8220001") == ["13812345678", "0000-8220001"]
