"""The pen moves to another device: the old one signs no more, the new one goes on, and no third one can."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import PASSPHRASE, Firm, eventually, found, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.node.profile_files import head_path

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    """Three firms with a record of the first one, and two new devices for it."""
    firms = found(folders, 3)
    firms[0].propose(firms[1].member, "BEFORE")
    settled_alike(firms, 1)
    firms += [
        Firm(folders / name, member=firms[0].member, state_home=str(folders / f"{name}-state"))
        for name in ("laptop", "tablet")
    ]
    yield firms
    for firm in firms:
        firm.stop()


def why(firm: Firm) -> str:
    return str(firm.ask("node.status").pen.why)


def refusal(firm: Firm, method: str, **values: object) -> tuple[str, str]:
    with pytest.raises(ApiError) as refused:
        firm.ask(method, **values)
    return refused.value.code, refused.value.detail


def test_pen_moves_once_and_for_good(firms: list[Firm], folders: Path) -> None:
    old, second, third, laptop, tablet = firms
    file, spare = folders / "pen.cohong", folders / "spare"
    spare.write_text("mine")
    path = str(file)
    wrong = refusal(old, "profile.hand_over", path=path, passphrase="not this one, surely")
    assert wrong == (ApiErrorCode.WRONG_PASSPHRASE, "")
    taken = refusal(old, "profile.hand_over", path=str(spare), passphrase=PASSPHRASE)
    assert taken == (ApiErrorCode.BUNDLE_REFUSED, "exists")
    nowhere = refusal(old, "profile.hand_over", path=str(folders / "nowhere" / "pen"), passphrase=PASSPHRASE)
    assert nowhere == (ApiErrorCode.BUNDLE_REFUSED, "not_found")
    assert (why(old), spare.read_text()) == ("", "mine")
    old.ask("profile.hand_over", path=path, passphrase=PASSPHRASE)
    assert why(old) == "handed-over"
    assert oct(file.stat().st_mode & 0o777) == "0o600"
    assert old.words and not any(word.encode() in file.read_bytes() for word in (PASSPHRASE, "BEFORE"))
    old.ask("profile.hand_over", path=str(folders / "again.cohong"), passphrase=PASSPHRASE)
    eventually(lambda: old.ask("node.status").peers_connected == 2, "it reads along with the key of its own")

    laptop.start()
    wrong = refusal(laptop, "profile.take_over", path=path, passphrase="not this one, surely")
    assert wrong == (ApiErrorCode.WRONG_PASSPHRASE, "")
    assert refusal(laptop, "profile.take_over", path=str(spare), passphrase=PASSPHRASE)[1] == "hand-over"
    assert laptop.ask("profile.take_over", path=path, passphrase=PASSPHRASE).state == "unlocked"
    assert not file.exists()
    eventually(lambda: why(laptop) == "", "the laptop has the pen")
    laptop.propose(second.member, "BY-THE-LAPTOP")
    settled_alike([laptop, second, third], 2)

    tablet.start()
    tablet.ask("profile.take_over", path=str(folders / "again.cohong"), passphrase=PASSPHRASE)
    laptop.stop()
    eventually(lambda: why(tablet) == "taken-twice", "the pen was taken before")
    assert refusal(tablet, "profile.sign_anyway", why="taken-twice")[0] == ApiErrorCode.CATCHING_UP
    with pytest.raises(ApiError, match="taken-twice"):
        tablet.propose(second.member, "BY-THE-TABLET")
    tablet.stop()

    for firm in (old, laptop):
        firm.stop()
        firm.start(unlock=True)
    with pytest.raises(ApiError, match="handed-over"):
        old.propose(second.member, "BY-THE-OLD-ONE")
    eventually(lambda: old.ask("book.digest").records == 2, "it has read what the laptop has written")
    eventually(lambda: why(laptop) == "", "the laptop goes on")
    laptop.propose(second.member, "ON-THE-LAPTOP")
    settled_alike([laptop, second, third], 3)


@pytest.mark.parametrize("lost", ["head file", "ledger"])
def test_old_device_stays_closed_though_one_note_of_it_is_lost(firms: list[Firm], folders: Path, lost: str) -> None:
    old, second, _, _, _ = firms
    old.stop()
    shutil.copytree(old.profile, folders / "backup")
    old.start(unlock=True)
    eventually(lambda: old.ask("node.status").peers_connected == 2, "connected again")
    old.ask("profile.hand_over", path=str(folders / "pen.cohong"), passphrase=PASSPHRASE)
    old.stop()
    if lost == "head file":
        head_path(bytes.fromhex(old.member)).unlink()
    else:
        shutil.rmtree(old.profile)
        shutil.copytree(folders / "backup", old.profile)
    old.start(unlock=True)
    assert why(old) == "handed-over"
    with pytest.raises(ApiError, match="handed-over"):
        old.propose(second.member, "BY-THE-OLD-ONE")


def test_pen_stays_while_something_is_here_only(firms: list[Firm], folders: Path) -> None:
    old, second, third, _, _ = firms
    for firm in (second, third):
        firm.stop()
    old.propose(second.member, "ALONE")
    refused = refusal(old, "profile.hand_over", path=str(folders / "pen.cohong"), passphrase=PASSPHRASE)
    assert refused == (ApiErrorCode.RULE, "here-only")
    assert not (folders / "pen.cohong").exists()
    assert why(old) == ""
