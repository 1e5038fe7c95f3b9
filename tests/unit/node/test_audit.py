"""An audit of any history, forks and double votes included: nothing differs, whatever order the entries came in."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.simulation.feeds import START_MS, Scribe, member
from tests.simulation.histories import lawless_history

from cohong.crypto.signing import SignedMessage, verify
from cohong.ledger.ledger import Ledger
from cohong.ledger.whole_book import WholeBook
from cohong.node.audit import Findings, audit
from cohong.primitives.ids import MemberId
from cohong.protocol.replica import Pen, Replica

KEY = b"k" * 32
NOBODY = MemberId(bytes(32))
NOW_MS = START_MS + 60_000


def all_signed(signed: Sequence[SignedMessage]) -> list[bool]:
    """Return that every signature is good: the histories are written without."""
    return [True] * len(signed)


def keep(scribe: Scribe, folder: Path, chance: random.Random) -> Path:
    """Let a node take in what was written, in any order; returns its ledger's file."""
    path = folder / "ledger.db"
    ledger = Ledger.create(path, KEY)
    replica = Replica(scribe.genesis, Pen(NOBODY, lambda _: b"", lambda: bytes(16), verify), ledger)
    entries = list(scribe.written)
    chance.shuffle(entries)
    while entries:
        size = chance.randrange(1, 20)
        replica.receive(entries[:size], member(0), NOW_MS)
        ledger.commit(replica.flush().commit)
        entries = entries[size:]
    ledger.close()
    return path


def audited(scribe: Scribe, path: Path) -> Findings:
    with WholeBook.open(path, KEY) as book:
        return audit(book, scribe.genesis, NOBODY, NOW_MS, lambda doing, done, total: None, are_signed=all_signed)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_differs_in_any_history(seed: int, tmp_path: Path) -> None:
    scribe = lawless_history(seed)
    path = keep(scribe, tmp_path, random.Random(seed))
    found = audited(scribe, path)
    assert found.differences == []
    assert found.digest_counted == found.digest_kept
    assert found.entries == found.signatures == len(scribe.written)


def test_history_without_signatures_has_no_signed_entry(tmp_path: Path) -> None:
    scribe = lawless_history(1)
    path = keep(scribe, tmp_path, random.Random(1))
    with WholeBook.open(path, KEY) as book:
        found = audit(book, scribe.genesis, NOBODY, NOW_MS, lambda doing, done, total: None)
    assert sum(item.what == "signature" for item in found.differences) == len(scribe.written)
