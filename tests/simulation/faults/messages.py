"""What hostile members send beside entries in good order: floods, lies about feeds, proofs, nonsense."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.simulation.feeds import craft, terms
from tests.simulation.world import key_of

from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, Header, encode_header, entry_id
from cohong.primitives.fork_proof import prove_fork
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import CREDIT_PROPOSE
from cohong.protocol.frames import HeadsGrown, Hello, Proof, Tip
from cohong.protocol.waiting_room import BYTES_MAX, ENTRIES_MAX

if TYPE_CHECKING:
    from tests.simulation.adversary import Adversary
    from tests.simulation.run import Run

FLOOD_ENTRIES = (20, 120)
LARGE_BYTES = 60_000
LARGE_A_FRAME = 15
"""So many of the large ones fit into a frame."""


def _target(run: Run) -> tuple[Adversary, MemberId] | None:
    """Return a hostile member and one of its neighbours, drawn."""
    adversary = run.draw_adversary()
    peers = adversary.peers() if adversary is not None else []
    return (adversary, run.chance.choice(peers)) if adversary is not None and peers else None


def flood_with_waiting(run: Run) -> bool:
    """Send many entries that wait for what nobody has."""
    target = _target(run)
    if target is None:
        return False
    adversary, peer = target
    absent = run.draw_id("absent")
    body: dict[str, Value] = {"names": [absent]}
    adversary.send(peer, [_loose(run, adversary, body) for _ in range(run.chance.randint(*FLOOD_ENTRIES))])
    return True


def flood_beyond_bounds(run: Run) -> bool:
    """Send more entries that wait for what nobody has than anybody keeps: very many, or very large ones."""
    target = _target(run)
    if target is None:
        return False
    adversary, peer = target
    body: dict[str, Value] = {"names": [run.draw_id("absent")]}
    count = ENTRIES_MAX + run.chance.randint(1, 60)
    if run.chance.random() < 0.5:
        body["filling"] = bytes(LARGE_BYTES)
        count = BYTES_MAX // LARGE_BYTES + run.chance.randint(1, 20)
    for start in range(0, count, LARGE_A_FRAME):
        adversary.send(peer, [_loose(run, adversary, body) for _ in range(min(LARGE_A_FRAME, count - start))])
    return True


def _loose(run: Run, adversary: Adversary, body: dict[str, Value]) -> Entry:
    salt = run.draw_id("salt")[:16]
    entry = craft(run.genesis, adversary.id, None, "future.kind", body, time_ms=run.timeline.now_ms, salt=salt)
    return adversary.sign(entry)


def claim_more_of_a_feed(run: Run) -> bool:
    """Claim to hold more of somebody's feed than there is: of the listener's own, as often as not."""
    target = _target(run)
    if target is None:
        return False
    adversary, peer = target
    author = run.chance.choice([peer, run.chance.choice(run.partners)])
    seq = len(run.writings.feed(author)) + run.chance.randint(0, 500)
    adversary.say(peer, HeadsGrown((Tip(author, seq, EntryId(run.draw_id("tip"))),)))
    return True


def false_proof(run: Run) -> bool:
    """Send a proof of somebody's fork that nobody signed."""
    target = _target(run)
    feed = run.writings.feed(run.chance.choice(run.partners))
    if target is None or not feed:
        return False
    adversary, peer = target
    entry = run.chance.choice(feed)
    adversary.say(peer, Proof(prove_fork(entry, _altered(entry))))
    return True


def _altered(entry: Entry) -> Entry:
    """Return the entry dated a moment later, under the old signature."""
    header: Header = replace(entry.header, time_ms=entry.header.time_ms + 1)
    header_bytes = encode_header(header)
    return replace(entry, header=header, header_bytes=header_bytes, id=entry_id(header_bytes))


def true_proof_early(run: Run) -> bool:
    """Send a proof of a fork of its own before anybody has seen the branch."""
    target = _target(run)
    if target is None or not target[0].written:
        return False
    adversary, peer = target
    entry = run.chance.choice(adversary.written)
    adversary.say(peer, Proof(prove_fork(entry, adversary.sign(_altered(entry)))))
    return True


def bad_signature(run: Run) -> bool:
    """Send somebody's entry with one bit of the signature turned."""
    target = _target(run)
    feed = run.writings.feed(run.chance.choice(run.partners))
    if target is None or not feed:
        return False
    adversary, peer = target
    entry = _altered(run.chance.choice(feed))
    adversary.send(peer, [entry])
    return True


def garbage(run: Run) -> bool:
    """Send bytes that are no frame, a second greeting, or a greeting of another network."""
    target = _target(run)
    if target is None:
        return False
    adversary, peer = target
    if run.chance.random() < 0.5:
        adversary.say_bytes(peer, run.chance.randbytes(run.chance.randint(0, 200)))
    else:
        adversary.say(peer, Hello(run.genesis.network, run.timeline.now_ms, 0, ()))
    return True


def strange_entry(run: Run) -> bool:
    """Send a good entry of somebody who is no member."""
    target = _target(run)
    if target is None:
        return False
    adversary, peer = target
    stranger = key_of("stranger")
    member = MemberId(stranger.member)
    entry = craft(run.genesis, member, None, CREDIT_PROPOSE, terms(adversary.id, member), time_ms=run.timeline.now_ms)
    adversary.send(peer, [replace(entry, signature=stranger.sign(b"cohong/entry/1\0" + entry.id))])
    return True


def strip_ballots(run: Run) -> bool:
    """Send everything there is with nothing in the ballots."""
    target = _target(run)
    if target is None:
        return False
    target[0].push_stripped(target[1])
    return True


def push_again(run: Run) -> bool:
    """Send entries that the neighbour may well have, in any order."""
    target = _target(run)
    if target is None:
        return False
    adversary, peer = target
    seen = run.writings.seen(run.writings.values())
    entries = [entry for entry in seen if peer not in adversary.hidden.get(entry.id, ())][-60:]
    run.chance.shuffle(entries)
    if entries:
        adversary.send(peer, entries)
    return bool(entries)
