"""The floors of the web benchmark: the same rows of the same tables on the barest pages.

No session, no rights, no frame around the page. The list's floor is raw SQL and Jinja2, the least any
program could do; detail and create stand beside a plain Django page over the same rows: the ORM with
Jinja2, and a ModelForm that saves the same three rows.
"""

import json
from functools import cache
from hashlib import sha256

from django.apps import apps
from django.db import connection, transaction
from django.forms import modelform_factory
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
TEMPLATES = Environment(autoescape=True, auto_reload=False)
LIST_PAGE = TEMPLATES.from_string("""<!doctype html><title>代表建议</title><p>共{{ total }}件</p><table>
{% for row in rows %}<tr><td><a href="/suggestions/{{ row.id }}/">{{ row.number }}</a></td>
{% for name, value in row.items() %}<td>{{ value }}</td>{% endfor %}</tr>
{% endfor %}</table>""")
DETAIL_PAGE = TEMPLATES.from_string("""<!doctype html><title>代表建议</title><h1>{{ suggestion.title }}</h1>
<p>{{ suggestion.lead_signer.deputy.name }} {{ suggestion.delegation.name }} {{ suggestion.due_on }}</p>
<p>{{ suggestion.facts }}</p><ol>{% for ask in suggestion.requests %}<li>{{ ask }}</li>{% endfor %}</ol>
{% for one in signings %}<p>{{ one.mandate.deputy.name }} {{ one.state }}</p>{% endfor %}
{% for one in handlings %}<h2>{{ one.unit.name }} {{ one.state }} {{ one.due_on }}</h2>
{% if one.reply %}<p>{{ one.reply.category }} {{ one.reply.number }}</p>
{% for text in one.reply.answers %}<p>{{ text }}</p>{% endfor %}{% endif %}{% endfor %}
{% for one in contacts %}<p>{{ one.on }} {{ one.who }} {{ one.content }}</p>{% endfor %}
{% for one in promises %}<p>{{ one.text }} {{ one.due_on }}</p>{% endfor %}
{% for one in events %}<p>{{ one.at }} {{ one.label }} {{ one.name }} {{ one.capacity }} {{ one.note }}</p>
{% endfor %}""")


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
    """A plain Django page of a suggestion: people, handlings, reply, contacts, promises, full trail."""
    of, people = _rows, ("lead_signer__deputy", "delegation", "session", "batch", "congress")
    context = {
        "suggestion": of("suggestions.suggestion").select_related(*people).get(pk=pk),
        "signings": of("suggestions.signing").select_related("mandate__deputy").filter(suggestion=pk),
        "handlings": of("suggestions.handling")
        .select_related("unit", "reply__evaluation")
        .filter(suggestion=pk),
        "contacts": of("suggestions.contact").filter(handling__suggestion=pk),
        "promises": of("suggestions.commitment").filter(handling__suggestion=pk),
        "events": of("trail.event").filter(case_type="suggestions.suggestion", case_id=pk).order_by("seq"),
    }
    return HttpResponse(DETAIL_PAGE.render(context))


@csrf_exempt
def create(request):
    """A new draft through a plain ModelForm, with its event and the end of the trail."""
    typed = request.POST.copy()
    typed["requests"] = json.dumps(request.POST.getlist("requests"))
    form = _draft_form()(typed)
    if not form.is_valid():
        return HttpResponse(form.errors.as_json(), status=422)
    like = _like()
    with transaction.atomic():
        draft = form.save(commit=False)
        for name in ("congress_id", "lead_signer_id", "delegation_id", "year", "created_at"):
            setattr(draft, name, getattr(like, name))
        draft.save()
        head = _rows("trail.head").select_for_update().get(pk=1)
        digest = sha256(f"{head.last_hash}{draft.title}{draft.pk}".encode()).hexdigest()
        event = apps.get_model("trail.event")(
            seq=head.last_seq + 1, at=like.created_at, action="draft", label="建立草稿", hash=digest,
            subject_type="suggestions.suggestion", subject_id=draft.pk, prev_hash=head.last_hash,
            case_type="suggestions.suggestion", case_id=draft.pk,
        )  # fmt: skip
        _rows("trail.event").bulk_create([event])
        head.last_seq, head.last_hash = event.seq, digest
        head.save()
    return HttpResponseRedirect(f"/suggestions/{draft.pk}/")


def _rows(label):
    return apps.get_model(label).objects


@cache
def _like():
    """Any suggestion: what is not typed is filled in as it has it."""
    return _rows("suggestions.suggestion").order_by("pk").first()


@cache
def _draft_form():
    fields = ["title", "facts", "analysis", "requests", "topic", "source", "consent_public"]
    return modelform_factory(apps.get_model("suggestions.suggestion"), fields=fields)


def _read(cursor, statement, value):
    cursor.execute(statement, [value])
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
