"""Pages as PDF/A-1b, the PDF for archives: what Qt's mode for it leaves undone is done here.

A PDF describes itself twice, in an information dictionary and in XMP, and PDF/A has both say the same. Both are made
here, from one title and one moment. Of Qt's own (6.11.3) the XMP is sound but declares its namespaces where Apache
Preflight, the validator of `make pdfa`, does not look; and a text in the dictionary is another one where a character
has the byte 0D, as 不 (U+4E0D) has: PDF reads that as 0A.

Every page of Qt's names CMYK among its colours, which PDF/A-1 allows only with a profile for it. Nothing is painted in
it, so the names are blanked. This much can go once `make pdfa` says that Qt's own file is valid.

Which characters a font's glyphs stand for is for whoever searches the file or copies from it. Of several Qt takes the
first in Unicode: the radical ⾦ (U+2FA6) for 金, a tab for a blank.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, qVersion
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

_CREATOR: Final = "Cohong"
_CMYK: Final = re.compile(rb"(?<=\n)/P?CSpcmyk [^\n]*(?=\n)")
_CHARACTERS: Final = re.compile(rb"(?<=> )\[<[0-9A-F<> ]+\]")
"""Of a font's glyphs, in their order."""
_MISTAKEN: Final = re.compile(rb"<(0009|2[EF][0-9A-F]{2})>")
_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="{producer}"/>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="{creator}"
 xmp:CreateDate="{moment}" xmp:ModifyDate="{moment}"/>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="1" pdfaid:conformance="B"/>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def write_archive_pdf(
    path: str,
    title: str,
    paint: Callable[[QPdfWriter, QPainter], bool],
    *,
    dots_per_inch: int,
    margins_mm: tuple[float, float, float, float] = (0, 0, 0, 0),
) -> bool:
    """Write pages A4; returns whether the file is there.

    Args:
        title: one line, with nothing in it that XML does not allow: words of others only as `peer_text` returns them.
        paint: paints the first page and those that it adds, and returns whether it could; opaque colours alone.
    """
    moment = datetime.now(UTC)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(dots_per_inch)
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, upright, QMarginsF(*margins_mm), QPageLayout.Unit.Millimeter))
    writer.setDocumentXmpMetadata(_xmp(title, moment))
    painter = QPainter()
    if not painter.begin(writer):
        return False
    is_painted = paint(writer, painter)
    if not painter.end() or not is_painted:
        return False
    try:
        Path(path).write_bytes(_mended(bytes(buffer.data().data()), _information(title, moment)))
    except OSError:
        return False
    return True


def _producer() -> str:
    return f"Qt {qVersion()}"


def _xmp(title: str, moment: datetime) -> bytes:
    return _XMP.format(
        title=escape(title), producer=_producer(), creator=_CREATOR, moment=moment.isoformat(timespec="seconds")
    ).encode()


def _information(title: str, moment: datetime) -> bytes:
    """Return the dictionary; its texts are written in hexadecimal digits, which nothing reads as the end of a line."""
    texts = {"Title": title, "Creator": _CREATOR, "Producer": _producer()}
    lines = [f"/{name} <feff{text.encode('utf-16-be').hex()}>" for name, text in texts.items()]
    lines += [f"/{name} (D:{moment:%Y%m%d%H%M%S}Z)" for name in ("CreationDate", "ModDate")]
    return "\n".join(["<<", *lines, ">>"]).encode()


def _mended(pdf: bytes, information: bytes) -> bytes:
    """Return Qt's file with another information dictionary and without CMYK; its table says where all is."""
    start = pdf.rindex(b"startxref")
    table = int(pdf[start:].split()[1])
    number = int(pdf[pdf.rindex(b"/Info", table, start) :].split()[1])
    offsets = [int(offset) for offset in re.findall(rb"(\d{10}) 00000 n", pdf[table:start])]
    begin = offsets[number - 1]
    end = min((offset for offset in offsets if offset > begin), default=table)
    written = b"%d 0 obj\n%b\nendobj\n" % (number, information)
    moved = len(written) - (end - begin)
    body = _CMYK.sub(lambda found: b" " * len(found[0]), pdf[:begin] + written + pdf[end:table])
    body = _CHARACTERS.sub(lambda found: _MISTAKEN.sub(_meant, found[0]), body)
    entries = re.sub(
        rb"(\d{10})(?= 00000 n)",
        lambda found: b"%010d" % (int(found[1]) + (moved if int(found[1]) > begin else 0)),
        pdf[table:start],
    )
    return body + entries + b"startxref\n%d\n%%%%EOF\n" % (table + moved)


def _meant(found: re.Match[bytes]) -> bytes:
    char = chr(int(found[1], 16))
    return b"<%04X>" % ord(" " if char == "\t" else unicodedata.normalize("NFKC", char))
