"""A query whose shape never changes, compiled once: for what every page asks at every request.

Django builds and compiles a queryset anew each time, which costs more than the database takes to answer
the small questions of a page. Here the compiled text is kept per shape; only the values change.
"""

import threading
from collections.abc import Callable, Hashable

from django.db import connection

KEPT = 500  # shapes; more than the filters of all lists can make in practice


class Prepared:
    """`build(*values)` gives a `.values(...)` queryset; calling gives its rows as dicts.

    The shape may depend on `shape` (hashable), never on the values: a value may not decide which
    conditions there are. `samples` are values of the right types, all different from one another and
    from every constant of the query; they are found again in the compiled parameters.
    """

    def __init__(self, build: Callable, samples: tuple):
        self.build, self.samples = build, samples
        self.compiled, self.lock = {}, threading.Lock()

    def __call__(self, *values, shape: Hashable = ()) -> list[dict]:
        """The rows for these values."""
        sql, slots, names, convert = self._compiled(shape)
        rows = convert(self._run(sql, slots, values))
        return [dict(zip(names, row, strict=True)) for row in rows]

    def count(self, *values, shape: Hashable = ()) -> int:
        """How many rows there are for these values, counted by the database."""
        sql, slots, _, _ = self._compiled(shape)
        return self._run(f"SELECT COUNT(*) FROM ({sql}) counted", slots, values)[0][0]

    def _run(self, sql, slots, values):
        parameters = [values[slot] if isinstance(slot, int) else slot[0] for slot in slots]
        with connection.cursor() as cursor:
            cursor.execute(sql, [self._adapted(one) for one in parameters])
            return cursor.fetchall()

    @staticmethod
    def _adapted(value):
        if hasattr(value, "isoformat") and not hasattr(value, "hour"):
            return connection.ops.adapt_datefield_value(value)
        return value

    def _compiled(self, shape):
        key = (connection.vendor, shape)
        if key not in self.compiled:
            with self.lock:
                if len(self.compiled) > KEPT:
                    self.compiled.clear()
                self.compiled[key] = self._compile(shape)
        return self.compiled[key]

    def _compile(self, shape):
        queryset = self.build(*self.samples, shape=shape) if shape else self.build(*self.samples)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, parameters = compiler.as_sql()
        adapted = {self._adapted(sample): position for position, sample in enumerate(self.samples)}
        slots = [adapted.get(one, (one,)) for one in parameters]
        converters = compiler.get_converters([one[0] for one in compiler.select])
        names = list(queryset.query.selected)

        def convert(rows):
            return compiler.apply_converters(rows, converters) if converters else rows

        return sql, slots, names, convert


CHUNK = 500  # rows in the hand at a time


class Sought:
    """What a clock looks for, time and again, and mostly finds nothing: the keys by a prepared query, the
    rows only when there are some.

    `keys(*values)` gives a queryset, `rows()` the one the rows are read from, with all they need; `samples`
    as for Prepared. Calling gives the rows by their keys, read by the chunk.
    """

    def __init__(self, keys: Callable, samples: tuple, rows: Callable):
        self._keys = Prepared(lambda *values: keys(*values).order_by("pk").values("pk"), samples)
        self._rows = rows

    def __call__(self, *values):
        found = [row["pk"] for row in self._keys(*values)]
        for start in range(0, len(found), CHUNK):
            yield from self._rows().filter(pk__in=found[start : start + CHUNK]).order_by("pk")
