"""What is said where a report is open: what for, and under which consent."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from cohong.api.views import ConsentView, ReadingNoted
from cohong.desktop.consent_wording import covered_text, reading_text
from cohong.desktop.formatting import Formats

CONSENT = ConsentView(
    id="1" * 64, subject="2" * 64, subject_name="", reader="3" * 64, reader_name="", scope="report", purpose="terms",
    until="2026-12-31", says="", state="given", given_ms=1, revoked_ms=0, reason="", readings=[], count=0,
)  # fmt: skip
NAME = "Chan {day} {0}"
"""A peer's name may have anything in it."""


@dataclass(frozen=True, slots=True)
class _Case:
    noted: ReadingNoted
    words: str


@pytest.mark.parametrize(
    "case",
    [
        _Case(ReadingNoted(consent=None, entry="", refused=""), ""),
        _Case(
            ReadingNoted(consent=None, entry="", refused="", purpose="audit"),
            f"{NAME} is a person and has given you no consent for this: For an audit. Every member holds what is open "
            "in the book; reading it about a person may still need consent by law.",
        ),
        _Case(
            ReadingNoted(consent=CONSENT, entry="e", refused="", purpose="terms"),
            f"{NAME} lets you read this until 31 Dec 2026: To decide on terms. That you opened it today is recorded "
            f"for {NAME} to see.",
        ),
        _Case(
            ReadingNoted(consent=CONSENT, entry="", refused="catching-up"),
            f"{NAME} lets you read this until 31 Dec 2026: To decide on terms. That you opened it could not be "
            "recorded now.",
        ),
    ],
)
def test_what_is_said(case: _Case) -> None:
    assert reading_text(case.noted, NAME, Formats("en")) == case.words


def test_a_purpose_that_is_covered_says_until_when_and_what_comes_of_it() -> None:
    words = covered_text(CONSENT, NAME, Formats("en"))
    assert words == f"{NAME} has consented to this until 31 Dec 2026. That you open it is recorded for {NAME} to see."
