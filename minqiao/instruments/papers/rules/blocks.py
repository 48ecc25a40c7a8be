"""What an official paper is made of: blocks, held as plain data and kept as JSON (pure).

Lengths are in millimetres, type sizes in points. All text is plain text: no markup is ever read in it;
a line break in a text begins a new paragraph.
"""

from dataclasses import dataclass

OFFICIAL, LETTER, FORM = "official", "letter", "form"
LAYOUTS = (OFFICIAL, LETTER, FORM)
STYLES = ("body", "heading1", "heading2", "heading3", "plain", "centre", "right", "note")
ALIGNS = ("left", "center", "right")


def _is_one_of(value, allowed, what):
    if value not in allowed:
        raise ValueError(f"unknown {what} {value!r}")


@dataclass(frozen=True)
class Para:
    """A paragraph. body: indented by two characters; heading1 黑体 (一、), heading2 楷体 (（一）), heading3
    仿宋 bold (1.); plain: no indent; centre, right: placed so; note: 4号 without indent."""

    text: str
    style: str = "body"

    def __post_init__(self):
        _is_one_of(self.style, STYLES, "style")


@dataclass(frozen=True)
class Column:
    """A column of a Table; widths are shares of the type area's width, millimetres read best."""

    label: str
    width: float
    align: str = "left"

    def __post_init__(self):
        _is_one_of(self.align, ALIGNS, "alignment")


@dataclass(frozen=True)
class Table:
    """Rows under a head that is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    size: float = 10.5

    def __post_init__(self):
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells under {len(self.columns)} columns")


@dataclass(frozen=True)
class Cell:
    """A field of a Grid. `label` cells are centred names of fields; `height` is the least height in mm;
    `indent` sets each paragraph in by two characters, for long texts."""

    text: str = ""
    label: bool = False
    colspan: int = 1
    rowspan: int = 1
    height: float = 0
    align: str = "left"
    indent: bool = False

    def __post_init__(self):
        _is_one_of(self.align, ALIGNS, "alignment")


@dataclass(frozen=True)
class Grid:
    """A form of ruled fields: `widths` are shares of the type area's width, rows give their cells from
    left to right (a place already taken by a rowspan from above is left out, as in HTML)."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size: float = 12

    def __post_init__(self):
        self.placed()

    def placed(self) -> list[tuple[int, int, Cell]]:
        """(row, column, cell) of every cell; ValueError where cells overlap, stick out or leave a hole."""
        taken: set[tuple[int, int]] = set()
        found = []
        for y, row in enumerate(self.rows):
            for cell in row:
                x = next((x for x in range(len(self.widths)) if (y, x) not in taken), None)
                spots = [(y + dy, (x or 0) + dx) for dy in range(cell.rowspan) for dx in range(cell.colspan)]
                if x is None or taken & set(spots):
                    raise ValueError(f"row {y + 1} of the grid has more cells than it has room")
                taken |= set(spots)
                found.append((y, x, cell))
        if taken != {(y, x) for y in range(len(self.rows)) for x in range(len(self.widths))}:
            raise ValueError("the cells of the grid do not fill it exactly")
        return found


@dataclass(frozen=True)
class Signer:
    """Who signs: for which organ, in which post; name and date are left empty to be signed by hand."""

    organ: str
    post: str = ""
    name: str = ""
    date: str = ""


@dataclass(frozen=True)
class Signatures:
    """One signer, or two side by side, with room for the seals; kept on one page."""

    signers: tuple[Signer, ...]
    place: str = ""
    date: str = ""


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class SignOff:
    """The name of the issuing organ and the date, below the text; the seal goes over both."""

    issuer: str
    date: str = ""


@dataclass(frozen=True)
class Annex:
    """An annex begins on a new page under its label (附件1) and title."""

    label: str
    title: str
    blocks: tuple = ()


@dataclass(frozen=True)
class Qr:
    """The code in the upper left corner of page one and the small words beside it."""

    url: str
    caption: str = "扫码核验"


@dataclass(frozen=True)
class Document:
    """A whole paper. Dates are given in words (2026年6月22日).

    official: 公文格式. letter: 信函格式. form: a sheet of ruled fields (`strip` is the line between the
    title and the first field: number at the left, category at the right and the like).
    """

    layout: str
    title: str
    issuer: str = ""  # 发文机关标志, in red; of a form: whose form it is
    number: str = ""  # 发文字号
    blocks: tuple = ()
    addressee: str = ""  # 主送机关, without the colon
    approver: str = ""  # 签发人, only on papers that go upward
    mark: str = ""  # what stands in the upper right corner, for example 办理类别 B
    urgency: str = ""  # 特急、加急
    strip: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()  # 附件说明: the names of the annexes
    sign_off: tuple[SignOff, ...] = ()
    contact: str = ""  # 联系人及电话, printed in brackets below the date
    remark: str = ""  # 附注, for example 此件公开发布
    copies_to: tuple[str, ...] = ()  # 抄送
    printed_by: str = ""  # 印发机关
    printed_on: str = ""  # 印发日期
    annexes: tuple[Annex, ...] = ()
    qr: Qr | None = None
    has_code: bool = True  # a ballot bears none: all are alike and lead nowhere

    def __post_init__(self):
        _is_one_of(self.layout, LAYOUTS, "layout")


KINDS = {
    kind.__name__: kind
    for kind in (
        Para, Column, Table, Cell, Grid, Signer, Signatures, PageBreak, SignOff, Annex, Qr, Document,
    )
}  # fmt: skip


def label(text, **options) -> Cell:
    """The centred name of a field."""
    return Cell(text, label=True, **options)


def pair(name, text, **options) -> tuple[Cell, Cell]:
    """A field's name, and what is written in it."""
    return (label(name), Cell(text or "", **options))


def paragraphs(text) -> list[Para]:
    """A person's own lines as paragraphs; empty ones are left out."""
    return [Para(line.strip()) for line in text.splitlines() if line.strip()]
