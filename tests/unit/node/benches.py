"""One member's desk on a real ledger, worked batch by batch."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.simulation.feeds import START_MS, craft
from tests.simulation.world import genesis_of, key_of
from tests.unit.ledger.feeds import Feed, obligation

from cohong.api.errors import ApiError
from cohong.api.requests import WriteRecord
from cohong.crypto.signing import verify
from cohong.ledger.connection import Connection
from cohong.ledger.drafts import Draft
from cohong.ledger.ledger import Ledger
from cohong.node.batch import work_off
from cohong.node.desk import Desk, set_up_desk
from cohong.node.head_file import HeadFile, OwnHead
from cohong.node.inputs import FrameIn, Input, LinkUp, Output, Write
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, signed_bytes
from cohong.primitives.ids import MemberId
from cohong.protocol.frames import Hello, Tip, encode_entries, encode_frame
from cohong.protocol.replica import Pen

KEY = b"k" * 32
NOW_MS = START_MS + 60_000


@dataclass
class Bench:
    """A member of a network of three, whose two others are played by the test.

    Attributes:
        said: what each request of the last batches was answered, in the order of the answers.
    """

    folder: Path
    now_ms: int = NOW_MS
    entries_per_day: int = 50_000
    said: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keys = sorted((key_of(f"voter {number}") for number in range(3)), key=lambda key: key.member)
        self.me, self.other, self.third = (MemberId(key.member) for key in self.keys)
        self.genesis = genesis_of(self.keys, entries_per_day=self.entries_per_day)
        self.ledger = Ledger.create(self.folder / "ledger.db", KEY)
        self.head_file = HeadFile(self.folder / "heads" / "mine", bytes(32))
        self.head_file.write(OwnHead())
        self.begin()

    def begin(self) -> None:
        """Set up the desk as a start of the node does."""
        pen = Pen(self.me, self.keys[0].sign, lambda: os.urandom(16), verify)
        self.desk: Desk = set_up_desk(self.genesis, pen, self.ledger, self.head_file)

    def reopen(self) -> None:
        """Close the ledger and begin again from its file."""
        self.ledger.close()
        self.ledger = Ledger.open(self.folder / "ledger.db", KEY)
        self.begin()

    def work(self, *inputs: Input) -> Output:
        """Work off a batch, and give out the answers."""
        self.now_ms += 10_000
        output = work_off(self.desk, inputs, self.now_ms)
        for answer in output.answers:
            answer()
        return output

    def write(self, *records: WriteRecord, key: str = "", drafts: Sequence[bytes] = ()) -> Write:
        return Write(records, key, drafts, self.said.append)

    def proposal(self, reference: str) -> WriteRecord:
        fields: dict[str, object] = {
            "debtor": self.other.hex(), "creditor": self.me.hex(), "amount": 10_000, "currency": "HKD",
            "issued": "2026-09-01", "due": "2026-10-01", "grace_days": 0, "reference": reference, "description": "",
            "assignable": True, "nettable": True, "valid_until": "2099-12-31",
        }  # fmt: skip
        return WriteRecord(kind="credit.propose", fields=fields)

    def draft(self, name: bytes) -> bytes:
        """Keep a draft; returns its id."""
        terms = obligation(Feed("a").propose(Feed("b"), reference="DRAFT")).terms
        self.ledger.add_drafts([Draft(name * 16, None, 0, terms, None, "none", 1)])
        return name * 16

    def alter(self, sql: str, *values: object) -> None:
        """Change the file as somebody with the key could."""
        connection = Connection(self.folder / "ledger.db", KEY, writer=True)
        with connection.transaction():
            assert connection.run(sql, values) == 1
        connection.close()

    def own_entries(self) -> list[Entry]:
        return self.ledger.entries_from(self.me, 0, bytes_max=10**9)

    def hear(self, peer: MemberId, *entries: Entry, link: int = 1) -> list[Input]:
        """Return what a neighbour that holds our feed so far says when it connects."""
        tips = tuple(Tip(self.me, entry.header.seq, entry.id) for entry in entries[-1:])
        hello = encode_frame(Hello(self.genesis.network, self.now_ms, 0, tips))
        return [LinkUp(peer, link), FrameIn(peer, link, hello)]

    def signed(self, author: MemberId, kind: str, body: dict[str, Value], after: Entry | None = None) -> Entry:
        """Return an entry of one of the others."""
        entry = craft(self.genesis, author, after, kind, body, time_ms=self.now_ms)
        key = next(key for key in self.keys if key.member == author)
        return replace(entry, signature=key.sign(signed_bytes(entry.id)))

    def sent(self, peer: MemberId, *entries: Entry, link: int = 1) -> FrameIn:
        return FrameIn(peer, link, encode_entries(entries))

    def codes(self) -> list[tuple[str, str] | str]:
        """Return what was answered: the code and detail of a refusal, the id of what was written."""
        return [
            (str(item.code), item.detail) if isinstance(item, ApiError) else item[0].entry for item in self.said if item
        ]
