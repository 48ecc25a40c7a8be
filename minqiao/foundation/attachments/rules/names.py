"""File names: what a person called a file, made harmless, still readable."""

import re
import unicodedata

LONGEST = 120  # characters, extension included


def clean_name(name) -> str:
    """`name` without path, control or direction characters, and without what file systems refuse."""
    name = unicodedata.normalize("NFC", str(name)).replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(" " if char.isspace() else char for char in name if _is_visible(char))
    name = re.sub(r'[<>:"|?*]', "_", name)
    name = re.sub(r" +", " ", name).strip(" .")
    stem, dot, extension = name.rpartition(".")
    if not dot:
        return name[:LONGEST] or "附件"
    kept = stem[: max(LONGEST - len(extension) - 1, 1)].rstrip(" .") or "附件"
    return f"{kept}.{extension}"[:LONGEST]


def extension_of(name) -> str:
    """The extension in lower case without its dot, or ""."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def _is_visible(char):
    """Spaces count; control, format (right-to-left tricks), surrogate and private characters do not."""
    return char.isspace() or unicodedata.category(char)[0] != "C"
