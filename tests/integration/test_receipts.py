"""A receipt made by a real node is proven by the command line in an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, admit, carry, eventually, found, newcomer, settled_alike

from cohong.api.errors import ApiError
from cohong.verifier.receipt import verify_receipt

pytestmark = pytest.mark.timeout(240)


def cohong(folder: Path, *arguments: str) -> tuple[int, dict[str, Any], str]:
    """Run the command line in a folder of its own; returns exit code, answer and what was said."""
    home = {"HOME": os.fspath(folder), "XDG_DATA_HOME": os.fspath(folder)}
    ended = subprocess.run(
        [sys.executable, "-m", "cohong", *arguments, "--json"],
        cwd=folder, env=os.environ | home, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    return ended.returncode, json.loads(ended.stdout) if ended.stdout else {}, ended.stderr


def anchor_all(firms: list[Firm], count: int) -> None:
    """Ask for a block now, and wait until every node has anchored so many records."""
    firms[0].ask("chain.ask")
    for firm in firms:
        eventually(lambda firm=firm: firm.ask("chain.status").anchored >= count, f"{count} records are anchored")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults


def _fields(answer: Any) -> list[object]:
    return [getattr(answer, name) for name in answer.__struct_fields__]


def test_receipts_over_a_change_of_the_rules_are_proven_in_an_empty_folder(node_folder: Path) -> None:
    folder = node_folder / "receipts"
    folder.mkdir()
    empty = folder / "empty"
    empty.mkdir()
    firms = found(folder, 4)
    try:
        network = firms[0].ask("node.status").network
        first = firms[0].propose(firms[1].member, "INV-1")
        settled_alike(firms, 1)
        with pytest.raises(ApiError, match=r"not-anchored: \d+"):
            firms[2].ask("receipt.make", entry=first)
        anchor_all(firms, 1)
        carry(firms, ask="final", rule="majority")
        accepted = firms[1].ask("record.write", kind="credit.accept", object=first).entry
        settled_alike(firms, 2)
        anchor_all(firms, 2)
        profile = os.fspath(firms[3].profile)
        for height in (1, -1):
            books = {tuple(_fields(firm.ask("book.anchored_digest", height=height))) for firm in firms}
            assert len(books) == 1, f"all nodes have one book at block {height}"
        assert firms[0].ask("book.anchored_digest", height=1).digest != firms[0].ask("book.anchored_digest").digest
        with pytest.raises(ApiError, match="unknown-block: 99"):
            firms[0].ask("book.anchored_digest", height=99)
        code, shown, said = cohong(folder, "book", "digest", "--at", "1", "--profile", profile)
        assert (code, shown["height"], shown["records"]) == (0, 1, 1), said

        code, made, said = cohong(folder, "receipt", first, "-o", "empty/old.receipt", "--profile", profile)
        assert (code, made.get("height"), made.get("entry")) == (0, 1, first), said
        newest = ("receipt", first, "--newest", "-o", "empty/new.receipt", "--profile", profile)
        code, made, said = cohong(folder, *newest)
        assert (code, made.get("kind"), made.get("entry")) == (0, "credit.accept", accepted), said
        assert cohong(folder, *newest)[0] == 2, "no file is overwritten"

        code, old, said = cohong(empty, "verify", "old.receipt", "--network", network)
        assert (code, old["body"]["reference"], [step["signed"] for step in old["steps"]]) == (0, "INV-1", [3]), said
        code, new, said = cohong(empty, "verify", "new.receipt", "--network", network)
        assert (code, new["kind"], [step["change"] for step in new["steps"]]) == (
            0, "credit.accept", [["final", "majority"], None],
        ), said  # fmt: skip

        known = new["steps"][0]["block"]
        whole = ("receipt", accepted, "-o", "empty/known.receipt", "--without-body", "--from-block", known)
        assert cohong(folder, *whole, "--profile", profile)[0] == 0
        verify = ("verify", "known.receipt", "--network", network)
        code, later, said = cohong(empty, *verify, "--block", known)
        assert (code, later["start"], later["body"], len(later["steps"])) == (0, known, None, 1), said
        assert cohong(empty, *verify)[0] == 1
        assert sorted(item.name for item in empty.iterdir()) == ["known.receipt", "new.receipt", "old.receipt"]
    finally:
        for firm in firms:
            firm.stop()


def test_a_newcomer_makes_receipts_of_what_came_before_it_and_after(node_folder: Path) -> None:
    folder = node_folder / "newcomer"
    folder.mkdir()
    firms = found(folder, 3)
    try:
        network = bytes.fromhex(firms[0].ask("node.status").network)
        old = firms[0].propose(firms[1].member, "INV-OLD")
        settled_alike(firms, 1)
        anchor_all(firms, 1)
        firms.append(newcomer(Firm(folder / "fourth"), "Fourth Ltd", firms[0].ask("invite.make").text))
        admit(firms[:3], "Fourth Ltd", vote=True)
        eventually(lambda: bool(firms[3].ask("chain.status").is_voter), "the newcomer votes")
        eventually(lambda: not firms[3].ask("node.status").catching_up, "the newcomer may write")
        new = firms[3].propose(firms[0].member, "INV-NEW")
        settled_alike(firms, 2)
        anchor_all(firms, 2)
        for entry, signed in ((old, [(3, 3)]), (new, [(3, 3), (3, 4)])):
            made = firms[3].ask("receipt.make", entry=entry)
            proof = verify_receipt(bytes.fromhex(made.receipt), network, network)
            assert [(step.signed, step.voters) for step in proof.steps] == signed
            assert proof.entry.hex() == entry
    finally:
        for firm in firms:
            firm.stop()
