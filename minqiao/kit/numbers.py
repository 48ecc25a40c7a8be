"""Numbers drawn after a pattern such as {term}-{session}-{serial:3} (pure)."""

from string import Formatter

MOST_DIGITS = 9
LONGEST = 30  # characters of a number in the register


def number_after(pattern, *, term, session, serial, mark="") -> str:
    """The number of a pattern; `mark` stands before the serial, its width (`{serial:3}`) is in digits.

    Raises ValueError for a pattern that `pattern_fault` names.
    """
    if why := pattern_fault(pattern):
        raise ValueError(why)
    texts = {"term": str(term), "session": str(session)}
    parts = Formatter().parse(pattern)
    return "".join(text + _filled(name, width, texts, mark, serial) for text, name, width, _ in parts)


def _filled(name, width, texts, mark, serial):
    if name is None:
        return ""
    return f"{mark}{serial:0{int(width or 3)}}" if name == "serial" else texts[name]


def pattern_fault(pattern) -> str:
    """Why no number can be written after this pattern, or ""."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return "花括号没有成对"
    names = [name for _, name, _, _ in parts if name is not None]
    if sorted(names) != ["serial", "session", "term"]:
        return "花括号内只能是term、session、serial，各用一次"
    if any(conversion or not _is_width(name, width) for _, name, width, conversion in parts if name):
        return f"只有serial可以写位数，为1至{MOST_DIGITS}，例如{{serial:3}}"
    plain = sum(len(text) for text, *_ in parts)
    widest = max(int(width or 3) for _, name, width, _ in parts if name == "serial")
    # A term of two digits, a year between sessions (闭2026), the mark of remarks.
    return f"编号太长，最多{LONGEST}字" if plain + 2 + 5 + 1 + max(widest, 5) > LONGEST else ""


def _is_width(name, width):
    if not width:
        return True
    is_number = width.isascii() and width.isdecimal() and len(width) <= 2
    return name == "serial" and is_number and 1 <= int(width) <= MOST_DIGITS
