"""Papers that the desktop writes as PDF/A: reports of each kind, a set-off statement, and what strangers put in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.unit.desktop.credit_reports import SAMPLES, disputed, signed_report
from tests.unit.desktop.reports import invoice
from tests.unit.desktop.set_offs import a_round, a_statement, key, line

from cohong.desktop.credit_paper import read_signed
from cohong.desktop.credit_pdf import write_credit_pdf
from cohong.desktop.formatting import Formats
from cohong.desktop.set_off_paper import paper_of, write_pdf

STRANGE: Final = (
    "不 ഍ (\\) <b>&amp; 😀 ☎\ufe0f 葛\U000e0100 𒀀 مرحبا ไทย \u202e\ue000 >>\nendobj\n/CSpcmyk /DeviceCMYK\n"
)


def _report(signed: Callable[[], bytes]) -> Callable[[str, Formats], bool]:
    return lambda path, formats: write_credit_pdf(path, read_signed(signed(), "report.json"), formats)


def _set_off(path: str, formats: Formats) -> bool:
    lines = [line("明珠電子", "Ann", 800, 700), line("Bob", "Ann", 900, 700, reference=STRANGE)]
    lines += [line("Ann", "Bob", 100 + number, 50, reference=f"INV-{number:03d}") for number in range(60)]
    paper = paper_of(a_round(), a_statement(2_100), lines, key("Ann"), network=STRANGE)
    return write_pdf(path, paper, formats, check="Checked.")


PAPERS: Final[dict[str, Callable[[str, Formats], bool]]] = {
    **{f"report-{name}": _report(sample) for name, sample in SAMPLES.items()},
    "report-strange-words": _report(lambda: disputed(says=STRANGE)),
    "report-strange-name": _report(lambda: signed_report([invoice(0, 0)], name=STRANGE)),
    "set-off": _set_off,
}
"""Each writes its paper to a path and returns whether it could."""
