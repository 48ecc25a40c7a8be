"""The little Markdown the reference needs."""

NOTE = "<!-- 由 minqiao reference 从代码生成；请改代码，不要改本页。 -->"


def page(title, intro, *sections) -> str:
    """A whole page: title, one paragraph of introduction, sections."""
    parts = [f"# {title}", NOTE, intro, *sections]
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def table(heads, rows) -> str:
    """A table; cells may hold anything, bars are escaped and lines joined."""
    lines = [_row(heads), _row(["---"] * len(heads)), *(_row(row) for row in rows)]
    return "\n".join(lines)


def fence(language, text) -> str:
    """A block of code."""
    return f"```{language}\n{text}\n```"


def code(text) -> str:
    """A word as code, nothing as nothing."""
    return f"`{text}`" if text else ""


def _row(cells):
    texts = (str(cell).replace("|", "\\|").replace("\n", "；") for cell in cells)
    return f"| {' | '.join(texts)} |"
