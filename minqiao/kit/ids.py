"""Ids and years as people and addresses write them: what a table can hold, or nothing."""

import uuid

MOST_DIGITS = 18  # the largest id of either database has nineteen


def id_from(text) -> int | None:
    """The id `text` spells out, or None: for what is no plain number, or longer than any id."""
    written = str(text)
    plain = written.isascii() and written.isdecimal() and len(written) <= MOST_DIGITS
    return int(written) if plain else None


def year_from(text) -> int | None:
    """The year of this house's time that `text` spells out (1950 to 2199), or None."""
    found = id_from(text)
    return found if found is not None and 1949 < found < 2200 else None


def uuid_from(text) -> uuid.UUID | None:
    """The UUID `text` spells out, or None."""
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return None
