"""The copy of a person's own data: a deputy's notebook is in it, nobody else's, nothing that was wiped."""

import pytest
from django.urls import reverse

from minqiao.duties.suggestions.actions import ideas
from minqiao.duties.suggestions.queries.ideas import own_data
from minqiao.foundation.accounts.models import User
from tests.attachments.samples import PDF, upload
from tests.factories import at

pytestmark = pytest.mark.django_db


def test_a_notebook_goes_into_the_copy_of_its_deputy(world, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    facts = {"actor": world.deputy, "at": at("2026-05-10")}
    note = ideas.jot(title="路灯不亮", text="三组路口", place="威宁路", topic="urban", **facts)
    ideas.attach(note, upload("照片.pdf", PDF), **facts)
    ideas.delete(ideas.jot(title="删掉的", **facts), **facts)
    ideas.jot(title="别人的", actor=world.deputies[1], at=at("2026-05-10"))
    (told,) = own_data(world.deputy.user_id)["素材本"]
    names = ("一句话", "详细记录", "地点", "类别", "状态", "写成的建议", "附件")
    assert [told[name] for name in names] == [
        "路灯不亮", "三组路口", "威宁路", "城建环保", "待用", "", ["照片.pdf"],
    ]  # fmt: skip
    assert own_data(world.affairs.user_id) == {}
    client.force_login(User.objects.get(pk=world.deputy.user_id))
    assert client.post(reverse("accounts:export")).json()["代表建议"]["素材本"][0]["一句话"] == "路灯不亮"
