"""Drafts on a real node: kept, changed, removed and put back, held before they go; and all of that over a power cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, eventually

from cohong.api.errors import ApiError, ApiErrorCode

pytestmark = pytest.mark.timeout(180)

OTHER = "ab" * 32


@pytest.fixture
def firm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Firm]:
    """A firm in a network with one that never comes."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    firm = Firm(tmp_path / "firm")
    firm.create()
    firm.ask("network.create", name="Test trade", founders=[{"member": OTHER}])
    yield firm
    firm.stop()


def terms(firm: Firm, **changes: object) -> dict[str, Any]:
    return {
        "debtor": OTHER, "creditor": firm.member, "amount": 10_000, "currency": "HKD", "issued": "2026-09-01",
        "due": "2026-10-01", "grace_days": 0, "reference": "INV-1", "description": "", "assignable": True,
        "nettable": True, "valid_until": "2099-12-31", **changes,
    }  # fmt: skip


def put(firm: Firm, number: int, *, is_new: bool = True, **changes: object) -> str:
    identity = f"{number:032x}"
    firm.ask("drafts.put", id=identity, fields=terms(firm, **{"reference": f"INV-{number}", **changes}), is_new=is_new)
    return identity


def drafts(firm: Firm) -> list[tuple[str, int]]:
    rows = firm.ask("book.rows", filter="drafts", sort="reference", descending=False).rows
    return [(row.reference, row.amount_minor) for row in rows]


def proposed(firm: Firm) -> int:
    return int(firm.ask("book.counts").by_filter["mine"]) - len(drafts(firm))


def refusal(firm: Firm, method: str, **values: object) -> tuple[ApiErrorCode, str]:
    with pytest.raises(ApiError) as refused:
        firm.ask(method, **values)
    return refused.value.code, refused.value.detail


def test_a_draft_is_kept_once_changed_removed_and_put_back(firm: Firm) -> None:
    first = put(firm, 1)
    assert put(firm, 1) == first
    put(firm, 2)
    put(firm, 1, is_new=False, amount=20_000)
    assert drafts(firm) == [("INV-1", 20_000), ("INV-2", 10_000)]
    assert firm.ask("drafts.remove", ids=[first]).done == 1
    assert drafts(firm) == [("INV-2", 10_000)]
    assert firm.ask("drafts.restore", ids=[first, "00" * 16]).done == 1
    assert firm.ask("drafts.restore", ids=[first]).done == 0
    firm.kill()
    firm.start(unlock=True)
    assert drafts(firm) == [("INV-1", 20_000), ("INV-2", 10_000)]
    details = firm.ask("book.record", object=first)
    assert (details.row.amount_minor, details.row.state, details.valid_until) == (20_000, "draft", "2099-12-31")
    firm.ask("drafts.remove", ids=[first])
    assert refusal(firm, "book.record", object=first)[0] is ApiErrorCode.UNKNOWN_OBJECT


def test_what_the_rules_would_refuse_is_no_draft_and_one_that_is_gone_is_not_made_anew(firm: Firm) -> None:
    late = terms(firm, issued="2026-10-02")
    assert refusal(firm, "drafts.put", id="01" * 16, fields=late, is_new=True) == (ApiErrorCode.RULE, "dates")
    assert refusal(firm, "drafts.put", id="01", fields=terms(firm), is_new=True)[0] is ApiErrorCode.BAD_REQUEST
    gone = refusal(firm, "drafts.put", id="01" * 16, fields=terms(firm))
    assert gone == (ApiErrorCode.UNKNOWN_OBJECT, "01" * 16)
    assert drafts(firm) == []


def test_what_is_held_is_a_draft_until_its_time_and_can_be_taken_back(firm: Firm) -> None:
    first, _ = put(firm, 1), put(firm, 2)
    assert firm.ask("drafts.send", ids=[first], hold_s=3600).done == 1
    status = firm.ask("node.status")
    assert (status.held, status.held_until_ms > 0, len(drafts(firm)), proposed(firm)) == (1, True, 2, 0)
    assert firm.ask("drafts.recall").done == 1
    assert (firm.ask("node.status").held, len(drafts(firm))) == (0, 2)
    assert firm.ask("drafts.recall").done == 0
    put(firm, 3)
    assert firm.ask("drafts.send", hold_s=1).done == 3
    firm.ask("drafts.remove", ids=[first])
    eventually(lambda: proposed(firm) == 2, "what was held has gone, but for what was removed")
    assert (firm.ask("node.status").held, drafts(firm)) == (0, [])
    assert refusal(firm, "drafts.send", hold_s=3601)[0] is ApiErrorCode.BAD_REQUEST


def test_what_is_held_goes_after_a_power_cut_once_the_profile_is_open(firm: Firm) -> None:
    put(firm, 1)
    firm.ask("drafts.send", hold_s=2)
    firm.kill()
    firm.start()
    assert firm.ask("profile.status").state == "locked"
    firm.kill()
    firm.start(unlock=True)
    eventually(lambda: proposed(firm) == 1, "it has gone")


def test_a_locked_profile_sends_what_is_held_when_it_is_opened(firm: Firm) -> None:
    put(firm, 1)
    firm.ask("drafts.send", hold_s=1)
    firm.ask("profile.lock")
    eventually(lambda: firm.ask("profile.status").state == "locked", "locked")
    firm.ask("profile.unlock", passphrase=(firm.folder / "passphrase").read_text())
    eventually(lambda: proposed(firm) == 1, "it has gone")


def test_a_draft_is_sent_once(firm: Firm) -> None:
    first = put(firm, 1)
    assert firm.ask("drafts.send", ids=[first]).done == 1
    assert firm.ask("drafts.send", ids=[first]).done == 0
    assert refusal(firm, "drafts.put", id=first, fields=terms(firm))[0] is ApiErrorCode.UNKNOWN_OBJECT
