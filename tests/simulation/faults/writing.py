"""What hostile members sign: forks, votes both ways, entries at the wrong time, each shown to whom it suits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.adversary import Adversary, part_of
from tests.simulation.feeds import payment, terms

from cohong.primitives.ballot import Ack, Ballot, ballot_body
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import CREDIT_ACCEPT, CREDIT_CLAIM, CREDIT_PROPOSE, CREDIT_RECEIPT, ENDORSE_SET, is_record
from cohong.protocol.heads import BRANCHES_MAX

if TYPE_CHECKING:
    from tests.simulation.run import Run

AHEAD_MS = (130_000, 3_600_000, 86_400_000, 10 * 365 * 86_400_000)
NOBODY: frozenset[MemberId] = frozenset()


def hostile_record(run: Run) -> bool:
    """Write a record at an end of the feed, sensible or not."""
    adversary = run.draw_adversary()
    return adversary is not None and _record(run, adversary, run.draw_end(adversary)) is not None


def hostile_ballot(run: Run) -> bool:
    """Write a ballot that says anything."""
    adversary = run.draw_adversary()
    if adversary is None:
        return False
    _ballot(run, adversary, run.draw_end(adversary))
    return True


def fork(run: Run) -> bool:
    """Write beside the last entries of the feed."""
    return _fork(run, depth=3)


def fork_deep(run: Run) -> bool:
    """Write beside any entry of the feed."""
    return _fork(run, depth=10_000)


def _fork(run: Run, *, depth: int, hidden: frozenset[MemberId] = NOBODY) -> bool:
    adversary = run.draw_adversary()
    if adversary is None or not adversary.written or len(adversary.tips()) >= BRANCHES_MAX:
        return False
    beside = run.chance.choice(adversary.written[-depth:])
    after = next((entry for entry in adversary.written if entry.id == beside.header.prev), None)
    if run.chance.random() < 0.5:
        _record(run, adversary, after, hidden=hidden)
    else:
        _ballot(run, adversary, after, hidden=hidden)
    return True


def split_view(run: Run) -> bool:
    """Show one branch to some neighbours and another to the others."""
    adversary = run.draw_adversary()
    if adversary is None or len(adversary.tips()) >= BRANCHES_MAX:
        return False
    some = part_of(run.machines, run.chance)
    after = run.draw_end(adversary)
    others = frozenset(run.honest) - some
    _record(run, adversary, after, hidden=some)
    _record(run, adversary, after, hidden=others)
    return True


def reveal(run: Run) -> bool:
    """Show everybody what has been kept from some."""
    adversary = run.draw_adversary()
    if adversary is None:
        return False
    late = [entry for entry in adversary.written if adversary.hidden[entry.id]]
    for entry in late:
        adversary.hidden[entry.id] = NOBODY
    adversary.push(late)
    return bool(late)


def vote_both_ways(run: Run) -> bool:
    """Approve a record on one branch of the feed and refuse it on another."""
    adversary = run.draw_adversary()
    records = _records(run)
    if adversary is None or not records or len(adversary.tips()) >= BRANCHES_MAX:
        return False
    entry, after = run.chance.choice(records), run.draw_end(adversary)
    ack = Ack(entry.header.author, entry.header.seq, entry.id)
    time_ms = _time(run, after)
    some = part_of(run.machines, run.chance)
    for ballot, hidden in ((Ballot(ack=(ack,)), some), (Ballot(no=((entry.id, "malformed"),)), NOBODY)):
        adversary.write("ballot", _unsalted(ballot), after=after, hidden=hidden, time_ms=time_ms)
    return True


def withhold_vote(run: Run) -> bool:
    """Approve all that there is, and show that to one neighbour or to nobody, until it is shown as a hidden branch."""
    adversary = run.draw_adversary()
    feeds = [feed for author in run.partners if (feed := run.writings.feed(author))]
    if adversary is None or not feeds:
        return False
    acks = [Ack(feed[-1].header.author, feed[-1].header.seq, feed[-1].id) for feed in feeds]
    ballot = Ballot(tuple(ack for ack in acks if ack.author != adversary.id))
    hidden = frozenset(run.honest) - frozenset(run.chance.sample(sorted(run.honest), run.chance.randint(0, 1)))
    after = run.draw_end(adversary)
    adversary.write("ballot", _unsalted(ballot), after=after, hidden=hidden, time_ms=_time(run, after))
    return True


def vote_by_old_roster(run: Run) -> bool:
    """Vote at a height of an epoch that is over, where the roster was another."""
    adversary = run.draw_adversary()
    after = run.draw_end(adversary) if adversary is not None else None
    machine = run.draw_up()
    if adversary is None or machine is None or machine.desk is None:
        return False
    lineage = machine.desk.replica.lineage
    if lineage.epoch == lineage.epoch_at(after.header.height if after is not None else 0):
        return False
    _ballot(run, adversary, after, hidden=part_of(run.machines, run.chance))
    return True


def date_ahead(run: Run) -> bool:
    """Date an entry ahead, by minutes or by years."""
    adversary = run.draw_adversary()
    if adversary is None:
        return False
    time_ms = run.timeline.now_ms + run.chance.choice(AHEAD_MS)
    return _record(run, adversary, run.draw_end(adversary), time_ms=time_ms) is not None


def date_back(run: Run) -> bool:
    """Date an entry back as far as its feed allows, or further."""
    adversary = run.draw_adversary()
    if adversary is None:
        return False
    after = run.draw_end(adversary)
    earliest_ms = after.header.time_ms if after is not None else run.genesis.time_ms
    return _record(run, adversary, after, time_ms=earliest_ms - run.chance.choice([0, 0, 0, 1])) is not None


def flood_with_records(run: Run) -> bool:
    """Write as much as a day's quota at once, and two and a half days' in all, to some or to everybody."""
    adversary = run.draw_adversary()
    quota = run.genesis.charter.entries_per_day
    left = 5 * quota // 2 - len(adversary.written) if adversary is not None else 0
    if adversary is None or left <= 0:
        return False
    held = [entry for entry in adversary.written if entry.id in run.writings]
    after, other = held[-1] if held else None, run.chance.choice(run.partners)
    hidden = part_of(run.machines, run.chance) if run.chance.random() < 0.5 else NOBODY
    for number in range(min(left, run.chance.randint(quota // 4, quota))):
        body = terms(other, adversary.id, 1, f"FLOOD-{number}")
        after = adversary.write(CREDIT_PROPOSE, body, after=after, hidden=hidden, time_ms=_time(run, after))
    return True


# Parts.


def _records(run: Run) -> list[Entry]:
    written = run.writings.seen(run.writings.values())
    return [entry for entry in written if is_record(entry.header.kind)]


def _time(run: Run, *pointed_to: Entry | None) -> int:
    times = [entry.header.time_ms for entry in pointed_to if entry is not None]
    return max([run.timeline.now_ms, *times])


def _record(
    run: Run,
    adversary: Adversary,
    after: Entry | None,
    *,
    hidden: frozenset[MemberId] = NOBODY,
    time_ms: int | None = None,
) -> Entry | None:
    chance, records = run.chance, _records(run)
    recent = records[-20:]
    named = chance.sample(recent, min(len(recent), chance.choice([0, 1, 1, 1, 2])))
    names = [entry.id for entry in named]
    other = chance.choice(run.partners)
    choices: list[tuple[str, dict[str, Value] | bytes]] = [
        (CREDIT_PROPOSE, terms(adversary.id, other, chance.randrange(1, 900), f"H-{chance.randrange(10_000)}")),
        (CREDIT_PROPOSE, terms(other, adversary.id, chance.randrange(1, 900), f"H-{chance.randrange(10_000)}")),
        (CREDIT_ACCEPT, {"names": list[Value](names)}),
        (CREDIT_RECEIPT, payment(chance.randrange(1, 900), *names)),
        (CREDIT_CLAIM, payment(chance.randrange(1, 900), *names)),
        (ENDORSE_SET, {"member": other, "score": chance.randrange(-12, 12), "comment": ""}),
        ("future.kind", {"names": list[Value](names)}),
        (CREDIT_PROPOSE, chance.choice([b"", b"\xff", b"\xa0", b"\xa1\x64salt\x40"])),
    ]
    kind, body = chance.choice(choices)
    basis = named if isinstance(body, dict) and "names" in body else []
    time_ms = time_ms if time_ms is not None else _time(run, after, *basis)
    return adversary.write(kind, body, after=after, hidden=hidden, time_ms=time_ms)


def _ballot(run: Run, adversary: Adversary, after: Entry | None, *, hidden: frozenset[MemberId] = NOBODY) -> None:
    chance, records = run.chance, _records(run)
    acks = []
    for author in run.partners:
        feed = run.writings.seen(run.writings.feed(author))
        if feed and author != adversary.id and chance.random() < 0.7:
            entry = chance.choice(feed[-3:] if chance.random() < 0.8 else feed)
            acks.append(Ack(author, entry.header.seq, entry.id))
    said = [[entry.id for entry in chance.sample(records, min(len(records), chance.randrange(3)))] for _ in range(3)]
    ballot = Ballot(tuple(acks), tuple((entry, "malformed") for entry in said[0]), tuple(said[1]), tuple(said[2]))
    adversary.write("ballot", _unsalted(ballot), after=after, hidden=hidden, time_ms=_time(run, after))


def _unsalted(ballot: Ballot) -> dict[str, Value]:
    body = ballot_body(ballot, bytes(16))
    del body["salt"]
    return body
