"""Pages: what each sees, how many queries it takes at three sizes, and what bad input is answered with."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from minqiao.duties.suggestions.actions import handling, replying
from minqiao.duties.suggestions.models import Suggestion
from minqiao.foundation.accounts.models import User
from tests.factories import (
    TEXT,
    a_contact,
    a_dispatched,
    a_draft,
    a_registered,
    a_replied,
    a_submitted,
    an_evaluated,
    at,
    to_signing,
)

pytestmark = pytest.mark.django_db


def as_(client, actor):
    """The client signed in as this actor."""
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


# A process looks every five seconds whether its calendar has changed; that is no query of the page's own.
def queries(client, url):
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(url)
    assert answer.status_code == 200
    return len([query for query in caught if "workdays_" not in query["sql"]])


@pytest.mark.parametrize("who", ["affairs", "gov", "deputy", "chairs"])
def test_the_list_takes_no_more_queries_for_more_rows(world, client, who):
    as_(client, getattr(world, who))
    url = reverse("suggestions:index")
    counts = []
    for size in (1, 3, 30):
        while Suggestion.objects.count() < size:
            a_dispatched(world, title=f"关于第{Suggestion.objects.count()}号事项的建议")
        client.get(url)
        counts.append(queries(client, url))
    assert counts == [4, 4, 5]  # beyond one page there is one more, to say how many there are


def test_the_page_with_its_whole_trail_takes_eight_queries_at_most(world, client):
    as_(client, world.affairs)
    found, rows = a_dispatched(world, assist=("A08", "A11"))
    url = reverse("suggestions:detail", args=[found.pk])
    client.get(url)
    small = queries(client, url)
    lead = rows["A14"]
    handling.sign_for(lead, actor=world.officer["A14"], at=at("2026-03-23"))
    for _ in range(5):
        a_contact(world, lead)
    middle = queries(client, url)
    to_signing(world, lead, promises=(("完成设计", at("2026-11-30").date()),))
    replying.issue(lead, actor=world.principal["A14"], at=at("2026-05-20"))
    large = queries(client, url)
    assert (small, middle, large) == (8, 8, 8)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("deputy", 200),
        ("affairs", 404),
        ("gov", 404),
        ("chairs", 404),
        ("auditor", 404),
        ("system_admin", 404),
    ],
)
def test_a_draft_is_its_writers_alone(world, client, who, status):
    found = a_draft(world)
    answer = as_(client, getattr(world, who)).get(reverse("suggestions:detail", args=[found.pk]))
    assert answer.status_code == status


@pytest.mark.parametrize("who", ["system_admin", "security_admin", "auditor"])
def test_the_three_offices_read_no_case(world, client, who):
    found, _ = a_replied(world)
    as_(client, getattr(world, who))
    assert client.get(reverse("suggestions:detail", args=[found.pk])).status_code == 404
    assert found.title not in client.get(reverse("suggestions:index")).content.decode()


def test_a_unit_sees_only_what_it_handles(world, client):
    mine, _ = a_dispatched(world, lead="A14", title="关于道路的建议")
    theirs, _ = a_dispatched(world, lead="A03", title="关于学校的建议")
    page = as_(client, world.officer["A14"]).get(reverse("suggestions:index")).content.decode()
    assert (mine.title in page, theirs.title in page) == (True, False)
    assert client.get(reverse("suggestions:detail", args=[theirs.pk])).status_code == 404


def test_grades_are_hidden_from_the_unit_until_released_and_the_objection_always(world, client):
    found, row = an_evaluated(world, result="basic", objection="承办人员态度敷衍", words="进度偏慢")
    url = reverse("suggestions:detail", args=[found.pk])
    as_(client, world.officer["A14"])
    before = client.get(url).content.decode()
    replying.release(row, actor=world.affairs, at=at("2026-05-28"))
    after = client.get(url).content.decode()
    assert ("基本满意" in before, "进度偏慢" in before, "态度敷衍" in before) == (False, False, False)
    assert ("基本满意" in after, "进度偏慢" in after, "态度敷衍" in after) == (True, True, False)
    office = as_(client, world.affairs).get(url).content.decode()
    assert "态度敷衍" in office


def test_a_draft_reply_is_the_units_own(world, client):
    found, rows = a_dispatched(world)
    handling.sign_for(rows["A14"], actor=world.officer["A14"], at=at("2026-03-23"))
    replying.draft_reply(
        rows["A14"],
        actor=world.officer["A14"],
        at=at("2026-04-01"),
        answers=["正在研究方案", ""],
        category="B",
    )
    url = reverse("suggestions:detail", args=[found.pk])
    seen = {
        who: "正在研究方案" in as_(client, actor).get(url).content.decode()
        for who, actor in [
            ("unit", world.officer["A14"]),
            ("deputy", world.deputy),
            ("affairs", world.affairs),
        ]
    }
    assert seen == {"unit": True, "deputy": False, "affairs": False}


def test_a_confidential_proposer_is_not_named_to_the_unit(world, client):
    found, _ = a_dispatched(world, request_confidential=True)
    name = world.mandates[0].deputy.name
    url = reverse("suggestions:detail", args=[found.pk])
    page = as_(client, world.officer["A14"]).get(url)
    main = page.content.decode()
    assert name not in main
    assert name in as_(client, world.affairs).get(url).content.decode()


# Bad input:


def post(client, actor, name, args, data):
    return as_(client, actor).post(reverse(name, args=args), data)


def test_missing_fields_are_named_and_nothing_is_lost(world, client):
    found = a_draft(world, facts="", requests=[])
    answer = post(client, world.deputy, "suggestions:step", [found.pk, "submit"], {})
    assert answer.status_code == 409
    assert "还没有填写：案由、建议事项" in answer.content.decode()
    found.refresh_from_db()
    assert (found.state, found.title) == ("draft", TEXT["title"])


def test_a_title_of_ten_megabytes_is_refused(world, client):
    answer = post(client, world.deputy, "suggestions:new", [], {"title": "长" * 3_400_000})
    assert answer.status_code == 413
    assert "超过了允许的大小" in answer.content.decode()
    assert Suggestion.objects.count() == 0


def test_a_title_too_long_comes_back_with_what_was_typed(world, client):
    answer = post(client, world.deputy, "suggestions:new", [], {"title": "长" * 101, "facts": "这里的事实"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "这里的事实" in page
    assert Suggestion.objects.count() == 0


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"stage": "later", "on": "2026-04-02", "way": "visit", "who": "科长", "content": "谈"}, "阶段"),
        ({"stage": "before", "on": "2026-02-30", "way": "visit", "who": "科长", "content": "谈"}, "日期"),
        (
            {"stage": "before", "on": "2099-01-01", "way": "visit", "who": "科长", "content": "谈"},
            "日期不能晚于今天",
        ),
        (
            {"stage": "before", "on": "2026-01-01", "way": "visit", "who": "科长", "content": "谈"},
            "日期不能早于交办日",
        ),
    ],
)
def test_a_contact_with_a_wrong_choice_or_date_is_refused(world, client, data, words):
    _, rows = a_dispatched(world)
    row = rows["A14"]
    handling.sign_for(row, actor=world.officer["A14"], at=at("2026-03-23"))
    answer = post(client, world.officer["A14"], "suggestions:handling_step", [row.pk, "contact"], data)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert row.contacts.count() == 0


def test_markup_is_shown_as_text(world, client):
    found = a_submitted(
        world, title="<script>alert(1)</script>关于路灯的建议", facts="<img src=x onerror=alert(1)>"
    )
    page = as_(client, world.affairs).get(reverse("suggestions:detail", args=[found.pk])).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;关于路灯的建议" in page
    assert "<img src=x" not in page


def test_a_state_secret_is_refused_and_not_stored(world, client):
    data = {"title": "关于某工程的建议", "facts": "机密★5年\n内容", "requests": ["办"]}
    answer = post(client, world.deputy, "suggestions:new", [], data)
    assert answer.status_code == 422
    assert Suggestion.objects.count() == 0


@pytest.mark.parametrize("pk", [0, 999999, 9223372036854775807])
def test_an_id_that_is_nobodys_is_not_found(world, client, pk):
    as_(client, world.deputy)
    assert client.get(f"/suggestions/{pk}/").status_code == 404
    assert client.get(f"/suggestions/{pk}/steps/submit/").status_code == 404


def test_an_id_beyond_all_bounds_is_not_found(world, client):
    as_(client, world.deputy)
    assert client.get(f"/suggestions/{10**30}/").status_code == 404


def test_somebody_elses_step_is_refused_for_want_of_the_right_ones_own_for_its_stage(world, client):
    found = a_registered(world)
    answer = post(client, world.affairs, "suggestions:step", [found.pk, "dispatch"], {})
    assert answer.status_code == 409
    assert "只有政府办公室（督查室）可以进行此操作" in answer.content.decode()
    answer = post(client, world.affairs, "suggestions:step", [found.pk, "register"], {})
    assert "当前环节是“已登记待交办”，不能登记" in answer.content.decode()


def test_an_unknown_step_is_refused(world, client):
    found = a_draft(world)
    assert post(client, world.deputy, "suggestions:step", [found.pk, "explode"], {}).status_code == 409


def test_the_same_post_twice_makes_one_draft(world, client):
    data = TEXT | {"once": "0d9f5c1e-6f0e-4b53-9d7b-7a9df2c0c001"}
    first = post(client, world.deputy, "suggestions:new", [], data)
    second = post(client, world.deputy, "suggestions:new", [], data)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert Suggestion.objects.count() == 1


def test_evil_filters_do_no_harm(world, client):
    a_registered(world)
    as_(client, world.affairs)
    url = reverse("suggestions:index")
    assert client.get(f"{url}?q=%00").status_code == 400
    evil = ("?q='%22--", "?page=-1", "?page=99999999999", "?unit=9%27", "?state=" + "x" * 50, "?sort=;drop")
    assert [client.get(url + query).status_code for query in evil] == [200] * len(evil)
