"""Credit reports: which lines their records bear out, which go beyond them, and which contradict them."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from tests.unit.verifier.chains import id_of
from tests.unit.verifier.mutations import mutated
from tests.unit.verifier.reports import CREDITORS, DEBTOR, Trade, disputed, paid_trade

from cohong.exporting.credential import canonical
from cohong.insight.payment_report import differences
from cohong.verifier.canonical import ReceiptRefused
from cohong.verifier.report import ReportProof, is_report, verify_report


def check(trade: Trade, document: dict[str, Any], known_block: bytes | None = None) -> ReportProof:
    return verify_report(canonical(document), trade.chain.lineage.genesis.network, known_block)


def standings(proof: ReportProof) -> dict[str, int]:
    return dict(Counter(line.standing for line in proof.lines))


def test_every_figure_follows_from_the_records() -> None:
    trade, lines = paid_trade()
    proof = check(trade, trade.report(lines))
    assert (standings(proof), proof.records, proof.issuer_is_author) == ({"proven": 4}, 12, True)
    assert (proof.issuer, proof.subject) == (id_of(DEBTOR), id_of(DEBTOR))
    assert differences(proof.report) == []
    assert check(trade, trade.report(lines), trade.chain.blocks[-1].block.id).way is not None
    with pytest.raises(ReceiptRefused, match="other-block"):
        check(trade, trade.report(lines), bytes(32))


def test_without_records_it_is_the_issuers_word() -> None:
    trade, lines = paid_trade()
    proof = check(trade, trade.report(lines, issuer="Stranger", bare=True))
    assert (standings(proof), proof.way, proof.records, proof.issuer_is_author) == ({"word": 4}, None, 0, False)


def test_what_came_after_the_proven_records_goes_beyond_them() -> None:
    trade, lines = paid_trade()
    proposal, _ = trade.owe("Fifth", 5)
    newer = trade.line(proposal, "Fifth")
    proof = check(trade, trade.report([*lines, newer]))
    assert standings(proof) == {"proven": 4, "beyond": 1}
    unpaid = trade.line(proposal, "Fifth", paid_minor=0, paid_on=None)
    assert standings(check(trade, trade.report([*lines, unpaid]))) == {"proven": 5}


@pytest.mark.parametrize(
    "change",
    [{"creditor": id_of("Second").hex()}, {"currency": "CNY"}, {"issued": "2026-07-01"}, {"grace_days": 30}],
)
def test_terms_that_the_proposal_does_not_have_are_refused(change: dict[str, Any]) -> None:
    trade, lines = paid_trade()
    with pytest.raises(ReceiptRefused, match="line"):
        check(trade, trade.report([{**lines[0], **change}, *lines[1:]]))


@pytest.mark.parametrize(
    "change",
    [{"due": "2026-10-01"}, {"amount_minor": 900_000}, {"paid_on": "2026-08-29"}, {"marks": ["cured"]}],
)
def test_figures_that_the_records_do_not_give_are_not_proven(change: dict[str, Any]) -> None:
    trade, lines = paid_trade()
    proof = check(trade, trade.report([{**lines[0], **change}, *lines[1:]]))
    assert standings(proof) == {"beyond": 1, "proven": 3}


def test_a_line_that_stands_twice_is_refused() -> None:
    trade, lines = paid_trade()
    with pytest.raises(ReceiptRefused, match="line: twice"):
        check(trade, trade.report([*lines, lines[0]]))


def test_a_dispute_says_what_its_record_says() -> None:
    trade, lines = paid_trade()
    words = "Half of it was broken."
    dispute = trade.write(DEBTOR, "dispute.open", trade.chain.records[-1].id, says=words, evidence=[])
    proof = check(trade, trade.report([*lines[:3], disputed(lines[3], dispute, DEBTOR, words)]))
    assert (proof.disputes, standings(proof)) == ((1, 1), {"proven": 4})
    for opener, says in ((DEBTOR, "All is well."), (CREDITORS[0], words)):
        with pytest.raises(ReceiptRefused, match="line"):
            check(trade, trade.report([*lines[:3], disputed(lines[3], dispute, opener, says)]))


def test_sums_that_do_not_follow_from_the_lines_are_found() -> None:
    trade, lines = paid_trade()
    report = check(trade, trade.report(lines)).report
    told: Any = json.loads(json.dumps(report))
    told["facts"]["paid_within_terms"] = 5
    told["facts"]["currencies"][0]["settled_minor"] = "4000001"
    told["score"]["grade"] = "A" if told["score"]["grade"] != "A" else "B"
    assert differences(told) == ["facts.paid_within_terms", "facts.currencies[0].settled_minor", "score.grade"]


def test_a_report_of_another_network_is_refused() -> None:
    trade, lines = paid_trade()
    with pytest.raises(ReceiptRefused, match="other-network"):
        verify_report(canonical(trade.report(lines)), bytes(32))


def test_whatever_is_changed_in_a_report_is_refused() -> None:
    trade, lines = paid_trade()
    document, network = trade.report(lines), trade.chain.lineage.genesis.network
    for _, altered in mutated(document, 100, seed=7):
        with pytest.raises(ReceiptRefused):
            verify_report(altered, network)


def test_a_report_is_told_from_a_receipt() -> None:
    assert is_report(b' \n{"a": 1}')
    assert not is_report(b"\xa7") and not is_report(b"")
