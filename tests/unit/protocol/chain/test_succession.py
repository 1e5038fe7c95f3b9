"""A network that takes over an earlier one: what the chain makes of its genesis, and where entries may stand."""

from dataclasses import replace

import pytest
from tests.simulation.feeds import START_MS, genesis_of, member
from tests.unit.protocol.chain.growing import DAY_MS, grow, id_at

from cohong.primitives.block import Change
from cohong.primitives.charter import Charter, Genesis, decode_lineage, encode_lineage, new_genesis
from cohong.primitives.decisions import Decisions, Ruling
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import BlockId, MemberId, NetworkId
from cohong.protocol.chain.lineage import Lineage, Stint

A, B, C, D, E = (member(number) for number in range(5))
OLD = genesis_of(3, currencies=("HKD",))


def grown() -> Lineage:
    """Return the chain of an old network of A, B and C: D is admitted, E was never there, C is expelled."""
    lineage = Lineage(OLD)
    grow(lineage, decisions=Decisions(admitted=(D,)), cut=((A, 4), (B, 9)))
    grow(lineage, Change("remove", C), Decisions(expelled=(C,)), cut=((A, 7),), days=1)
    grow(lineage, forks=((B, 10),), decisions=Decisions(ruled=(Ruling(D, 0, None),)), days=1)
    return lineage


def successor(*founders: MemberId, block: BlockId | None = None, days: int = 2) -> Genesis:
    """Return a genesis that takes over the old chain, at its newest block unless said otherwise."""
    named = (OLD.network, block if block is not None else grown().id)
    genesis = new_genesis("New", Charter(tuple(sorted(founders))), bytes(32), START_MS + days * DAY_MS, named)
    return replace(genesis, earlier=OLD)


def followed(genesis: Genesis) -> Lineage:
    """Return the chain of a network after all of the old one's blocks, as far as it takes them."""
    lineage = Lineage(genesis)
    grow(lineage, decisions=Decisions(admitted=(D,)), cut=((A, 4), (B, 9)))
    grow(lineage, Change("remove", C), Decisions(expelled=(C,)), cut=((A, 7),), days=1)
    grow(lineage, forks=((B, 10),), decisions=Decisions(ruled=(Ruling(D, 0, None),)), days=1)
    return lineage


def test_the_genesis_is_the_block_after_the_one_that_it_names() -> None:
    genesis = successor(B, D)
    lineage = followed(genesis)
    assert lineage.is_whole
    assert (lineage.height, lineage.begun, lineage.id) == (4, 4, BlockId(genesis.network))
    assert (lineage.epoch, lineage.opened(2), lineage.time_ms) == (2, 4, genesis.time_ms)
    assert [lineage.genesis_at(height).name for height in (0, 3, 4)] == ["Simulated", "Simulated", "New"]
    assert grow(lineage) == 5


def test_members_stay_and_the_founders_are_the_voters() -> None:
    lineage = followed(successor(B, D))
    assert (lineage.members, lineage.charter.roster) == (frozenset((A, B, D)), tuple(sorted((B, D))))
    assert (lineage.rules_at(3).currencies, lineage.rules_at(4).currencies) == (("HKD",), ())
    assert lineage.removed_at(C) == 2
    assert [lineage.stints(voter, 2) for voter in (A, B, D)] == [
        [Stint(0, 0, 1)], [Stint(0, 0, 1), Stint(4, 2, None)], [Stint(4, 2, None)],
    ]  # fmt: skip


def test_until_the_block_is_here_the_chain_is_not_whole() -> None:
    lineage = Lineage(successor(B))
    assert (lineage.is_whole, lineage.begun, lineage.networks) == (
        False, 0, frozenset((OLD.network, lineage.genesis.network)),
    )  # fmt: skip


@pytest.mark.parametrize(
    "genesis",
    [successor(B, E), successor(B, C), successor(B, block=BlockId(b"x" * 32)), successor(B, days=1)],
    ids=["a founder from outside", "an expelled founder", "a block that is not of the chain", "dated before the block"],
)
def test_what_cannot_take_over_never_does(genesis: Genesis) -> None:
    assert not followed(genesis).is_whole


def test_each_networks_entries_have_their_places() -> None:
    genesis = successor(B)
    lineage, new = followed(genesis), genesis.network
    old_places = [lineage.has_place(OLD.network, A, seq, 3) for seq in (0, 7, 8)]
    new_places = [lineage.has_place(new, A, seq, 4) for seq in (7, 8, 99)]
    assert (old_places, new_places) == ([True, True, False], [False, True, True])
    assert not lineage.has_place(OLD.network, A, 8, 4), "the old network has ended"
    assert not lineage.has_place(new, A, 7, 3), "the new one had not begun"
    assert (lineage.has_place(OLD.network, D, 0, 3), lineage.has_place(new, D, 0, 4)) == (False, True)
    assert not lineage.has_place(NetworkId(b"z" * 32), A, 8, 4)


def test_forks_beyond_the_last_cut_are_left_behind() -> None:
    lineage = followed(successor(B))
    assert (lineage.open_listed(B), lineage.dead_from(D)) == (None, None)
    assert (lineage.cut_seq(B), lineage.cut(B) is not None and lineage.cut(B).id) == (9, id_at(B, 9))  # type: ignore[union-attr]  # the cut was just seen


def test_a_lineage_is_kept_and_read_again_with_all_that_it_follows_upon() -> None:
    first = successor(B)
    second = replace(
        new_genesis("Newest", Charter((D,)), bytes(32), START_MS, (first.network, BlockId(b"b" * 32))), earlier=first
    )
    assert decode_lineage(encode_lineage(second)) == second
    assert encode_lineage(OLD) == OLD.exact
    assert decode_lineage(OLD.exact) == OLD
    for broken in (first.exact, second.exact, encode_lineage(replace(second, earlier=OLD))):
        with pytest.raises(RemoteProtocolError, match="genesis-form"):
            decode_lineage(broken)
