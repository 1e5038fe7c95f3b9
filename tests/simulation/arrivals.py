"""What a world has written, given to readers in drawn orders: all of them have one book, that of a recount."""

import random

from tests.simulation.recount import recount
from tests.simulation.world import World

from cohong.crypto.signing import verify
from cohong.ledger.memory_ledger import MemoryLedger
from cohong.primitives.ids import MemberId
from cohong.protocol.replica import Pen, Replica

READERS = 6


def check_any_order(world: World) -> None:
    """Give all entries to readers, one by one in any order; what is shown is what a recount comes to."""
    expected = recount(world.genesis, world.written())
    assert world.nodes[0].ledger.objects == expected.objects
    for seed in range(READERS):
        ledger, written = MemoryLedger(), list(world.written())
        reader = Replica(world.genesis, Pen(MemberId(bytes(32)), bytes, lambda: bytes(16), verify), ledger)
        random.Random(seed).shuffle(written)
        for entry in written:
            reader.receive([entry], world.nodes[0].id, world.now_ms)
            ledger.commit(reader.flush().commit)
        assert ledger.objects == expected.objects
        assert ledger.standing() == expected.standing()
