"""Consents on real nodes: given, used once a day by opening the report, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, everywhere, found

from cohong.api.errors import ApiError
from cohong.api.views import ConsentView, MemberCard
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


def test_a_persons_report_is_told_once_somebody_has_said_what_for_and_that_is_logged_here_alone(
    firms: list[Firm], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    person, reader, other = firms
    fields = {"name": {"en": "Chan Tai Man"}, "kind": "person", "place": "", "identifiers": {}}
    person.ask("record.write", kind="profile.set", fields=fields)
    everywhere(firms, lambda firm: [card.kind for card in _cards(firm, person)] == ["person"], "it is a person")
    about = {"member": person.member}
    for method in ("check.member", "check.report", "check.trust", "check.experience", "check.rings", "limit.suggest"):
        assert _code(reader, method, **about) == "purpose-needed", method
    assert _code(reader, "report.make", **about) == "purpose-needed"
    assert _code(reader, "consent.read", **about) == "purpose-needed"
    assert _code(reader, "consent.read", purpose="curiosity", **about) == "bad-request"
    assert reader.ask("lookup.list").total == 0
    assert person.ask("check.report", **about).member == person.member, "one's own needs none"
    assert reader.ask("check.report", member=other.member).facts.invoices == 0, "nor does a firm's"

    consent = person.write(
        "consent.grant", reader=reader.member, scope="report", purpose="terms", until=LAST_DAY, says=""
    )
    eventually(lambda: [item.id for item in received(reader)] == [consent], "the reader has it")
    noted = reader.ask("consent.read", purpose="review", **about)
    assert (noted.purpose, noted.consent, noted.entry) == ("review", None, ""), "the consent is for something else"
    assert reader.ask("check.report", **about).member == person.member
    assert reader.ask("consent.read", **about).purpose == "review", "it is asked once a day"
    under = reader.ask("consent.read", purpose="terms", **about)
    assert under.consent.id == consent and under.entry
    log = reader.ask("lookup.list")
    assert [(row.name, row.purpose, row.consent, row.until) for row in log.rows] == [
        ("Chan Tai Man", "terms", consent, LAST_DAY), ("Chan Tai Man", "review", "", ""),
    ]  # fmt: skip
    assert (log.total, log.days_kept) == (2, 365)
    eventually(lambda: given(person)[0].count == 1, "the person sees the one under its consent, and no more")
    assert person.ask("lookup.list").total == other.ask("lookup.list").total == 0
    assert _code(other, "check.report", **about) == "purpose-needed", "each machine has its own"

    file = tmp_path / "lookups.csv"
    for arguments in (["lookups", "list"], ["lookups", "export", str(file)], ["lookups", "keep", "30"]):
        assert exit_code_after(["--profile", str(reader.profile), *arguments]) == 0
    told = capsys.readouterr().out
    assert "to review terms given" in told and "1 to 2 of 2, kept for 365 days" in told
    assert file.read_text(encoding="utf-8-sig").splitlines()[2].endswith(f",Chan Tai Man,{person.member},review,")
    assert _code(reader, "lookup.keep", days=29) == "bad-request"
    assert reader.ask("lookup.list").days_kept == 30
    assert reader.ask("lookup.clear").done == 2
    assert _code(reader, "check.report", **about) == "purpose-needed", "what was said is forgotten with it"


def _cards(firm: Firm, of: Firm) -> list[MemberCard]:
    found: list[MemberCard] = firm.ask("check.search", text=of.member, count=1)
    return found


def _code(firm: Firm, method: str, **params: object) -> str:
    with pytest.raises(ApiError) as caught:
        firm.ask(method, **params)
    return str(caught.value.code)


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
