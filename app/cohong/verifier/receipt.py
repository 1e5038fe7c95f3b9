"""Check a receipt (protocol.md, "Receipts"): that the voters of a network made one record part of its book for good.

Written for auditors, from the specification and apart from the code that makes receipts: a mistake there is not
repeated here. What is asked, in this order; whatever fails is refused, and nothing of a receipt is taken on trust:

 1. The genesis has the network's id for its SHA-256, an id that you have from elsewhere. It names the first voters. If
    it takes over an earlier network, it also names the block from which on it counts.
 2. Every block that changed who votes, and the one that anchored the record, is signed by enough of the voters in force
    before it: f(n) = floor(2n/3) + 1 of n, but c(n) = floor(n/2) + 1 under the rule `majority`, and for a block that
    removes a voter. Each block says how many changes came before it, so that none can be left out.
    A newer block that you know replaces all that lies before it: it has a hash of its voters.
 3. The Merkle path (RFC 9162) leads from the record's id to the root in the last of these blocks.
 4. The record's id is the SHA-256 of its header; the author signed it; the body, if it is there, has the hash in it.

What no receipt can say is what came after that block. And it is as good as the keys of each roster on the way: whoever
gets hold of enough old keys of one of them can make up another chain from there on, unless you know a newer block.
"""

import hashlib
from dataclasses import dataclass
from typing import Final, TypeAlias

from nacl.bindings import crypto_sign_open
from nacl.exceptions import BadSignatureError

from cohong.verifier.canonical import ReceiptRefused, array_of, decode, id_of, map_of, number_of, require, typed

VERSION: Final = 1
RECEIPT_BYTES_MAX: Final = 8 * 1024 * 1024
FINAL_DOMAIN: Final = b"cohong/final/1\0"
ENTRY_DOMAIN: Final = b"cohong/entry/1\0"
RULES: Final = ("two-thirds", "majority")
WAY_FIELDS: Final = {"version", "genesis", "start", "blocks"}
PLACE_FIELDS: Final = {"place", "path", "entry"}
GENESIS_FIELDS: Final = {"version", "name", "charter", "founders", "nonce", "time_ms", "from"}
RULE_FIELDS: Final = {"currencies", "final", "entries_per_day", "grace_days", "stale_days"}

Change: TypeAlias = tuple[str, bytes | str] | None
"""`add` or `remove` and a voter's key, or `final` and the rule from then on."""


@dataclass(frozen=True, slots=True)
class SignedBlock:
    """A block on the way: so many voters signed it, of so many, and so many had to."""

    id: bytes
    height: int
    time_ms: int
    change: Change
    signed: int
    needed: int
    voters: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What a receipt proves.

    Attributes:
        entry: the record's id. It is entry `seq` of its author's feed, written at `time_ms` by the author's own clock.
        body: its fields; None if they were left out, and only their hash is proven.
        block: the one that anchored it, as number `place` (from 0) of the `count` records anchored by then.
        start: the newer block that was taken for known in place of the genesis, None if all was checked.
        steps: blocks whose signatures were checked, the anchoring one last; none if that is the known one itself.
    """

    network: bytes
    network_name: str
    entry: bytes
    author: bytes
    seq: int
    time_ms: int
    kind: str
    body: dict[str, object] | None
    block: bytes
    block_height: int
    block_time_ms: int
    place: int
    count: int
    start: bytes | None
    steps: tuple[SignedBlock, ...]


@dataclass(frozen=True, slots=True)
class Voters:
    """Who votes from one change to the next: keys in order, and the rule for what is final."""

    epoch: int
    roster: tuple[bytes, ...]
    rule: str

    def needed(self, change: Change) -> int:
        """Return how many of them must sign a block with this change."""
        n = len(self.roster)
        is_removal = change is not None and change[0] == "remove"
        return n // 2 + 1 if is_removal or self.rule == "majority" else 2 * n // 3 + 1

    def after(self, change: Change) -> "Voters":
        """Return who votes after a block with this change."""
        match change:
            case None:
                return self
            case ("add", bytes() as voter) if voter not in self.roster:
                return Voters(self.epoch + 1, tuple(sorted([*self.roster, voter])), self.rule)
            case ("remove", bytes() as voter) if voter in self.roster and len(self.roster) > 1:
                return Voters(self.epoch + 1, tuple(key for key in self.roster if key != voter), self.rule)
            case ("final", str() as rule) if rule in RULES:
                return Voters(self.epoch + 1, self.roster, rule)
        raise ReceiptRefused("change")


@dataclass(frozen=True, slots=True)
class Head:
    """The part of a block that voters sign for; its id is the SHA-256 of its bytes."""

    id: bytes
    height: int
    prev: bytes
    epoch: int
    time_ms: int
    change: Change
    charter: bytes
    root: bytes
    count: int


@dataclass(frozen=True, slots=True)
class Way:
    """The part of a receipt that leads to a block, and is the same for all records proven by that block.

    Attributes:
        network, network_name, start, steps: which see in `Proof`.
        last: the block.
    """

    network: bytes
    network_name: str
    start: bytes | None
    steps: tuple[SignedBlock, ...]
    last: Head


def verify_receipt(receipt_bytes: bytes, network: bytes, known_block: bytes | None = None) -> Proof:
    """Return what the receipt proves about a record of this network.

    Args:
        network: the network's id, 32 bytes, from a source that you trust.
        known_block: id of a block of that network that you know to be genuine, if any. The receipt must start from it,
            or end with it. The network's own id stands for the genesis, as in an invitation to a new network.

    Raises:
        ReceiptRefused: it proves nothing.
    """
    require(len(receipt_bytes) <= RECEIPT_BYTES_MAX, "too-large")
    fields: dict[str, object] = typed(decode(receipt_bytes, "receipt"), dict, "receipt")
    return _proof(fields, _way(fields, PLACE_FIELDS, network, known_block))


def verify_way(way_bytes: bytes, network: bytes, known_block: bytes | None = None) -> Way:
    """Return the way that several records share, each with a place of its own. Takes and raises what a receipt does."""
    require(len(way_bytes) <= RECEIPT_BYTES_MAX, "too-large")
    return _way(typed(decode(way_bytes, "receipt"), dict, "receipt"), set(), network, known_block)


def verify_place(place_bytes: bytes, way: Way) -> Proof:
    """Return what is proven of one of these records.

    Raises:
        ReceiptRefused: nothing.
    """
    return _proof(map_of(decode(place_bytes, "receipt"), PLACE_FIELDS, "receipt"), way)


def _way(fields: dict[str, object], besides: set[str], network: bytes, known_block: bytes | None) -> Way:
    require(number_of(fields.get("version"), "receipt") == VERSION, "version")
    map_of(fields, WAY_FIELDS | besides | ({"from"} & set(fields)), "receipt")
    name, last, voters = _genesis(typed(fields["genesis"], bytes, "genesis"), network, fields.get("from"))
    if fields["start"] is not None:
        last, voters = _start(fields["start"], known_block)
    start = last.id if fields["start"] is not None else None
    beginning = start if start is not None else network

    steps: list[SignedBlock] = []
    for block in typed(fields["blocks"], list, "blocks"):
        # Whoever makes a receipt leaves out what changes nothing.
        require(not steps or steps[-1].change is not None, "order")
        last, step = _signed_block(block, last, voters)
        voters = voters.after(step.change)
        steps.append(step)
    require(known_block in (None, beginning, last.id), "other-block")
    return Way(network, name, start, tuple(steps), last)


def _proof(fields: dict[str, object], way: Way) -> Proof:
    identity, header, body = _record(fields["entry"], way.network)
    last, place = way.last, number_of(fields["place"], "place")
    path = [id_of(item, "path") for item in typed(fields["path"], list, "path")]
    require(_root(identity, place, last.count, path) == last.root, "path")
    author, seq, time_ms, kind = header
    return Proof(
        way.network, way.network_name, identity, author, seq, time_ms, kind, body,
        last.id, last.height, last.time_ms, place, last.count, way.start, way.steps,
    )  # fmt: skip


def _genesis(genesis_bytes: bytes, network: bytes, taken_over: object) -> tuple[str, Head, Voters]:
    """Return the network's name, its genesis as a block, and its first voters.

    One that takes over an earlier network is the block after the one that it names, and counts on from there.
    """
    require(hashlib.sha256(genesis_bytes).digest() == network, "other-network")
    fields = map_of(decode(genesis_bytes, "genesis"), GENESIS_FIELDS, "genesis")
    rules = map_of(fields["charter"], RULE_FIELDS, "charter")
    height = epoch = count = 0
    require((fields["from"] is None) == (taken_over is None), "form", "from")
    if taken_over is not None:
        _network, block = array_of(fields["from"], 2, "from")
        before = _head(typed(taken_over, bytes, "from"))
        require(before.id == block, "form", "from")
        height, epoch, count = before.height + 1, before.epoch + (before.change is not None) + 1, before.count
    begun = Head(network, height, b"", epoch, 0, None, b"", b"", count)
    return typed(fields["name"], str, "name"), begun, _voters(epoch, fields["founders"], rules["final"])


def _voters(epoch: int, roster: object, rule: object) -> Voters:
    keys = tuple(id_of(item, "voters") for item in typed(roster, list, "voters"))
    require(len(keys) > 0 and list(keys) == sorted(set(keys)) and rule in RULES, "form", "voters")
    return Voters(epoch, keys, typed(rule, str, "final"))


def _start(value: object, known_block: bytes | None) -> tuple[Head, Voters]:
    """Return the known block that the receipt starts from, and who votes after it by the charter it has a hash of."""
    head_bytes, charter_bytes = (typed(item, bytes, "start") for item in array_of(value, 2, "start"))
    head = _head(head_bytes)
    require(known_block is not None, "needs-block", head.id.hex())
    require(head.id == known_block, "other-block")
    require(hashlib.sha256(charter_bytes).digest() == head.charter, "charter")
    charter = map_of(decode(charter_bytes, "charter"), RULE_FIELDS | {"roster"}, "charter")
    epoch = head.epoch + (0 if head.change is None else 1)
    return head, _voters(epoch, charter["roster"], charter["final"])


def _head(head_bytes: bytes) -> Head:
    items = array_of(decode(head_bytes, "block"), 10, "block")
    version, height, epoch, time_ms, count = (number_of(items[at], "block") for at in (0, 1, 3, 4, 9))
    prev, charter, _lists, root = (id_of(items[at], "block") for at in (2, 6, 7, 8))
    require(version == 1, "form", "block")
    change: Change = None
    if items[5] is not None:
        verb, subject = array_of(items[5], 2, "change")
        require(type(subject) in (bytes, str), "form", "change")
        change = (typed(verb, str, "change"), subject)  # type: ignore[assignment]  # the line above has just looked
    return Head(hashlib.sha256(head_bytes).digest(), height, prev, epoch, time_ms, change, charter, root, count)


def _signed_block(value: object, last: Head, voters: Voters) -> tuple[Head, SignedBlock]:
    """Check a block, [head, iteration, [[index of a voter, signature], …]], that comes after `last`."""
    head_bytes, iteration, pairs = array_of(value, 3, "block")
    head = _head(typed(head_bytes, bytes, "block"))
    where = f"block {head.height}"
    require(head.height > last.height and head.time_ms >= last.time_ms and head.count >= last.count, "order", where)
    require(head.height > last.height + 1 or head.prev == last.id, "order", where)
    require(head.epoch == voters.epoch, "epoch", where)
    numbers = head.height.to_bytes(8, "big") + number_of(iteration, "block").to_bytes(8, "big")
    signed, before = 0, -1
    for pair in typed(pairs, list, "block"):
        index, signature = array_of(pair, 2, "block")
        voter = number_of(index, "block")
        require(before < voter < len(voters.roster), "voter", where)  # in order, so that none counts twice
        check_signature(voters.roster[voter], FINAL_DOMAIN + numbers + head.id, signature, where)
        signed, before = signed + 1, voter
    needed, everybody = voters.needed(head.change), len(voters.roster)
    require(signed >= needed, "too-few", f"{where}: {signed} of {everybody} voters, {needed} needed")
    return head, SignedBlock(head.id, head.height, head.time_ms, head.change, signed, needed, everybody)


def _root(leaf: bytes, place: int, count: int, path: list[bytes]) -> bytes | None:
    """Return the root that a path leads to, None if no tree of `count` leaves has it (RFC 9162 section 2.1.3.2)."""
    if place >= count:
        return None
    at, last, root = place, count - 1, hashlib.sha256(b"\0" + leaf).digest()
    for sibling in path:
        if last == 0:
            return None
        if at % 2 == 1 or at == last:
            root = hashlib.sha256(b"\1" + sibling + root).digest()
            while at % 2 == 0 and at != 0:
                at, last = at // 2, last // 2
        else:
            root = hashlib.sha256(b"\1" + root + sibling).digest()
        at, last = at // 2, last // 2
    return root if last == 0 else None


def _record(value: object, network: bytes) -> tuple[bytes, tuple[bytes, int, int, str], dict[str, object] | None]:
    """Check [header, signature, body or null]; return id, (author, seq, time, kind), and the body's fields."""
    header_bytes, signature, body_bytes = array_of(value, 3, "record")
    header = typed(header_bytes, bytes, "record")
    items = array_of(decode(header, "record"), 10, "record")
    version, seq, _height, time_ms, body_size = (number_of(items[at], "record") for at in (0, 3, 5, 6, 9))
    written_in, author, _prev, body_hash = (id_of(items[at], "record") for at in (1, 2, 4, 8))
    require(version == 1, "form", "record")
    require(written_in == network, "foreign-record")
    identity = hashlib.sha256(header).digest()
    check_signature(author, ENTRY_DOMAIN + identity, signature, "record")
    read = (author, seq, time_ms, typed(items[7], str, "record"))
    if body_bytes is None:
        return identity, read, None
    body = typed(body_bytes, bytes, "body")
    require(len(body) == body_size and hashlib.sha256(body).digest() == body_hash, "body")
    return identity, read, typed(decode(body, "body"), dict, "body")


def check_signature(key: bytes, message: bytes, signature: object, where: str) -> None:
    """Refuse what is no signature: Ed25519 as libsodium has it, no cofactor, small-order points and twins refused."""
    exact = typed(signature, bytes, where)
    require(len(exact) == 64, "form", where)
    try:
        crypto_sign_open(exact + message, key)
    except BadSignatureError as error:
        raise ReceiptRefused("signature", where) from error
