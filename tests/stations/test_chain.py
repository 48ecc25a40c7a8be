"""One line from what residents said to how they judged: for who may open a link, and for anybody."""

import pytest

from minqiao.duties.stations.actions import converting, residents, routing
from minqiao.duties.stations.rules.people import resident_of
from minqiao.duties.suggestions.actions import disclosing, drafting
from minqiao.duties.suggestions.models import Publication, Suggestion
from minqiao.foundation.accounts.models import User
from minqiao.kit.mechanism import chain_of
from tests.api.disclosed import published
from tests.factories import at, day
from tests.microprojects import stages as projects
from tests.stations import stages

pytestmark = pytest.mark.django_db
NAME = "李桥生"


def told(suggestion):
    return [(link.words, link.on, link.note) for link in chain_of(suggestion.pk)]


def test_two_opinions_one_suggestion_one_line(world):
    first = stages.raised(world, name=NAME)
    second = stages.raised(world, "2026-09-15 09:00", phone="13800005678", text="桥断了")
    words = {"title": "关于修复危桥的建议", "also": [second], "requests": ["修复桥面"]}
    converting.convert(first, actor=world.deputy, at=at("2026-09-20"), **words)
    suggestion = Suggestion.objects.get()
    place = "群众反映（ZB-1-1联络点）"
    ahead = [("答复群众", None, "0件，共2件"), ("群众评价", None, "")]
    assert told(suggestion) == [(place, day("2026-09-14"), ""), (place, day("2026-09-15"), ""), *ahead]
    Suggestion.objects.update(topic="urban")
    suggestion.refresh_from_db()
    drafting.submit(suggestion, actor=world.deputy, at=at("2026-09-21"))
    for opinion, rating in ((first, "satisfied"), (second, "basic")):
        opinion.refresh_from_db()
        routing.answer(opinion, actor=world.keeper, at=at("2026-12-11"), answer="新桥已通行。")
        residents.rate(opinion, actor=resident_of(opinion), at=at("2026-12-12"), rating=rating)
    assert told(suggestion) == [
        (place, day("2026-09-14"), ""),
        (place, day("2026-09-15"), ""),
        ("人大代表提出建议", day("2026-09-21"), ""),
        ("答复群众", day("2026-12-11"), "2件，共2件"),
        ("群众评价", day("2026-12-11"), "满意1件、基本满意1件"),
        ("交办", None, ""),
        ("承办单位答复", None, ""),
    ]


def test_who_may_open_a_link_sees_the_line(world, client):
    stages.converted(world)
    pk = Suggestion.objects.get().pk
    seen = {}
    for name in ("keeper", "office", "deputy", "other_keeper", "gov", "auditor"):
        client.force_login(User.objects.get(pk=getattr(world, name).user_id))
        seen[name] = client.get(f"/chain/{pk}/").status_code
    assert seen == {
        "keeper": 200,
        "office": 200,
        "deputy": 200,
        "other_keeper": 404,
        "gov": 404,
        "auditor": 404,
    }


def test_the_public_line_names_no_private_person_and_needs_a_published_suggestion(world, client):
    found = published(world)
    opinion = stages.raised(world, name=NAME)
    stages.Opinion.objects.filter(pk=opinion.pk).update(suggestion_id=found.suggestion_id, state="converted")
    words = client.get(f"/public/chain/{found.suggestion_id}/").content.decode()
    assert ("群众反映（ZB-1-1联络点）" in words, found.title in words) == (True, True)
    hidden = [NAME, stages.PHONE, stages.TEXT, opinion.number, *[one.name for one in world.deputies]]
    assert [one for one in hidden if one in words] == []
    disclosing.take_down(Publication.objects.get(), actor=world.affairs, at=at("2026-09-20"), note="有误")
    assert client.get(f"/public/chain/{found.suggestion_id}/").status_code == 404


def test_the_project_that_mended_it_stands_on_the_line(world):
    project = projects.accepted(world)
    opinion = stages.raised(world, "2026-03-01 10:00")
    stages.Opinion.objects.filter(pk=opinion.pk).update(
        suggestion_id=project.suggestion_id, state="converted"
    )
    days = [
        (words, on)
        for words, on, _ in told(project.suggestion)
        if words.startswith(("群众反映", "专项", "项目"))
    ]
    assert days == [
        ("群众反映（ZB-1-1联络点）", day("2026-03-01")),
        ("专项资金批准项目", project.approved_on),
        ("项目开工", project.started_on),
        ("项目验收", project.accepted_on),
    ]
