"""A stretch of a long list after a cursor: for those who read page after page while rows come and go."""

from django.core import signing
from django.db.models import F, Q

from minqiao.kit.schema import BadInput

CURSOR = "cursor"  # what signatures of cursors are salted with


def stretch_of(queryset, order, cursor, limit, nullable=()):
    """`limit` rows after `cursor` in `order` (names, "-" for descending, the last one unique): (rows, next).

    The cursor names the last row given, not a count, so rows that come meanwhile make none appear
    twice or be left out. Names in `nullable` may be empty and then stand last. Raises BadInput for a
    cursor that was not given by this list in this order.
    """
    rows = queryset.order_by(*[_ordering(name, name in nullable) for name in order])
    if cursor:
        rows = rows.filter(_after(order, _opened(cursor, order), nullable))
    found = list(rows[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], signing.dumps([order, *[_value(last, name) for name in order]], salt=CURSOR)


def _ordering(name, may_be_empty):
    return F(name).asc(nulls_last=True) if may_be_empty else name


def _value(row, name):
    name = name.removeprefix("-")
    value = row[name] if isinstance(row, dict) else getattr(row, name)
    return value if isinstance(value, int | str | None) else str(value)


def _opened(cursor, order):
    try:
        given, *values = signing.loads(cursor, salt=CURSOR)
    except (signing.BadSignature, ValueError) as error:
        raise BadInput({"cursor": ["不是本列表给出的翻页标记"]}) from error
    if given != list(order):
        raise BadInput({"cursor": ["翻页标记属于另一种排序"]})
    return values


def _after(order, values, nullable):
    """Rows beyond these values: greater in the first name, or equal in it and greater in the next."""
    found, same = Q(pk__in=()), Q()
    for name, value in zip(order, values, strict=True):
        plain = name.removeprefix("-")
        if value is not None:
            beyond = Q(**{f"{plain}__{'lt' if name != plain else 'gt'}": value})
            found |= same & (beyond | Q(**{f"{plain}__isnull": True}) if name in nullable else beyond)
        same &= Q(**{plain: value})
    return found
