"""Reading units: those in use, one with its duty list, by name or by the words of a duty."""

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q

from minqiao.kit.mechanism import Scope
from minqiao.registry.congress.queries import current_congress
from minqiao.registry.units.choices import UnitKind
from minqiao.registry.units.models import Unit, UnitDuty


def active_units():
    """The units in use, by code."""
    return Unit.objects.filter(is_active=True)


def unit(pk):
    """One unit, or None."""
    return Unit.objects.select_related("area").filter(pk=pk).first()


def unit_named(text):
    """The unit of this code, full or short name; None when nothing or more than one fits."""
    found = list(Unit.objects.filter(Q(code=text) | Q(name=text) | Q(short_name=text))[:2])
    return found[0] if len(found) == 1 else None


def search_units(actor, text="", kind="", include_unused=False):
    """Units whose name, code or duty list holds `text`, with the count of their duty lines."""
    found = Unit.objects.all() if include_unused else active_units()
    if kind:
        found = found.filter(kind=kind)
    if text:
        duty = UnitDuty.objects.filter(unit=OuterRef("pk"), words__contains=text)
        named = Q(name__contains=text) | Q(short_name__contains=text) | Q(code__startswith=text)
        found = found.filter(named | Exists(duty))
    return found.select_related("area").annotate(duty_count=Count("duties")).order_by("code")


def duties_of(unit):
    """A unit's duty list in the order it was written."""
    return list(UnitDuty.objects.filter(unit=unit).order_by("pk"))


def duty(pk):
    """One line of a duty list, or None."""
    return UnitDuty.objects.select_related("unit").filter(pk=pk).first()


def all_duties():
    """All lines of units in use as (unit id, words, topic): what routing hints learn from."""
    lines = UnitDuty.objects.filter(unit__is_active=True).order_by("pk")
    return list(lines.values_list("unit_id", "words", "topic"))


def unit_rows(actor):
    """All units for the spreadsheet."""
    kinds = dict(UnitKind.choices)
    for unit in Unit.objects.select_related("area").order_by("code"):
        yield {
            "code": unit.code,
            "name": unit.name,
            "short_name": unit.short_name,
            "kind": kinds[unit.kind],
            "area": unit.area_id or "",
            "reply_word": unit.reply_word,
            "contact_name": unit.contact_name,
            "contact_phone": unit.contact_phone,
            "is_active": unit.is_active,
        }


def duty_rows(actor):
    """All lines of the duty lists for the spreadsheet."""
    lines = UnitDuty.objects.order_by("unit__code", "pk")
    for name, words, topic in lines.values_list("unit__name", "words", "topic"):
        yield {"unit": name, "words": words, "topic": topic}


def units_by_any_name():
    """Code, full name and short name of every unit to its id; a short name two units share is left out."""
    found, doubled = {}, set()
    for pk, *names in Unit.objects.values_list("pk", "code", "name", "short_name"):
        doubled |= {name for name in names if found.get(name, pk) != pk}
        found |= {name: pk for name in names}
    return {name: pk for name, pk in found.items() if name not in doubled}


def units_to_speak_for(words, scope_id=None):
    """Units in use by name, for the security administrator to grant their people a capacity."""
    congress = current_congress(settings.PLACE)
    named = Q(name__contains=words.strip()) | Q(short_name__contains=words.strip())
    found = active_units().filter(named).order_by("code")
    found = found.filter(pk=scope_id) if scope_id else found
    return [Scope(row.pk, row.name, congress.pk if congress else 0) for row in found[:50]]
