"""Large tables out of small ones: the rows of the originals copied over and over, all inside the database."""

from django.apps import apps
from django.db import connection, transaction

CASE = "suggestions.suggestion"
# What must differ from copy to copy, by column; k is the number of the copy.
DIFFERENT = {
    "suggestions_suggestion": {
        "number": "CASE WHEN s.number = '' THEN '' ELSE s.number || '-' || c.k END",
        "once": "NULL",
    },
    "trail_event": {"seq": "s.seq + c.k * {seq}"},
}


class Copier:
    """Copies all suggestions with everything that hangs on them by a foreign key, and their trail.

    Made while the tables hold the originals alone. A copy's ids are the originals' plus k strides.
    """

    def __init__(self):
        self.models = _hanging_on(apps.get_model(CASE))
        self.event = apps.get_model("trail.event")
        self.strides = {model: _highest(model, "id") for model in [*self.models, self.event]}
        self.last_seq = _highest(self.event, "seq")

    def grow_to(self, size):
        """Copy until there are at least `size` suggestions, past whatever was added meanwhile."""
        table = self.models[0]._meta.db_table
        originals, now = (
            _rows(f"SELECT count(*) FROM {table} WHERE id <= {upto}")[0][0] for upto in self._ends()
        )
        copies = -(-(size - now) // originals)
        if copies > 0:
            first = self._first_free()
            with transaction.atomic(), connection.cursor() as cursor:
                for model in [*self.models, self.event]:
                    cursor.execute(self._statement(model), [first, first + copies - 1])
                self._settle(cursor, first + copies)
        vacuumed()

    def _ends(self):
        return self.strides[self.models[0]], 2**62

    def _first_free(self):
        """The first copy whose ids and sequence numbers lie beyond every row there is."""
        free = [-(-_highest(model, "id") // stride) for model, stride in self.strides.items()]
        return max(*free, -(-_highest(self.event, "seq") // self.last_seq))

    def _statement(self, model):
        columns = [_quoted(field.column) for field in model._meta.concrete_fields]
        source, listed = model._meta.db_table, ", ".join(columns)
        values = ", ".join(self._value(model, field) for field in model._meta.concrete_fields)
        only = f" AND s.case_type = '{CASE}'" if model is self.event else ""
        return (
            "WITH RECURSIVE c(k) AS (SELECT %s UNION ALL SELECT k + 1 FROM c WHERE k < %s)"
            f" INSERT INTO {source} ({listed}) SELECT {values} FROM c CROSS JOIN {source} s"
            f" WHERE s.id <= {self.strides[model]}{only}"
        )

    def _value(self, model, field):
        column, quoted = field.column, _quoted(field.column)
        if different := DIFFERENT.get(model._meta.db_table, {}).get(column):
            return different.format(seq=self.last_seq)
        if field.primary_key:
            return f"s.{quoted} + c.k * {self.strides[model]}"
        if field.is_relation and field.related_model in self.strides:
            return f"s.{quoted} + c.k * {self.strides[field.related_model]}"
        if model is self.event and column in ("subject_id", "case_id"):
            return self._by_type(column)
        return f"s.{quoted}"

    def _by_type(self, column):
        kinds = [
            f"WHEN '{model._meta.label_lower}' THEN s.{column} + c.k * {self.strides[model]}"
            for model in self.models
        ]
        return f"CASE s.{column.replace('_id', '_type')} {' '.join(kinds)} ELSE s.{column} END"

    def _settle(self, cursor, end):
        """The trail's end and the numbering of new rows follow the copies."""
        cursor.execute("UPDATE trail_head SET last_seq = %s", [self.last_seq * end])
        if connection.vendor != "postgresql":
            return
        for model in [*self.models, self.event]:
            table = model._meta.db_table
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")


def vacuumed():
    """What PostgreSQL does by itself after a while: statistics, visibility. SQLite is left as it is."""
    if connection.vendor == "postgresql":
        _rows("VACUUM ANALYZE")


def _hanging_on(root):
    """The root and every model with a foreign key into the set, the root first."""
    found = [root]
    for model in found:
        for other in apps.get_models():
            relations = [field for field in other._meta.concrete_fields if field.is_relation]
            if other not in found and any(field.related_model is model for field in relations):
                found.append(other)
    return found


def _quoted(column):
    return connection.ops.quote_name(column)


def _highest(model, column):
    return _rows(f"SELECT max({column}) FROM {model._meta.db_table}")[0][0] or 1


def _rows(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []
