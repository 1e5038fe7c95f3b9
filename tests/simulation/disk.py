"""A machine's disk: the ledger's memory twin with what the node asks of it, the head file, and what goes wrong.

A commit is applied as a whole or not at all, as the real ledger's transaction is (a write-ahead log, synced in full
before the commit returns); the head file is replaced by one that has been synced. So a write that was not synced is
lost with the batch that it belongs to, never in part. The power may fail at any of the four points around what is
written: before a commit, which loses the batch; after it, with the head file behind; before and after the head file.
A backup that is put back is what lies behind its head file.
"""

import copy
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from cohong.book.disputes import Correction, CorrectionState
from cohong.book.objects import OWED, Claim, Obligation, ObligationState
from cohong.book.rounds import Round, RoundState
from cohong.ledger.drafts import Draft, LocalMarks, PlannedReceipt
from cohong.ledger.errors import LedgerUnavailable
from cohong.ledger.memory_ledger import MemoryLedger
from cohong.node.head_file import OwnHead
from cohong.primitives.chain_messages import Final, Propose, chain_message_from_body
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.ids import BlockId, EntryId, MemberId, ObjectId
from cohong.primitives.kinds import BALLOT, CHAIN_FINAL, CHAIN_PROPOSE
from cohong.primitives.standing import Commit, Said


class PowerCut(BaseException):
    """The machine has lost its power in the middle of its work."""


@dataclass
class Faults:
    """What is wrong with a machine's disk.

    Attributes:
        cut_in: how many points from now the power fails; None for not at all.
        is_full: whether it takes nothing more.
    """

    cut_in: int | None = None
    is_full: bool = False
    cuts: list[str] = field(default_factory=list)

    def point(self, name: str) -> None:
        """Come to a point at which the power may fail."""
        if self.cut_in is None:
            return
        self.cut_in -= 1
        if self.cut_in < 0:
            self.cut_in = None
            self.cuts.append(name)
            raise PowerCut(name)


class Disk(MemoryLedger):
    """One profile's ledger on a disk that may fail.

    Attributes:
        dropped: ballots that the node has dropped, as they were: what is shown must still count what they said.
    """

    def __init__(self, faults: Faults, on_commit: Callable[[Commit, Sequence[Entry]], None]) -> None:
        super().__init__()
        self.answers: dict[str, bytes] = {}
        self.settings: dict[str, bytes] = {}
        self.altered: set[tuple[MemberId, int]] = set()
        self.dropped: dict[EntryId, Entry] = {}
        self._faults = faults
        self._on_commit = on_commit
        self._taken_out: list[Entry] | None = None
        self._commits: list[Commit] = []

    def backup(self) -> "Disk":
        """Return the profile as it is now."""
        saved = copy.copy(self)
        for name, value in vars(self).items():
            setattr(saved, name, _copied(value))
        return saved

    def told(self) -> list[Entry]:
        """Return all entries held, in the order in which they came, each with all that it has ever said here."""
        return [self.dropped.get(entry.id, entry) for entry in self.entries.values()]

    def has_words_of_blocks(self) -> bool:
        """Return whether the entries held make all blocks final by themselves; some may have been handed over first."""
        said = Counter[tuple[BlockId, int]]()
        proposed = set[BlockId]()
        for kind in (CHAIN_PROPOSE, CHAIN_FINAL):
            for entry in self.of_kinds((kind,), 0):
                message = chain_message_from_body(kind, decode_body(entry.body_bytes or b"", kind))
                if isinstance(message, Propose):
                    proposed.add(message.block.id)
                elif isinstance(message, Final):
                    said[message.block, message.iteration] += 1
        most = Counter[BlockId]()
        for (block, _), count in said.items():
            most[block] = max(most[block], count)
        certificates = [final.certificate for final in self.final]
        return all(c.block in proposed and most[c.block] >= len(c.signatures) for c in certificates)

    def commit(self, commit: Commit, marks: LocalMarks | None = None) -> None:
        """Make a batch durable.

        Raises:
            LedgerUnavailable: the disk is full.
        """
        self._faults.point("before a commit")
        if self._faults.is_full:
            raise LedgerUnavailable("disk-full")
        super().commit(commit)
        if marks is not None:
            self.answers.update(marks.keys)
            self.settings.update(marks.settings)
        if self._taken_out is None:
            self._on_commit(commit, ())
            self._faults.point("after a commit")
        else:
            self._commits.append(commit)

    # Own entries dated ahead, written again.

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make all changes within it durable together, or none."""
        before = self.backup()
        self._taken_out, self._commits = [], []
        try:
            yield
        except BaseException:
            vars(self).update(vars(before))
            raise
        gone, commits = self._taken_out, self._commits
        self._taken_out, self._commits = None, []
        for commit in commits:
            self._on_commit(commit, gone)
        self._faults.point("after writing again")

    def withdraw(self, gone: Sequence[Entry], voted_on: Collection[MemberId]) -> None:
        self._faults.point("before taking back")
        super().withdraw(gone, voted_on)
        assert self._taken_out is not None, "within what is done together"
        self._taken_out.extend(gone)

    def put_in_place(self, ids: Mapping[EntryId, EntryId]) -> None:
        self._faults.point("before the end of writing again")

    def add_drafts(self, drafts: Sequence[Draft]) -> None:
        pass

    # What the node asks beside the protocol.

    def read_from(
        self, author: MemberId, first_seq: int, *, bytes_max: int, last_seq: int | None = None
    ) -> list[Entry]:
        found, size = list[Entry](), 0
        for fact in self.tree(author, first_seq):
            entry = self.entries[fact.id]
            size += entry.size
            if (found and size > bytes_max) or (last_seq is not None and fact.seq > last_seq):
                break
            found.append(entry)
        return found

    def answer_for(self, key: str) -> bytes | None:
        return self.answers.get(key)

    def get_setting(self, name: str) -> bytes | None:
        return self.settings.get(name)

    def set_setting(self, name: str, value: bytes) -> None:
        self.settings[name] = value

    def drafts(self, ids: Sequence[bytes]) -> list[Draft]:
        return []

    def heal(self, entry: Entry) -> bool:
        return False

    def planned_receipts(self, objects: Sequence[ObjectId] | None, limit: int) -> list[PlannedReceipt]:
        return []

    # Dropping ballots.

    @property
    def double_votes(self) -> "Disk":
        return self

    def contradicted(self) -> list[tuple[EntryId, MemberId]]:
        both = Said.YES | Said.NO
        return sorted(
            {
                (entry, voter)
                for entry, voters in self.votes.items()
                for voter, words in voters.items()
                if any(said & both == both for _, said in words)
            }
        )

    def whole_ballots(self, voter: MemberId, last_seq: int, limit: int) -> list[Entry]:
        held = (self.entries[f.id] for f in self.tree(voter, 0) if f.kind == BALLOT and f.seq <= last_seq)
        return [entry for entry in held if entry.body_bytes is not None][:limit]

    def drop_bodies(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            self.dropped[entry.id] = entry
            self.entries[entry.id] = replace(entry, body_bytes=None)

    def first_unsettled(self, author: MemberId) -> int | None:
        return min((self.known[entry].seq for entry in self._unsettled.get(author, ())), default=None)

    def claims_of(self, obligation: ObjectId) -> list[Claim]:
        found = [item for item in self.objects.values() if isinstance(item, Claim) and item.obligation == obligation]
        return sorted(found, key=lambda item: item.id)

    def corrections_asked_by(self, author: MemberId) -> list[Correction]:
        found = [item for item in self.objects.values() if isinstance(item, Correction) and item.author == author]
        waiting = [item for item in found if item.state is CorrectionState.PROPOSED]
        return sorted(waiting, key=lambda item: item.id)

    def open_rounds(self) -> list[Round]:
        rounds = (item for item in self.objects.values() if isinstance(item, Round))
        return [item for item in rounds if item.state is RoundState.OPEN]

    def to_answer(self, member: MemberId) -> list[ObjectId]:
        return [
            item.id
            for item in self.objects.values()
            if isinstance(item, Obligation)
            and item.state is ObligationState.PROPOSED
            and item.controller == member
        ]  # fmt: skip

    def open_minor(self, debtor: MemberId, creditor: MemberId, currency: str) -> int:
        return sum(
            item.outstanding_minor
            for item in self.objects.values()
            if isinstance(item, Obligation)
            and item.state in OWED
            and (item.terms.debtor, item.terms.creditor, item.terms.currency) == (debtor, creditor, currency)
        )


def _copied(value: Any) -> Any:
    """Return a copy of dictionaries, lists and sets inside one another; what is in them never changes."""
    if type(value) is dict:
        return {key: _copied(item) for key, item in value.items()}
    return value.copy() if type(value) in (list, set) else value


@dataclass
class HeadNote:
    """The head file of one machine: `head` is None where there is none, as on a machine new to the profile."""

    faults: Faults
    head: OwnHead | None = field(default_factory=OwnHead)

    def read(self) -> OwnHead | None:
        return self.head

    def write(self, head: OwnHead) -> None:
        self.faults.point("before the head file")
        if self.faults.is_full:
            raise OSError(28, "No space left on device")
        self.head = head
        self.faults.point("after the head file")
