"""Real nodes in one network: what they survive, and what they refuse."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlcipher3  # type: ignore[import-not-found,import-untyped,unused-ignore]  # has no stubs
import trio
from tests.integration.firms import PASSPHRASE, Firm, eventually, found, owed, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import MemberExposure, MemberPage
from cohong.crypto.signing import SigningKey
from cohong.crypto.slots import decode_slots, open_with_passphrase
from cohong.p2p.network import LinkClosed, PeerAddress, PeerNetwork
from cohong.primitives.encoding import encode
from cohong.primitives.entry import Entry, Header, body_hash, encode_header, entry_id, signed_bytes
from cohong.primitives.ids import NO_ENTRY, MemberId, NetworkId
from cohong.protocol.frames import Hello, encode_entries, encode_frame

pytestmark = pytest.mark.timeout(240)

HOSTILE = SigningKey(b"\x07" * 32)


@pytest.fixture
def trio_of_firms(folders: Path) -> Iterator[list[Firm]]:
    """Three firms for a test that stops or alters them."""
    firms = found(folders, 3)
    yield firms
    for firm in firms:
        firm.stop()


@pytest.fixture(scope="module")
def shared_firms(node_folder: Path) -> Iterator[list[Firm]]:
    """Three firms for tests that leave them running and in agreement."""
    firms = found(node_folder, 3)
    yield firms
    for firm in firms:
        firm.stop()


@pytest.fixture(scope="module")
def hostile_network(node_folder: Path) -> Iterator[tuple[list[Firm], bytes]]:
    """One firm, and a second founder whose key is in the hands of the test."""
    (node_folder / "hostile").mkdir()
    firms = found(node_folder / "hostile", 1, absent=(HOSTILE.member.hex(),))
    yield firms, bytes.fromhex(firms[0].ask("node.status").network)
    for firm in firms:
        firm.stop()


def flip_a_byte(firm: Firm, place: int) -> None:
    """Alter the body of one stored entry, as somebody with the key could."""
    slots = decode_slots((firm.profile / "slots").read_bytes())
    key = open_with_passphrase(slots, PASSPHRASE)
    connection = sqlcipher3.connect(os.fspath(firm.profile / "ledger.db"))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_page_size = 8192")
    query = "SELECT n, body FROM entries WHERE body IS NOT NULL ORDER BY n LIMIT 1 OFFSET ?"
    number, body = connection.execute(query, (place,)).fetchone()
    altered = bytearray(body)
    altered[len(altered) // 2] ^= 1
    connection.execute("UPDATE entries SET body = ? WHERE n = ?", (bytes(altered), number))
    connection.commit()
    connection.close()


def test_altered_entries_are_found_named_and_healed_from_peers(trio_of_firms: list[Firm]) -> None:
    seller, buyer, victim = trio_of_firms
    for number in range(6):
        seller.propose(buyer.member, f"INV-{number}")
    settled_alike(trio_of_firms, 6)
    before = seller.ask("book.digest").digest
    victim.stop()
    flip_a_byte(victim, 1)
    flip_a_byte(victim, 4)
    victim.start(unlock=True)
    eventually(lambda: len(victim.ask("sync.status").healed_entries) == 2, "both entries healed")
    assert victim.ask("sync.status").damaged == []
    assert "entry altered on this machine" in (victim.folder / "log").read_text()
    assert {firm.ask("book.digest").digest for firm in trio_of_firms} == {before}


def test_killed_node_catches_up_by_itself(trio_of_firms: list[Firm]) -> None:
    seller, buyer, third = trio_of_firms
    written = 0
    for victim in (buyer, third, seller):
        for _ in range(4):
            seller.propose(buyer.member, f"INV-{written}")
            written += 1
        victim.kill()
        writer = third if victim is seller else seller
        writer.propose(buyer.member if writer is seller else seller.member, f"X-{written}")
        written += 1
        victim.start(unlock=True)
    settled_alike(trio_of_firms, written)


def test_restored_profile_writes_nothing_before_it_has_caught_up(trio_of_firms: list[Firm]) -> None:
    seller, buyer, third = trio_of_firms
    seller.propose(buyer.member, "OLD")
    settled_alike(trio_of_firms, 1)
    seller.stop()
    shutil.copytree(seller.profile, seller.folder / "backup")
    seller.start(unlock=True)
    seller.propose(buyer.member, "NEW")
    settled_alike(trio_of_firms, 2)
    for firm in trio_of_firms:
        firm.stop()
    shutil.rmtree(seller.profile)
    (seller.folder / "backup").rename(seller.profile)
    seller.start(unlock=True)
    assert seller.ask("node.status").catching_up
    with pytest.raises(ApiError) as refused:
        seller.propose(buyer.member, "TOO-EARLY")
    assert refused.value.code == ApiErrorCode.CATCHING_UP
    buyer.start(unlock=True)
    third.start(unlock=True)
    eventually(lambda: not seller.ask("node.status").catching_up, "caught up")
    seller.propose(buyer.member, "LATER")
    settled_alike(trio_of_firms, 3)


def test_same_key_writes_one_record_even_after_a_restart(shared_firms: list[Firm]) -> None:
    seller = shared_firms[0]
    fields = {"kind": "firm", "name": {"en": "Harbour", "zh_hans": "海港"}, "place": "HK", "identifiers": {}}
    first = seller.ask("record.write", kind="profile.set", fields=fields, key="once")
    assert seller.ask("record.write", kind="profile.set", fields=fields, key="once") == first
    seller.kill()
    seller.start(unlock=True)
    again = seller.ask("record.write", kind="profile.set", fields=fields, key="once")
    assert (again.entry, again.seq) == (first.entry, first.seq)
    eventually(
        lambda: [card.name for card in seller.ask("check.search", text="海港")] == ["Harbour"],
        "found by a word of two characters, once the voters have signed",
    )


def test_several_records_are_written_all_or_none(shared_firms: list[Firm]) -> None:
    seller, buyer, _ = shared_firms
    before = seller.ask("book.digest").records
    good = {"kind": "endorse.set", "fields": {"member": buyer.member, "score": 5, "comment": ""}}
    bad = {"kind": "endorse.set", "fields": {"member": buyer.member, "score": 11, "comment": ""}}
    with pytest.raises(ApiError, match=r"malformed:score"):
        seller.ask("record.write_many", records=[good, bad])
    assert seller.ask("book.digest").records == before


def test_proposals_are_accepted_by_themselves_up_to_the_limit(shared_firms: list[Firm]) -> None:
    seller, buyer, _ = shared_firms
    limit = {
        "counterparty": seller.member, "side": "debtor", "currency": "HKD", "amount": 10_000, "terms_days": 30,
        "until": "2099-12-31", "auto_accept": True,
    }  # fmt: skip
    before = seller.ask("book.digest").records
    buyer.ask("record.write", kind="limit.set", fields=limit)
    settled_alike(shared_firms, before + 1)
    within = seller.propose(buyer.member, "WITHIN", 10_000)
    eventually(lambda: seller.state(within) in ("active", "overdue"), "accepted at the limit")
    above = seller.propose(buyer.member, "ABOVE", 1)
    foreign = seller.propose(buyer.member, "FOREIGN", 1, currency="USD")
    slow = seller.propose(buyer.member, "SLOW", 1, due="2026-10-02")
    settled_alike(shared_firms, before + 6)
    assert [seller.state(subject) for subject in (above, foreign, slow)] == ["proposed"] * 3


def test_members_are_listed_with_what_they_owe_and_ones_own_marks(shared_firms: list[Firm]) -> None:
    seller, buyer, third = shared_firms
    owed(seller, buyer, shared_firms, "LISTED", amount=700, currency="CNY")
    seller.ask("limit.set", member=buyer.member, currency="CNY", amount_minor=699)
    seller.ask("watch.set", member=third.member)
    over: MemberPage = seller.ask("members.rows", filter="over-limit", sort="owed", currency="CNY", descending=True)
    [row] = over.rows
    assert (row.member, over.total, over.currency, "CNY" in over.currencies) == (buyer.member, 1, "CNY", True)
    assert MemberExposure(currency="CNY", open_minor=700, limit_minor=699) in row.exposures
    [row] = seller.ask("members.rows", filter="watched").rows
    assert (row.member, row.part, row.watched) == (third.member, "voter", True)
    first: MemberPage = seller.ask("members.rows", count=2)
    last: MemberPage = seller.ask("members.rows", first=2)
    assert len({each.member for each in (*first.rows, *last.rows)}) == first.total == 3
    assert first.revision == last.revision
    [grade] = seller.ask("check.grades", members=[buyer.member], large=True)
    [as_on_a_card] = seller.ask("check.grades", members=[buyer.member])
    assert grade == as_on_a_card
    with pytest.raises(ApiError, match=r"count: 1 to 1000"):
        seller.ask("members.rows", count=1_001)


def test_locked_node_goes_on_voting_and_signs_nothing_else(shared_firms: list[Firm]) -> None:
    seller, buyer, third = shared_firms
    before = seller.ask("book.digest").records
    third.ask("profile.lock")
    with pytest.raises(ApiError) as refused:
        third.ask("book.digest")
    assert refused.value.code == ApiErrorCode.LOCKED
    seller.propose(buyer.member, "INV-1")
    eventually(
        lambda: seller.ask("book.digest").final == before + 1, "final with the locked node's vote, all three needed"
    )
    with pytest.raises(ApiError) as wrong:
        third.ask("profile.unlock", passphrase="not this one, surely")
    assert wrong.value.code == ApiErrorCode.WRONG_PASSPHRASE
    third.ask("profile.unlock", passphrase=PASSPHRASE)
    settled_alike(shared_firms, before + 1)


def test_wrong_passphrase_and_damaged_files_are_told_apart(folders: Path) -> None:
    firm = Firm(folders / "firm")
    firm.start()
    words = firm.ask("profile.create", passphrase=PASSPHRASE, name="Firm").words
    assert unlock_refusal(firm, passphrase="wrong, but long enough") == ApiErrorCode.WRONG_PASSPHRASE
    firm.stop()
    slots = (firm.profile / "slots").read_bytes()
    (firm.profile / "slots").write_bytes(slots[:60] + bytes([slots[60] ^ 1]) + slots[61:])
    firm.start()
    assert unlock_refusal(firm, passphrase=PASSPHRASE) == ApiErrorCode.PROFILE_DAMAGED
    assert firm.ask("profile.unlock", words=words).state == "unlocked"
    firm.stop()
    (firm.profile / "slots").write_bytes(slots)
    with (firm.profile / "ledger.db").open("r+b") as file:
        file.write(b"\0" * 4096)
    firm.start()
    assert unlock_refusal(firm, passphrase=PASSPHRASE) == ApiErrorCode.PROFILE_DAMAGED
    firm.stop()


def unlock_refusal(firm: Firm, **secret: str) -> ApiErrorCode:
    with pytest.raises(ApiError) as refused:
        firm.ask("profile.unlock", **secret)
    return refused.value.code


def forged(network: bytes, **changes: object) -> Entry:
    """Return the hostile member's first entry, right but for `changes` of its header."""
    body_bytes = encode({"salt": bytes(16), "score": 1})
    fields: dict[str, object] = {
        "network": NetworkId(network), "author": MemberId(HOSTILE.member), "seq": 0, "prev": NO_ENTRY, "height": 0,
        "time_ms": 1_795_000_000_000, "kind": "endorse.set", "body_hash": body_hash(body_bytes),
        "body_size": len(body_bytes),
    }  # fmt: skip
    header_bytes = encode_header(Header(**{**fields, **changes}))  # type: ignore[arg-type]  # given by name below
    identity = entry_id(header_bytes)
    signature = HOSTILE.sign(signed_bytes(identity))
    return Entry(Header(**{**fields, **changes}), header_bytes, identity, signature, body_bytes)  # type: ignore[arg-type]  # likewise


HOSTILE_FRAMES: dict[str, Callable[[bytes], bytes]] = {
    "malformed": lambda network: encode_entries([forged(network)])[:-7],
    "frame-form": lambda network: encode([3, [[b"", b"", None, 1]]]),
    "not-canonical": lambda network: b"\x82\x03\x18\x01",
    "bad-signature": lambda network: encode_entries(
        [Entry(e.header, e.header_bytes, e.id, bytes(64), e.body_bytes) for e in [forged(network)]]
    ),
    "foreign-network": lambda network: encode_entries([forged(bytes(32))]),
    "prev": lambda network: encode_entries([forged(network, prev=b"\x01" * 32)]),
    "before-block": lambda network: encode_entries([forged(network, time_ms=1)]),
    "body-mismatch": lambda network: encode_entries([forged(network, body_hash=bytes(32))]),
}


def say(address: str, member: bytes, frames: list[bytes], *, patience_s: float = 20.0) -> None:
    """Link with a node as the hostile member, send it these frames, and stay until it breaks off or patience ends."""

    async def attack() -> None:
        network = PeerNetwork(seed=b"\x07" * 32, listen=[], is_member=lambda identity: identity == member)
        async with trio.open_nursery() as nursery:
            await nursery.start(network.run)
            network.add_peer(member, [PeerAddress.parse(address)])
            with trio.fail_after(20):
                link = await network.links.receive()
                for frame in frames:
                    await link.send(frame)
            with trio.move_on_after(patience_s), contextlib.suppress(LinkClosed):
                while True:  # until the node breaks off
                    await link.receive()
            nursery.cancel_scope.cancel()

    trio.run(attack)


@pytest.mark.parametrize("code", sorted(HOSTILE_FRAMES))
def test_what_no_honest_peer_sends_is_counted_and_changes_nothing(
    code: str, hostile_network: tuple[list[Firm], bytes]
) -> None:
    firms, network = hostile_network
    victim = firms[0]
    before = victim.ask("book.digest").entries
    say_hello = encode_frame(Hello(NetworkId(network), 1_795_000_000_000, 0, ()))
    victim.stop()
    victim.start(unlock=True)  # a penalty of an earlier case is forgotten with the process
    status = victim.ask("node.status")
    say(status.addresses[0], bytes.fromhex(victim.member), [say_hello, HOSTILE_FRAMES[code](network)])
    eventually(lambda: victim.ask("node.status").counters.get(code, 0) == 1, f"{code} counted")
    assert victim.ask("book.digest").entries == before
    assert victim.ask("book.digest").forks == 0


@pytest.mark.parametrize("changes", [{"time_ms": 4_000_000_000_000}, {"height": 5}], ids=["future", "height"])
def test_entry_ahead_of_its_time_waits_and_is_no_offence(
    changes: dict[str, object], hostile_network: tuple[list[Firm], bytes]
) -> None:
    firms, network = hostile_network
    victim = firms[0]
    before = victim.ask("book.digest").entries
    hello = encode_frame(Hello(NetworkId(network), 1_795_000_000_000, 0, ()))
    counters = victim.ask("node.status").counters
    victim.stop()
    victim.start(unlock=True)
    address = victim.ask("node.status").addresses[0]
    frames = [hello, encode_entries([forged(network, **changes)])]
    say(address, bytes.fromhex(victim.member), frames, patience_s=2.0)
    assert victim.ask("book.digest").entries == before
    assert victim.ask("node.status").counters == {} or counters == {}
