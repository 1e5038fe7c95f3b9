"""Whatever the network and the cheats do: one block a height, or the proof who broke it; and once it is calm, a block.

COHONG_AGREEMENTS says how many schedules, COHONG_AGREEMENTS_FROM from which seed on.
"""

import os
from collections import Counter
from itertools import combinations

from tests.simulation.agreeing import World
from tests.simulation.feeds import verify

from cohong.primitives.block import Block
from cohong.primitives.chain_messages import Final, Propose, final_signed_bytes
from cohong.primitives.ids import BlockId, MemberId

SCHEDULES = int(os.environ.get("COHONG_AGREEMENTS", "400"))
FIRST = int(os.environ.get("COHONG_AGREEMENTS_FROM", "0"))


def finals_of(world: World) -> dict[tuple[int, BlockId], set[MemberId]]:
    """Return who wrote a good final, by iteration and block, counted anew from all that was written."""
    found: dict[tuple[int, BlockId], set[MemberId]] = {}
    for _, voter, message in world.written:
        if isinstance(message, Final):
            signed = final_signed_bytes(1, message.iteration, message.block)
            if verify(voter, signed, message.sig):
                found.setdefault((message.iteration, message.block), set()).add(voter)
    return found


def certified(world: World) -> list[Block]:
    """Return the blocks that have a certificate, whoever has seen it, in the order of their iterations."""
    blocks = {sent[2].block.id: sent[2].block for sent in world.written if isinstance(sent[2], Propose)}
    finals = sorted(finals_of(world).items(), key=lambda item: item[0])
    return [blocks[key[1]] for key, voters in finals if key[1] in blocks and len(voters) >= world.size(blocks[key[1]])]


def proven(world: World) -> set[MemberId]:
    """Return whom a reader of all that was written can prove to cheat."""
    reader = world.agreement(None)
    return {cheat.voter for sent in world.written for cheat in reader.take(sent[1], sent[2], sent[0])}


def check_safe(world: World) -> bool:
    """Check that two final blocks name those who made them possible; returns whether there are two."""
    cheats, final = proven(world), certified(world)
    assert world.accused <= cheats <= world.cheats
    rivals = [(one, other) for one, other in combinations(final, 2) if one.id != other.id]
    for one, _ in rivals:
        assert len(cheats) >= world.size(one) + world.confirmed - len(world.roster)
    decided = [mind.agreement.decided for mind in world.honest]
    assert {found[0].id for found in decided if found} <= {block.id for block in final} - world.bad
    return bool(rivals)


def check_live(world: World) -> None:
    """Check that all honest voters have decided in time, if they are enough."""
    if world.is_live():
        assert all(mind.agreement.decided for mind in world.honest)


def test_at_most_one_block_is_final_or_the_cheats_are_named_and_calm_brings_one() -> None:
    seen: Counter[str] = Counter()
    slowest_ms = 0
    for seed in range(FIRST, FIRST + SCHEDULES):
        world = World(seed)
        world.run()
        try:
            seen["with two final blocks"] += check_safe(world)
            check_live(world)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}") from error
        seen["live"] += world.is_live()
        seen["with cheats"] += bool(world.cheats)
        seen["messages"] += len(world.written)
        slowest_ms = max(slowest_ms, world.now_ms - world.calm_ms if world.is_live() else 0)
    print(dict(seen), f"slowest after the calm: {slowest_ms / 1000:.0f} s")
