"""`make pdfa`: Apache Preflight finds every paper of ours valid PDF/A-1b, and nothing that is none.

It needs Java and the packages that packaging/pdfa-packages.txt names. The papers stay in build/pdfa.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from pypdf import PdfWriter
from pypdf.generic import NameObject
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication
from tests.unit.desktop.papers import PAPERS

from cohong.desktop.formatting import Formats
from cohong.desktop.languages import Translations
from cohong.desktop.theme.theme import Theme

FOLDER: Final = Path(__file__).parents[1] / "build" / "pdfa"
JARS: Final = "preflight xmpbox pdfbox2 fontbox2 commons-logging commons-io javax.activation jaxb-api"
CLASS_PATH: Final = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS.split())
LANGUAGES: Final = ("en", "zh_HK", "zh_CN")
CONTROL: Final = "not-"


def _without_fonts(paper: PdfWriter) -> None:
    resources: Any = paper.pages[0]["/Resources"]
    for font in resources["/Font"].values():
        del font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"]


def _with_cmyk(paper: PdfWriter) -> None:
    resources: Any = paper.pages[0]["/Resources"]
    resources["/ColorSpace"][NameObject("/CSp")] = NameObject("/DeviceCMYK")


DAMAGES: Final[dict[str, Callable[[PdfWriter], object]]] = {
    "without-metadata": lambda paper: paper.root_object.pop("/Metadata"),
    "without-profile": lambda paper: paper.root_object.pop("/OutputIntents"),
    "without-fonts": _without_fonts,
    "with-another-title": lambda paper: paper.add_metadata({"/Title": "Another one"}),
    "with-cmyk": _with_cmyk,
}


def main(files: list[str]) -> int:
    """Check papers of each kind in each language, the files named, and controls; return the exit code."""
    if shutil.which("java") is None or not all(Path(jar).exists() for jar in CLASS_PATH.split(":")):
        sys.exit("Java and Apache PDFBox 2 with Preflight are missing: packaging/pdfa-packages.txt")
    own = {f"own-{number}-{Path(file).name}": Path(file).read_bytes() for number, file in enumerate(files, 1)}
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    _write_papers()
    _write_controls()
    for name, exact in own.items():
        (FOLDER / name).write_bytes(exact)
    found = _asked(sorted(FOLDER.iterdir()))
    for name, errors in found.items():
        print(f"{name}: {'not valid' if errors else 'valid PDF/A-1b'}", *errors, sep="\n    ")
    controls = {name for name in found if name.startswith(CONTROL)}
    refused = {name for name, errors in found.items() if errors}
    print(f"{len(found.keys() - controls - refused)} of {len(found.keys() - controls)} papers are valid PDF/A-1b")
    print(f"{len(controls & refused)} of {len(controls)} that are none were refused")
    return 0 if refused == controls else 1


def _write_papers() -> None:
    application = QApplication(["cohong"])
    application.setApplicationName("cohong")
    theme, translations = Theme(application, "light", "en"), Translations()
    for language in LANGUAGES:
        translations.use(language)
        theme.choose(language=language)
        for name, write in PAPERS.items():
            assert write(str(FOLDER / f"{name}-{language}.pdf"), Formats(language))


def _write_controls() -> None:
    """Write what has to be refused: Qt's files as they come, and a paper of ours with one thing wrong in each."""
    for name, version in (
        ("pdf-a", QPdfWriter.PdfVersion.PdfVersion_1_4),
        ("mended", QPdfWriter.PdfVersion.PdfVersion_A1b),
    ):
        writer = QPdfWriter(str(FOLDER / f"{CONTROL}{name}.pdf"))
        writer.setPdfVersion(version)
        writer.setTitle("As Qt writes it")
        painter = QPainter(writer)
        painter.drawText(500, 500, "A page")
        painter.end()
    whole = (FOLDER / "report-good-en.pdf").read_bytes()
    for name, damage in DAMAGES.items():
        paper = PdfWriter(clone_from=BytesIO(whole))
        damage(paper)
        paper.write(FOLDER / f"{CONTROL}valid-{name}.pdf")
    (FOLDER / f"{CONTROL}whole.pdf").write_bytes(whole[: len(whole) // 2])


def _asked(files: list[Path]) -> dict[str, list[str]]:
    """Return what is wrong with each file, by its name."""
    listed = FOLDER / "files.txt"
    listed.write_text("".join(f"{file}\n" for file in files), encoding="utf-8")
    command = ["java", "-cp", CLASS_PATH, "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group", str(listed)]
    ended = subprocess.run(command, capture_output=True, check=False)
    answer = Path(f"{listed}.preflight.xml")
    if not answer.exists():
        sys.exit(ended.stderr.decode(errors="replace"))
    told = {each.get("name", ""): _errors(each) for each in ElementTree.parse(answer).getroot()}
    assert told.keys() == {file.name for file in files}, "a file was not looked at"
    return told


def _errors(told: ElementTree.Element) -> list[str]:
    """Return each error once, with its pages."""
    pages: dict[str, set[int]] = {}
    for error in told.iter("error"):
        if error.find("code") is not None:
            number = error.findtext("page")
            words = f"{error.findtext('code')} {error.findtext('details')}"
            pages.setdefault(words, set()).update([] if number is None else [int(number) + 1])
    errors = [f"{words}{f' (page {str(sorted(on))[1:-1]})' if on else ''}" for words, on in pages.items()]
    if told.findtext("isValid") != "true":
        return errors or ["refused without a reason"]
    return []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
