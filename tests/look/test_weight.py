"""What a first visit weighs, and what the colours are worth on paper."""

import gzip
import re
from pathlib import Path

import pytest

from minqiao.config.settings import BASE

STATIC = Path(BASE, "minqiao/kit/static")
FIRST_VISIT = 40_000  # bytes, compressed: html, style, script, mark
# What is read upon what, and the least contrast: text 4.5, edges of what is operated 3 (WCAG 1.4.3, 1.4.11).
PAIRS = [
    *[(ink, ground, 4.5) for ink in ("ink", "soft", "bad") for ground in ("ground", "sheet", "sunk")],
    *[(tone, f"{tone}-tint", 4.5) for tone in ("good", "warn", "bad", "info")],
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-deep", 4.5),
    ("edge", "sheet", 3),
    ("edge", "ground", 3),
]


@pytest.mark.urls("tests.look.urls")
@pytest.mark.django_db
@pytest.mark.parametrize("name", ["desk", "list", "detail", "form", "public"])
def test_first_visit_is_light(client, name):
    page = client.get(f"/look/{name}").content
    files = [path.read_bytes() for path in STATIC.glob("minqiao.*")]
    assert sum(len(gzip.compress(part)) for part in [page, *files]) < FIRST_VISIT / 2


def colours(scheme):
    """The colour words of a scheme; dark ones replace light ones."""
    style = (STATIC / "minqiao.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", style, re.S)[:2]
    words = dict(re.findall(r"--([\w-]+): (#\w+)", light))
    return words | (dict(re.findall(r"--([\w-]+): (#\w+)", dark)) if scheme == "dark" else {})


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_and_white_is_known():
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(scheme):
    words = colours(scheme)
    weak = [(ink, ground) for ink, ground, least in PAIRS if contrast(words[ink], words[ground]) < least]
    assert weak == []
