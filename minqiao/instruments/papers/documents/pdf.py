"""A document as PDF, set by Typst. What people wrote travels as JSON and is never read as markup."""

import io
import json
from pathlib import Path

import segno
import typst

from minqiao.instruments.papers.documents import fonts
from minqiao.instruments.papers.rules import as_facts
from minqiao.instruments.papers.rules.text import title_lines

TEMPLATE = Path(__file__).resolve().parents[1] / "templates_typst" / "paper.typ"


def qr_svg(url: str) -> str:
    """The QR code of an address as an SVG picture, quiet zone included."""
    out = io.BytesIO()
    segno.make(url, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False, scale=4)
    return out.getvalue().decode()


def pdf(document) -> bytes:
    """The document as PDF, the same bytes for the same document; Refused when no face is installed."""
    inputs = {
        "document": json.dumps(as_facts(document), ensure_ascii=False),
        "faces": json.dumps(fonts.faces(), ensure_ascii=False),
        "title_lines": json.dumps(title_lines(document.title), ensure_ascii=False),
    }
    if document.qr:
        inputs["qr_svg"] = qr_svg(document.qr.url)
    return typst.compile(TEMPLATE, root=TEMPLATE.parent, font_paths=fonts.found(), sys_inputs=inputs)
