"""Requests that meet in one batch, a disk that takes nothing, entries that have been altered."""

from __future__ import annotations

from tests.simulation.world import Node
from tests.unit.node.benches import Bench

from cohong.api.requests import WriteRecord
from cohong.node.batch import answer_only
from cohong.node.head_file import OwnHead
from cohong.node.inputs import Call, FrameIn, Input, LinkDown, LinkUp
from cohong.primitives.chain_messages import Skip, chain_message_body
from cohong.primitives.entry import Entry
from cohong.primitives.fork_proof import prove_fork
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import CHAIN_ASK, CHAIN_PROPOSE
from cohong.primitives.standing import Level
from cohong.protocol.clocks import ClockFault
from cohong.protocol.frames import Clock, Hello, Proof, Want, decode_frame, encode_frame

TAKES_NOTHING = "PRAGMA max_page_count = 1"
TAKES_ALL = "PRAGMA max_page_count = 1000000"


def records_of(bench: Bench) -> int:
    return bench.ledger.counts().records


def test_same_key_twice_in_one_batch_is_one_record(bench: Bench) -> None:
    bench.work(*(bench.write(bench.proposal("A"), key="once") for _ in range(3)))
    assert (len(bench.said), len(set(bench.codes())), records_of(bench)) == (3, 1, 1)


def test_key_of_a_refused_request_is_free_for_the_next_in_the_batch(bench: Bench) -> None:
    wrong = bench.proposal("A")
    wrong.fields["amount"] = 0
    bench.work(bench.write(wrong, key="once"), bench.write(bench.proposal("A"), key="once"))
    refused, written = bench.codes()
    assert refused == ("rule", "malformed:amount")
    assert (type(written), records_of(bench)) == (str, 1)


def test_draft_sent_by_two_clients_in_one_batch_is_one_record(bench: Bench) -> None:
    draft = bench.draft(b"d")
    bench.work(*(bench.write(bench.proposal("A"), drafts=[draft]) for _ in range(2)))
    bench.work(bench.write(bench.proposal("A"), drafts=[draft]))
    assert bench.codes()[0] == ("rule", "draft-gone")  # a refusal is answered first
    assert bench.codes()[2] == ("rule", "draft-gone")
    assert (records_of(bench), bench.ledger.count_drafts()) == (1, 0)


def test_draft_named_twice_in_one_request_is_no_record(bench: Bench) -> None:
    draft = bench.draft(b"d")
    bench.work(bench.write(bench.proposal("A"), bench.proposal("B"), drafts=[draft, draft]))
    assert (bench.codes(), records_of(bench), bench.ledger.count_drafts()) == ([("rule", "draft-gone")], 0, 1)


def test_drafts_that_overlap_in_one_batch_go_to_the_first(bench: Bench) -> None:
    one, two = bench.draft(b"1"), bench.draft(b"2")
    bench.work(
        bench.write(bench.proposal("A"), bench.proposal("B"), drafts=[one, two]),
        bench.write(bench.proposal("B"), drafts=[two]),
    )
    assert (bench.codes()[0], records_of(bench)) == (("rule", "draft-gone"), 2)


# The head file.


def block(bench: Bench) -> None:
    """Let the head file not be written: its new version's name is taken by a folder."""
    bench.head_file.path.with_name("mine.new").mkdir()


def unblock(bench: Bench) -> None:
    bench.head_file.path.with_name("mine.new").rmdir()


def test_head_that_cannot_be_noted_keeps_the_entry_here_and_answers_its_writer(bench: Bench) -> None:
    bench.work(*bench.hear(bench.other), bench.write(bench.proposal("A")))
    noted = bench.head_file.read()
    held_until = bench.desk.released
    block(bench)
    output = bench.work(bench.write(bench.proposal("B")))
    assert (output.failed, output.frames, output.wishes, output.left) == ("io", [], [], [])
    assert [type(code) for code in bench.codes()] == [str, str]
    assert (bench.head_file.read(), bench.desk.released) == (noted, held_until)
    assert records_of(bench) == 2


def test_start_after_a_head_that_was_not_noted_is_none_of_a_restored_profile(bench: Bench) -> None:
    block(bench)
    bench.work(bench.write(bench.proposal("A")))
    bench.reopen()
    assert (bench.desk.catch_up.active, bench.desk.released) == (False, -1)
    bench.work(*bench.hear(bench.other))
    assert bench.work().failed == "io"
    unblock(bench)
    bench.reopen()
    bench.work(*bench.hear(bench.other))
    bench.work()
    last = bench.own_entries()[-1]
    assert bench.head_file.read() == OwnHead(last.header.seq, last.id)
    assert bench.desk.released == last.header.seq


def test_profile_from_before_an_entry_that_has_left_is_noticed(bench: Bench) -> None:
    bench.work(bench.write(bench.proposal("A")))
    bench.ledger.close()
    kept = (bench.folder / "ledger.db").read_bytes()
    bench.reopen()
    bench.work(*bench.hear(bench.other), bench.write(bench.proposal("B")))
    bench.work()
    bench.ledger.close()
    (bench.folder / "ledger.db").write_bytes(kept)
    bench.reopen()
    assert bench.desk.catch_up.active
    noted = bench.head_file.read()
    bench.work(bench.write(bench.proposal("C")))
    assert bench.codes()[-1] == ("catching-up", "restored")
    assert bench.head_file.read() == noted


# A disk that takes nothing.


def test_restored_profile_lets_nothing_out_that_had_not_left_when_it_was_copied(bench: Bench) -> None:
    """The run that it was copied from may have taken that back, and have sent something else since."""
    bench.work(bench.write(bench.proposal("A")))
    bench.head_file.write(OwnHead(4, EntryId(b"4" * 32)))
    bench.reopen()
    for _ in range(2):  # nor after another start
        bench.work(*bench.hear(bench.other))
        bench.work()
        assert (bench.desk.halt, bench.desk.released, bench.desk.left.gone) == ("restored", -1, 0)
        bench.reopen()


def test_full_disk_refuses_what_writes_and_leaves_questions_to_the_next_desk(bench: Bench) -> None:
    bench.work(bench.write(bench.proposal("A")))
    bench.desk.ledger._writer.run(TAKES_NOTHING)
    big = [bench.proposal(f"{number}") for number in range(200)]
    for record in big:
        record.fields["description"] = "x" * 200
    question = Call(lambda desk: desk.ledger.count_drafts(), bench.said.append)
    output = bench.work(bench.write(*big, key="big"), question)
    assert (output.failed, len(output.left), output.frames) == ("disk-full", 2, [])
    bench.begin()
    for answer in answer_only(bench.desk, output.left, output.failed).answers:
        answer()
    assert bench.said[-1] == 0
    assert bench.codes()[-1] == ("disk-full", "disk-full")
    bench.desk.ledger._writer.run(TAKES_ALL)
    bench.work(bench.write(*big, key="big"))
    assert records_of(bench) == 201


# Altered entries.


def test_nothing_is_written_on_an_own_head_whose_id_was_altered(bench: Bench) -> None:
    bench.work(bench.write(bench.proposal("A")), bench.write(bench.proposal("B")))
    entries = bench.own_entries()
    bench.alter("UPDATE ids SET id = ? WHERE id = ?", b"\x01" * 32, entries[-1].id)
    bench.reopen()
    assert bench.desk.damaged == {(bench.me, entries[-1].header.seq)}
    for peer in (bench.other, bench.third):
        output = bench.work(*bench.hear(peer, *entries), bench.write(bench.proposal("C")))
        assert Want(bench.me, entries[-1].header.seq, entries[-1].header.seq) in wants(output.frames)
    assert [code for code in bench.codes()[2:] if type(code) is str] == []
    healed = bench.work(bench.sent(bench.other, entries[-1]))
    assert (healed.failed, healed.healed) == ("healed", [(bench.me, entries[-1].header.seq)])
    bench.begin()
    bench.work(*bench.hear(bench.other, *entries), *bench.hear(bench.third, *entries))
    bench.work(bench.write(bench.proposal("C")))
    written = bench.own_entries()
    assert [entry.id for entry in written[: len(entries)]] == [entry.id for entry in entries]
    assert written[len(entries)].header.prev == entries[-1].id


def wants(frames: list[tuple[MemberId, int, bytes]]) -> list[object]:
    return [decode_frame(frame) for _, _, frame in frames]


def test_altered_entry_met_by_the_rules_is_named_and_healed_before_anything_else(bench: Bench) -> None:
    bench.work(bench.write(bench.proposal("A")), bench.write(bench.proposal("B")))
    entries = bench.own_entries()
    other = Node(bench.keys[1], bench.genesis)
    other.receive(entries, bench.me, bench.now_ms)
    other.vote(bench.now_ms)
    bench.alter("UPDATE entries SET body = ? WHERE n = (SELECT no FROM ids WHERE id = ?)", b"\xff", entries[0].id)
    bench.reopen()
    bench.work(*bench.hear(bench.other, *entries))
    request = bench.write(bench.proposal("C"))
    output = bench.work(bench.sent(bench.other, *other.sent), request)
    place = (bench.me, entries[0].header.seq)
    assert (output.failed, output.damaged, output.left) == ("damaged", place, [request])

    bench.begin()
    bench.desk.damaged, bench.desk.is_stuck = {place}, True  # as the engine hands it on
    output = bench.work(*bench.hear(bench.other, *entries), bench.sent(bench.other, *other.sent), request)
    assert (output.failed, output.fresh) == ("", [])
    assert Want(*place, place[1]) in wants(output.frames)
    assert bench.codes()[-1] == ("catching-up", "damaged")
    output = bench.work(bench.sent(bench.other, entries[0]))
    assert (output.failed, output.healed) == ("healed", [place])

    bench.begin()
    output = bench.work(*bench.hear(bench.other, *entries), bench.sent(bench.other, *other.sent), request)
    assert (output.failed, type(bench.codes()[-1])) == ("", str)
    fact = bench.ledger.fact(entries[0].id)
    assert fact is not None
    assert fact.level is Level.CONFIRMED


def test_all_that_peers_can_heal_is_healed_before_the_desk_begins_afresh(bench: Bench) -> None:
    for reference in ("A", "B", "C"):
        bench.work(bench.write(bench.proposal(reference)))
    entries = bench.own_entries()
    for entry in entries[:3]:
        bench.alter("UPDATE entries SET body = ? WHERE n = (SELECT no FROM ids WHERE id = ?)", b"\xff", entry.id)
    bench.reopen()
    bench.desk.damaged = {(bench.me, entry.header.seq) for entry in entries[:3]}  # as the background check finds them
    bench.work(*bench.hear(bench.other, *entries))
    first = bench.work(bench.sent(bench.other, entries[0]))
    assert (first.failed, len(first.healed), bench.desk.is_stuck) == ("", 1, True)
    bench.now_ms -= 9_000  # the second comes a second later
    second = bench.work(bench.sent(bench.other, entries[1]))
    assert (second.failed, len(second.healed)) == ("", 1)
    assert bench.work().failed == "healed"  # the third does not come


def test_a_start_goes_on_where_what_people_have_said_is_altered_and_heals_it(bench: Bench) -> None:
    bench.work(bench.write(WriteRecord(kind="chain.ask", fields={})))
    (entry,) = bench.own_entries()
    bench.alter("UPDATE entries SET body = ? WHERE n = (SELECT no FROM ids WHERE id = ?)", b"\xff", entry.id)
    bench.reopen()
    assert (bench.desk.damaged, bench.desk.is_stuck) == ({(bench.me, 0)}, True)
    bench.work(*bench.hear(bench.other, entry))
    assert bench.work(bench.sent(bench.other, entry)).failed == "healed"
    bench.reopen()
    assert (bench.desk.damaged, bench.desk.is_stuck) == (set(), False)
    assert bench.desk.replica.people.asked


# The clock.


def greeting(bench: Bench, peer: MemberId, ahead_ms: int) -> list[Input]:
    """What a neighbour says when it connects whose clock is ahead of ours."""
    hello = Hello(bench.genesis.network, bench.now_ms + 10_000 + ahead_ms, 0, ())
    return [LinkUp(peer, 1), FrameIn(peer, 1, encode_frame(hello))]


def told(bench: Bench, peer: MemberId, ahead_ms: int) -> FrameIn:
    """What it says of its clock later on."""
    return FrameIn(peer, 1, encode_frame(Clock(bench.now_ms + 10_000 + ahead_ms)))


def test_nothing_of_the_own_feed_leaves_before_clocks_are_compared(bench: Bench) -> None:
    bench.work(bench.write(bench.proposal("A")))
    assert (bench.desk.released, bench.head_file.read()) == (-1, OwnHead())
    bench.work(*greeting(bench, bench.other, -700_000))
    assert (bench.desk.released, bench.head_file.read()) == (-1, OwnHead())
    output = bench.work(told(bench, bench.other, 0))
    own = bench.own_entries()[-1]
    assert (bench.desk.released, bench.head_file.read()) == (own.header.seq, OwnHead(own.header.seq, own.id))
    assert output.has_released


def test_node_whose_clock_is_wrong_writes_nothing_until_it_is_right(bench: Bench) -> None:
    wrong = bench.work(*greeting(bench, bench.other, -700_000), *greeting(bench, bench.third, -600_000))
    held = bench.work(bench.write(bench.proposal("A")))
    assert bench.codes() == [("clock-wrong", "fast")]
    assert (bench.desk.clock_fault, bench.own_entries()) == (ClockFault(700_000, 2, 2), [])
    right = bench.work(told(bench, bench.third, 0), bench.write(bench.proposal("A")))
    assert type(bench.codes()[-1]) is str
    judged = [output.is_clock_judged_anew for output in (wrong, held, right)]
    assert judged == [True, False, True]


def test_greeting_tells_of_the_own_feed_only_as_far_as_it_may_leave(bench: Bench) -> None:
    bench.work(*greeting(bench, bench.other, 0), bench.write(bench.proposal("A")))
    bench.work()
    bench.work(LinkDown(bench.other, 1), bench.write(bench.proposal("B")))
    output = bench.work(LinkUp(bench.third, 1))
    hello = decode_frame(output.frames[0][2])
    assert isinstance(hello, Hello)
    assert [tip.seq for tip in hello.tips if tip.author == bench.me] == [bench.desk.released]
    assert bench.desk.released < bench.own_entries()[-1].header.seq


def test_own_entries_leave_in_a_file_without_a_comparison_but_not_with_a_wrong_clock(bench: Bench) -> None:
    bench.work(bench.write(bench.proposal("A")))
    bench.desk.clock_fault = ClockFault(700_000, 1, 1)
    bench.desk.note_head(for_file=True)
    assert bench.desk.released == -1
    bench.desk.clock_fault = None
    bench.desk.note_head(for_file=True)
    own = bench.own_entries()[-1]
    assert (bench.desk.released, bench.head_file.read()) == (own.header.seq, OwnHead(own.header.seq, own.id))


def test_who_proposes_a_block_tells_again_of_open_forks(bench: Bench) -> None:
    """Above another open fork it was no news to them; once a block has passed that one, none votes without it."""
    bench.work(*bench.hear(bench.other), *bench.hear(bench.third, link=2))
    one, two = (bench.signed(bench.third, "endorse.set", {"made": text}) for text in ("up", "up twice"))
    told = encode_frame(Proof(prove_fork(one, two)))
    assert (bench.other, 1, told) in bench.work(FrameIn(bench.third, 2, told)).frames
    bench.work(bench.write(WriteRecord(kind=CHAIN_ASK, fields={})))
    skip: Entry | None = None
    frames = list[tuple[MemberId, int, bytes]]()
    for iteration in range(2):  # until it is this member's turn to lead
        skip = bench.signed(bench.other, *chain_message_body(Skip(1, iteration), bytes(16)), after=skip)
        frames = bench.work(bench.sent(bench.other, skip)).frames + bench.work().frames
    assert CHAIN_PROPOSE in [entry.header.kind for entry in bench.own_entries()]
    assert (bench.other, 1, told) in frames
