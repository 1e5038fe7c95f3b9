"""A member's second device: it reads along and drafts without the member's key, and the pen goes there and back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import PASSPHRASE, Firm, eventually, found, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.crypto.slots import decode_slots, open_with_passphrase
from cohong.ledger.ledger import Ledger
from cohong.node.profile import SEED_SETTING

pytestmark = pytest.mark.timeout(400)


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    """Three firms, and a laptop of the first one that has no profile yet."""
    firms = found(folders, 3)
    firms[0].propose(firms[1].member, "BEFORE")
    settled_alike(firms, 1)
    firms.append(Firm(folders / "laptop", member=firms[0].member, state_home=str(folders / "laptop-state")))
    yield firms
    for firm in firms:
        firm.stop()


def why(firm: Firm) -> str:
    return str(firm.ask("node.status").pen.why)


def refusal(firm: Firm, method: str, **values: object) -> tuple[str, str]:
    with pytest.raises(ApiError) as refused:
        firm.ask(method, **values)
    return refused.value.code, refused.value.detail


def may_sign(firm: Firm) -> None:
    eventually(lambda: why(firm) == "", f"{firm.folder.name} has the pen")


def connected(firm: Firm, count: int) -> None:
    eventually(lambda: firm.ask("node.status").peers_connected == count, f"{count} neighbours")


def set_up(first: Firm, laptop: Firm, folders: Path) -> None:
    """Have the laptop read along."""
    file = folders / "laptop.device"
    first.ask("device.make", path=str(file), name="laptop")
    laptop.start()
    assert laptop.ask("profile.take_over", path=str(file), passphrase=PASSPHRASE).member == first.member
    assert not file.exists()


def hand_over(giver: Firm, taker: Firm, folders: Path, device: str) -> None:
    file = folders / "pen"
    giver.ask("profile.hand_over", path=str(file), passphrase=PASSPHRASE, device=device)
    taker.ask("profile.take_over", path=str(file), passphrase=PASSPHRASE)
    may_sign(taker)
    assert why(giver) == "handed-over"


def test_device_reads_along_and_drafts_and_has_no_key(firms: list[Firm], folders: Path) -> None:
    first, second, third, laptop = firms
    set_up(first, laptop, folders)
    connected(laptop, 3)
    assert why(laptop) == "reads-along"
    first.propose(second.member, "WHILE-IT-READS")
    settled_alike(firms, 2)
    assert laptop.ask("book.summary") == first.ask("book.summary")

    terms = {
        "debtor": second.member, "creditor": first.member, "amount": 100, "currency": "HKD", "issued": "2026-09-01",
        "due": "2026-10-01", "grace_days": 0, "reference": "DRAFT",
        "description": "", "assignable": True, "nettable": True, "valid_until": "2099-12-31",
    }  # fmt: skip
    laptop.ask("drafts.put", id="01" * 16, fields=terms, is_new=True)
    assert laptop.ask("node.status").drafts == 1
    closed = (ApiErrorCode.CATCHING_UP, "reads-along")
    assert refusal(laptop, "drafts.send") == closed
    assert refusal(laptop, "record.write", kind="profile.set", fields={}) == closed
    assert refusal(laptop, "chain.ask") == closed
    assert refusal(laptop, "profile.sign_anyway", why="reads-along") == closed
    assert refusal(laptop, "profile.hand_over", path=str(folders / "pen"), passphrase=PASSPHRASE) == closed
    assert refusal(laptop, "device.make", path=str(folders / "more"), name="more") == closed

    # With the first device away it passes on what it has read, the member's own feed too, and votes on nothing.
    first.stop()
    third.stop()
    second.propose(third.member, "UNVOTED")
    eventually(lambda: laptop.ask("book.digest").records == 3, "it still reads along")
    assert laptop.ask("book.digest").waiting == 1
    laptop.stop()
    laptop.start(unlock=True)
    assert (why(laptop), laptop.ask("node.status").drafts) == ("reads-along", 1)
    laptop.stop()
    assert_no_member_key(laptop)


def assert_no_member_key(firm: Firm) -> None:
    data_key = open_with_passphrase(decode_slots((firm.profile / "slots").read_bytes()), PASSPHRASE)
    ledger = Ledger.open(firm.profile / "ledger.db", data_key)
    assert ledger.get_setting(SEED_SETTING) is None
    ledger.close()


def test_pen_goes_to_the_laptop_and_back_though_nodes_are_killed(firms: list[Firm], folders: Path) -> None:
    first, second, third, laptop = firms
    set_up(first, laptop, folders)
    connected(laptop, 3)
    file = folders / "pen"
    first.ask("profile.hand_over", path=str(file), passphrase=PASSPHRASE, device="laptop")
    first.kill()
    laptop.kill()
    laptop.start(unlock=True)
    assert why(laptop) == "reads-along"
    laptop.ask("profile.take_over", path=str(file), passphrase=PASSPHRASE)
    laptop.kill()
    first.start(unlock=True)
    laptop.start(unlock=True)
    may_sign(laptop)
    assert why(first) == "handed-over"
    laptop.propose(second.member, "BY-THE-LAPTOP")
    connected(first, 3)
    settled_alike([first, second, third, laptop], 2)
    with pytest.raises(ApiError, match="handed-over"):
        first.propose(second.member, "BY-THE-FIRST")

    own = next(item.name for item in first.ask("device.list") if item.is_this)
    hand_over(laptop, first, folders, own)
    first.propose(second.member, "BY-THE-FIRST")
    settled_alike([first, second, third, laptop], 3)
    with pytest.raises(ApiError, match="handed-over"):
        laptop.propose(second.member, "BY-THE-LAPTOP-AGAIN")
    hand_over(first, laptop, folders, "laptop")
    laptop.propose(second.member, "AND-BACK-AGAIN")
    settled_alike([first, second, third, laptop], 4)


def test_file_is_for_one_device_and_one_time(firms: list[Firm], folders: Path) -> None:
    first, second, _, laptop = firms
    set_up(first, laptop, folders)
    connected(laptop, 3)
    bound, copy = folders / "pen", folders / "copy"
    assert refusal(first, "profile.hand_over", path=str(bound), passphrase=PASSPHRASE, device="desk")[0] == (
        ApiErrorCode.UNKNOWN_DEVICE
    )
    assert why(first) == ""
    first.ask("profile.hand_over", path=str(bound), passphrase=PASSPHRASE, device="laptop")
    copy.write_bytes(bound.read_bytes())
    assert refusal(first, "profile.take_over", path=str(bound), passphrase=PASSPHRASE) == (
        ApiErrorCode.BUNDLE_REFUSED, "other-device",
    )  # fmt: skip
    laptop.ask("profile.take_over", path=str(bound), passphrase=PASSPHRASE)
    may_sign(laptop)
    laptop.propose(second.member, "BY-THE-LAPTOP")
    assert refusal(laptop, "profile.take_over", path=str(copy), passphrase=PASSPHRASE)[0] == ApiErrorCode.PROFILE_EXISTS
    own = next(item.name for item in first.ask("device.list") if item.is_this)
    hand_over(laptop, first, folders, own)
    assert refusal(laptop, "profile.take_over", path=str(copy), passphrase=PASSPHRASE) == (
        ApiErrorCode.RULE, "taken-twice",
    )  # fmt: skip
    assert why(laptop) == "handed-over"


def test_device_that_is_shut_out_gets_nothing_more(firms: list[Firm], folders: Path) -> None:
    first, second, third, laptop = firms
    set_up(first, laptop, folders)
    connected(laptop, 3)
    assert [item.name for item in first.ask("device.list") if item.connected] == ["laptop"]
    rows = [row for row in second.ask("sync.status").peers if row.device]
    assert [(row.device, row.name) for row in rows] == [("laptop", first.member[:8])]
    first.ask("device.remove", device="laptop")
    connected(laptop, 0)
    first.propose(second.member, "AFTER")
    settled_alike([first, second, third], 2)
    time.sleep(2.0)  # it would have dialled again
    assert laptop.ask("node.status").peers_connected == 0
    assert laptop.ask("book.digest").records == 1


def test_device_that_is_a_member_of_its_own_is_linked_once_both_say_so(firms: list[Firm], folders: Path) -> None:
    first, second, third, _ = firms
    itself = refusal(first, "device.link", member=first.member, name="me")
    assert itself == (ApiErrorCode.UNKNOWN_MEMBER, first.member)
    first.ask("device.link", member=second.member, name="shop")
    assert [(item.is_member, item.is_linked) for item in first.ask("device.list")] == [(True, False)]
    assert refusal(first, "profile.hand_over", path=str(folders / "never"), passphrase=PASSPHRASE, device="shop") == (
        ApiErrorCode.UNKNOWN_DEVICE, "shop",
    )  # fmt: skip
    second.ask("device.link", member=first.member, name="office")
    for firm in (first, second, third):
        eventually(lambda firm=firm: linked(firm, first) == [second.member[:8]], "all are told")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
    second.ask("device.remove", device="office")
    eventually(lambda: linked(third, first) == [], "it is taken back")


def linked(reader: Firm, member: Firm) -> list[str]:
    return list(reader.ask("check.member", member=member.member).linked)
