"""Bytes of the charter chain are those that were written down, say what they mean, and change with every bit."""

import hashlib
import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from tests.unit.vectors.chain import NEWCOMER_ID, ONE_TIME, RECORDS, ROSTER, VECTORS, build
from tests.unit.vectors.plain_cbor import decode_plain

from cohong.crypto.signing import verify
from cohong.primitives.block import decode_block, decode_head, decode_lists, encode_head, encode_lists
from cohong.primitives.chain_messages import (
    chain_message_body,
    chain_message_from_body,
    decode_certificate,
    encode_certificate,
)
from cohong.primitives.charter import Genesis, decode_genesis, new_genesis
from cohong.primitives.device import device_body, device_from_body
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.kinds import CHAIN_ASK, DEVICE_SET, MEMBER_INVITE, MEMBER_JOIN, MOTION_PUT, MOTION_VOTE
from cohong.primitives.membership import invite_body, invite_from_body, join_body, join_from_body
from cohong.primitives.merkle import decode_frontier, root_from_path, root_of
from cohong.primitives.motion import (
    ask_body,
    ask_from_body,
    motion_body,
    motion_from_body,
    motion_vote_body,
    motion_vote_from_body,
)

WRITTEN: dict[str, Any] = json.loads(VECTORS.read_text(encoding="utf-8"))
BLOCKS: dict[str, dict[str, str]] = WRITTEN["blocks"]
BODIES: dict[str, dict[str, str]] = WRITTEN["bodies"]


def body_again(kind: str, body_bytes: bytes) -> bytes:
    """Return the bytes of a body once it has been read and written again."""
    body = decode_body(body_bytes, kind)
    salt = body["salt"]
    assert type(salt) is bytes
    return encode(_written(kind, body, salt))


def _written(kind: str, body: dict[str, Value], salt: bytes) -> dict[str, Value]:
    match kind:
        case "motion.put":
            return motion_body(motion_from_body(body), salt)
        case "motion.vote":
            return motion_vote_body(motion_vote_from_body(body), salt)
        case "chain.ask":
            return ask_body(ask_from_body(body), salt)
        case "member.invite":
            return invite_body(invite_from_body(body), salt)
        case "device.set":
            return device_body(device_from_body(body), salt)
        case "member.join":
            return join_body(join_from_body(body), salt)
        case _:
            again, written = chain_message_body(chain_message_from_body(kind, body), salt)
            assert again == kind
            return written


def genesis_again(genesis_bytes: bytes) -> bytes:
    """Return the bytes of a genesis once it has been read and made again."""
    read: Genesis = decode_genesis(genesis_bytes)
    return new_genesis(read.name, read.charter, read.nonce, read.time_ms, read.successor_of).exact


def forms() -> dict[str, tuple[bytes, Callable[[bytes], bytes]]]:
    """Return each encoding by name, and what reads and writes it again."""
    found: dict[str, tuple[bytes, Callable[[bytes], bytes]]] = {
        "successor": (bytes.fromhex(WRITTEN["successor"]["bytes"]), genesis_again),
        "certificate": (
            bytes.fromhex(WRITTEN["certificate"]["certificate"]),
            lambda encoded: encode_certificate(decode_certificate(encoded)),
        ),
        "frontier": (
            bytes.fromhex(WRITTEN["merkle"][7]["frontier"]),
            lambda encoded: decode_frontier(encoded).encode(),
        ),
    }
    for name, block in BLOCKS.items():
        found[f"head {name}"] = bytes.fromhex(block["head"]), lambda encoded: encode_head(decode_head(encoded))
        found[f"lists {name}"] = bytes.fromhex(block["lists"]), lambda encoded: encode_lists(decode_lists(encoded))
    for name, shown in BODIES.items():
        found[f"body {name}"] = bytes.fromhex(shown["body"]), partial(body_again, shown["kind"])
    return found


FORMS = forms()


def test_every_vector_is_as_written_down() -> None:
    assert build() == WRITTEN


@pytest.mark.parametrize("name", sorted(FORMS))
def test_what_is_read_is_written_the_same(name: str) -> None:
    encoded, again = FORMS[name]
    decode_plain(encoded)
    assert again(encoded) == encoded


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_flipped_bit_is_refused_or_says_something_else(name: str) -> None:
    encoded, again = FORMS[name]
    for place in range(len(encoded)):
        for bit in range(8):
            changed = bytearray(encoded)
            changed[place] ^= 1 << bit
            try:
                written = again(bytes(changed))
            except RemoteProtocolError:
                continue
            assert written == bytes(changed) != encoded


@pytest.mark.parametrize("name", sorted(FORMS))
def test_what_is_cut_short_or_goes_on_is_refused(name: str) -> None:
    encoded, again = FORMS[name]
    for changed in (*(encoded[:length] for length in range(len(encoded))), encoded + b"\0"):
        with pytest.raises(RemoteProtocolError):
            again(changed)


def test_the_charter_is_a_map_of_all_its_rules() -> None:
    charter_bytes = bytes.fromhex(WRITTEN["charter"]["bytes"])
    assert hashlib.sha256(charter_bytes).hexdigest() == WRITTEN["charter"]["hash"]
    assert decode_plain(charter_bytes) == {
        "currencies": ["CNY", "HKD"], "final": "majority", "entries_per_day": 20_000, "grace_days": 14,
        "stale_days": 180, "roster": list(ROSTER),
    }  # fmt: skip


def test_a_successor_names_the_network_and_block_that_it_takes_over() -> None:
    genesis_bytes = bytes.fromhex(WRITTEN["successor"]["bytes"])
    genesis = decode_genesis(genesis_bytes)
    assert genesis.successor_of is not None
    assert decode_plain(genesis_bytes)["from"] == list(genesis.successor_of)
    assert genesis.network.hex() == WRITTEN["successor"]["network"] == hashlib.sha256(genesis_bytes).hexdigest()


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_a_block_is_named_by_the_hash_of_its_head_and_holds_that_of_its_lists(name: str) -> None:
    head_bytes, lists_bytes = (bytes.fromhex(BLOCKS[name][part]) for part in ("head", "lists"))
    block = decode_block(head_bytes, lists_bytes)
    assert block.id.hex() == BLOCKS[name]["id"] == hashlib.sha256(head_bytes).hexdigest()
    head, lists = decode_plain(head_bytes), decode_plain(lists_bytes)
    read = block.head
    change = None if read.change is None else [read.change.verb, read.change.subject]
    assert head == [
        1, read.height, read.prev, read.epoch, read.time_ms, change, read.charter, hashlib.sha256(lists_bytes).digest(),
        read.anchored_root, read.anchored_count,
    ]  # fmt: skip
    assert lists == {
        "motions": list(block.lists.motions),
        "cut": [[cut.author, cut.seq, cut.id] for cut in block.lists.cut],
        "forks": [[fork.author, fork.seq] for fork in block.lists.forks],
        "anchored": list(block.lists.anchored),
        "void": list(block.lists.void),
    }


def test_bodies_say_what_they_are_meant_to_say() -> None:
    plain = {name: decode_plain(bytes.fromhex(shown["body"])) for name, shown in BODIES.items()}
    for body in plain.values():
        assert body.pop("salt") == bytes(range(16))
    full = {part: bytes.fromhex(text) for part, text in BLOCKS["full"].items()}
    assert plain["propose again"] == {
        "height": 2, "iteration": 1, "from": 0, "head": full["head"], "lists": full["lists"],
    }  # fmt: skip
    assert plain["propose"] == {**plain["propose again"], "iteration": 0, "from": None}
    assert plain["vote"] == {"height": 2, "iteration": 1, "block": full["id"]}
    assert plain["skip"] == {"height": 2, "iteration": 300}
    assert plain["final"].keys() == {"height", "iteration", "block", "sig"}
    assert plain["admit"]["names"] == [RECORDS[0]] == plain["replace"]["names"]
    assert plain["expel"]["names"] == []
    assert plain["no branch"]["question"] == {"ask": "branch", "author": ROSTER[0], "seq": 3, "branch": None}
    assert plain["rule on a dispute"]["question"] == {"ask": "dispute", "dispute": RECORDS[1], "upheld": True}
    assert plain["keeper"] == {
        **plain["keeper"], "names": [RECORDS[2]],
        "question": {"ask": "keeper", "pool": RECORDS[2], "old": ROSTER[1], "member": ROSTER[2]},
    }  # fmt: skip
    assert plain["motion vote"] == {"names": [RECORDS[0]], "yes": True}
    assert plain["ask"].keys() == {"after"}
    assert plain["invite"].keys() == {"key", "role", "valid_until"}
    assert plain["device"] == {"key": ONE_TIME.member, "name": "筆記本電腦", "let": True}
    kinds = {shown["kind"] for shown in BODIES.values()}
    assert kinds >= {CHAIN_ASK, DEVICE_SET, MEMBER_INVITE, MEMBER_JOIN, MOTION_PUT, MOTION_VOTE}


def test_finals_of_a_certificate_are_signed_over_height_iteration_and_block() -> None:
    shown = {part: bytes.fromhex(text) for part, text in WRITTEN["certificate"].items()}
    block = bytes.fromhex(BLOCKS["full"]["id"])
    assert shown["signed"] == b"cohong/final/1\0" + bytes(7) + b"\2" + bytes(7) + b"\1" + block
    certificate = decode_certificate(shown["certificate"])
    assert [voter for voter, _ in certificate.signatures] == list(ROSTER)
    assert all(verify(voter, shown["signed"], sig) for voter, sig in certificate.signatures)
    final = decode_plain(bytes.fromhex(BODIES["final"]["body"]))
    assert (ROSTER[0], final["sig"]) == certificate.signatures[0]


def test_a_join_is_signed_by_the_one_time_key_over_author_and_invitation() -> None:
    join = join_from_body(decode_body(bytes.fromhex(BODIES["join"]["body"])))
    assert verify(ONE_TIME.member, b"cohong/join/1\0" + NEWCOMER_ID + RECORDS[0], join.proof)


@pytest.mark.parametrize("count", range(8))
def test_trees_have_the_roots_frontiers_and_paths_written_down(count: int) -> None:
    tree = WRITTEN["merkle"][count]
    assert root_of(RECORDS[:count]).hex() == tree["root"]
    assert decode_frontier(bytes.fromhex(tree["frontier"])).root().hex() == tree["root"]
    for index, path in enumerate(tree["paths"]):
        siblings = [bytes.fromhex(sibling) for sibling in path]
        found = root_from_path(RECORDS[index], index, count, siblings)
        assert found is not None and found.hex() == tree["root"]
