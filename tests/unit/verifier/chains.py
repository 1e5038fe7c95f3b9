"""Charter chains with real signatures, and receipts of what they anchor: for tests of the verifier."""

import hashlib
from dataclasses import dataclass, field, replace

from cohong.crypto.signing import SigningKey
from cohong.primitives.block import BlockHead, BlockLists, Change, new_block
from cohong.primitives.chain_messages import Certificate, final_signed_bytes
from cohong.primitives.charter import FINAL_TWO_THIRDS, Charter, charter_hash, new_genesis
from cohong.primitives.decisions import Decisions
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry, Header, body_hash, encode_header, entry_id, signed_bytes
from cohong.primitives.ids import NO_ENTRY, BlockId, EntryId, MemberId
from cohong.primitives.merkle import inclusion_path, root_of
from cohong.primitives.receipt import Receipt
from cohong.primitives.standing import FinalBlock
from cohong.protocol.chain.lineage import Lineage, charter_after
from cohong.protocol.chain.receipts import heights_to, receipt_of
from cohong.protocol.quorum import block_size

START_MS = 1_760_000_000_000
TEN_MINUTES_MS = 600_000


def key_of(name: str) -> SigningKey:
    """Return a member's key made from a name."""
    return SigningKey(hashlib.sha256(name.encode()).digest())


def id_of(name: str) -> MemberId:
    """Return that member."""
    return MemberId(key_of(name).member)


@dataclass
class Anchored:
    """A network with `voters` founders, its final blocks, and the records that these anchor."""

    voters: int
    final: str = FINAL_TWO_THIRDS
    name: str = "Canton"
    keys: dict[bytes, SigningKey] = field(default_factory=dict)
    blocks: list[FinalBlock] = field(default_factory=list)
    records: list[Entry] = field(default_factory=list)
    lineage: Lineage = field(init=False)
    taken_over: FinalBlock | None = None

    def __post_init__(self) -> None:
        names = [f"{self.name} {number}" for number in range(self.voters)]
        roster = tuple(sorted(self.key(name) for name in names))
        charter = Charter(roster, ("CNY", "HKD"), final=self.final)
        self.lineage = Lineage(new_genesis(self.name, charter, bytes(range(32)), START_MS))

    def go_over(self, *founders: MemberId) -> None:
        """Let a network of these founders take over from the newest block."""
        self.taken_over, old = self.blocks[-1], self.lineage.genesis
        genesis = new_genesis(
            f"{self.name} again", Charter(tuple(sorted(founders)), ("HKD",), final=self.final), bytes(32),
            self.lineage.time_ms, (old.network, self.taken_over.block.id),
        )  # fmt: skip
        self.lineage = Lineage(replace(genesis, earlier=old))
        for final in self.blocks:
            self.lineage.extend(final.block, Decisions())
        assert self.lineage.is_whole

    def key(self, name: str) -> MemberId:
        """Return a member whose key is kept to sign with."""
        key = key_of(name)
        self.keys[key.member] = key
        return MemberId(key.member)

    def record(self, number: int = 0, *, kind: str = "credit.propose") -> Entry:
        """Return a record of the first voter; each number makes another."""
        roster = self.lineage.genesis.charter.roster
        body_bytes = encode({**terms(roster[0], roster[-1]), "salt": bytes(16), "reference": f"INV-{number:04}"})
        header = Header(
            self.lineage.genesis.network, roster[0], number, NO_ENTRY, self.lineage.begun, START_MS + 1_000, kind,
            body_hash(body_bytes), len(body_bytes),
        )  # fmt: skip
        header_bytes = encode_header(header)
        identity = entry_id(header_bytes)
        signature = self.keys[roster[0]].sign(signed_bytes(identity))
        return Entry(header, header_bytes, identity, signature, body_bytes)

    def add(self, *records: Entry, change: Change | None = None, signers: int | None = None) -> FinalBlock:
        """Add a block that anchors records; as many voters sign it as have to, or `signers` of them."""
        lineage, charter = self.lineage, self.lineage.charter
        self.records += records
        head = BlockHead(
            lineage.height + 1, lineage.id, lineage.epoch, lineage.time_ms + TEN_MINUTES_MS, change,
            charter_hash(charter_after(charter, change)), bytes(32),
            root_of([record.id for record in self.records]), len(self.records),
        )  # fmt: skip
        block = new_block(head, BlockLists(anchored=tuple(record.id for record in records)))
        count = signers if signers is not None else block_size(block, charter)
        certificate = self.certificate(block.id, head.height, charter.roster[:count])
        final = FinalBlock(block, certificate, Decisions(), b"")
        self.blocks.append(final)
        lineage.extend(block, Decisions())
        return final

    def certificate(self, block: BlockId, height: int, roster: tuple[MemberId, ...]) -> Certificate:
        """Return the signatures of some voters on a block."""
        message = final_signed_bytes(height, 1, block)
        return Certificate(height, 1, block, tuple((voter, self.keys[voter].sign(message)) for voter in roster))

    def receipt(self, record: EntryId, *, with_body: bool = True, start: FinalBlock | None = None) -> Receipt:
        """Return the receipt of a record that a block has anchored."""
        place = next(number for number, entry in enumerate(self.records) if entry.id == record)
        anchored_at = next(f.block.head.height for f in self.blocks if f.block.head.anchored_count > place)
        first = start.block.head.height if start is not None else 0
        finals = {final.block.head.height: final for final in self.blocks}
        blocks = [finals[height] for height in heights_to(anchored_at, self.lineage, start=first)]
        last = blocks[-1] if blocks else start
        assert last is not None
        count = last.block.head.anchored_count
        path = inclusion_path((entry.id for entry in self.records), place, count)
        entry = self.records[place] if with_body else replace(self.records[place], body_bytes=None)
        before = self.taken_over if anchored_at > self.lineage.begun else None
        return receipt_of(entry, place, path, blocks, self.lineage, start=start, before=before)


def grown(voters: int, changes: int) -> Anchored:
    """Return a network of so many voters that has changed its roster so often, each time adding a voter or taking one.

    A record is anchored between the changes, and seven more at the end.
    """
    network = Anchored(voters)
    for number in range(changes):
        name = f"newcomer {number // 2}"
        network.add(network.record(number), change=Change("remove" if number % 2 else "add", network.key(name)))
    network.add(*(network.record(number) for number in range(changes, changes + 7)))
    return network


def terms(creditor: MemberId, debtor: MemberId) -> dict[str, Value]:
    """Return the fields of a proposal."""
    return {
        "debtor": debtor, "creditor": creditor, "amount": 12_345_00, "currency": "HKD", "issued": "2025-10-01",
        "due": "2025-10-31", "grace_days": 5, "description": "茶葉 tea", "evidence": [], "assignable": True,
        "nettable": False, "valid_until": "2025-12-31",
    }  # fmt: skip
