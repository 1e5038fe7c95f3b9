"""Real nodes whose head file cannot be written, or whose own entries were altered: what leaves them, what they say."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3  # type: ignore[import-not-found,import-untyped,unused-ignore]  # has no stubs
from tests.integration.firms import PASSPHRASE, Firm, eventually, found, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.crypto.slots import decode_slots, open_with_passphrase
from cohong.node.profile_files import head_path

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    made = found(folders, 3)
    yield made
    for firm in made:
        firm.stop()


def in_the_way(firm: Firm) -> Path:
    """Return the folder that keeps a head file from being written while it is there."""
    path = head_path(bytes.fromhex(firm.member))
    return path.with_name(path.name + ".new")


def alter(firm: Firm, sql: str, *values: object) -> None:
    """Change the ledger of a firm whose node does not run, as somebody with the key could."""
    key = open_with_passphrase(decode_slots((firm.profile / "slots").read_bytes()), PASSPHRASE)
    connection = sqlcipher3.connect(os.fspath(firm.profile / "ledger.db"))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_page_size = 8192")
    assert connection.execute(sql, values).rowcount == 1
    connection.commit()
    connection.close()


def test_entry_whose_head_cannot_be_noted_stays_here_until_it_can(firms: list[Firm]) -> None:
    seller, buyer, _ = firms
    seller.propose(buyer.member, "BEFORE")
    settled_alike(firms, 1)
    in_the_way(seller).mkdir()
    kept = seller.propose(buyer.member, "KEPT")  # durable here, and answered as that
    eventually(lambda: seller.ask("node.status").disk_full, "said that nothing can be written")
    with pytest.raises(ApiError) as refused:
        seller.propose(buyer.member, "REFUSED")
    assert refused.value.code == ApiErrorCode.DISK_FULL
    assert seller.ask("book.record", object=kept).row.state == "proposed"
    assert buyer.ask("book.digest").records == 1

    seller.kill()
    seller.start(unlock=True)
    eventually(lambda: seller.ask("node.status").disk_full, "said again after a restart")
    assert not seller.ask("node.status").catching_up
    assert (seller.ask("book.digest").records, buyer.ask("book.digest").records) == (2, 1)

    in_the_way(seller).rmdir()
    settled_alike(firms, 2)
    assert not seller.ask("node.status").disk_full
    seller.propose(buyer.member, "AFTER")
    settled_alike(firms, 3)


def test_nothing_is_written_on_an_own_entry_that_was_altered(firms: list[Firm]) -> None:
    seller, buyer, third = firms
    for number in range(3):
        seller.propose(buyer.member, f"INV-{number}")
    settled_alike(firms, 3)
    for firm in firms:
        firm.stop()
    alter(
        seller,
        "UPDATE ids SET id = ? WHERE no = (SELECT f.n FROM facts f JOIN members m ON m.no = f.author JOIN tips t"
        " ON t.n = f.n WHERE m.id = ?)",
        b"\x01" * 32,
        bytes.fromhex(seller.member),
    )
    seller.start(unlock=True)
    assert seller.ask("node.status").damaged == 1
    with pytest.raises(ApiError) as refused:
        seller.propose(buyer.member, "TOO-EARLY")
    assert refused.value.code == ApiErrorCode.CATCHING_UP
    buyer.start(unlock=True)
    third.start(unlock=True)
    eventually(lambda: seller.ask("node.status").damaged == 0, "healed")
    eventually(lambda: not seller.ask("node.status").catching_up, "caught up")
    seller.propose(buyer.member, "LATER")
    settled_alike(firms, 4)


def test_own_record_altered_before_it_was_final_does_not_end_the_node(firms: list[Firm]) -> None:
    seller, buyer, third = firms
    third.stop()
    seller.propose(buyer.member, "INV")
    eventually(lambda: buyer.ask("book.digest").confirmed == 1, "confirmed by two of three")
    eventually(lambda: seller.ask("book.digest").confirmed == 1, "and known to be")
    seller.stop()
    alter(
        seller,
        "UPDATE entries SET body = X'FF' WHERE n = (SELECT f.n FROM facts f JOIN members m ON m.no = f.author"
        " WHERE m.id = ? AND f.level IS NOT NULL)",
        bytes.fromhex(seller.member),
    )
    third.start(unlock=True)
    eventually(lambda: third.ask("book.digest").final == 1, "the third's vote makes it final")
    seller.start(unlock=True)
    settled_alike(firms, 1)
    eventually(lambda: seller.ask("node.status").healed >= 1, "healed")
    assert seller.ask("sync.status").damaged == []
    assert seller.process is not None
    assert seller.process.poll() is None
