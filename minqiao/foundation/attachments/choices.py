"""The words: which kinds of file may be kept."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """What a file is by its content; the value is also the extension it is kept under."""

    PDF = "pdf", "PDF 文件"
    DOCX = "docx", "Word 文档"
    XLSX = "xlsx", "Excel 表格"
    JPG = "jpg", "照片（JPG）"
    PNG = "png", "图片（PNG）"
    WEBP = "webp", "图片（WebP）"


IMAGES = (Kind.JPG, Kind.PNG, Kind.WEBP)
MEDIA_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.JPG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WEBP: "image/webp",
}
