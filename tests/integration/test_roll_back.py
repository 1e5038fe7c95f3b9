"""An old ledger put back under a running network: noticed at unlock, explained, healed from the others, no fork."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.integration.firms import Firm, eventually, found, settled_alike

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import PenView
from cohong.cli.pen_wording import why_text
from cohong.node.profile_files import head_path

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def firms(folders: Path) -> Iterator[list[Firm]]:
    """Three firms, with an old ledger and head file of the first one set aside."""
    firms = found(folders, 3)
    first, second, _ = firms
    first.propose(second.member, "OLD")
    settled_alike(firms, 1)
    first.stop()
    (folders / "old").mkdir()
    keep(first, folders / "old")
    first.start(unlock=True)
    eventually(lambda: first.ask("node.status").peers_connected == 2, "connected again")
    first.propose(second.member, "NEW")
    settled_alike(firms, 2)
    first.stop()
    yield firms
    for firm in firms:
        firm.stop()


def ledger_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("ledger.db*"))


def keep(firm: Firm, folder: Path) -> None:
    for file in [*ledger_files(firm.profile), head_of(firm)]:
        shutil.copy2(file, folder / file.name)


def head_of(firm: Firm) -> Path:
    return head_path(bytes.fromhex(firm.member))


def roll_back(firm: Firm) -> None:
    """Put the old ledger in the place of the new one."""
    for file in ledger_files(firm.profile):
        file.unlink()
    for file in ledger_files(firm.folder.parent / "old"):
        shutil.copy2(file, firm.profile / file.name)


def pen(firm: Firm) -> PenView:
    status = firm.ask("node.status").pen
    assert isinstance(status, PenView)
    return status


def refused(firm: Firm, debtor: Firm) -> str:
    with pytest.raises(ApiError) as error:
        firm.propose(debtor.member, "TOO-EARLY")
    assert error.value.code == ApiErrorCode.CATCHING_UP
    return error.value.detail


def assert_healed(firms: list[Firm]) -> None:
    """Check that the first firm holds all again, signs again, and has forked nothing."""
    first, second, _ = firms
    eventually(lambda: not first.ask("node.status").catching_up, "its own records are here again")
    assert pen(first) == PenView(held=pen(first).held, written=pen(first).written, shown=pen(first).held,
                                 heard=pen(first).heard, needed=2, missing=pen(first).missing)  # fmt: skip
    first.propose(second.member, "LATER")
    settled_alike(firms, 3)


def test_old_ledger_is_noticed_at_unlock_explained_and_healed(firms: list[Firm]) -> None:
    first, second, third = firms
    for firm in (second, third):
        firm.stop()
    roll_back(first)
    first.start(unlock=True)
    found_out = pen(first)
    assert (found_out.why, found_out.heard, found_out.needed, found_out.can_override) == ("restored", 0, 2, True)
    assert found_out.written > found_out.held > 0
    assert len(found_out.missing) == 2
    sentence = f"this computer had signed up to your record no. {found_out.written}, and the file ends at no. "
    assert sentence + str(found_out.held) in why_text(found_out)
    assert refused(first, second) == "restored"
    second.start(unlock=True)
    eventually(lambda: pen(first).heard == 1, "one has told")
    assert refused(first, second) == "restored"
    third.start(unlock=True)
    assert_healed(firms)


def test_old_ledger_without_its_head_file_is_noticed_and_healed(firms: list[Firm]) -> None:
    first, second, third = firms
    for firm in (second, third):
        firm.stop()
    roll_back(first)
    head_of(first).unlink()
    first.start(unlock=True)
    assert (pen(first).why, pen(first).written) == ("restored", -1)
    assert refused(first, second) == "restored"
    for firm in (second, third):
        firm.start(unlock=True)
    assert_healed(firms)


def test_whole_machine_put_back_is_noticed_through_the_others_and_healed(firms: list[Firm]) -> None:
    first, second, _ = firms
    roll_back(first)
    shutil.copy2(first.folder.parent / "old" / head_of(first).name, head_of(first))
    first.start(unlock=True)
    eventually(lambda: pen(first).why in ("claim", "elsewhere"), "the others show more than is here")
    assert refused(first, second) in ("claim", "elsewhere")
    assert_healed(firms)


def test_user_may_sign_all_the_same_once_warned(firms: list[Firm]) -> None:
    first, second, third = firms
    for firm in (second, third):
        firm.stop()
    roll_back(first)
    first.start(unlock=True)
    with pytest.raises(ApiError) as other:
        first.ask("profile.sign_anyway", why="copy")
    assert (other.value.code, other.value.detail) == (ApiErrorCode.CATCHING_UP, "restored")
    assert first.ask("profile.sign_anyway", why="restored").done == 1
    assert (pen(first).why, pen(first).is_overridden) == ("", True)
    assert first.ask("profile.sign_anyway", why="restored").done == 0
    first.propose(second.member, "ANYWAY")
    assert "decided to sign all the same halt=restored" in (first.folder / "log").read_text()
    first.stop()
    first.start(unlock=True)
    assert not pen(first).is_overridden
