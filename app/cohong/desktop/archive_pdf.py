"""Pages as PDF/A-1b, the PDF for archives: what Qt's mode for it leaves undone is done here.

A PDF describes itself twice, in an information dictionary and in XMP, and PDF/A has both say the same. Both are made
here, from one title and one moment. Of Qt's own (6.11.3) the XMP is sound but declares its namespaces where Apache
Preflight, the validator of `make pdfa`, does not look; and a text in the dictionary is another one where a character
has the byte 0D, as 不 (U+4E0D) has: PDF reads that as 0A.

Every page of Qt's names CMYK among its colours, which PDF/A-1 allows only with a profile for it. Nothing is painted in
it, so the names are taken out. This much can go once `make pdfa` says that Qt's own file is valid.

Which characters a font's glyphs stand for is for whoever searches the file or copies from it. Of several Qt takes the
first in Unicode: the radical ⾦ (U+2FA6) for 金, a tab for a blank.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, qVersion
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

_CREATOR: Final = "Cohong"
_CMYK: Final = {"/CSpcmyk", "/PCSpcmyk"}
_HEADER: Final = "%PDF-1.4"
"""The version that PDF/A-1 is a part of."""

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
        Path(path).write_bytes(_mended(bytes(buffer.data().data()), title, moment))
    except OSError:
        return False
    return True


def _producer() -> str:
    return f"Qt {qVersion()}"


def _xmp(title: str, moment: datetime) -> bytes:
    return _XMP.format(
        title=escape(title), producer=_producer(), creator=_CREATOR, moment=moment.isoformat(timespec="seconds")
    ).encode()


def _mended(pdf: bytes, title: str, moment: datetime) -> bytes:
    """Return Qt's file with an information dictionary that says what the XMP does, and without CMYK."""
    # Not for every start of the window: a tenth of a second.
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.pdf_header = _HEADER
    date = f"D:{moment:%Y%m%d%H%M%S}Z"
    writer.metadata = {
        "/Title": title, "/Creator": _CREATOR, "/Producer": _producer(), "/CreationDate": date, "/ModDate": date,
    }  # fmt: skip
    for page in writer.pages:
        _mend(page["/Resources"])
    mended = BytesIO()
    writer.write(mended)
    return mended.getvalue()


def _mend(resources: Any) -> None:
    """Take out CMYK, and put right which characters the glyphs stand for."""
    for name in _CMYK & resources["/ColorSpace"].keys():
        del resources["/ColorSpace"][name]
    for font in resources["/Font"].values():
        characters = font.get_object()["/ToUnicode"].get_object()
        characters.set_data(_CHARACTERS.sub(lambda found: _MISTAKEN.sub(_meant, found[0]), characters.get_data()))


def _meant(found: re.Match[bytes]) -> bytes:
    char = chr(int(found[1], 16))
    return b"<%04X>" % ord(" " if char == "\t" else unicodedata.normalize("NFKC", char))
