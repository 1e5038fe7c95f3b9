"""A desk without the pen: it reads its member's feed, writes nothing, and takes the pen by a file that is for it."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.node.benches import Bench

from cohong.api.errors import ApiError
from cohong.crypto.signing import SigningKey
from cohong.node.arriving import take_pen
from cohong.node.hand_over import (
    CLOSED_SETTING,
    READS_SETTING,
    TAKEN_SETTING,
    HandOver,
    head_of_setting,
    why_closed,
)
from cohong.node.head_file import OwnHead
from cohong.node.profile import GENESIS_SETTING, SEED_SETTING, OpenProfile
from cohong.node.profile_files import ProfileFiles
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId

DEVICE = SigningKey(b"d" * 32)


@pytest.fixture
def reader(bench: Bench, tmp_path: Path) -> Bench:
    """A device of the bench's member, on another machine, that reads along."""
    (tmp_path / "reader").mkdir()
    reader = Bench(tmp_path / "reader")
    reader.head_file.path.unlink()
    reader.ledger.set_setting(READS_SETTING, reader.me)
    reader.ledger.set_setting(GENESIS_SETTING, reader.genesis.exact)
    begin(reader)
    return reader


def begin(reader: Bench) -> None:
    reader.begin()
    reader.desk.host = MemberId(DEVICE.member)


def written(bench: Bench, reference: str) -> Entry:
    bench.work(bench.write(bench.proposal(reference)))
    return bench.own_entries()[-1]


def profile_of(reader: Bench) -> OpenProfile:
    files = ProfileFiles(reader.folder)
    return OpenProfile(files, reader.ledger, reader.me, None, b"d" * 32, reader.head_file, -1, bytes(32))


def handed(bench: Bench, head: OwnHead, device: bytes = b"") -> HandOver:
    return HandOver(seed_of(bench), "", bench.genesis.exact, head, device, {})


def seed_of(bench: Bench) -> bytes:
    seeds = (hashlib.sha256(f"voter {number}".encode()).digest() for number in range(3))
    return next(seed for seed in seeds if SigningKey(seed).member == bench.me)


def test_reader_takes_its_members_feed_in_and_writes_nothing(bench: Bench, reader: Bench) -> None:
    first = written(bench, "ONE")
    reader.work(*reader.hear(reader.other, first), *reader.hear(reader.third, first), reader.sent(reader.other, first))
    for _ in range(3):
        reader.work(reader.write(reader.proposal("MINE")))
    assert reader.own_entries() == [first]
    assert reader.codes() == [("catching-up", "reads-along")] * 3
    assert (reader.desk.halt, reader.desk.catch_up.active, reader.head_file.read()) == ("reads-along", False, None)


def test_reader_passes_on_of_the_own_feed_what_others_have_shown(bench: Bench, reader: Bench) -> None:
    first = written(bench, "ONE")
    reader.work(*reader.hear(reader.other), reader.sent(reader.other, first))
    assert reader.desk.released == -1
    reader.work(*reader.hear(reader.third, first))
    assert reader.desk.released == 0


def test_reader_has_links_under_its_own_key_alone(reader: Bench) -> None:
    assert reader.desk.may_link(reader.other) and reader.desk.may_link(reader.me)
    reader.desk.host = reader.me
    assert not reader.desk.may_link(reader.other)


def test_pen_is_taken_with_a_file_for_this_device_and_used_once_the_feed_is_here(bench: Bench, reader: Bench) -> None:
    first = written(bench, "ONE")
    profile, head = profile_of(reader), OwnHead(0, first.id)
    what = handed(bench, head, DEVICE.member)
    for wrong, code in (
        (replace(what, device=bytes(32)), "other-device"),
        (replace(what, genesis=b""), "other-member"),
        (replace(what, seed=bytes(32)), "other-member"),
    ):
        with pytest.raises(ApiError, match=code):
            take_pen(reader.desk, profile, wrong)
    assert reader.ledger.get_setting(SEED_SETTING) is None
    take_pen(reader.desk, profile, what)
    reader.begin()
    assert (profile.seed, reader.desk.halt) == (what.seed, "taking-over")
    reader.work(*reader.hear(reader.other, first), *reader.hear(reader.third, first), reader.sent(reader.other, first))
    reader.work()
    assert reader.desk.halt == ""
    reader.work(reader.write(reader.proposal("TWO")))
    assert [entry.header.prev for entry in reader.own_entries()[1:2]] == [first.id]


def test_file_that_names_less_than_is_here_has_been_used_before(bench: Bench, reader: Bench) -> None:
    first, second = written(bench, "ONE"), written(bench, "TWO")
    reader.work(*reader.hear(reader.other, second), reader.sent(reader.other, first, second))
    with pytest.raises(ApiError, match="taken-twice"):
        take_pen(reader.desk, profile_of(reader), handed(bench, OwnHead(0, first.id)))
    assert reader.ledger.get_setting(SEED_SETTING) is None


@pytest.mark.parametrize("steps", range(7))
def test_taking_the_pen_may_end_after_any_step(
    bench: Bench, reader: Bench, steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = written(bench, "ONE")
    reader.ledger.set_setting(CLOSED_SETTING, b"x")
    reader.work(*reader.hear(reader.other, first), reader.sent(reader.other, first))
    put, left = reader.ledger.set_setting, [steps]

    def put_while_it_lasts(name: str, value: bytes) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        put(name, value)

    monkeypatch.setattr(reader.ledger, "set_setting", put_while_it_lasts)  # the power goes
    with contextlib.suppress(KeyboardInterrupt):
        take_pen(reader.desk, profile_of(reader), handed(bench, OwnHead(0, first.id)))
    monkeypatch.undo()  # and comes back
    begin(reader)
    has_pen = not why_closed(reader.ledger, reader.head_file.read())
    assert has_pen == (steps >= 5)
    assert not has_pen or (reader.desk.halt, head_of_setting(reader.ledger.get_setting(TAKEN_SETTING))) == (
        "taking-over", OwnHead(0, first.id),
    )  # fmt: skip
    reader.work(reader.write(reader.proposal("TOO-EARLY")))
    assert reader.own_entries() == [first]


def test_file_made_again_is_for_the_same_device(bench: Bench) -> None:
    bench.work(*bench.hear(bench.other), *bench.hear(bench.third))
    bench.desk.held_elsewhere = written(bench, "ONE").header.seq
    head = bench.desk.close(DEVICE.member)
    assert bench.desk.close(DEVICE.member) == replace(head, is_closed=False)
    with pytest.raises(ApiError, match="other-device"):
        bench.desk.close()
