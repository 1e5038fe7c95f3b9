"""What members do in the simulated network: honest ones trade and sometimes err, a hostile one does what it likes."""

from tests.simulation.feeds import Scribe, payment, terms
from tests.simulation.world import Node, World

from cohong.book.objects import Obligation, ObligationState
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import (
    CREDIT_ACCEPT,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    ENDORSE_SET,
    PROFILE_SET,
    is_record,
)  # fmt: skip
from cohong.protocol.heads import BRANCHES_MAX


def trade(world: World, node: Node) -> None:
    """Let an honest member write something that it has reason to write, or a record that breaks a rule."""
    chance = world.random
    known = [item for item in node.ledger.objects.values() if isinstance(item, Obligation)]
    if not known or chance.random() < 0.3:
        other = chance.choice(world.genesis.charter.roster)
        node.write(CREDIT_PROPOSE, world.now_ms, **terms(other, node.id, chance.randrange(1, 6)))
        return
    if chance.random() < 0.1:
        node.write(PROFILE_SET, world.now_ms, kind="firm", name={"en": "Firm"}, place="", identifiers={})
        return
    obligation = chance.choice(known)
    if chance.random() < 0.8:
        _next_step(world, node, obligation)
    else:
        kind = chance.choice([CREDIT_ACCEPT, CREDIT_RECEIPT, CREDIT_CLAIM, "future.kind"])
        version = _any_version(world, node, obligation)
        body = payment(chance.randrange(1, 9), version) if "c" in kind[7:] else {"names": [version]}
        node.write(kind, world.now_ms, **body)


def _any_version(world: World, node: Node, obligation: Obligation) -> EntryId:
    """Return a version of an obligation, or what somebody tried to make one: perhaps an old or a refused one."""
    records = [fact for fact in node.ledger.known.values() if fact.object == obligation.id]
    return world.random.choice(sorted(records, key=lambda fact: fact.id)).id


def _next_step(world: World, node: Node, obligation: Obligation) -> None:
    chance, terms_ = world.random, obligation.terms
    if obligation.state is ObligationState.PROPOSED and obligation.controller == node.id:
        kind = CREDIT_ACCEPT if chance.random() < 0.8 else CREDIT_DECLINE
        reason: dict[str, Value] = {"reason": ""} if kind == CREDIT_DECLINE else {}
        node.write(kind, world.now_ms, names=[obligation.version], **reason)
    elif obligation.state is ObligationState.ACTIVE and node.id in (terms_.debtor, obligation.holder):
        amount = chance.randrange(1, obligation.outstanding_minor + 1)
        kind = CREDIT_RECEIPT if node.id == obligation.holder else CREDIT_CLAIM
        node.write(kind, world.now_ms, **payment(amount, obligation.version))


class Hostile:
    """A member that knows everything, and signs whatever it likes: forks, double votes, broken rules."""

    def __init__(self, world: World, member: MemberId, *, forks: bool = True) -> None:
        self._world, self._member, self._forks = world, member, forks
        self._scribe = Scribe(world.genesis, world.outside)

    def act(self) -> None:
        """Write one entry."""
        chance, written = self._world.random, self._world.written()
        mine = [entry for entry in written if entry.header.author == self._member]
        after = self._place(mine)
        records = [entry for entry in written if is_record(entry.header.kind)]
        if not records or chance.random() < 0.4:
            self._record(records, after)
            return
        tips = self._tips(written)
        acked = {entry.header.author: entry for entry in chance.sample(tips, len(tips)) if chance.random() < 0.7}
        acked.pop(self._member, None)
        said = [tuple(chance.sample(records, min(len(records), chance.randrange(3)))) for _ in range(3)]
        self._scribe.ballot(
            self._member, *acked.values(), no=said[0], hold=said[1], yes=said[2], after=after, time_ms=self._time(after)
        )

    def _tips(self, feed: list[Entry]) -> list[Entry]:
        followed = {entry.header.prev for entry in feed}
        return [entry for entry in feed if entry.id not in followed]

    def _place(self, mine: list[Entry]) -> Entry | None:
        chance, tips = self._world.random, self._tips(mine)
        if mine and self._forks and len(tips) < BRANCHES_MAX and chance.random() < 0.15:
            return chance.choice(mine)
        return chance.choice(tips) if tips else None

    def _time(self, *pointed_to: Entry | None) -> int:
        times = [entry.header.time_ms for entry in pointed_to if entry is not None]
        return max([self._world.now_ms, *times])

    def _record(self, records: list[Entry], after: Entry | None) -> None:
        chance = self._world.random
        named = chance.sample(records, min(len(records), chance.choice([0, 1, 1, 1, 2])))
        names = [entry.id for entry in named]
        choices: list[tuple[str, dict[str, Value]]] = [
            (CREDIT_PROPOSE, terms(self._member, chance.choice(self._world.genesis.charter.roster), 5)),
            (CREDIT_PROPOSE, terms(chance.choice(self._world.genesis.charter.roster), self._member, 5)),
            (CREDIT_ACCEPT, {"names": list[Value](names)}),
            (CREDIT_RECEIPT, payment(1, *names)),
            (CREDIT_CLAIM, payment(1, *names)),
            (ENDORSE_SET, {"member": self._world.nodes[0].id, "score": chance.randrange(-12, 12), "comment": ""}),
            ("future.kind", {"names": list[Value](names)}),
        ]
        kind, body = chance.choice(choices)
        basis = named if "names" in body else []
        self._scribe.write(self._member, kind, body, after=after, time_ms=self._time(after, *basis))
