"""The whole examination of an uploaded file, from its name to its last byte."""

from dataclasses import dataclass

from minqiao.foundation.attachments.choices import IMAGES, Kind
from minqiao.foundation.attachments.rules.images import reencoded
from minqiao.foundation.attachments.rules.names import clean_name, extension_of
from minqiao.foundation.attachments.rules.office import office_kind, office_text
from minqiao.kit.secrecy import SECRETS_LAW, secrecy_mark, secrecy_mark_in_name

MAX_BYTES = 20 * 1024 * 1024
MAX_FILES = 30  # on one subject
EXTENSIONS = {"pdf": Kind.PDF, "docx": Kind.DOCX, "xlsx": Kind.XLSX, "jpg": Kind.JPG, "jpeg": Kind.JPG,
              "png": Kind.PNG, "webp": Kind.WEBP}  # fmt: skip
ACCEPT = ",".join(f".{extension}" for extension in EXTENSIONS)
NOTICE = (
    "可上传 PDF、Word（docx）、Excel（xlsx）和图片（jpg、png、webp），每个不超过20MB。"
    "不得上传国家秘密；照片中的拍摄地点等信息会自动去除。"
)
TYPE_WHY = "只能上传 PDF、Word（docx）、Excel（xlsx）和图片（jpg、png、webp）"
HINTS = {
    "doc": "旧版 Word 文档（.doc）请另存为 .docx 后再上传",
    "wps": "WPS 文档请另存为 .docx 后再上传",
    "xls": "旧版 Excel 表格（.xls）请另存为 .xlsx 后再上传",
    "et": "WPS 表格请另存为 .xlsx 后再上传",
    "docm": "含宏的文档请另存为不含宏的 .docx 后再上传",
    "xlsm": "含宏的表格请另存为不含宏的 .xlsx 后再上传",
    "heic": "HEIC 照片请在手机上改存为 JPG 后再上传",
    "heif": "HEIC 照片请在手机上改存为 JPG 后再上传",
}


@dataclass(frozen=True)
class Examined:
    """An upload after examination: what to keep, or `why` not and on what `basis`."""

    name: str
    kind: str = ""
    content: bytes = b""
    why: str = ""
    basis: str = ""


def examine(upload) -> Examined:
    """Examine anything with `name`, `size` (bytes) and `read()`. Nothing is read of a file too large."""
    name = clean_name(upload.name)
    if why := secrecy_mark_in_name(name):
        return Examined(name, why=why, basis=SECRETS_LAW)
    if why := _outer_fault(name, upload.size):
        return Examined(name, why=why)
    return _judged(name, upload.read())


def _outer_fault(name, size):
    extension = extension_of(name)
    if extension not in EXTENSIONS:
        return HINTS.get(extension, TYPE_WHY)
    if size == 0:
        return "文件是空的，请检查后重新上传"
    if size > MAX_BYTES:
        return f"文件有{size / 1024 / 1024:.1f}MB，超过20MB的上限，请压缩或拆分后再上传"
    return ""


def _judged(name, data):
    claimed, kind = EXTENSIONS[extension_of(name)], _kind_of(data)
    if kind != claimed:
        return Examined(name, why=_mismatch(name, claimed, kind, data))
    if kind in IMAGES:
        content, why = reencoded(kind, data)
        return Examined(name, kind, content, why)
    if kind == Kind.PDF:
        return Examined(name, kind, data, _pdf_fault(data))
    text, why = office_text(data)
    if not why and (mark := secrecy_mark(text)):
        return Examined(name, why=mark, basis=SECRETS_LAW)
    return Examined(name, kind, b"" if why else data, why)


def _kind_of(data):
    """What the first bytes (and, of a zip, its parts) say the file is, or ""."""
    signatures = {b"%PDF-": Kind.PDF, b"\xff\xd8\xff": Kind.JPG, b"\x89PNG\r\n\x1a\n": Kind.PNG}
    for signature, kind in signatures.items():
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind.WEBP
    return office_kind(data) if data.startswith(b"PK\x03\x04") else ""


def _mismatch(name, claimed, kind, data):
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "文件是旧版 Office 格式或设有密码，请取消密码并另存为 .docx 或 .xlsx 后再上传"
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1"):
        return HINTS["heic"]
    if kind:
        return f"文件名写的是 {extension_of(name)}，内容却是{Kind(kind).label}，请改正后再上传"
    return f"文件内容不是{Kind(claimed).label}，可能已损坏或改过扩展名，请重新导出后再上传"


def _pdf_fault(data):
    return "" if b"%%EOF" in data[-2048:] else "PDF 文件不完整，请重新导出后再上传"
