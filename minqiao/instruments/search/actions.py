"""Keeping the index in step with the texts, inside the act that changed them."""

from django.db import connection, transaction

from minqiao.instruments.search.models import Entry
from minqiao.instruments.search.rules import normalised, tokens

_UPSERT = (
    "INSERT INTO search_entry (subject_type, subject_id, text, tokens)"
    " VALUES (%s, %s, %s, array_to_tsvector(%s::text[]))"
    " ON CONFLICT (subject_type, subject_id) DO UPDATE SET text = EXCLUDED.text, tokens = EXCLUDED.tokens"
)
_ADD = "INSERT INTO search_fts (rowid, tokens) VALUES (%s, %s)"
_DROP = "INSERT INTO search_fts (search_fts, rowid, tokens) VALUES ('delete', %s, %s)"


def index(*, subject, text):
    """Make `subject` findable by `text`, instead of whatever it was findable by before."""
    index_many(subject._meta.label_lower, [(subject.pk, text)])


@transaction.atomic
def index_many(subject_type, rows):
    """The same for many things of one type; `rows` are pairs of id and text, of one id the last counts."""
    texts = {subject_id: normalised(text) for subject_id, text in rows}
    _STORES[connection.vendor](subject_type, texts)


@transaction.atomic
def remove(*, subject):
    """Make `subject` no longer findable."""
    entries = Entry.objects.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)
    if connection.vendor == "sqlite":
        _run(_DROP, [(entry.pk, _words(entry.text)) for entry in entries])
    entries.delete()


@transaction.atomic
def rebuild():
    """Cut every text into tokens anew (after the tokeniser changed); how many."""
    return _REBUILDS[connection.vendor]()


def _store_sqlite(subject_type, texts):
    found = Entry.objects.filter(subject_type=subject_type, subject_id__in=list(texts))
    old = {entry.subject_id: entry for entry in found}
    changed = [entry for entry in old.values() if entry.text != texts[entry.subject_id]]
    _run(_DROP, [(entry.pk, _words(entry.text)) for entry in changed])
    for entry in changed:
        entry.text = texts[entry.subject_id]
    Entry.objects.bulk_update(changed, ["text"], batch_size=200)
    fresh = [
        Entry(subject_type=subject_type, subject_id=key, text=texts[key]) for key in texts if key not in old
    ]
    Entry.objects.bulk_create(fresh, batch_size=500)
    _run(_ADD, [(entry.pk, _words(entry.text)) for entry in changed + fresh])


def _store_postgresql(subject_type, texts):
    _run(_UPSERT, [(subject_type, key, text, tokens(text)) for key, text in texts.items()])


def _rebuild_sqlite():
    _run("INSERT INTO search_fts (search_fts) VALUES (%s)", [("delete-all",)])
    entries = list(Entry.objects.order_by("pk").values_list("pk", "text"))
    _run(_ADD, [(pk, _words(text)) for pk, text in entries])
    return len(entries)


def _rebuild_postgresql():
    entries = list(Entry.objects.order_by("pk").values_list("pk", "text"))
    statement = "UPDATE search_entry SET tokens = array_to_tsvector(%s::text[]) WHERE id = %s"
    _run(statement, [(tokens(text), pk) for pk, text in entries])
    return len(entries)


_STORES = {"sqlite": _store_sqlite, "postgresql": _store_postgresql}
_REBUILDS = {"sqlite": _rebuild_sqlite, "postgresql": _rebuild_postgresql}


def _words(text):
    return " ".join(tokens(text))


def _run(statement, rows):
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)
