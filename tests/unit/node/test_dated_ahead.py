"""What was written with a fast clock: written again while it has never left, and said plainly once it may have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.simulation.world import Node
from tests.unit.node.benches import KEY, Bench

from cohong.api.requests import WriteRecord
from cohong.ledger.errors import LedgerUnavailable
from cohong.ledger.whole_book import WholeBook
from cohong.node.audit import audit
from cohong.node.dated_ahead import dated_ahead
from cohong.node.head_file import OwnHead
from cohong.node.inputs import WRITTEN_AGAIN, Input, LinkDown, Output
from cohong.primitives.entry import Entry, decode_body
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import BALLOT, MEMBER_INVITE, MOTION_PUT, MOTION_VOTE
from cohong.primitives.motion import Motion, SetFinal, motion_body
from cohong.primitives.standing import Level

DAY_MS = 86_400_000


class FastBench(Bench):
    """A desk whose clock can be set, as the engine does it: everything begins anew from the ledger."""

    def set_clock(self, ahead_ms: int) -> None:
        self.now_ms += ahead_ms
        self.begin()

    def meet(self, *peers: MemberId) -> Output:
        """Let neighbours connect whose clocks are as ours; begin anew where that is called for."""
        own = self.ledger.entries_from(self.me, 0, bytes_max=10**9)[: self.desk.gone + 1]
        output = self.work(*(item for peer in peers or (self.other, self.third) for item in self.greeting(peer, *own)))
        if output.failed == WRITTEN_AGAIN:
            again = self.desk.again
            self.begin()
            self.desk.again = again
        return output

    def greeting(self, peer: MemberId, *own: Entry) -> list[Input]:
        self.now_ms += 10_000  # what `work` adds
        inputs = self.hear(peer, *own)
        self.now_ms -= 10_000
        return inputs

    def part(self, *peers: MemberId) -> None:
        self.work(*(LinkDown(peer, 1) for peer in peers or (self.other, self.third)))

    def times(self) -> list[int]:
        return [entry.header.time_ms for entry in self.own_entries()]

    def differences(self) -> list[Any]:
        """Count the whole book again from its entries alone; returns where the ledger says anything else."""
        held = [fact for member in (self.me, self.other) for fact in self.ledger.tree(member, 0)]
        assert (self.ledger.counts().entries, self.ledger.newest_ms()) == (len(held), max(f.time_ms for f in held))
        followed = {fact.prev for fact in held}
        assert {fact.id for fact in self.ledger.tips()} == {fact.id for fact in held} - followed
        with WholeBook.open(self.folder / "ledger.db", KEY) as book:
            return audit(book, self.genesis, self.me, self.now_ms, lambda *_: None).differences


@pytest.fixture
def fast(tmp_path: Path) -> FastBench:
    return FastBench(tmp_path)


def test_what_never_left_is_written_again_with_the_times_that_there_are(fast: FastBench) -> None:
    fast.set_clock(365 * DAY_MS)
    draft = fast.draft(b"d")
    fast.work(fast.write(fast.proposal("A"), key="once", drafts=[draft]), fast.write(fast.proposal("B")))
    before = [decode_body(entry.body_bytes or b"") for entry in fast.own_entries()]
    fast.set_clock(-365 * DAY_MS)
    assert fast.meet().failed == WRITTEN_AGAIN
    after = [decode_body(entry.body_bytes or b"") for entry in fast.own_entries()]
    assert [{**body, "salt": b""} for body in after] == [{**body, "salt": b""} for body in before]
    assert max(fast.times()) <= fast.now_ms
    assert (fast.desk.again.written, fast.desk.again.drafted, fast.desk.again.dropped) == (2, 0, ())
    assert (fast.head_file.read(), fast.desk.released) == (OwnHead(), -1)  # nothing has left yet
    fast.meet()
    last = fast.own_entries()[-1]
    assert (fast.head_file.read(), fast.desk.released) == (OwnHead(last.header.seq, last.id), last.header.seq)
    fast.work(fast.write(fast.proposal("A"), key="once"))
    assert fast.said[-1][0].entry == fast.own_entries()[0].id.hex()  # asked again, it is the record there is now
    assert fast.differences() == []


def test_it_is_written_again_after_a_restart_too(fast: FastBench) -> None:
    fast.work(fast.write(fast.proposal("BEFORE")))
    fast.set_clock(DAY_MS)
    fast.work(fast.write(fast.proposal("A")))
    fast.reopen()
    fast.now_ms -= DAY_MS
    fast.reopen()
    kept = fast.own_entries()[0]
    assert fast.meet().failed == WRITTEN_AGAIN
    assert (fast.own_entries()[0].id, fast.desk.again.written) == (kept.id, 1)
    assert fast.meet().failed == ""
    assert fast.differences() == []


@pytest.mark.parametrize("leave", ["link", "file", "mark", "head file", "seen"])
def test_what_may_have_left_is_never_taken_back(fast: FastBench, leave: str) -> None:
    fast.set_clock(DAY_MS)
    if leave == "link":
        fast.meet()
    fast.work(fast.write(fast.proposal("A")))
    own = fast.own_entries()
    match leave:
        case "file":
            fast.desk.note_head(for_file=True)
        case "mark":
            fast.desk.left.note(0)
        case "head file":
            fast.head_file.write(OwnHead(own[0].header.seq, own[0].id))
        case _:
            pass  # it leaves by a link, before or after the clock is set right
    fast.set_clock(-DAY_MS)
    if leave == "seen":
        fast.now_ms += 10_000
        fast.work(*fast.hear(fast.other, *own), *fast.hear(fast.third))
    assert fast.meet().failed == ""
    assert [entry.id for entry in fast.own_entries()] == [entry.id for entry in own]
    assert dated_ahead(fast.desk, fast.now_ms) == (1, own[0].header.time_ms)
    fast.work(fast.write(fast.proposal("B")))
    assert fast.times()[-1] == own[0].header.time_ms


def test_profile_without_its_head_file_may_have_left(fast: FastBench) -> None:
    fast.set_clock(DAY_MS)
    fast.work(fast.write(fast.proposal("A")))
    fast.head_file.path.unlink()
    fast.set_clock(-DAY_MS)
    own = fast.own_entries()
    fast.meet()
    fast.work()
    assert not fast.desk.catch_up.active
    assert [entry.id for entry in fast.own_entries()] == [entry.id for entry in own]
    fast.reopen()
    fast.meet()
    assert fast.desk.left.seq == 0


def test_ledger_from_before_the_mark_counts_as_having_left(fast: FastBench) -> None:
    fast.set_clock(DAY_MS)
    fast.work(fast.write(fast.proposal("A")))
    fast.alter("DELETE FROM settings WHERE name = ?", "own-left")
    fast.set_clock(-DAY_MS)
    own = fast.own_entries()
    assert fast.meet().failed == ""
    assert [entry.id for entry in fast.own_entries()] == [entry.id for entry in own]


def test_writing_alone_does_not_raise_the_mark_and_writing_in_company_does(fast: FastBench) -> None:
    fast.work(fast.write(fast.proposal("A")))
    assert fast.desk.gone == -1
    fast.meet()
    assert fast.desk.gone == 0
    fast.work(fast.write(fast.proposal("B")))
    assert fast.desk.left.seq == fast.own_entries()[-1].header.seq
    fast.part()
    fast.work(fast.write(fast.proposal("C")))
    fast.reopen()
    assert fast.desk.gone == fast.own_entries()[-1].header.seq - 1


def test_invitation_that_was_taken_back_is_left_out(fast: FastBench) -> None:
    fast.set_clock(DAY_MS)
    fields = {"key": bytes(range(32)).hex(), "role": "join", "valid_until": fast.now_ms + DAY_MS}
    fast.work(fast.write(WriteRecord(kind=MEMBER_INVITE, fields=fields)), fast.write(fast.proposal("A")))
    fast.set_clock(-DAY_MS)
    fast.meet()
    assert (fast.desk.again.written, fast.desk.again.dropped) == (1, ((MEMBER_INVITE, "invitation"),))
    assert [entry.header.kind for entry in fast.own_entries()] == ["credit.propose"]


def test_proposal_that_the_rules_refuse_by_now_is_a_draft_again(fast: FastBench) -> None:
    fast.set_clock(DAY_MS)
    fast.work(fast.write(fast.proposal("A")))
    own = fast.own_entries()[0]
    gone = _refused_as(fast, "currency")
    fast.set_clock(-DAY_MS)
    with gone:
        fast.meet()
    assert (fast.own_entries(), fast.desk.again.drafted, fast.ledger.count_drafts()) == ([], 1, 1)
    assert fast.ledger.drafts()[0].terms.reference == "A"
    assert fast.ledger.fact(own.id) is None


def test_what_names_an_entry_dated_ahead_waits_for_its_time_and_is_not_written_again_for_ever(fast: FastBench) -> None:
    other = Node(fast.keys[1], fast.genesis)
    fast.set_clock(DAY_MS)
    body = motion_body(Motion(SetFinal("majority"), "as agreed", fast.now_ms + DAY_MS), bytes(16))
    del body["salt"]
    motion = other.write(MOTION_PUT, fast.now_ms, **body)
    fast.work(*fast.greeting(fast.other), fast.sent(fast.other, *other.sent), LinkDown(fast.other, 1))
    fast.work(fast.write(WriteRecord(kind=MOTION_VOTE, fields={"motion": motion.hex(), "yes": True})))
    own = fast.own_entries()
    fast.set_clock(-DAY_MS)
    assert fast.meet().failed == ""
    assert [entry.id for entry in fast.own_entries()] == [entry.id for entry in own]
    assert dated_ahead(fast.desk, fast.now_ms) == (1, own[0].header.time_ms)


def _refused_as(fast: FastBench, reason: str) -> Any:
    patch = pytest.MonkeyPatch()
    patch.setattr("cohong.node.dated_ahead.reason_not_to_write", lambda *_: reason)
    return _Undone(patch)


class _Undone:
    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None:
        self._patch.undo()


# Votes, and what rests on them.


def voted_alone(fast: FastBench) -> Node:
    """Let another member's proposal become confirmed by the own vote, written alone with a fast clock; accept it."""
    other = Node(fast.keys[1], fast.genesis)
    offer = fast.proposal("OFFER").fields | {"debtor": fast.me, "creditor": fast.other, "evidence": []}
    offered = other.write("credit.propose", fast.now_ms, **offer)
    fast.work(*fast.greeting(fast.other))
    fast.work(fast.sent(fast.other, *other.sent), LinkDown(fast.other, 1))
    assert fast.own_entries() == []
    fast.set_clock(DAY_MS)
    fast.work()
    fast.work()
    assert _level(fast, offered) >= Level.CONFIRMED
    fast.work(fast.write(WriteRecord(kind="credit.accept", object=offered.hex())))
    return other


def _level(fast: FastBench, entry: EntryId) -> Level:
    fact = fast.ledger.fact(entry)
    assert fact is not None
    return fact.level


def test_votes_are_written_again_before_what_rests_on_them(fast: FastBench) -> None:
    other = voted_alone(fast)
    offered = other.sent[0].id
    kinds = [entry.header.kind for entry in fast.own_entries()]
    assert kinds == [BALLOT, "credit.accept"]
    fast.set_clock(-DAY_MS)
    assert fast.meet().failed == WRITTEN_AGAIN
    assert [entry.header.kind for entry in fast.own_entries()] == kinds
    assert max(fast.times()) <= fast.now_ms
    assert (_level(fast, offered) >= Level.CONFIRMED, fast.desk.again.written) == (True, 1)
    assert fast.differences() == []


@pytest.mark.parametrize("lost", [BALLOT, "credit.accept"])
def test_what_is_not_written_again_has_never_been(fast: FastBench, lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    other = voted_alone(fast)
    fast.set_clock(-DAY_MS)
    if lost == BALLOT:
        monkeypatch.setattr("cohong.protocol.replica.Replica.vote_at_once", lambda *_: None)
    else:
        monkeypatch.setattr("cohong.node.dated_ahead.reason_not_to_write", lambda *_: "expired")
    fast.meet()
    offered = other.sent[0].id
    assert (fast.differences(), len(fast.desk.again.dropped)) == ([], 1)
    if lost == BALLOT:
        assert (_level(fast, offered), fast.own_entries()) == (Level.WAITING, [])
        assert fast.ledger.object(ObjectId(offered)) is None


# Whatever happens on the way, the ledger has all of the old entries or all of the new ones.


class _Stopped(BaseException):
    pass


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", ["withdraw", "commit", "put_in_place"])
@pytest.mark.parametrize("failure", [_Stopped(), LedgerUnavailable("disk-full")])
def test_node_that_stops_on_the_way_has_the_old_entries_and_begins_again(
    fast: FastBench, step: str, failure: BaseException, monkeypatch: pytest.MonkeyPatch, *, after: bool
) -> None:
    voted_alone(fast)
    fast.set_clock(-DAY_MS)
    before = [entry.id for entry in fast.own_entries()]
    done = getattr(fast.ledger, step)
    calls = []

    def fail(*arguments: object) -> None:
        calls.append(step)
        if step == "commit" and not fast.ledger._writer._raw.in_transaction:
            done(*arguments)
            return
        if after:
            done(*arguments)
        raise failure

    monkeypatch.setattr(fast.ledger, step, fail)
    if isinstance(failure, _Stopped):
        with pytest.raises(_Stopped):
            fast.meet()
    else:
        assert fast.meet().failed == "disk-full"
    assert calls
    fast.reopen()
    assert [entry.id for entry in fast.own_entries()] == before
    assert (fast.differences(), fast.head_file.read()) == ([], OwnHead())
    assert fast.meet().failed == WRITTEN_AGAIN
    assert (max(fast.times()) <= fast.now_ms, fast.differences()) == (True, [])
