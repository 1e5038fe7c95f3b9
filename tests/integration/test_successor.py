"""A network that has lost its majority for ever goes on as another one, on real nodes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.integration.audits import audited
from tests.integration.firms import Firm, admit, eventually, found, newcomer, settled_alike

from cohong.api.errors import ApiError
from cohong.verifier.receipt import verify_receipt

PAID = {"amount": 4_000, "value_date": "2026-09-20", "method": "bank transfer", "reference": "PART"}


def joined(folder: Path, name: str, voters: list[Firm]) -> Firm:
    """Start a firm that the voters admit, and wait until it may write."""
    firm = newcomer(Firm(folder / name), name, voters[0].ask("invite.make").text)
    admit(voters, name)
    may_write(firm)
    return firm


def may_write(firm: Firm) -> None:
    eventually(lambda: firm.ask("chain.status").is_member, "it is a member")
    eventually(lambda: not firm.ask("node.status").catching_up, "it may write")


def anchored(firms: list[Firm], records: int) -> None:
    """Have a block made, and wait until all have it."""
    firms[0].ask("chain.ask")
    for firm in firms:
        eventually(lambda firm=firm: firm.ask("chain.status").anchored == records, "a block has it")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults


def outstanding(firm: Firm, subject: str) -> int:
    return int(firm.ask("book.record", object=subject).row.outstanding_minor)


def proven(firm: Firm, entry: str, network: str) -> bytes:
    made = firm.ask("receipt.make", entry=entry)
    assert made.network == network
    return verify_receipt(bytes.fromhex(made.receipt), bytes.fromhex(network)).entry


def test_the_survivor_of_two_carries_the_book_on_with_all_other_members(node_folder: Path) -> None:
    folder = node_folder / "survivor"
    folder.mkdir()
    firms = found(folder, 2)
    try:
        first, lost = firms
        third = joined(folder, "Third Ltd", firms[:2])
        firms.append(third)
        owed = first.propose(third.member, "INV-OWED", due="2099-01-01")
        settled_alike(firms, 1)
        accepted = third.ask("record.write", kind="credit.accept", object=owed).entry
        settled_alike(firms, 2)
        anchored(firms, 2)
        before, old = first.ask("book.digest").digest, first.ask("node.status").network
        first.propose(third.member, "INV-LATE")
        settled_alike(firms, 3)
        lost.kill()

        made = first.ask("network.create", name="Carried on", founders=[], continues=True)
        assert made.network != old
        assert third.ask("network.join", invitation=made.invitation).network == made.network
        rest = [first, third]
        for firm in rest:
            may_write(firm)
            assert firm.ask("book.digest").digest == before, "the block had not cut the last invoice"
            assert (firm.state(owed), outstanding(firm, owed)) == ("active", 10_000)
            status = firm.ask("chain.status")
            assert (status.voters, status.anchored) == ([first.member], 2)
        paid = first.ask("record.write", kind="credit.receipt", object=owed, fields=PAID).entry
        third.propose(first.member, "INV-NEW")
        settled_alike(rest, 4)
        assert [outstanding(firm, owed) for firm in rest] == [6_000, 6_000]

        anchored(rest, 4)
        for firm in rest:
            firm.stop()
            firm.start(unlock=True)
        settled_alike(rest, 4)
        assert (proven(third, accepted, old), proven(third, paid, made.network)) == (
            bytes.fromhex(accepted), bytes.fromhex(paid),
        )  # fmt: skip
        fourth = joined(folder, "Fourth Ltd", [first])
        firms.append(fourth)
        settled_alike([first, third, fourth], 4)
        fourth.stop()
        fourth.start(unlock=True)
        may_write(fourth)
        fourth.propose(first.member, "INV-FOURTH")
        settled_alike([first, third, fourth], 5)
        for firm in (third, fourth):
            counted = audited(firm)
            assert (counted.state, counted.differences) == ("done", [])
            assert firm.ask("node.status").counters == {}
    finally:
        for firm in firms:
            firm.stop()


def test_a_member_that_was_away_goes_along_without_the_block(node_folder: Path) -> None:
    folder = node_folder / "away"
    folder.mkdir()
    firms = found(folder, 2)
    try:
        first, lost = firms
        away = joined(folder, "Away Ltd", firms[:2])
        firms.append(away)
        early = away.propose(first.member, "INV-EARLY")
        settled_alike(firms, 1)
        away.stop()
        first.propose(away.member, "INV-MEANWHILE")
        settled_alike(firms[:2], 2)
        anchored(firms[:2], 2)
        before = first.ask("book.digest").digest
        lost.kill()
        made = first.ask("network.create", name="Carried on", founders=[], continues=True)

        away.start(unlock=True)
        away.ask("network.join", invitation=made.invitation)
        may_write(away)
        eventually(lambda: away.ask("book.digest").digest == before, "the whole book has come")
        away.ask("record.write", kind="limit.set", fields=limit_to(first))
        settled_alike([first, away], 3)
        assert away.state(early) == first.state(early) == "proposed"
        away.stop()
        away.start(unlock=True)
        settled_alike([first, away], 3)
    finally:
        for firm in firms:
            firm.stop()


def limit_to(firm: Firm) -> dict[str, object]:
    return {
        "counterparty": firm.member, "side": "debtor", "currency": "HKD", "amount": 1_000, "terms_days": 30,
        "until": "2099-01-01", "auto_accept": False,
    }  # fmt: skip


def test_what_cannot_be_carried_on_is_refused_and_changes_nothing(node_folder: Path) -> None:
    folders = [node_folder / "refused", node_folder / "stranger"]
    for folder in folders:
        folder.mkdir()
    first, stranger = (found(folder, 1)[0] for folder in folders)
    try:
        network = first.ask("node.status").network
        assert refusal(first) == ("not-carried-on", "block"), "nothing has been agreed on"
        first.ask("record.write", kind="profile.set", fields=PROFILE)
        anchored([first], 1)
        assert refusal(first, block="ab" * 32) == ("not-carried-on", "block")
        assert refusal(first, block=network) == ("not-carried-on", "block")
        assert refusal(first, block="ab") == ("not-carried-on", "block")
        assert refusal(first, founders=[{"member": stranger.member}]) == ("not-carried-on", stranger.member)

        digest = first.ask("book.digest")
        made = first.ask("network.create", name="On", founders=[], continues=True)
        assert first.ask("book.digest").digest == digest.digest
        with pytest.raises(ApiError, match="network-exists"):
            stranger.ask("network.join", invitation=made.invitation)
        assert refusal(first) == ("not-carried-on", "block"), "the new one has agreed on nothing yet"
        assert stranger.ask("node.status").network != made.network
    finally:
        first.stop()
        stranger.stop()


PROFILE = {"kind": "firm", "name": {"en": "First Ltd"}, "place": "", "identifiers": {}}


def refusal(firm: Firm, **asked: object) -> tuple[str, str]:
    """Return why a firm may not carry its network on so."""
    with pytest.raises(ApiError) as caught:
        firm.ask("network.create", **{"name": "On", "founders": [], "continues": True, **asked})
    return str(caught.value.code), caught.value.detail
