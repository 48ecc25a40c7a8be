"""Word and Excel files: a zip of XML, looked into without trusting a word of it."""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

MAX_PARTS = 3000
MAX_UNPACKED = 100 * 1024 * 1024  # bytes, all parts together
MAX_RATIO = 150  # a part may unpack to this many times its packed size, once above SMALL
SMALL = 1024 * 1024
MAIN_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_MACROS = re.compile(
    r"vbaProject|vbaData|macrosheets/|activeX/|oleObject\d*\.bin|\.(exe|dll|js|vbs|bat|cmd|ps1)$", re.I
)
_TEXT_PARTS = re.compile(
    r"(word/(document|header\d*|footer\d*|footnotes|endnotes|comments)"
    r"|xl/(sharedStrings|worksheets/[^/]+|comments\d*)|docProps/(core|custom))\.xml$",
    re.I,
)
_BREAKS = {
    "p", "si", "is", "v", "br", "cr", "tr", "tc", "title", "subject", "keywords", "description", "lpwstr",
    "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter",
}  # fmt: skip
_HEADER_CODES = re.compile(r'&(?:"[^"]*"|[A-Z]|\d+)')
_REMOTE = re.compile(r"(https?|ftp|smb)://|file:////|\\\\", re.I)
BROKEN = "文件已损坏，无法打开，请重新保存后再上传"


class Unfit(Exception):
    """The file may not be kept; the message says why."""


def office_kind(data) -> str:
    """docx or xlsx by its main part, or "" when the zip is neither."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        # zipfile raises NotImplementedError over a compression or version that it cannot read.
        return ""
    if "[Content_Types].xml" not in names:
        return ""
    return next((kind for kind, part in MAIN_PARTS.items() if part in names), "")


def office_text(data) -> tuple[str, str]:
    """All text a reader could see (headers, notes and deleted text included) and ""; or "" and why unfit."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_archive(archive)
            _check_links(archive)
            parts = [name for name in archive.namelist() if _TEXT_PARTS.match(name)]
            return "\n".join(_text_of(archive.read(name)) for name in parts), ""
    except Unfit as unfit:
        return "", str(unfit)
    except (
        zipfile.BadZipFile,
        zlib.error,
        expat.ExpatError,
        ValueError,
        OSError,
        NotImplementedError,  # raised by zipfile over a compression or version that it cannot read
        EOFError,
    ):
        return "", BROKEN


def _check_archive(archive):
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    if len(names) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Unfit("文件解压后过大，疑似压缩炸弹，不能上传")
    if any(entry.file_size > max(SMALL, entry.compress_size * MAX_RATIO) for entry in entries):
        raise Unfit("文件压缩比异常，疑似压缩炸弹，不能上传")
    if len(set(names)) != len(names) or any(".." in name or name.startswith("/") for name in names):
        raise Unfit(BROKEN)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit("文件设有密码，无法检查，请取消密码后再上传")
    if any(_MACROS.search(name) for name in names) or b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise Unfit("文件含有宏、控件或嵌入程序，请另存为不含宏的文件后再上传")


def _check_links(archive):
    """Only hyperlinks may point outside: a template or picture fetched from afar tells who opened it."""
    for name in archive.namelist():
        if name.endswith(".rels") and _fetches(archive.read(name)):
            raise Unfit("文件引用了外部网络上的模板或图片，请断开链接后再上传")


def _fetches(data):
    found = []

    def start(tag, attributes):
        outside = attributes.get("TargetMode") == "External" and _REMOTE.match(attributes.get("Target", ""))
        found.append(bool(outside) and not attributes.get("Type", "").endswith("/hyperlink"))

    _parse(data, StartElementHandler=start)
    return any(found)


def _text_of(data):
    pieces = []

    def edge(tag, *_):
        name = tag.rpartition(":")[2]
        pieces.append("\n" if name in _BREAKS else "\t" if name == "tab" else "")

    _parse(data, StartElementHandler=edge, EndElementHandler=edge, CharacterDataHandler=pieces.append)
    return _HEADER_CODES.sub("\n", "".join(pieces))


def _parse(data, **handlers):
    """Feed expat; a document type (the door of entity bombs) has no place in an office file."""

    def refuse(*_):
        raise Unfit(BROKEN)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    for name, handler in handlers.items():
        setattr(parser, name, handler)
    parser.Parse(data, True)
