"""`python -m cohong.desktop.credit_files REPORT.pdf --language zh_HK <signed`: a signed report on paper, no screen.

A process of its own, so that the paper can be in another language than the window, and the shell can have it too. The
signed file comes on the input. It is written beside the paper, under the same name with .json: the paper refers to it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

PAPERS: Final = (".pdf", ".html")
SIGNED: Final = ".json"


def main(arguments: Sequence[str]) -> int:
    """Write the files, each whole or not at all; return 0, or 1 with what went wrong on standard error."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--replace", action="store_true", help="also replace files that are there")
    options = parser.parse_args(arguments)
    os.umask(0o077)
    try:
        with tempfile.TemporaryDirectory(prefix=".cohong-", dir=options.file.absolute().parent) as folder:
            made = _written(Path(folder), options.file, sys.stdin.buffer.read(), options.language)
            _put_in_place(made, options.file.absolute().parent, replace=options.replace)
    except FileExistsError as error:
        sys.stderr.write(f"{Path(os.fsdecode(error.filename2 or error.filename)).name} is there already\n")
    except OSError as error:
        sys.stderr.write(f"{error.strerror or error}\n")
    else:
        return 0
    return 1


def _written(folder: Path, file: Path, signed: bytes, language: str) -> list[Path]:
    """Write the files into a folder and return them, the signed one first."""
    json_file = folder / file.with_suffix(SIGNED).name
    json_file.write_bytes(signed)
    if file.suffix not in PAPERS:
        return [json_file]
    paper = folder / file.name
    _write_paper(paper, json_file, language)
    return [json_file, paper]


def _write_paper(paper: Path, json_file: Path, language: str) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from cohong.desktop.credit_html import credit_html
    from cohong.desktop.credit_paper import read_signed
    from cohong.desktop.credit_pdf import write_credit_pdf
    from cohong.desktop.formatting import Formats
    from cohong.desktop.languages import Translations
    from cohong.desktop.theme.theme import Theme

    application = QApplication(["cohong"])
    application.setApplicationName("cohong")
    translations = Translations()
    translations.use(language)
    # It belongs to the application, and paper has its fonts from it.
    Theme(application, "light", language)
    file, formats = read_signed(json_file.read_bytes(), json_file.name), Formats(language)
    if paper.suffix == ".html":
        paper.write_text(credit_html(file, formats, language), encoding="utf-8")
    elif not write_credit_pdf(os.fspath(paper), file, formats):
        raise OSError(f"{paper.name} can't be written")


def _put_in_place(made: Sequence[Path], folder: Path, *, replace: bool) -> None:
    """Move files that are whole to their places; nothing is moved if one of these is taken."""
    if not replace:
        for file in made:
            if (folder / file.name).exists():
                raise FileExistsError(0, "", os.fspath(folder / file.name))
    for file in made:
        if replace:
            file.replace(folder / file.name)
        else:
            os.link(file, folder / file.name)  # unlike a move, never over one that has come there meanwhile


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
