"""Bytes that leave the machine are those that were written down, and say what they are meant to say."""

import hashlib
import json
from typing import Any

import pytest
from tests.unit.vectors.plain_cbor import decode_plain
from tests.unit.vectors.protocol import VECTORS, build

from cohong.crypto.signing import verify
from cohong.primitives.ballot import ballot_body, ballot_from_body
from cohong.primitives.charter import decode_genesis
from cohong.primitives.encoding import encode
from cohong.primitives.entry import decode_body, decode_header, encode_entry, encode_header, entry_from_parts
from cohong.primitives.fork_proof import decode_fork_proof, encode_fork_proof
from cohong.protocol.frames import decode_frame, encode_frame

WRITTEN: dict[str, Any] = json.loads(VECTORS.read_text(encoding="utf-8"))
ENTRIES: dict[str, dict[str, str]] = WRITTEN["entries"]


def test_every_vector_is_as_written_down() -> None:
    assert build() == WRITTEN


def test_the_network_is_named_by_the_hash_of_its_genesis() -> None:
    genesis_bytes = bytes.fromhex(WRITTEN["genesis"]["bytes"])
    genesis = decode_genesis(genesis_bytes)
    assert genesis.network.hex() == hashlib.sha256(genesis_bytes).hexdigest() == WRITTEN["genesis"]["network"]
    plain = decode_plain(genesis_bytes)
    assert (genesis.name, list(genesis.charter.roster)) == (plain["name"], plain["founders"])
    assert plain["charter"] == {
        "currencies": ["CNY", "HKD"], "final": "two-thirds", "entries_per_day": 50_000, "grace_days": 7,
        "stale_days": 90,
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_an_entry_is_named_by_the_hash_of_its_header_and_signed_by_its_author(name: str) -> None:
    shown = {part: bytes.fromhex(text) for part, text in ENTRIES[name].items()}
    entry = entry_from_parts(shown["header"], shown["signature"], shown["body"])
    assert entry.id == hashlib.sha256(shown["header"]).digest() == shown["id"]
    assert shown["signed"] == b"cohong/entry/1\0" + shown["id"]
    assert verify(shown["author"], shown["signed"], shown["signature"])
    assert encode_entry(entry) == shown["entry"]


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_a_second_decoder_reads_the_same_from_an_entry(name: str) -> None:
    header_bytes, body_bytes = (bytes.fromhex(ENTRIES[name][part]) for part in ("header", "body"))
    header = decode_header(header_bytes)
    assert decode_plain(header_bytes) == [
        1, header.network, header.author, header.seq, header.prev, header.height, header.time_ms, header.kind,
        hashlib.sha256(body_bytes).digest(), len(body_bytes),
    ]  # fmt: skip
    assert encode_header(header) == header_bytes
    assert decode_plain(body_bytes) == decode_body(body_bytes)


def test_a_ballot_is_read_and_written_the_same() -> None:
    body_bytes = bytes.fromhex(ENTRIES["ballot"]["body"])
    plain = decode_plain(body_bytes)
    ballot = ballot_from_body(decode_body(body_bytes))
    assert [[ack.author, ack.seq, ack.id] for ack in ballot.ack] == plain["ack"]
    assert ([list(item) for item in ballot.no], list(ballot.hold), list(ballot.yes)) == (
        plain["no"], plain["hold"], plain["yes"],
    )  # fmt: skip
    assert encode(ballot_body(ballot, plain["salt"])) == body_bytes


def test_a_fork_proof_holds_both_headers_and_signatures_in_order_of_id() -> None:
    proof_bytes = bytes.fromhex(WRITTEN["fork_proof"])
    proof = decode_fork_proof(proof_bytes)
    assert proof.first.id < proof.second.id
    assert encode_fork_proof(proof) == proof_bytes
    expected = sorted((ENTRIES["receipt"], ENTRIES["other"]), key=lambda shown: shown["id"])
    parts = [bytes.fromhex(shown[part]) for shown in expected for part in ("header", "signature")]
    assert decode_plain(proof_bytes) == parts


@pytest.mark.parametrize("name", sorted(WRITTEN["frames"]))
def test_a_frame_is_read_and_written_the_same(name: str) -> None:
    frame_bytes = bytes.fromhex(WRITTEN["frames"][name])
    decode_plain(frame_bytes)
    assert encode_frame(decode_frame(frame_bytes)) == frame_bytes


def test_the_state_digest_is_the_hash_of_ids_versions_and_states() -> None:
    state = bytes.fromhex(WRITTEN["digest"]["state"])
    assert hashlib.sha256(state).hexdigest() == WRITTEN["digest"]["digest"]
    proposal, receipt, seller = (bytes.fromhex(text) for text in (
        ENTRIES["proposal"]["id"], ENTRIES["receipt"]["id"], ENTRIES["proposal"]["author"],
    ))  # fmt: skip
    rest = [None, 0, 0, None, None, 0, None]
    assert decode_plain(state) == [[proposal, receipt, ["settled", seller, 1_234_500, "2025-11-10", *rest]]]
