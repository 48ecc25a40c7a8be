"""Files made on the spot: the honest, the broken and the hostile."""

import io
import zipfile

import docx
import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

GPS, ORIENTATION = 0x8825, 0x0112
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def upload(name, content):
    return SimpleUploadedFile(name, content)


def word(*paragraphs, header=""):
    """A .docx with these paragraphs and this page header."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return _bytes_of(document.save)


def sheet(*cells, header=""):
    """An .xlsx with these cells one below the other and this page header."""
    book = openpyxl.Workbook()
    for cell in cells:
        book.active.append([cell])
    book.active.oddHeader.left.text = header or None
    return _bytes_of(book.save)


def photo(kind="JPEG", size=(60, 40), **options):
    """A picture, red on the left and blue on the right."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    return _bytes_of(lambda out: image.save(out, kind, **options))


def photo_from_a_phone():
    """A JPG lying on its side, with the place where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS).update({1: "N", 2: (27.0, 18.0, 0.0), 3: "E", 4: (105.0, 17.0, 0.0)})
    return photo(exif=exif, comment=b"taken at home")


def with_part(archive, name, content):
    """The office file with one more part."""
    out = io.BytesIO(archive)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(name, content)
    return out.getvalue()


def without_part(archive, name):
    """The office file with one part left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            if entry.filename != name:
                after.writestr(entry, before.read(entry))
    return out.getvalue()


def _bytes_of(save):
    out = io.BytesIO()
    save(out)
    return out.getvalue()
