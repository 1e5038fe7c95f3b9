"""A credit report written by a real node's command line is proven by the command line in an empty folder."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.integration.firms import everywhere, found, owed
from tests.integration.test_receipts import anchor_all, cohong

pytestmark = pytest.mark.timeout(240)


def test_a_report_is_proven_in_an_empty_folder_and_no_changed_one(node_folder: Path) -> None:
    folder = node_folder / "report"
    folder.mkdir()
    empty = folder / "empty"
    empty.mkdir()
    firms = found(folder, 3)
    creditor, debtor, third = firms
    try:
        network, profile = debtor.ask("node.status").network, os.fspath(debtor.profile)
        paid, open_, disputed = (owed(creditor, debtor, firms, f"INV-{number}") for number in range(3))
        creditor.write("credit.receipt", paid, amount=10_000, value_date="2026-11-01", method="", reference="")
        everywhere(firms, lambda firm: firm.state(paid) == "settled", "it is paid")
        debtor.write("dispute.open", disputed, says="Half of it was broken.", evidence=[])
        everywhere(firms, lambda firm: firm.ask("check.report", member=debtor.member).facts.disputed == 1, "disputed")
        anchor_all(firms, 8)
        # What no block has yet goes beyond what is proven.
        creditor.write("credit.receipt", open_, amount=4_000, value_date="2026-11-02", method="", reference="")
        everywhere(firms, lambda firm: firm.details(open_).received_minor == 4_000, "some of it is paid")

        write = ("check", "report", "self", "-o", "empty/own.json")
        code, made, said = cohong(folder, *write, "--profile", profile)
        assert (code, made.get("lines"), made.get("records"), made.get("left_out")) == (0, 3, 8, 0), said
        assert cohong(folder, *write, "--profile", profile)[0] == 2, "no file is overwritten"
        assert cohong(folder, "check", "report", "self", "-o", "own.docx", "--profile", profile)[0] == 2
        code, own, said = cohong(empty, "verify", "own.json", "--network", network)
        assert (code, own["lines"]) == (0, {"all": 3, "proven": 2, "beyond": 1, "word": 0}), said
        assert (own["issuer"], own["subject"], own["issuer_is_author"]) == (debtor.member, debtor.member, True)
        assert (own["disputes"], own["recomputed"]) == ({"proven": 1, "all": 1}, True)

        report = json.loads((empty / "own.json").read_text())
        [line] = [line for line in report["credentialSubject"]["report"]["lines"] if line["obligation"] == disputed]
        [told] = line["disputes"]
        assert (told["says"], told["opener"], told["outcome"]) == ("Half of it was broken.", debtor.member, "open")
        report["credentialSubject"]["report"]["score"]["points"] = 100
        (empty / "better.json").write_text(json.dumps(report))
        code, refused, _ = cohong(empty, "verify", "better.json", "--network", network)
        assert (code, refused["error"]) == (1, "signature")
        assert cohong(empty, "verify", "own.json", "--network", "00" * 32)[1]["error"] == "other-network"

        others = ("check", "report", debtor.member, "-o", "empty/bare.json", "--no-records")
        assert cohong(folder, *others, "--profile", os.fspath(third.profile))[0] == 0
        code, bare, said = cohong(empty, "verify", "bare.json", "--network", network)
        assert (code, bare["lines"]["word"], bare["records"], bare["issuer"]) == (0, 3, 0, third.member), said
        paper = ("check", "report", "self", "-o", "empty/paper.pdf", "--language", "zh_CN", "--profile", profile)
        code, _, said = cohong(folder, *paper)
        assert (code, (empty / "paper.pdf").read_bytes()[:5]) == (0, b"%PDF-"), said
        assert cohong(empty, "verify", "paper.json", "--network", network)[0] == 0
        assert cohong(folder, *paper)[0] == 2, "neither is overwritten"
    finally:
        for firm in firms:
            firm.stop()
