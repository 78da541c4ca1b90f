"""Small PDFs for tests, written by hand: one Helvetica, lines of text, no compression."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter


def pdf_of(*pages: Sequence[str], title: str = "") -> bytes:
    """Give a PDF with one page for each list of lines; a page without lines is empty."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        stream = _drawn(lines)
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (5 + 2 * number),
            b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        ]
    objects.append(b"<</Title(%s)>>" % title.encode("latin-1"))
    return _file(objects)


def locked_pdf(password: str) -> bytes:
    """Give a PDF that opens with a password alone."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_of(["Parole chiuse."]))))
    writer.encrypt(password, algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _drawn(lines: Sequence[str]) -> bytes:
    drawn = b"BT /F1 12 Tf 60 780 Td 16 TL "
    for line in lines:
        words = line.encode("cp1252").replace(b"\\", b"\\\\")
        drawn += b"(%s) Tj T* " % words.replace(b"(", b"\\(").replace(b")", b"\\)")
    return drawn + b"ET"


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info %d 0 R>>\n"
        b"startxref\n%d\n%%%%EOF" % (count, table, count, len(objects), len(out))
    )
