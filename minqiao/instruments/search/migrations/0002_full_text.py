"""Each database's own full-text index beside the entries."""

from django.db import migrations

SQLITE = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(tokens, content='', tokenize='ascii', detail=none)",
    # An emptied table (a flush) leaves nothing behind in the index.
    """CREATE TRIGGER search_fts_emptied AFTER DELETE ON search_entry
       WHEN NOT EXISTS (SELECT 1 FROM search_entry)
       BEGIN INSERT INTO search_fts (search_fts) VALUES ('delete-all'); END""",
)
SQLITE_BACK = ("DROP TRIGGER search_fts_emptied", "DROP TABLE search_fts")
POSTGRESQL = (
    "ALTER TABLE search_entry ADD COLUMN tokens tsvector NOT NULL DEFAULT ''",
    "CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens)",
)
POSTGRESQL_BACK = ("ALTER TABLE search_entry DROP COLUMN tokens",)


def _run(editor, sqlite, postgresql):
    for statement in {"sqlite": sqlite, "postgresql": postgresql}[editor.connection.vendor]:
        editor.execute(statement)


def forwards(apps, editor):
    _run(editor, SQLITE, POSTGRESQL)


def backwards(apps, editor):
    _run(editor, SQLITE_BACK, POSTGRESQL_BACK)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
