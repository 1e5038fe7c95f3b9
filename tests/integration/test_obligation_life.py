"""What happens to an obligation once it is accepted, on real nodes: other terms, write-off and recovery, default."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.integration.firms import (
    Firm,
    eventually,
    everywhere,
    found,
    found_by,
    owed,
    set_clock,
    settled_alike,
    with_clock,
)

from cohong.api.errors import ApiError
from cohong.api.views import ExperienceView, TrustView

pytestmark = pytest.mark.timeout(240)

DAY_MS = 86_400_000


@pytest.fixture(scope="module")
def firms(node_folder: Path) -> Iterator[list[Firm]]:
    """A creditor, a debtor and a third firm."""
    firms = found(node_folder, 3)
    yield firms
    for firm in firms:
        firm.stop()


def test_holder_and_debtor_agree_on_other_terms_and_everybody_sees_both(firms: list[Firm]) -> None:
    creditor, debtor, _ = firms
    subject = owed(creditor, debtor, firms, "INV-RESTRUCTURED")
    assert creditor.refused("credit.agree", subject, amount=8_000, due="2027-01-31", valid_until="2099-12-31") == (
        "not-debtor"
    )
    terms = {"amount": 8_000, "due": "2027-01-31"}
    consent = debtor.write("credit.agree", subject, **terms, valid_until="2099-12-31")
    everywhere(firms, lambda firm: firm.details(subject).history[-1].level == "final", "the debtor's consent stands")
    assert creditor.refused("credit.restructure", subject, amount=9_000, due="2027-01-31", consent=consent) == (
        "not-agreed"
    )
    creditor.write("credit.restructure", subject, **terms, consent=consent)
    everywhere(firms, lambda firm: firm.details(subject).row.amount_minor == 8_000, "the new terms stand")
    for firm in firms:
        details = firm.details(subject)
        assert (details.row.due, details.row.outstanding_minor) == ("2027-01-31", 8_000)
        assert (details.first_due, details.first_amount_minor) == ("2026-10-01", 10_000)
        assert [item.kind for item in details.history][2:] == ["credit.agree", "credit.restructure"]
    assert creditor.refused("credit.restructure", subject, **terms, consent=consent) == "not-agreed"


def test_what_is_given_up_and_comes_back_adds_up(firms: list[Firm]) -> None:
    creditor, debtor, _ = firms
    subject = owed(creditor, debtor, firms, "INV-WRITTEN-OFF")
    before = creditor.ask("book.summary")
    assert debtor.refused("credit.write_off", subject, amount=4_000, reason="") == "not-controller"
    creditor.write("credit.write_off", subject, amount=4_000, reason="quality")
    everywhere(firms, lambda firm: firm.details(subject).written_off_minor == 4_000, "some of it is given up")
    assert [debtor.state(subject), debtor.details(subject).row.outstanding_minor] == ["overdue", 6_000]
    assert creditor.refused("credit.write_off", subject, amount=6_001, reason="") == "exceeds-outstanding"
    creditor.write("credit.write_off", subject, amount=6_000, reason="in liquidation")
    everywhere(firms, lambda firm: firm.state(subject) == "written-off", "all of it is given up")
    payment = {"value_date": "2026-11-01", "method": "", "reference": ""}
    assert creditor.refused("credit.recover", subject, amount=10_001, **payment) == "exceeds-written-off"
    creditor.write("credit.recover", subject, amount=2_500, **payment)
    everywhere(firms, lambda firm: firm.state(subject) == "recovered", "something has come back")
    for firm in firms:
        details = firm.details(subject)
        assert (details.received_minor, details.written_off_minor, details.row.outstanding_minor) == (2_500, 7_500, 0)
        traced = firm.ask("book.trace", object=subject)
        assert sum(item.adds_minor for item in traced.entries) == traced.outstanding_minor == 0
    after = creditor.ask("book.summary")
    assert after.settled == before.settled
    assert after.totals == before.totals
    assert after.outstanding[0].minor == before.outstanding[0].minor - 10_000
    assert creditor.ask("book.counts").by_filter["written-off"] == 1
    facts = debtor.ask("check.member", member=debtor.member)
    assert (facts.written_off, facts.defaulted, facts.disputed) == (1, 0, 0)
    report = debtor.ask("check.report", member=debtor.member)
    assert (report.facts.invoices, report.facts.lost, report.score.grade) == (facts.invoices, 1, None)
    assert [each.creditor for each in report.facts.largest] == [creditor.member]
    settled_alike(firms, 1)


def test_what_was_repaid_is_trusted_by_whom_it_was_repaid_to_and_over_it(firms: list[Firm]) -> None:
    creditor, debtor, third = firms

    def trust(viewer: Firm, subject: Firm) -> list[int]:
        found: TrustView = viewer.ask("check.trust", member=subject.member)
        return [each.minor for each in found.currencies if each.currency == "HKD"]

    for holder, payer in ((creditor, debtor), (third, creditor)):
        subject = owed(holder, payer, firms, f"INV-REPAID-{payer.folder.name}")
        today = datetime.now(UTC).date().isoformat()
        holder.write("credit.receipt", subject, amount=10_000, value_date=today, method="", reference="")
        everywhere(firms, _is_settled(subject), "it is repaid")
    eventually(lambda: trust(third, creditor) == [8_000], "it has repaid 10,000")
    eventually(lambda: trust(third, debtor) == [6_400], "it is two hops away")
    assert trust(debtor, creditor) == [0]
    (hkd,) = third.ask("check.trust", member=debtor.member, currency="HKD").currencies
    assert hkd.paths[0].members == [third.member, creditor.member, debtor.member]
    assert third.details(hkd.arcs[0].objects[0]).row.reference == f"INV-REPAID-{creditor.folder.name}"
    experience: ExperienceView = third.ask("check.experience", member=debtor.member)
    assert ([each.member for each in experience.raters], experience.own) == ([creditor.member], None)
    assert sum(term.adds for term in experience.terms) == pytest.approx(experience.expected, abs=0.01)
    own = third.ask("check.experience", member=creditor.member).own
    assert own.on_time + own.late == 1
    with pytest.raises(ApiError, match="oneself"):
        trust(third, third)


def _is_settled(subject: str) -> Callable[[Firm], bool]:
    return lambda firm: firm.state(subject) == "settled"


def test_a_default_without_a_notice_two_weeks_old_is_refused_with_the_reason(firms: list[Firm]) -> None:
    creditor, debtor, _ = firms
    subject = owed(creditor, debtor, firms, "INV-DEFAULT")
    assert "credit.default" not in creditor.details(subject).actions
    assert creditor.refused("credit.default", subject) == "no-notice"
    assert debtor.refused("credit.notice", subject, says="pay") == "not-controller"
    notice = creditor.write("credit.notice", subject, says="Pay by Friday, or a default is recorded.")
    everywhere(firms, lambda firm: firm.details(subject).notice is not None, "the notice stands")
    assert debtor.details(subject).notice.entry == notice
    assert "credit.default" in creditor.details(subject).actions
    assert creditor.refused("credit.default", subject) == "no-notice"
    creditor.ask("chain.ask")
    everywhere(firms, lambda firm: firm.details(subject).notice.block_ms > 0, "a block includes the notice")
    assert creditor.details(subject).notice.default_ms >= creditor.details(subject).notice.block_ms + 14 * 86_400_000
    assert creditor.refused("credit.default", subject) == "no-notice"


@pytest.fixture
def two_weeks_ago(folders: Path) -> Iterator[list[Firm]]:
    """Three firms whose clocks stand fifteen days before today."""
    firms = found_by([with_clock(Firm(folders / f"firm-{number}"), -15 * DAY_MS) for number in range(3)])
    yield firms
    for firm in firms:
        firm.stop()


def test_a_default_waits_for_a_block_of_today_and_is_cured_by_the_payment(two_weeks_ago: list[Firm]) -> None:
    firms = two_weeks_ago
    creditor, debtor, third = firms
    due = (datetime.now(UTC) - timedelta(days=90)).date().isoformat()
    subject = owed(creditor, debtor, firms, "INV-LATE", issued=due, due=due)
    creditor.write("credit.notice", subject, says="Pay, or a default is recorded.")
    everywhere(firms, lambda firm: firm.details(subject).notice is not None, "the notice stands")
    creditor.ask("chain.ask")
    everywhere(firms, lambda firm: firm.details(subject).notice.block_ms > 0, "a block includes the notice")
    assert creditor.refused("credit.default", subject) == "no-notice"
    for firm in firms:
        set_clock(firm, 0)
    everywhere(firms, lambda firm: firm.ask("node.status").peers_connected == 2, "they have met again")
    assert creditor.refused("credit.default", subject) == "waits-for-block"
    everywhere(firms, lambda firm: firm.ask("chain.status").time_ms > _now_ms() - DAY_MS, "it has asked for one")
    creditor.write("credit.default", subject)
    everywhere(firms, lambda firm: firm.state(subject) == "defaulted", "everybody sees the default")
    assert [firm.ask("book.counts").by_filter["defaulted"] for firm in firms] == [1, 1, 1]
    assert "credit.default" not in creditor.details(subject).actions
    creditor.write("credit.receipt", subject, amount=10_000, value_date=due, method="", reference="")
    everywhere(firms, lambda firm: firm.state(subject) == "cured", "it is paid after all")
    facts = third.ask("check.member", member=debtor.member)
    assert (facts.settled, facts.defaulted, facts.written_off) == (1, 1, 0)


def _now_ms() -> float:
    return datetime.now(UTC).timestamp() * 1000
