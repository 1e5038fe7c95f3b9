"""Parts of a bundle in a batch: heard like a peer, answered once durable."""

from __future__ import annotations

from dataclasses import replace

from tests.simulation.world import Node
from tests.unit.node.benches import Bench
from tests.unit.node.test_batch import TAKES_NOTHING

from cohong.api.errors import ApiError
from cohong.node.batch import answer_only
from cohong.node.inputs import PartIn, PartTaken
from cohong.primitives.entry import Entry
from cohong.protocol.frames import Addresses, encode_entries, encode_frame


def part(bench: Bench, *entries: Entry) -> PartIn:
    return PartIn(bench.other, encode_entries(entries), bench.said.append)


def two_entries(bench: Bench) -> list[Entry]:
    """Return what the other member has written."""
    node = Node(bench.keys[1], bench.genesis)
    for name in ("A", "B"):
        node.write("endorse.set", bench.now_ms, member=bench.me, score=1, comment=name)
    return node.sent


def test_part_is_durable_when_it_is_answered_and_known_when_it_comes_again(bench: Bench) -> None:
    entries = two_entries(bench)
    output = bench.work(part(bench, *entries))
    assert bench.said == [PartTaken(fresh=2)]
    assert {entry.id for entry in entries} <= {entry.id for entry in output.fresh}
    assert all(bench.ledger.entry(entry.id) is not None for entry in entries)
    bench.work(part(bench, *entries), part(bench, entries[0]))
    assert bench.said[1:] == [PartTaken(known=2), PartTaken(known=1)]


def test_what_points_to_something_missing_waits(bench: Bench) -> None:
    first, second = two_entries(bench)
    bench.work(part(bench, second))
    bench.work(part(bench, first))
    assert bench.said == [PartTaken(waiting=1), PartTaken(fresh=1)]
    assert bench.ledger.entry(second.id) is not None


def test_entry_with_a_wrong_signature_is_refused_and_the_rest_taken(bench: Bench) -> None:
    first, second = two_entries(bench)
    forged = replace(second, signature=bytes(64))
    output = bench.work(part(bench, first, forged))
    assert bench.said == [PartTaken(fresh=1, refused=1)]
    assert output.offences == [(bench.other, "bad-signature")]


def test_frames_that_belong_to_a_link_mean_nothing_in_a_file(bench: Bench) -> None:
    addresses = encode_frame(Addresses(((bench.third, "192.0.2.1:1"),)))
    output = bench.work(
        PartIn(bench.other, addresses, bench.said.append), PartIn(bench.other, b"\x00", bench.said.append)
    )
    assert (bench.said, output.addresses) == ([PartTaken(refused=1)] * 2, [])


def test_own_entries_that_are_not_known_here_make_the_node_catch_up(bench: Bench) -> None:
    elsewhere = Node(bench.keys[0], bench.genesis)
    elsewhere.write("endorse.set", bench.now_ms, member=bench.other, score=1, comment="before the disk was lost")
    bench.work(part(bench, *elsewhere.sent), bench.write(bench.proposal("A")))
    refusal, taken = bench.said
    assert isinstance(refusal, ApiError)
    assert (str(refusal.code), taken) == ("catching-up", PartTaken(fresh=1))


def test_part_that_meets_a_full_disk_is_answered_so(bench: Bench) -> None:
    entries = two_entries(bench)
    bench.desk.ledger._writer.run(TAKES_NOTHING)
    many = Node(bench.keys[2], bench.genesis)
    for number in range(300):
        many.write("endorse.set", bench.now_ms, member=bench.me, score=1, comment="x" * 200 + str(number))
    output = bench.work(part(bench, *entries), part(bench, *many.sent))
    assert (output.failed, len(output.left), bench.said) == ("disk-full", 2, [])
    bench.begin()
    for answer in answer_only(bench.desk, output.left, output.failed).answers:
        answer()
    assert [str(item.code) for item in bench.said] == ["disk-full"] * 2
