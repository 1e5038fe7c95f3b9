"""The book of a real node counted again: nothing differs, until somebody alters what the file says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3  # type: ignore[import-not-found,import-untyped,unused-ignore]  # has no stubs
from tests.integration.audits import audited
from tests.integration.firms import PASSPHRASE, Firm, found, settled_alike

from cohong.crypto.slots import decode_slots, open_with_passphrase

pytestmark = pytest.mark.timeout(240)

RECORDS = 12


@pytest.fixture(scope="module")
def firms(node_folder: Path) -> Iterator[list[Firm]]:
    """Two firms with a small book: proposals, acceptances, a receipt and a refusal."""
    firms = found(node_folder, 2)
    seller, buyer = firms
    subjects = [seller.propose(buyer.member, f"INV-{number}") for number in range(RECORDS)]
    settled_alike(firms, RECORDS)
    for subject in subjects[:4]:
        buyer.ask("record.write", kind="credit.accept", object=subject)
    buyer.ask("record.write", kind="credit.decline", object=subjects[4], fields={"reason": "not ours"})
    settled_alike(firms, RECORDS + 5)
    paid = {"amount": 2_500, "value_date": "2026-09-30", "method": "FPS", "reference": "R"}
    seller.ask("record.write", kind="credit.receipt", object=subjects[0], fields=paid)
    settled_alike(firms, RECORDS + 6)
    yield firms
    for firm in firms:
        firm.stop()


def alter(firm: Firm, sql: str) -> None:
    """Change what the file says, as somebody with the key could, behind the back of the node."""
    key = open_with_passphrase(decode_slots((firm.profile / "slots").read_bytes()), PASSPHRASE)
    connection = sqlcipher3.connect(os.fspath(firm.profile / "ledger.db"), timeout=10)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_page_size = 8192")
    changed = connection.execute(sql).rowcount
    connection.commit()
    connection.close()
    assert changed == 1


def command(firm: Firm, *arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "cohong", "--profile", os.fspath(firm.profile), *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False, timeout=120)


def test_nothing_differs_and_the_digest_is_the_one_that_the_book_has(firms: list[Firm]) -> None:
    for firm in firms:
        status = audited(firm)
        digest = firm.ask("book.digest")
        assert (status.state, status.differences) == ("done", [])
        assert (status.records, status.entries, status.objects) == (digest.records, digest.entries, digest.objects)
        assert status.digest_counted == status.digest_kept == digest.digest
        assert status.signatures == status.entries > status.ballots > 0


def test_the_command_line_says_so_and_ends_with_0(firms: list[Firm]) -> None:
    shown = command(firms[0], "audit")
    assert (shown.returncode, "Nothing differs." in shown.stdout) == (0, True), shown.stderr
    as_json = json.loads(command(firms[0], "audit", "--json").stdout)
    assert (as_json["state"], as_json["different"]) == ("done", 0)


def test_a_figure_is_traced_to_signed_entries_and_to_the_ballots_behind_them(firms: list[Firm]) -> None:
    seller, buyer = firms
    row = next(row for row in seller.ask("book.rows", filter="all").rows if row.outstanding_minor == 7_500)
    for firm in firms:
        traced = firm.ask("book.trace", object=row.object)
        assert (traced.outstanding_minor, traced.received_minor) == (7_500, 2_500)
        assert [item.kind for item in traced.entries] == ["credit.propose", "credit.accept", "credit.receipt"]
        assert [item.adds_minor for item in traced.entries] == [10_000, 0, -2_500]
        assert all(item.good and item.applied and item.level == "final" for item in traced.entries)
        votes = [vote for item in traced.entries for vote in item.votes]
        assert {vote.voter for vote in votes} == {seller.member, buyer.member}
        assert all(vote.vote == "yes" and vote.good and vote.entry for vote in votes)
        own = [vote.entry == item.entry for item in traced.entries for vote in item.votes if vote.voter == item.author]
        assert own == [True] * 3
    shown = command(buyer, "record", "trace", row.object)
    assert (shown.returncode, "HKD 100.00" in shown.stdout, "NOT GOOD" in shown.stdout) == (0, True, False), (
        shown.stderr
    )


ALTERED = {
    "level": "UPDATE facts SET level = 3 WHERE n = (SELECT n FROM facts WHERE level = 2 LIMIT 1)",
    "applied": "UPDATE facts SET applied = 0 WHERE n = (SELECT n FROM facts WHERE applied = 1 LIMIT 1)",
    "fields": "UPDATE facts SET moves = NULL WHERE n = (SELECT n FROM facts WHERE moves IS NOT NULL LIMIT 1)",
    "object": "UPDATE obligations SET received = 9000 WHERE received = 2500",
    "reach": "UPDATE reach SET seq = seq + 1 WHERE voter = (SELECT max(voter) FROM reach)",
}


@pytest.mark.parametrize("what", ALTERED)
def test_what_was_altered_in_the_file_is_named_with_its_author_and_place(firms: list[Firm], what: str) -> None:
    firm = firms[1]
    before = {item.what for item in audited(firm).differences}
    alter(firm, ALTERED[what])
    status = audited(firm)
    new = [item for item in status.differences if item.what not in before]
    assert [item.what for item in new] == [what]
    assert new[0].author
    assert (new[0].seq >= 0) == (what != "reach")
    shown = command(firm, "audit")
    assert shown.returncode == 1
    assert (new[0].entry or new[0].author)[:12] in shown.stdout


def test_an_altered_record_and_a_wrong_signature_are_named_and_what_rests_on_them(node_folder: Path) -> None:
    (node_folder / "altered").mkdir()
    firms = found(node_folder / "altered", 1)
    firm = firms[0]
    try:
        # Nobody else has the entries, so that nothing is healed meanwhile.
        firm.ask("record.write", kind="profile.set", fields=profile("A"))
        firm.ask("record.write", kind="profile.set", fields=profile("B"))
        settled_alike(firms, 2)
        alter(firm, "UPDATE entries SET signature = zeroblob(64) WHERE n = (SELECT max(n) FROM facts)")
        (found_one,) = [item for item in audited(firm).differences if item.what == "signature"]
        assert (found_one.author, found_one.seq) == (firm.member, 1)
        alter(firm, "UPDATE entries SET body = zeroblob(40) WHERE n = (SELECT min(n) FROM facts)")
        status = audited(firm)
        assert [(item.what, item.seq) for item in status.differences[:2]] == [("content", 0), ("signature", 1)]
        assert "object" in {item.what for item in status.differences}
    finally:
        firm.stop()


def profile(name: str) -> dict[str, Any]:
    return {"kind": "firm", "name": {"en": name}, "place": "HK", "identifiers": {}}
