"""Every way to touch the chain is found by `minqiao verify trail`, and its place is named."""

import csv
import datetime as dt
import hashlib
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minqiao.foundation.trail.documents import csv_rows
from minqiao.foundation.trail.models import Event, Head
from minqiao.foundation.trail.queries import fault_in_trail
from minqiao.foundation.trail.rules import FIELDS, GENESIS, digest, first_fault

pytestmark = pytest.mark.django_db
TABLE = Event._meta.db_table


def sql(statement, *values):
    """What somebody with the keys of the database might do."""
    with connection.cursor() as cursor:
        cursor.execute(statement.format(table=TABLE), values)


def verified():
    """(exit code, what is said) of `minqiao verify trail`."""
    try:
        call_command("verify", "trail")
    except CommandError as error:
        return error.returncode, str(error)
    return 0, ""


def test_an_untouched_chain_is_whole(chain, capsys):
    assert verified() == (0, "")
    assert capsys.readouterr().out == "trail：完好\n"


def test_an_empty_chain_is_whole(db):
    assert verified() == (0, "")


OTHERS = {name: "别的" for name in FIELDS} | {
    "seq": 77,
    "at": dt.datetime(2026, 3, 20, 9, 31, tzinfo=dt.UTC),
    "user_id": 9,
    "subject_id": 9,
    "case_id": 9,
}


@pytest.mark.parametrize("field", [name for name in FIELDS if name != "seq"])
def test_an_edited_field_is_named(chain, field):
    sql(f"UPDATE {{table}} SET {field} = %s WHERE seq = 4", OTHERS[field])
    assert verified() == (1, "第4条内容与摘要不符，记录被改动过")


def test_an_edited_hash_is_named(chain):
    sql("UPDATE {table} SET hash = %s WHERE seq = 4", "0" * 64)
    assert verified() == (1, "第4条内容与摘要不符，记录被改动过")


def rehash(seq):
    """What a thorough forger does: the edited row gets the right hash again."""
    event = Event.objects.get(seq=seq)
    sql("UPDATE {table} SET hash = %s WHERE seq = %s", digest(event.prev_hash, event), seq)


def test_an_edited_row_with_a_fresh_hash_breaks_the_next(chain):
    sql("UPDATE {table} SET note = %s WHERE seq = 4", "别的")
    rehash(4)
    assert verified() == (1, "第5条与上一条不衔接，有记录被删除、插入或调换顺序")


@pytest.mark.parametrize("seq", [1, 2, 5])
def test_a_removed_row_is_named(chain, seq):
    sql("DELETE FROM {table} WHERE seq = %s", seq)
    words = f"第{seq}条之后不连续：读到的是第{seq + 1}条，有记录被删除、插入或调换顺序"
    assert verified() == (1, words)


def test_a_removed_row_closed_up_by_renumbering_is_named(chain):
    sql("DELETE FROM {table} WHERE seq = 3")
    for seq in (4, 5, 6):
        sql("UPDATE {table} SET seq = %s WHERE seq = %s", seq - 1, seq)
    assert verified() == (1, "第3条与上一条不衔接，有记录被删除、插入或调换顺序")


def test_a_truncated_chain_is_named(chain):
    sql("DELETE FROM {table} WHERE seq > 4")
    assert verified() == (1, "末尾不符：应有6条，实有4条，最后的记录被删除或改动过")


def test_an_emptied_chain_is_named(chain):
    sql("DELETE FROM {table}")
    assert verified() == (1, "末尾不符：应有6条，实有0条，最后的记录被删除或改动过")


def test_an_appended_forgery_is_named(chain):
    last = Event.objects.get(seq=6)
    forged = Event(**{name: getattr(last, name) for name in FIELDS} | {"seq": 7}, prev_hash=last.hash)
    forged.hash = digest(last.hash, forged)
    Event.objects.bulk_create([forged])
    assert verified() == (1, "末尾不符：应有6条，实有7条，最后的记录被删除或改动过")


def test_an_inserted_row_is_named(chain):
    for seq in (6, 5, 4, 3):
        sql("UPDATE {table} SET seq = %s WHERE seq = %s", seq + 1, seq)
    second = Event.objects.get(seq=2)
    forged = Event(**{name: getattr(second, name) for name in FIELDS} | {"seq": 3}, prev_hash=second.hash)
    forged.hash = digest(second.hash, forged)
    Event.objects.bulk_create([forged])
    code, words = verified()
    assert (code, words) == (1, "第3条之后不连续：读到的是第4条，有记录被删除、插入或调换顺序")


def test_two_rows_that_changed_places_are_named(chain):
    for was, becomes in ((2, 99), (3, 2), (99, 3)):
        sql("UPDATE {table} SET seq = %s WHERE seq = %s", becomes, was)
    assert verified() == (1, "第2条之后不连续：读到的是第3条，有记录被删除、插入或调换顺序")


def forge_from(seq):
    """The strongest forger: rewrites every hash from `seq` on, and the head."""
    prev = Event.objects.filter(seq=seq - 1).values_list("hash", flat=True).first() or GENESIS
    for event in Event.objects.filter(seq__gte=seq).order_by("seq"):
        fresh = digest(prev, event)
        sql("UPDATE {table} SET prev_hash = %s, hash = %s WHERE seq = %s", prev, fresh, event.seq)
        prev = fresh
    Head.objects.update(last_hash=prev)


def exported(tmp_path):
    """The auditor's CSV of the whole trail."""
    file = tmp_path / "trail.csv"
    file.write_text("".join(csv_rows(Event.objects.all())), encoding="utf-8", newline="")
    return str(file)


def test_a_chain_rewritten_to_its_end_is_found_by_an_earlier_export(chain, tmp_path, capsys):
    file = exported(tmp_path)
    assert fault_in_trail(file) == ""
    sql("UPDATE {table} SET note = %s WHERE seq = 4", "别的")
    forge_from(4)
    assert verified() == (0, "")
    with pytest.raises(CommandError, match="第4条与导出文件不符：导出之后记录被改写或删除过") as error:
        call_command("verify", "trail", file, "--json")
    assert error.value.returncode == 1
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (said["what"], said["ok"]) == ("trail", False)


@pytest.mark.parametrize("content", ["", "甲,乙\n1,2\n", "序号,摘要\nx,y\n"])
def test_a_file_that_is_no_export_is_wrong_input(chain, tmp_path, content):
    file = tmp_path / "other.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(CommandError) as error:
        call_command("verify", "trail", str(file))
    assert error.value.returncode == 2


@pytest.mark.parametrize("words", [("trail", "/nowhere/x.csv"), ("nonsense",)])
def test_wrong_words_end_with_2(db, words):
    with pytest.raises(CommandError) as error:
        call_command("verify", *words)
    assert error.value.returncode == 2


def test_events_are_neither_saved_nor_deleted_one_by_one(chain):
    event = Event.objects.first()
    for touch in (event.save, event.delete):
        with pytest.raises(TypeError):
            touch()


def test_the_digest_is_plain_sha256_over_the_fields(chain):
    """Written out here once more, so that an auditor can recompute it without our code."""
    event = Event.objects.get(seq=2)
    facts = {name: getattr(event, name) for name in FIELDS}
    facts["at"] = "2026-03-20T10:30:00.000000+00:00"
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert event.hash == hashlib.sha256(f"{event.prev_hash}\n{text}".encode()).hexdigest()


# Any tampering at all, on chains of any length


class Row:
    """An event without a table."""

    def __init__(self, **fields):
        self.__dict__.update(fields)


def rows(notes):
    """A sound chain with these remarks, and its end."""
    chain, prev = [], GENESIS
    for seq, text in enumerate(notes, start=1):
        facts = {name: "x" for name in FIELDS} | {"seq": seq, "note": text}
        row = Row(**facts | {"at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}, prev_hash=prev)
        row.hash = prev = digest(prev, row)
        chain.append(row)
    return chain, len(chain), prev


def edit(chain, place, other):
    chain[place].note += "改"


def remove(chain, place, other):
    del chain[place]


def repeat(chain, place, other):
    chain.insert(other, chain[place])


def exchange(chain, place, other):
    chain[place], chain[other] = chain[other], chain[place]


def cut(chain, place, other):
    del chain[place:]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    notes=st.lists(st.text(max_size=8), min_size=1, max_size=12),
    tamper=st.sampled_from([edit, remove, repeat, exchange, cut]),
    data=st.data(),
)
def test_any_tampering_is_found_and_only_tampering(notes, tamper, data):
    chain, last_seq, last_hash = rows(notes)
    assert first_fault(chain, last_seq, last_hash) == ""
    places = st.integers(0, len(chain) - 1)
    touched = list(chain)
    tamper(touched, data.draw(places), data.draw(places))
    unchanged = touched == chain and tamper is not edit
    assert (first_fault(touched, last_seq, last_hash) == "") == unchanged


def test_the_export_is_what_the_auditor_sees(chain, tmp_path):
    with open(exported(tmp_path), encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [int(line["序号"]) for line in lines] == [1, 2, 3, 4, 5, 6]
    assert [line["摘要"] for line in lines] == list(
        Event.objects.order_by("seq").values_list("hash", flat=True)
    )
