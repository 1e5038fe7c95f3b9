"""Messages of the charter chain and certificates out of form are refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.simulation.feeds import START_MS, member
from tests.unit.primitives.test_block import heads, ids, lists

from cohong.primitives.block import HEAD_BYTES_MAX, LISTS_BYTES_MAX, BlockHead, BlockLists, new_block
from cohong.primitives.chain_messages import (
    CERTIFICATE_BYTES_MAX,
    ITERATION_MAX,
    Certificate,
    ChainMessage,
    Final,
    Propose,
    Skip,
    Vote,
    chain_message_body,
    chain_message_from_body,
    decode_certificate,
    encode_certificate,
    final_signed_bytes,
)
from cohong.primitives.encoding import INT_MAX, encode
from cohong.primitives.entry import PROPOSAL_BYTES_MAX, decode_body
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import BlockId, MemberId

SALT, ID, SIG = bytes(16), bytes(32), bytes(64)
BLOCK = new_block(BlockHead(3, BlockId(ID), 0, START_MS, None, ID, ID, ID, 0), BlockLists())
BASE: dict[str, Any] = {"salt": SALT, "height": 3, "iteration": 2}
BODIES: dict[str, dict[str, Any]] = {
    "chain.propose": {**BASE, "from": None, "head": BLOCK.head_bytes, "lists": BLOCK.lists_bytes},
    "chain.vote": {**BASE, "block": ID},
    "chain.skip": BASE,
    "chain.final": {**BASE, "block": ID, "sig": SIG},
}

heights, iterations = st.integers(1, INT_MAX), st.integers(0, ITERATION_MAX)
blocks = st.builds(new_block, heads, lists())
signatures = st.binary(min_size=64, max_size=64)


@st.composite
def proposals(draw: st.DrawFn) -> Propose:
    """Draw a proposal of a new block or an earlier one."""
    block, iteration = draw(blocks), draw(iterations)
    start = draw(st.none() | st.integers(0, iteration - 1)) if iteration > 0 else None
    return Propose(block.head.height, iteration, start, block)


messages = st.one_of(
    proposals(),
    st.builds(Vote, heights, iterations, ids.map(BlockId)),
    st.builds(Skip, heights, iterations),
    st.builds(Final, heights, iterations, ids.map(BlockId), signatures),
)


@given(messages)
def test_a_message_is_read_as_it_was_made(message: ChainMessage) -> None:
    kind, body = chain_message_body(message, SALT)
    assert chain_message_from_body(kind, decode_body(encode(body), kind)) == message


@pytest.mark.parametrize("kind", sorted(BODIES))
@pytest.mark.parametrize(
    "change",
    [
        {"more": 0}, {"names": []}, {"height": 0}, {"height": -1}, {"height": True}, {"height": None}, {"height": "3"},
        {"iteration": -1}, {"iteration": ITERATION_MAX + 1}, {"iteration": False}, {"iteration": None},
        {"salt": bytes(15)}, {"salt": None},
    ],
)  # fmt: skip
def test_what_all_messages_have_must_be_in_form(kind: str, change: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="chain-form"):
        chain_message_from_body(kind, {**BODIES[kind], **change})


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_a_field_that_is_missing_is_refused(kind: str) -> None:
    for name in BODIES[kind]:
        with pytest.raises(RemoteProtocolError, match="chain-form"):
            chain_message_from_body(kind, {key: value for key, value in BODIES[kind].items() if key != name})


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("chain.vote", {"block": bytes(31)}), ("chain.vote", {"block": None}), ("chain.vote", {"block": "b" * 32}),
        ("chain.final", {"block": bytes(33)}), ("chain.final", {"sig": bytes(63)}), ("chain.final", {"sig": bytes(65)}),
        ("chain.final", {"sig": None}), ("chain.propose", {"from": 2}), ("chain.propose", {"from": -1}),
        ("chain.propose", {"from": True}), ("chain.propose", {"from": "0"}),
        ("chain.propose", {"from": 0, "iteration": 0}), ("chain.propose", {"head": None}),
        ("chain.propose", {"lists": "x"}), ("chain.propose", {"height": 4}),
        ("chain.propose", {"head": bytes(HEAD_BYTES_MAX + 1)}),
        ("chain.propose", {"lists": bytes(LISTS_BYTES_MAX + 1)}),
    ],
)  # fmt: skip
def test_a_message_out_of_form_is_refused(kind: str, change: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="chain-form"):
        chain_message_from_body(kind, {**BODIES[kind], **change})


@pytest.mark.parametrize("change", [{"head": b"\x80"}, {"lists": b"\xa0"}])
def test_a_proposal_of_no_block_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="block-form"):
        chain_message_from_body("chain.propose", {**BODIES["chain.propose"], **change})


def test_the_largest_block_fits_a_proposal() -> None:
    body = {**BASE, "height": INT_MAX, "iteration": ITERATION_MAX, "from": ITERATION_MAX - 1}
    largest = {**body, "head": bytes(HEAD_BYTES_MAX), "lists": bytes(LISTS_BYTES_MAX)}
    assert len(encode(largest)) <= PROPOSAL_BYTES_MAX


def test_iterations_at_their_limits_are_taken() -> None:
    for iteration, start in ((0, None), (1, 0), (ITERATION_MAX, ITERATION_MAX - 1)):
        body = {**BODIES["chain.propose"], "iteration": iteration, "from": start}
        assert chain_message_from_body("chain.propose", body) == Propose(3, iteration, start, BLOCK)


def test_numbers_are_signed_as_eight_bytes() -> None:
    assert (
        final_signed_bytes(INT_MAX, 256, BlockId(ID)) == b"cohong/final/1\0\x7f" + b"\xff" * 7 + bytes(6) + b"\1\0" + ID
    )


@given(heights, iterations, ids.map(BlockId), st.dictionaries(ids.map(MemberId), signatures, max_size=8))
def test_a_certificate_is_read_as_it_was_made(
    height: int, iteration: int, block: BlockId, signed: dict[MemberId, bytes]
) -> None:
    certificate = Certificate(height, iteration, block, tuple(sorted(signed.items())))
    assert decode_certificate(encode_certificate(certificate)) == certificate


ONE, TWO = [member(1), SIG], [member(2), SIG]


@pytest.mark.parametrize(
    "certificate",
    [
        None, {}, [], [3, 2, ID], [3, 2, ID, [], 0], [0, 2, ID, []], [True, 2, ID, []], [None, 2, ID, []],
        [3, -1, ID, []], [3, False, ID, []], [3, "2", ID, []], [3, 2, bytes(31), []], [3, 2, None, []],
        [3, 2, ID, None], [3, 2, ID, {}], [3, 2, ID, [None]], [3, 2, ID, [[]]], [3, 2, ID, [[member(1)]]],
        [3, 2, ID, [[*ONE, 0]]], [3, 2, ID, [[bytes(31), SIG]]], [3, 2, ID, [[member(1), bytes(63)]]],
        [3, 2, ID, [[member(1), "s" * 64]]], [3, 2, ID, [TWO, ONE]], [3, 2, ID, [ONE, ONE]],
    ],
)  # fmt: skip
def test_a_certificate_out_of_form_is_refused(certificate: Any) -> None:
    with pytest.raises(RemoteProtocolError, match="certificate-form"):
        decode_certificate(encode(certificate))


def test_a_certificate_of_two_thousand_voters_fits_and_its_size_is_limited() -> None:
    voters = [number.to_bytes(32, "big") for number in range(2_000)]
    encoded = encode([3, 2, ID, [[voter, SIG] for voter in voters]])
    assert len(decode_certificate(encoded).signatures) == 2_000
    with pytest.raises(RemoteProtocolError, match="too-large"):
        decode_certificate(bytes(CERTIFICATE_BYTES_MAX + 1))
