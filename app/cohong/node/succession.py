"""Going over into a network that follows upon the one a profile is in: its ledger is made anew out of the old one.

    ledger.db ──copy──► ledger.db.next ──emptied──► the chain up to the block named, then what it has cut ──► ledger.db
        └────────────────────────────────────────────────────────────► ledger-<old network>.db, as it was

A new replica takes in the old chain and the old feeds as a newcomer does, so all that take over the same block have the
same book. What the block has not cut stays in the old file, which the same passphrase opens and nothing reads any more.
The new ledger is whole before it takes the old one's place, in one step: whatever happens, there is one or the other.
"""

import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.crypto.signing import verify
from cohong.ledger.connection import unavailable
from cohong.ledger.errors import EntryDamaged
from cohong.ledger.ledger import Ledger
from cohong.ledger.whole_book import WholeBook
from cohong.node.chain_cheats import CHEATS_SETTING
from cohong.node.hand_over import TAKEN_SETTING
from cohong.node.head_file import OwnHead
from cohong.node.joining import CONTACTS_SETTING, INVITERS_BLOCK_SETTING
from cohong.node.profile import GENESIS_SETTING, OpenProfile
from cohong.primitives.charter import Genesis, encode_lineage
from cohong.primitives.ids import MemberId
from cohong.protocol.frames import Blocks
from cohong.protocol.replica import Pen, Replica

logger = logging.getLogger(__name__)

AT_ONCE: Final = 512


def go_over(profile: OpenProfile, genesis: Genesis, now_ms: int, *, is_restored: bool) -> None:
    """Move a profile, in no session now, into a network that follows upon its own; or leave it as it was.

    Args:
        is_restored: whether the profile may have been there before: then it asks the others before it writes.

    Raises:
        ApiError: an entry is damaged.
        LedgerUnavailable, LedgerDamaged: which see; likewise EntryDamaged, of a motion.
    """
    path, old = profile.files.ledger, genesis.with_earlier()[-2].network
    following = path.with_name(f"{path.name}.next")
    _remove(following)
    try:
        profile.ledger.copy_to(following)
        head = _fill(following, profile, genesis, now_ms)
        profile.ledger.close()
        try:
            _put_in_place(following, path, path.with_name(f"ledger-{old.hex()[:16]}.db"))
        finally:
            profile.ledger = Ledger.open(path, profile.data_key)
    except BaseException:
        _remove(following)
        raise
    # Without its head file, or with the old one, a profile asks the others before it writes.
    if head is None or is_restored:
        profile.head_file.remove()
    else:
        profile.head_file.write(head)
    logger.info("the profile has gone over into network=%s", genesis.network.hex()[:16])


def _fill(following: Path, profile: OpenProfile, genesis: Genesis, now_ms: int) -> OwnHead | None:
    """Fill the copy with what is taken over; returns the own head, None if not all of the old chain is here."""
    ledger = Ledger.open(following, profile.data_key)
    try:
        ledger.begin_again()
        with WholeBook.open(profile.files.ledger, profile.data_key) as book:
            taken = TakingOver(book, ledger, _reading(genesis, profile.member, ledger))
            is_whole = taken.run(now_ms)
        ledger.drop_lost()
        ledger.set_setting(GENESIS_SETTING, encode_lineage(genesis))
        # Proofs against old voters, and the block that an invitation named, may lie beyond what is taken over.
        for passed in (CONTACTS_SETTING, INVITERS_BLOCK_SETTING, TAKEN_SETTING, CHEATS_SETTING):
            ledger.set_setting(passed, b"")
    finally:
        ledger.close()
    head = taken.replica.heads.head(profile.member)
    return (OwnHead(head.seq, head.id) if head is not None else OwnHead()) if is_whole else None


def _reading(genesis: Genesis, me: MemberId, ledger: Ledger) -> Replica:
    def never(_message: bytes = b"") -> bytes:
        raise AssertionError("nothing is written while a book is taken over")

    return Replica(genesis, Pen(me, never, never, verify), ledger)


@dataclass(slots=True)
class TakingOver:
    """An old book, and the replica on an empty ledger that takes it in."""

    book: WholeBook
    ledger: Ledger
    replica: Replica

    def run(self, now_ms: int) -> bool:
        """Take in all that is taken over; returns whether the chain is whole, else only blocks were taken."""
        lineage = self.replica.lineage
        while not lineage.is_whole and self._take_block(now_ms):
            pass
        if lineage.is_whole:
            self._take_entries(now_ms)
        return lineage.is_whole

    def _take_block(self, now_ms: int) -> bool:
        found = self.book.next_block(self.replica.lineage.height)
        if found is None:
            return False
        final, words = found
        taken = self.replica.receive_blocks(Blocks(((final.block, final.certificate),), tuple(words)), now_ms)
        assert taken, "a block that is final here has its certificate and its motions"
        self._commit()
        return True

    def _take_entries(self, now_ms: int) -> None:
        after_n = 0
        while stored := self.book.stretch(after_n, AT_ONCE):
            after_n = stored[-1].n
            damaged = next((item.damaged for item in stored if item.damaged is not None), None)
            if damaged is not None:
                raise ApiError(ApiErrorCode.PROFILE_DAMAGED, f"ledger: {_where(damaged)}")
            self.replica.receive(
                [
                    entry for entry in (item.entry for item in stored) if entry is not None
                    if self.replica.lineage.has_place(
                        entry.header.network, entry.header.author, entry.header.seq, entry.header.height
                    )
                ],
                self.replica.me, now_ms,
            )  # fmt: skip
            self._commit()
        for proof in self.book.proofs():
            self.replica.receive_proof(proof, now_ms)
        self._commit()

    def _commit(self) -> None:
        self.ledger.commit(self.replica.flush().commit)


def _where(damaged: EntryDamaged) -> str:
    return f"entry {damaged.author.hex()[:16]} {damaged.seq}"


def _put_in_place(following: Path, path: Path, kept: Path) -> None:
    try:
        kept.unlink(missing_ok=True)
        os.link(path, kept)
        following.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise unavailable(error) from error


def _remove(path: Path) -> None:
    for companion in ("", "-wal", "-shm"):
        path.with_name(path.name + companion).unlink(missing_ok=True)
