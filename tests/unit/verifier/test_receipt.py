"""A receipt that was made is proven from the network's id alone; one that was changed anywhere is not."""

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.unit.verifier.chains import START_MS, TEN_MINUTES_MS, Anchored, grown, id_of, key_of

from cohong.primitives.block import Change
from cohong.primitives.charter import FINAL_MAJORITY
from cohong.primitives.encoding import decode, encode
from cohong.primitives.entry import decode_body
from cohong.primitives.ids import BlockId
from cohong.primitives.receipt import Receipt, encode_receipt
from cohong.verifier.canonical import ReceiptRefused
from cohong.verifier.receipt import RECEIPT_BYTES_MAX, Proof, SignedBlock, verify_receipt


def refusal(receipt: Receipt | bytes, network: Anchored, known: BlockId | None = None) -> str | None:
    """Return why a receipt is refused, None if it is proven."""
    receipt_bytes = receipt if isinstance(receipt, bytes) else encode_receipt(receipt)
    try:
        verify_receipt(receipt_bytes, network.lineage.genesis.network, known)
    except ReceiptRefused as refused:
        return refused.code
    return None


def test_a_receipt_proves_the_record_and_who_signed_on_the_way() -> None:
    network = Anchored(3)
    network.add(network.record(0), change=Change("add", network.key("fourth")))
    network.add(network.record(1), network.record(2))
    record, (first, second) = network.records[1], network.blocks
    proof = verify_receipt(encode_receipt(network.receipt(record.id)), network.lineage.genesis.network)
    assert proof == Proof(
        network=network.lineage.genesis.network,
        network_name="Canton",
        entry=record.id,
        author=record.header.author,
        seq=1,
        time_ms=START_MS + 1_000,
        kind="credit.propose",
        body=decode_body(record.body_bytes or b""),  # type: ignore[arg-type]  # the same values under a wider type
        block=second.block.id,
        block_height=2,
        block_time_ms=START_MS + 2 * TEN_MINUTES_MS,
        place=1,
        count=3,
        start=None,
        steps=(
            SignedBlock(first.block.id, 1, START_MS + TEN_MINUTES_MS, ("add", id_of("fourth")), 3, 3, 3),
            SignedBlock(second.block.id, 2, START_MS + 2 * TEN_MINUTES_MS, None, 3, 3, 4),
        ),
    )


@pytest.mark.parametrize("voters", [1, 2, 3, 5, 10])
@pytest.mark.parametrize("changes", [0, 1, 3])
def test_every_receipt_that_is_made_is_proven(voters: int, changes: int) -> None:
    network = grown(voters, changes)
    for record in network.records:
        proof = verify_receipt(encode_receipt(network.receipt(record.id)), network.lineage.genesis.network)
        assert (proof.entry, proof.seq, len(proof.steps)) == (
            record.id, record.header.seq, min(changes, record.header.seq) + 1,
        )  # fmt: skip


def test_without_its_body_a_record_is_proven_by_its_hash() -> None:
    network = grown(3, 0)
    receipt = network.receipt(network.records[0].id, with_body=False)
    assert verify_receipt(encode_receipt(receipt), network.lineage.genesis.network).body is None


# In a network that has taken over an earlier one.


def carried_on() -> Anchored:
    """Return a network of three that one voter has carried on, with a voter added and records anchored since."""
    network = grown(3, 1)
    network.go_over(network.lineage.charter.roster[0])
    network.add(network.record(20), change=Change("add", network.key("heir")))
    network.add(network.record(21))
    return network


def test_a_record_is_proven_to_the_network_that_it_was_written_in() -> None:
    network = carried_on()
    old, new = network.lineage.genesis_at(0).network, network.lineage.genesis.network
    for record, heights in ((network.records[0], [1]), (network.records[-2], [4]), (network.records[-1], [4, 5])):
        receipt = encode_receipt(network.receipt(record.id))
        right, wrong = (old, new) if record.header.height == 0 else (new, old)
        assert [step.height for step in verify_receipt(receipt, right).steps] == heights
        with pytest.raises(ReceiptRefused, match="other-network"):
            verify_receipt(receipt, wrong)


def test_the_block_taken_over_is_the_one_that_the_genesis_names() -> None:
    network = carried_on()
    receipt = network.receipt(network.records[-1].id)
    for taken_over in (None, network.blocks[0].block.head_bytes):
        assert refusal(replace(receipt, taken_over=taken_over), network) == "form"
    plain = network.receipt(network.records[0].id)
    with pytest.raises(ReceiptRefused, match="form"):
        verify_receipt(
            encode_receipt(replace(plain, taken_over=receipt.taken_over)), network.lineage.genesis_at(0).network
        )


def test_no_change_since_the_network_has_taken_over_can_be_left_out() -> None:
    network = carried_on()
    receipt = network.receipt(network.records[-1].id)
    assert refusal(replace(receipt, blocks=receipt.blocks[1:]), network) == "epoch"


# From a block that the reader knows.


def test_from_a_known_block_nothing_before_it_is_checked() -> None:
    network = grown(4, 3)
    known = network.blocks[1]
    receipt = network.receipt(network.records[-1].id, start=known)
    proof = verify_receipt(encode_receipt(receipt), network.lineage.genesis.network, known.block.id)
    assert (proof.start, [step.height for step in proof.steps]) == (known.block.id, [3, 4])


def test_a_record_below_a_known_block_needs_no_signature() -> None:
    network = grown(4, 3)
    known = network.blocks[-1]
    receipt = network.receipt(network.records[0].id, start=known)
    proof = verify_receipt(encode_receipt(receipt), network.lineage.genesis.network, known.block.id)
    assert (proof.start, proof.block, proof.steps) == (known.block.id, known.block.id, ())


def test_a_receipt_that_ends_with_the_known_block_may_begin_with_the_genesis() -> None:
    network = grown(4, 3)
    receipt = network.receipt(network.records[-1].id)
    assert refusal(receipt, network, network.blocks[-1].block.id) is None


def test_the_genesis_is_a_known_block_too() -> None:
    network = grown(4, 1)
    genesis = BlockId(network.lineage.genesis.network)
    last = network.records[-1].id
    assert refusal(network.receipt(last), network, genesis) is None
    assert refusal(network.receipt(last, start=network.blocks[0]), network, genesis) == "other-block"


def test_a_known_block_that_the_receipt_does_not_rest_on_refuses_it() -> None:
    network = grown(4, 3)
    last, known = network.records[-1].id, network.blocks[1]
    assert refusal(network.receipt(last), network, known.block.id) == "other-block"
    assert refusal(network.receipt(last, start=network.blocks[0]), network, known.block.id) == "other-block"
    assert refusal(network.receipt(last, start=known), network) == "needs-block"
    head_bytes, charter = network.receipt(last, start=known).start or (b"", b"")
    another = replace(network.receipt(last, start=known), start=(head_bytes, charter + b"\0"))
    assert refusal(another, network, known.block.id) == "charter"


def test_keys_of_an_old_roster_make_no_chain_from_a_known_block() -> None:
    """Whoever has all founders' keys can branch off before the known block, and not after it."""
    forged, genuine = grown(3, 2), Anchored(3)
    genuine.add(genuine.record(50), change=Change("add", genuine.key("honest")))
    last = forged.records[-1].id
    assert refusal(forged.receipt(last), genuine) is None, "from the network's id alone it looks genuine"
    known = genuine.blocks[0]
    start = genuine.receipt(genuine.records[0].id, start=known).start
    spliced = replace(forged.receipt(last), start=start)
    assert refusal(spliced, genuine, known.block.id) in ("order", "epoch", "signature", "voter")
    assert refusal(forged.receipt(last), genuine, known.block.id) == "other-block"


# How many must sign.


@pytest.mark.parametrize(
    ("voters", "final", "change", "needed"),
    [
        (3, "two-thirds", None, 3),
        (4, "two-thirds", None, 3),
        (10, "two-thirds", None, 7),
        (10, "two-thirds", "add", 7),
        (10, "two-thirds", "remove", 6),
        (10, FINAL_MAJORITY, None, 6),
        (2, "two-thirds", "remove", 2),
    ],
)
def test_one_signature_less_than_needed_is_too_few(voters: int, final: str, change: str | None, needed: int) -> None:
    for signers in (needed - 1, needed, voters):
        network = Anchored(voters, final=final)
        roster = network.lineage.charter.roster
        subject = roster[0] if change == "remove" else network.key("newcomer")
        record = network.record()
        network.add(record, change=Change(change, subject) if change else None, signers=signers)
        assert refusal(network.receipt(record.id), network) == ("too-few" if signers < needed else None)


def test_the_rule_for_final_holds_from_the_block_after_the_one_that_sets_it() -> None:
    network = Anchored(4)
    network.add(change=Change("final", FINAL_MAJORITY))
    network.add(network.record(), signers=3)
    proof = verify_receipt(encode_receipt(network.receipt(network.records[0].id)), network.lineage.genesis.network)
    assert [step.needed for step in proof.steps] == [3, 3]
    larger = Anchored(7)
    larger.add(change=Change("final", FINAL_MAJORITY))
    larger.add(larger.record(), signers=4)
    proof = verify_receipt(encode_receipt(larger.receipt(larger.records[0].id)), larger.lineage.genesis.network)
    assert [step.needed for step in proof.steps] == [5, 4]


# What was changed.


def flips(receipt_bytes: bytes, seed: int) -> Iterator[bytes]:
    """Yield the receipt with one bit of one byte changed, for each byte, and cut or lengthened."""
    chance = random.Random(seed)
    for place in range(len(receipt_bytes)):
        changed = bytearray(receipt_bytes)
        changed[place] ^= 1 << chance.randrange(8)
        yield bytes(changed)
    for place in chance.sample(range(len(receipt_bytes)), 50):
        yield receipt_bytes[:place]
        yield receipt_bytes[:place] + receipt_bytes[place + 1 :]
        yield receipt_bytes[:place] + bytes([chance.randrange(256)]) + receipt_bytes[place:]
    yield receipt_bytes + b"\0"


@pytest.mark.parametrize("voters", [3, 5])
def test_no_changed_byte_is_accepted(voters: int) -> None:
    network = grown(voters, 3)
    receipt_bytes = encode_receipt(network.receipt(network.records[-3].id))
    accepted = [changed for changed in flips(receipt_bytes, voters) if refusal(changed, network) is None]
    assert len(receipt_bytes) > 1_000
    assert accepted == []


def test_no_changed_byte_of_a_receipt_from_a_known_block_is_accepted() -> None:
    network = grown(4, 3)
    known = network.blocks[1]
    receipt_bytes = encode_receipt(network.receipt(network.records[-1].id, start=known))
    accepted = [changed for changed in flips(receipt_bytes, 0) if refusal(changed, network, known.block.id) is None]
    assert accepted == []


Parts = dict[str, Any]
Mend = Callable[[Parts], object]


def put(name: str, value: object) -> Mend:
    """Return what puts another value into a field."""
    return lambda fields: fields.__setitem__(name, value)


def mends(network: Anchored) -> Iterator[tuple[str, Mend]]:
    """Yield ways to exchange parts of the last record's receipt for others that are good in their own place."""
    other, early = (fields_of(network.receipt(network.records[at].id)) for at in (-2, 0))
    foreign = fields_of(twin(network).receipt(twin(network).records[-1].id))
    for name in ("genesis", "entry", "path", "blocks"):
        yield f"{name} of another network", put(name, foreign[name])
    for name in ("entry", "path", "place", "blocks"):
        yield f"{name} of another record", put(name, other[name])
        yield f"{name} of an early record", put(name, early[name])
    header, signature, body = fields_of(network.receipt(network.records[-1].id))["entry"]
    yield "another header", put("entry", [other["entry"][0], signature, body])
    yield "another signature", put("entry", [header, other["entry"][1], body])
    yield "another body", put("entry", [header, signature, other["entry"][2]])
    yield "no block", put("blocks", [])
    yield "blocks turned round", lambda fields: fields["blocks"].reverse()
    yield "path turned round", lambda fields: fields["path"].reverse()
    yield "path cut", lambda fields: fields["path"].pop()
    yield "path lengthened", lambda fields: fields["path"].append(fields["path"][0])
    yield "the record's own id in its path", lambda fields: fields["path"].insert(0, network.records[-1].id)
    for number in range(len(network.blocks)):
        yield from mends_of_block(number)


def mends_of_block(number: int) -> Iterator[tuple[str, Mend]]:
    """Yield ways to spoil one block and its certificate."""

    def signatures(fields: Parts) -> list[Any]:
        found: list[Any] = fields["blocks"][number][2]
        return found

    yield "a block left out", lambda fields: fields["blocks"].pop(number)
    yield "a block twice", lambda fields: fields["blocks"].insert(number, fields["blocks"][number])
    yield "another iteration", lambda fields: fields["blocks"][number].__setitem__(1, 2)
    yield "one signature less", lambda fields: signatures(fields).pop()
    yield "a signature in the place of another", lambda f: signatures(f).__setitem__(-1, signatures(f)[0])
    yield "a signature twice", lambda f: signatures(f).append(signatures(f)[-1])
    yield "the first signature twice", lambda f: signatures(f).insert(0, signatures(f)[0])
    yield "a signature for another voter", lambda f: signatures(f)[-1].__setitem__(1, signatures(f)[0][1])
    yield "the next voter named", lambda f: signatures(f)[-1].__setitem__(0, signatures(f)[-1][0] + 1)
    yield "a voter that is none", lambda f: signatures(f)[-1].__setitem__(0, 99)
    yield "signatures turned round", lambda f: signatures(f).reverse()
    yield "signatures of another block", lambda f: f["blocks"][number].__setitem__(2, f["blocks"][number - 1][2])


def fields_of(receipt: Receipt) -> Parts:
    fields: Parts = decode(encode_receipt(receipt), bytes_max=RECEIPT_BYTES_MAX)  # type: ignore[assignment]  # a map
    return fields


def twin(network: Anchored) -> Anchored:
    """Return another network of the same people, with the same records and changes."""
    other = Anchored(network.voters, final=FINAL_MAJORITY)
    for final, number in zip(network.blocks, range(len(network.blocks)), strict=True):
        last = final.block.head.change is None
        numbers = range(number, number + 7) if last else range(number, number + 1)
        change = final.block.head.change
        if change is not None and change.verb == "add":
            other.key(f"newcomer {number // 2}")
        other.add(*(other.record(at) for at in numbers), change=change)
    return other


@pytest.mark.parametrize(
    ("voters", "changes"), [(voters, changes) for voters in (3, 4, 5, 10) for changes in (1, 2, 3)]
)
def test_no_exchanged_part_is_accepted(voters: int, changes: int) -> None:
    network = grown(voters, changes)
    plain = network.receipt(network.records[-1].id)
    tried = []
    for name, mend in mends(network):
        fields = fields_of(plain)
        mend(fields)
        if fields != fields_of(plain):
            tried.append((name, refusal(encode(fields), network)))
    assert len(tried) > 40
    assert [name for name, code in tried if code is None] == []


def test_signatures_of_the_roster_before_make_no_block_final() -> None:
    network = Anchored(4)
    old = network.lineage.charter.roster
    network.add(change=Change("remove", old[0]))
    record = network.record()
    final = network.add(record)
    receipt = network.receipt(record.id)
    stale = network.certificate(final.block.id, 2, old)
    signatures = tuple((index, signature) for index, (_, signature) in enumerate(stale.signatures[:3]))
    blocks = (receipt.blocks[0], replace(receipt.blocks[1], signatures=signatures))
    assert refusal(replace(receipt, blocks=blocks), network) == "signature"
    assert refusal(replace(receipt, blocks=receipt.blocks[1:]), network) == "epoch"


def test_a_change_that_was_not_possible_is_refused() -> None:
    network = Anchored(3)
    network.add(change=Change("add", network.key("fourth")))
    network.add(network.record())
    good = network.receipt(network.records[0].id)
    assert refusal(good, network) is None
    for change in (
        ["add", network.lineage.genesis.charter.roster[0]],
        ["remove", key_of("nobody").member],
        ["final", "x"],
    ):
        fields = fields_of(good)
        head: Any = decode(fields["blocks"][0][0], bytes_max=512)
        head[5] = change
        fields["blocks"][0][0] = encode(head)
        fields["blocks"][0][2] = resigned(network, fields["blocks"][0][0])
        assert refusal(encode(fields), network) == "change"


def resigned(network: Anchored, head_bytes: bytes) -> list[Any]:
    """Return all founders' signatures on a head of height 1."""
    identity = BlockId(hashlib.sha256(head_bytes).digest())
    certificate = network.certificate(identity, 1, network.lineage.genesis.charter.roster)
    return [[index, signature] for index, (_, signature) in enumerate(certificate.signatures)]


@pytest.mark.parametrize(
    ("receipt_bytes", "code"),
    [
        (b"", "form"),
        (bytes(RECEIPT_BYTES_MAX + 1), "too-large"),
        (encode({"version": 2}), "version"),
        (encode({"version": True}), "form"),
        (encode({"version": 1}), "form"),
        (encode([1]), "form"),
    ],
)
def test_what_is_no_receipt_is_refused(receipt_bytes: bytes, code: str) -> None:
    assert refusal(receipt_bytes, Anchored(1)) == code


def test_a_record_that_no_block_has_anchored_has_no_receipt() -> None:
    network = grown(3, 0)
    receipt = network.receipt(network.records[0].id)
    assert refusal(replace(receipt, entry=network.record(99)), network) == "path"
    assert refusal(replace(receipt, blocks=()), network) == "path"
