"""Posters with a code to scan, many in one file: set by Typst, A4 or A3."""

import json
from dataclasses import asdict, dataclass

import typst

from minqiao.instruments.papers.documents import fonts
from minqiao.instruments.papers.documents.pdf import TEMPLATE, qr_svg

SIZES = ("a4", "a3")


@dataclass(frozen=True)
class Poster:
    """One page: the name on top, the code of `url` in the middle, what stands below it."""

    name: str
    heading: str
    url: str
    call: str
    lines: tuple[str, ...]
    foot: str = ""


def posters_pdf(posters, size) -> bytes:
    """All of these as one PDF, a page each; Refused when no face is installed."""
    items = [asdict(poster) | {"qr_svg": qr_svg(poster.url)} for poster in posters]
    inputs = {
        "items": json.dumps(items, ensure_ascii=False),
        "faces": json.dumps(fonts.faces(), ensure_ascii=False),
        "paper": size,
    }
    template = TEMPLATE.with_name("poster.typ")
    return typst.compile(template, root=TEMPLATE.parent, font_paths=fonts.found(), sys_inputs=inputs)
