"""The texts of the demo: complete, fit for the forms, different from each other, about real places."""

import csv
from random import Random

import pytest

from minqiao.config.demo import matters, people, words
from minqiao.config.demo.fates import CHOSEN
from minqiao.config.demo.items import Authors, Pool, item_of
from minqiao.duties.suggestions.choices import Ground, Topic
from minqiao.duties.suggestions.forms.drafting import Draft
from minqiao.foundation.attachments.rules import secrecy_mark


def unit_codes():
    with (matters.DATA / "units.csv").open(encoding="utf-8") as file:
        return [row["code"] for row in csv.DictReader(file)]


UNITS = unit_codes()
EVERY = [*matters.matters(UNITS), *matters.remarks(UNITS)]


def test_there_are_enough_subjects():
    titles = {one.title for one in matters.matters(UNITS)}
    assert (len(titles), len(matters.matters(UNITS))) == (156, 156)


def test_every_unit_has_something_to_lead():
    assert {one.unit for one in matters.matters(UNITS)} == set(UNITS)


def test_helpers_and_topics_exist():
    helpers = {code for one in EVERY for code in one.assist} - {matters.COUNTY}
    assert helpers - set(UNITS) == set()
    assert {one.topic for one in EVERY} == set(Topic.values)


def test_a_place_of_its_own_is_named_only_where_there_is_one():
    general = {one.title for one in matters.matters(UNITS) if one.is_general}
    named = {one.title for one in matters.matters(UNITS) if "{place}" in one.title}
    assert general == named


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.title)
def test_the_form_takes_every_text(one):
    authors = Authors(people.shipped(), "test")
    item = item_of(one, authors.draw(one), authors, UNITS, "test")
    form = Draft({**item.words, "consent_public": "on"} | _listed(item.words["requests"]))
    assert form.errors == {}
    assert form.arguments["requests"] == item.words["requests"]
    assert secrecy_mark("".join(words.answers(item, "B"))) == ""


def _listed(requests):
    """A list as the page sends it."""
    return {"requests": requests}


def test_screened_out_texts_have_their_ground():
    rows = matters.screened_out()
    assert {row["ground"] for row in rows} - set(Ground.values) == set()
    assert [row["title"] for row in rows if not row["note"]] == []


def test_chosen_titles_are_in_the_table():
    found = [[one for one in EVERY if title in one.title] for _, title in CHOSEN.values()]
    assert [len(one) for one in found] == [1] * len(CHOSEN)


def test_no_title_is_drawn_twice():
    authors, pool = Authors(people.shipped(), "test"), Pool(UNITS)
    titles = [_drawn(authors, next(pool)) for _ in range(400)]
    assert len(set(titles)) == 400


def _drawn(authors, matter):
    return item_of(matter, authors.draw(matter), authors, UNITS, "test").words["title"]


def test_a_matter_of_the_country_is_raised_there():
    authors = Authors(people.shipped(), "test")
    for matter in matters.matters(UNITS):
        place = authors.places[authors.draw(matter) - 1]
        is_street = place.township.endswith("街道")
        assert matter.fits(place)
        assert (matter.scope, is_street) not in (("R", True), ("U", False))


def test_answers_speak_to_every_request_and_to_the_other_units_part():
    authors = Authors(people.shipped(), "test")
    matter = next(one for one in EVERY if len(one.requests) == 3)
    item = item_of(matter, authors.draw(matter), authors, UNITS, "test")
    found = words.answers(item, "A", ("", "市财政局", ""))
    assert (len(found), found[1]) == (3, "此项由市财政局负责答复，我单位将积极配合。")


def test_the_same_seed_writes_the_same():
    def written():
        authors = Authors(people.shipped(), "test")
        return [item_of(one, authors.draw(one), authors, UNITS, "x").words for one in EVERY]

    assert written() == written()
    assert Random("x").random() == Random("x").random()
