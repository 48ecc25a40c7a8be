"""The messages page: one's own, newest first; a message leads to its case, or to the list."""

import pytest
from django.urls import reverse

from minqiao.foundation.accounts.models import User
from minqiao.overviews.notifications.models import Message
from tests.factories import a_dispatched, a_draft, a_submitted

pytestmark = pytest.mark.django_db


def as_(client, actor):
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_ones_own_messages_and_no_others(world, client):
    a_submitted(world, title="关于甲的建议")
    page = as_(client, world.affairs).get(reverse("notifications:index")).content.decode()
    assert "收到代表提交的建议：关于甲的建议" in page
    other = as_(client, world.gov).get(reverse("notifications:index")).content.decode()
    assert ("关于甲的建议" in other, "还没有消息" in other) == (False, True)


def test_a_message_leads_to_its_case_and_is_read(world, client):
    found = a_submitted(world)
    message = Message.objects.get(user_id=world.affairs.user_id)
    answer = as_(client, world.affairs).get(reverse("notifications:follow", args=[message.pk]))
    assert answer["Location"] == reverse("suggestions:detail", args=[found.pk])
    message.refresh_from_db()
    assert message.read_at is not None


def test_a_message_of_a_case_out_of_sight_leads_to_the_list_with_a_word(world, client):
    found = a_draft(world)
    message = Message.objects.create(
        user_id=world.gov.user_id,
        case_type="suggestions.suggestion",
        case_id=found.pk,
        words="旧消息",
        created_at=found.created_at,
    )
    url = reverse("notifications:follow", args=[message.pk])
    page = as_(client, world.gov).get(url, follow=True)
    assert page.redirect_chain == [(reverse("notifications:index"), 302)]
    assert "以您现在的身份不能查看" in page.content.decode()


def test_somebody_elses_message_is_not_found(world, client):
    a_submitted(world)
    message = Message.objects.get(user_id=world.affairs.user_id)
    answer = as_(client, world.gov).get(reverse("notifications:follow", args=[message.pk]))
    assert answer.status_code == 404
    message.refresh_from_db()
    assert message.read_at is None


def test_all_are_read_at_once_by_post_only(world, client):
    a_dispatched(world)
    mine = Message.objects.filter(user_id=world.deputy.user_id, read_at=None)
    as_(client, world.deputy)
    assert client.get(reverse("notifications:read_all")).status_code == 405
    assert mine.count() == 2
    client.post(reverse("notifications:read_all"))
    assert mine.count() == 0
    assert Message.objects.filter(user_id=world.gov.user_id, read_at=None).exists()
