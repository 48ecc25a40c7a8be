"""Which committee oversees: by the name of the unit, by its duties, by the topic, or nobody."""

import pytest

from minqiao.duties.supervision.actions import counterparts
from minqiao.duties.supervision.models import Counterpart
from minqiao.duties.supervision.rules.matching import Body, counterpart_of
from minqiao.foundation.trail.models import Event
from tests.factories import a_dispatched, an_assigned, at, day
from tests.supervision import stages

BODIES = [
    Body(1, "监察和司法委员会", "监察司法委", "监察、公安、司法行政、审判、检察"),
    Body(2, "财政经济委员会", "财经委", "计划、财政、工业、商贸、审计、统计"),
    Body(3, "教育科学文化卫生委员会", "教科文卫委", "教育、科技、文化、旅游、卫生、体育"),
    Body(4, "农业与农村委员会", "农委", "农业、林业、水务、乡村振兴"),
    Body(5, "城乡建设与环境资源保护委员会", "城环委", "住房建设、交通、自然资源、生态环境"),
    Body(6, "社会建设委员会", "社会委", "民政、人社、医保、应急、群团"),
]


@pytest.mark.parametrize(
    ("unit", "duties", "topic", "found", "why"),
    [
        ("毕节市交通运输局", [], "社会建设", 5, "毕节市交通运输局的职责与城环委联系的“交通”相合"),
        ("毕节市教育局", [], "", 3, "毕节市教育局的职责与教科文卫委联系的“教育”相合"),
        ("毕节市综合局", ["农业技术推广"], "", 4, "毕节市综合局的职责与农委联系的“农业”相合"),
        ("毕节市自然资源局", ["财政补助"], "", 5, "毕节市自然资源局的职责与城环委联系的“自然资源”相合"),
        ("毕节市司法局", [], "监察司法", 1, "按建议类别“监察司法”对口监察司法委"),
        ("某办公室", [], "城建环保", 5, "按建议类别“城建环保”对口城环委"),
        ("某办公室", [], "教科文卫", 3, "按建议类别“教科文卫”对口教科文卫委"),
        ("某办公室", ["财政", "教育"], "财政经济", 2, "按建议类别“财政经济”对口财经委"),
        ("某办公室", [], "", 0, "没有联系领域相合的委员会，请代表工作委员会指定"),
    ],
)
def test_the_committee_and_why(unit, duties, topic, found, why):
    match = counterpart_of(unit, duties, topic, BODIES)
    assert (match.pk, match.why) == (found, why)


@pytest.mark.parametrize(
    ("topic", "found"),
    [("财政经济", 2), ("农业农村", 4), ("城建环保", 5), ("教科文卫", 3), ("监察司法", 1), ("社会建设", 6)],
)
def test_every_topic_has_its_committee(topic, found):
    assert counterpart_of("", [], topic, BODIES).pk == found


def test_no_committee_at_all():
    assert counterpart_of("毕节市教育局", [], "教科文卫", []).pk == 0


@pytest.mark.django_db
def test_dispatched_suggestions_get_their_committee_once(world):
    stages.ready(world)
    road, _ = a_dispatched(world)
    an_assigned(world, title="还没有分办的建议")
    assert counterparts.assign_counterparts(at=at("2026-03-23")) == 1
    assert counterparts.assign_counterparts(at=at("2026-03-24")) == 0
    row = Counterpart.objects.get()
    assert (row.suggestion, row.committee, row.since) == (road, world.builders, day("2026-03-23"))
    event = Event.objects.get(action="assign_counterpart")
    assert (event.case_id, event.name) == (road.pk, "系统时钟")


@pytest.mark.django_db
def test_where_nothing_fits_the_office_names_one(world):
    stages.ready(world)
    a_dispatched(world, lead="A08", topic="education")
    counterparts.assign_counterparts(at=at("2026-03-23"))
    row = Counterpart.objects.get()
    assert (row.committee, row.why) == (None, "没有联系领域相合的委员会，请代表工作委员会指定")
    words = {"committee": world.builders, "note": "涉及校舍建设"}
    counterparts.change_committee(row, actor=world.affairs, at=at("2026-03-24"), **words)
    assert (row.committee, row.by_hand, row.why) == (
        world.builders,
        True,
        "改由城环委对口督办：涉及校舍建设",
    )
