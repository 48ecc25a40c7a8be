"""The floors of the web benchmark: the same rows by raw SQL and Jinja2 in the barest Django views.

No session, no rights, no forms, no frame around the page; only what any such page must do: read the
same rows from the same tables and write them down; for a new suggestion, insert the same rows.
"""

import json
from functools import cache
from hashlib import sha256

from django.apps import apps
from django.db import connection, transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from jinja2 import Environment

PRIVATE = "('draft', 'noted', 'sorted')"
LIST = f"""
SELECT s.id, s.number, s.title, s.kind, s.state, s.topic, s.result_category, s.evaluation_state, s.due_on,
       s.replied_on, s.assigned_on, s.handled_by, p.name AS proposer, g.name AS delegation
FROM suggestions_suggestion s
JOIN congress_mandate m ON m.id = s.lead_signer_id JOIN congress_deputy p ON p.id = m.deputy_id
LEFT JOIN congress_delegation g ON g.id = s.delegation_id
WHERE s.congress_id = %s AND (s.state NOT IN {PRIVATE} OR s.is_paper OR s.kind = 'review_remark')
ORDER BY s.id DESC LIMIT 26"""
COUNT = f"""
SELECT count(*) AS total FROM (SELECT 1 FROM suggestions_suggestion s WHERE s.congress_id = %s
AND (s.state NOT IN {PRIVATE} OR s.is_paper OR s.kind = 'review_remark') LIMIT 1001) counted"""
DETAIL = (
    """SELECT s.*, p.name AS proposer, g.name AS delegation_name, b.name AS batch_name
       FROM suggestions_suggestion s JOIN congress_mandate m ON m.id = s.lead_signer_id
       JOIN congress_deputy p ON p.id = m.deputy_id LEFT JOIN congress_delegation g ON g.id = s.delegation_id
       LEFT JOIN suggestions_batch b ON b.id = s.batch_id WHERE s.id = %s""",
    """SELECT n.*, p.name FROM suggestions_signing n JOIN congress_mandate m ON m.id = n.mandate_id
       JOIN congress_deputy p ON p.id = m.deputy_id WHERE n.suggestion_id = %s ORDER BY n.id""",
    """SELECT r.*, e.*, h.*, u.name FROM suggestions_handling h JOIN units_unit u ON u.id = h.unit_id
       LEFT JOIN suggestions_reply r ON r.id = h.reply_id
       LEFT JOIN suggestions_evaluation e ON e.reply_id = r.id
       WHERE h.suggestion_id = %s ORDER BY h.id""",
    """SELECT t.* FROM suggestions_contact t JOIN suggestions_handling h ON h.id = t.handling_id
       WHERE h.suggestion_id = %s ORDER BY t.id""",
    """SELECT t.* FROM suggestions_commitment t JOIN suggestions_handling h ON h.id = t.handling_id
       WHERE h.suggestion_id = %s ORDER BY t.id""",
    """SELECT * FROM trail_event WHERE case_type = 'suggestions.suggestion' AND case_id = %s ORDER BY seq""",
)
TEMPLATES = Environment(autoescape=True, auto_reload=False)
LIST_PAGE = TEMPLATES.from_string("""<!doctype html><title>代表建议</title><p>共{{ total }}件</p><table>
{% for row in rows %}<tr><td><a href="/suggestions/{{ row.id }}/">{{ row.number }}</a></td>
{% for name, value in row.items() %}<td>{{ value }}</td>{% endfor %}</tr>
{% endfor %}</table>""")
DETAIL_PAGE = TEMPLATES.from_string("""<!doctype html><title>代表建议</title>
{% for part in parts %}<table>{% for row in part %}<tr>
{% for name, value in row.items() %}<td>{{ value }}</td>{% endfor %}</tr>
{% endfor %}</table>{% endfor %}""")


def empty(request):
    """Nothing at all: what Django itself costs."""
    return HttpResponse("民桥")


def index(request, congress_id):
    """The newest 25 suggestions of a congress, with a count that stops at a thousand."""
    with connection.cursor() as cursor:
        rows = _read(cursor, LIST, congress_id)
        total = _read(cursor, COUNT, congress_id)[0]["total"]
    return HttpResponse(LIST_PAGE.render(rows=rows[:25], total=total))


def detail(request, pk):
    """A suggestion with its people, handlings, reply, contacts, promises and full trail."""
    with connection.cursor() as cursor:
        parts = [_read(cursor, statement, pk) for statement in DETAIL]
    return HttpResponse(DETAIL_PAGE.render(parts=parts))


@csrf_exempt
def create(request):
    """The three writes of a new draft: its row, its event, the end of the trail."""
    title, requests = request.POST["title"], json.dumps(request.POST.getlist("requests"))
    typed = {"title": title, "facts": request.POST["facts"], "requests": requests, "state": "draft"}
    with transaction.atomic(), connection.cursor() as cursor:
        pk = _insert(cursor, "suggestions.suggestion", typed)
        lock = " FOR UPDATE" if connection.vendor == "postgresql" else ""
        head = _read(cursor, f"SELECT last_seq, last_hash FROM trail_head WHERE id = %s{lock}", 1)[0]
        seq, digest = head["last_seq"] + 1, sha256(f"{head['last_hash']}{title}{pk}".encode()).hexdigest()
        event = {"seq": seq, "case_id": pk, "subject_id": pk, "hash": digest, "prev_hash": head["last_hash"]}
        _insert(cursor, "trail.event", event)
        cursor.execute("UPDATE trail_head SET last_seq = %s, last_hash = %s WHERE id = 1", [seq, digest])
    return HttpResponseRedirect(f"/suggestions/{pk}/")


def _read(cursor, statement, value):
    cursor.execute(statement, [value])
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _insert(cursor, label, changes):
    statement, like = _statement(label)
    cursor.execute(statement, list((like | changes).values()))
    return cursor.fetchone()[0]


@cache
def _statement(label):
    """An INSERT of every column, and the values of the table's first row to fill what is not typed."""
    table = apps.get_model(label)._meta.db_table
    with connection.cursor() as cursor:
        like = _read(cursor, f"SELECT * FROM {table} WHERE id > %s ORDER BY id LIMIT 1", 0)[0]
    like = {name: value for name, value in like.items() if name != "id"}
    if "number" in like:
        like |= {"number": "", "serial": None, "batch_id": None}
    marks = ", ".join(["%s"] * len(like))
    names = ", ".join(map(connection.ops.quote_name, like))
    return f"INSERT INTO {table} ({names}) VALUES ({marks}) RETURNING id", like
