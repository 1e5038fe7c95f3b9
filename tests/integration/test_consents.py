"""Consents on real nodes: given, used once a day by opening the report, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, everywhere, found

from cohong.api.errors import ApiError
from cohong.api.views import ConsentView
from cohong.cli.main import exit_code_after

pytestmark = pytest.mark.timeout(240)

LAST_DAY = "2099-12-31"


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    made = found(folders, 3)
    yield made
    for firm in made:
        firm.stop()


def given(firm: Firm) -> list[ConsentView]:
    found: list[ConsentView] = firm.ask("consent.list").given
    return found


def received(firm: Firm) -> list[ConsentView]:
    found: list[ConsentView] = firm.ask("consent.list").received
    return found


def test_a_report_that_is_opened_under_a_consent_leaves_one_record_a_day_that_its_subject_sees(
    firms: list[Firm],
) -> None:
    subject, reader, other = firms
    fields = {"reader": reader.member, "scope": "report", "purpose": "terms", "says": ""}
    assert subject.refused("consent.grant", "", until="2020-01-01", **fields) == "dates"
    assert subject.refused("consent.grant", "", until=LAST_DAY, **(fields | {"reader": subject.member})) == "same-party"
    assert subject.refused("consent.grant", "", until=LAST_DAY, **(fields | {"purpose": "marketing"})).startswith(
        "malf"
    )
    nothing = reader.ask("consent.read", member=subject.member)
    assert (nothing.consent, nothing.entry) == (None, "")

    consent = subject.write("consent.grant", until=LAST_DAY, **fields)
    eventually(lambda: [item.id for item in received(reader)] == [consent], "the reader has it")
    eventually(lambda: [item.state for item in given(subject)] == ["given"], "and so has its subject")
    assert given(other) == received(other) == given(reader) == received(subject) == []
    eventually(lambda: other.refused("access.receipt", consent) == "not-a-party", "a third one has it, and may not")
    assert reader.refused("consent.revoke", consent, reason="") == "not-controller"
    assert other.ask("consent.read", member=subject.member).consent is None

    first = reader.ask("consent.read", member=subject.member)
    again = reader.ask("consent.read", member=subject.member)
    assert first.entry and (first.entry, first.consent.id) == (again.entry, consent)
    eventually(lambda: [item.entry for item in given(subject)[0].readings] == [first.entry], "the subject sees it")

    subject.write("consent.revoke", consent, reason="We trade no more.")
    everywhere([subject, reader], lambda firm: _all(firm)[0].state == "revoked", "it has ended")
    assert (_all(reader)[0].reason, _all(reader)[0].count) == ("We trade no more.", 1)
    assert not _all(reader)[0].readings[0].late
    assert reader.ask("consent.read", member=subject.member).consent is None
    assert reader.refused("access.receipt", consent) == "wrong-state"
    eventually(lambda: len({firm.ask("book.digest").digest for firm in firms}) == 1, "one book")


def _all(firm: Firm) -> list[ConsentView]:
    return [*given(firm), *received(firm)]


def test_the_command_line_gives_consent_reads_and_takes_it_back(
    firms: list[Firm], capsys: pytest.CaptureFixture[str]
) -> None:
    subject, reader, _ = firms

    def run(firm: Firm, *arguments: str, code: int = 0) -> str:
        capsys.readouterr()
        assert exit_code_after(["--profile", str(firm.profile), *arguments]) == code
        return capsys.readouterr().out

    assert "nobody has given you any" in run(subject, "consent", "list")
    assert "Nothing was read." in run(subject, "consent", "receipts")
    wrong = ["consent", "grant", reader.member, "--until", LAST_DAY, "--purpose", "curiosity"]
    run(subject, *wrong, code=2)
    run(subject, "consent", "grant", reader.member, "--purpose", "review", "--until", LAST_DAY)
    eventually(lambda: len(received(reader)) == 1, "the reader has it")
    assert "to review terms given, until 2099-12-31. That you have read it is recorded" in run(
        reader, "check", "member", subject.member
    )
    eventually(lambda: given(subject)[0].count == 1, "the reading is seen")
    assert "to review terms given" in run(subject, "consent", "receipts")
    assert "in force" in run(subject, "consent", "list")
    run(subject, "consent", "revoke", given(subject)[0].id)
    eventually(lambda: "taken back" in run(subject, "consent", "list"), "it is taken back")


def test_it_may_be_used_again_after_the_node_was_started_anew(firms: list[Firm]) -> None:
    subject, reader, _ = firms
    consent = subject.write(
        "consent.grant", reader=reader.member, scope="report", purpose="audit", until=LAST_DAY, says="yearly"
    )
    eventually(lambda: [item.id for item in received(reader)] == [consent], "the reader has it")
    first = reader.ask("consent.read", member=subject.member).entry
    reader.stop()
    reader.start(unlock=True)
    eventually(lambda: [item.says for item in received(reader)] == ["yearly"], "it is there again")
    eventually(lambda: _entry(reader, subject) == first, "the same day, the same record")


def _entry(reader: Firm, subject: Firm) -> str:
    try:
        return str(reader.ask("consent.read", member=subject.member).entry)
    except ApiError:
        return ""
