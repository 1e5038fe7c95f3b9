"""Two signed headers prove a fork only if they are two, of one place of one feed, in order."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation.feeds import craft, genesis_of, member

from cohong.primitives.encoding import encode
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fork_proof import PROOF_BYTES_MAX, decode_fork_proof, encode_fork_proof, prove_fork

GENESIS = genesis_of(3)
FIRST = craft(GENESIS, member(0), None, "a", {"n": 0})
ONE, OTHER = sorted((craft(GENESIS, member(0), FIRST, "a", {"n": n}) for n in (1, 2)), key=lambda entry: entry.id)
PARTS: list[Any] = [ONE.header_bytes, ONE.signature, OTHER.header_bytes, OTHER.signature]


def refused(parts: Any) -> None:
    with pytest.raises(RemoteProtocolError):
        decode_fork_proof(encode(parts))


def test_one_fork_has_one_proof_whichever_entry_comes_first() -> None:
    proof = prove_fork(ONE, OTHER)
    assert proof == prove_fork(OTHER, ONE) == decode_fork_proof(encode(PARTS))
    assert (proof.author, proof.seq, proof.first.id) == (member(0), 1, ONE.id)
    assert encode_fork_proof(proof) == encode(PARTS)


def test_the_largest_proof_fits_the_limit() -> None:
    long = [craft(GENESIS, member(0), FIRST, "k" * 32, {"n": n}, time_ms=2**47) for n in (1, 2)]
    assert len(encode_fork_proof(prove_fork(*long))) <= PROOF_BYTES_MAX


def test_headers_that_prove_nothing_are_refused() -> None:
    elsewhere = craft(GENESIS, member(0), ONE, "a", {"n": 3})
    another = craft(GENESIS, member(1), None, "a", {"n": 3})
    foreign = craft(genesis_of(4), member(0), FIRST, "a", {"n": 3})
    other_root = craft(GENESIS, member(0), craft(GENESIS, member(0), None, "a", {"n": 9}), "a", {"n": 3})
    for entry in (elsewhere, another, foreign, other_root, ONE):
        first, second = sorted((ONE, entry), key=lambda item: item.id)
        refused([first.header_bytes, first.signature, second.header_bytes, second.signature])
    refused([*PARTS[2:], *PARTS[:2]])


@pytest.mark.parametrize(
    "parts",
    [
        [], PARTS[:3], [*PARTS, b""], [1, *PARTS[1:]], [PARTS[0], bytes(63), *PARTS[2:]],
        [PARTS[0], None, *PARTS[2:]], {"a": 1}, [b"\x80", *PARTS[1:]],
    ],
)  # fmt: skip
def test_a_proof_out_of_form_is_refused(parts: Any) -> None:
    refused(parts)


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_proof_is_refused_or_another_proof(place: int, flip: int) -> None:
    encoded = bytearray(encode(PARTS))
    encoded[place % len(encoded)] ^= flip
    try:
        proof = decode_fork_proof(bytes(encoded))
    except RemoteProtocolError:
        return
    assert proof != prove_fork(ONE, OTHER)
