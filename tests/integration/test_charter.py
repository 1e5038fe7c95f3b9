"""A network of real nodes that changes who is in it: by invitation, join, motion and vote."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
import trio
from tests.integration.audits import audited
from tests.integration.firms import Firm, admit, carry, eventually, found, join_of, newcomer, settled_alike
from tests.integration.forger import Forger

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.invitation import parse_invitation


def test_a_newcomer_is_admitted_by_vote_gets_a_vote_and_trades(node_folder: Path) -> None:
    folder = node_folder / "admitted"
    folder.mkdir()
    firms = found(folder, 3)
    try:
        before = firms[0].propose(firms[1].member, "INV-BEFORE")
        made = firms[0].ask("invite.make")
        fourth = newcomer(Firm(folder / "fourth"), "Fourth Ltd", made.text)
        firms.append(fourth)
        eventually(lambda: join_of(firms[2], "Fourth Ltd") != "", "the join is known")
        assert fourth.ask("book.digest").entries == 0, "a newcomer reads nothing before it may"
        admit(firms[:3], "Fourth Ltd")
        eventually(lambda: fourth.ask("chain.status").is_member, "the newcomer knows that it is in")
        eventually(lambda: not fourth.ask("node.status").catching_up, "the newcomer may write")
        assert not fourth.ask("chain.status").is_voter
        carry(firms[:3], ask="voter", member=fourth.member, vote=True)
        for firm in firms:
            eventually(lambda firm=firm: len(firm.ask("chain.status").voters) == 4, "four voters")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        after = fourth.propose(firms[0].member, "INV-AFTER")
        settled_alike(firms, 2)
        assert [fourth.state(before), firms[2].state(after)] == ["proposed", "proposed"]
    finally:
        for firm in firms:
            firm.stop()


def test_the_voters_say_which_branch_of_a_fork_stands(node_folder: Path) -> None:
    folder = node_folder / "ruled"
    folder.mkdir()
    firms = found(folder, 4)
    try:
        firms[3].propose(firms[0].member, "INV-HONEST")
        settled_alike(firms, 1)
        cheat, rest = firms[3], firms[:3]
        cheat.stop()
        forger = Forger(cheat, rest)
        trio.run(forger.fork_ahead)
        for firm in rest:
            eventually(lambda firm=firm: len(firm.ask("forks.list")) == 1, "the fork is known")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        stands, falls = forger.forged
        fork = rest[0].ask("forks.list")[0]
        assert {fork.first, fork.second} == {stands.id.hex(), falls.id.hex()} == set(fork.branches)
        assert (fork.state, rest[0].ask("node.status").forks) == ("open", 1)
        rest[1].propose(rest[2].member, "INV-OTHERS-GO-ON")
        settled_alike(rest, 2, forks=1)
        assert {level_of(firm, entry) for firm in rest for entry in (stands.id, falls.id)} == {"waiting"}

        carry(rest, ask="branch", member=cheat.member, seq=fork.seq, branch=stands.id.hex(), reason="its first word")
        for firm in rest:
            eventually(lambda firm=firm: level_of(firm, stands.id) == "final", "the branch stands")  # type: ignore[misc]  # likewise
            assert level_of(firm, falls.id) == "void"
        assert [item[1] for item in rest[0].ask("check.member", member=rest[0].member).endorsements] == [10]
        (ruled,) = rest[0].ask("forks.list")
        assert (ruled.state, ruled.stands, ruled.branches) == ("ruled", stands.id.hex(), fork.branches)
        assert rest[0].ask("node.status").forks == 0, "what has been decided is history"
        carry(rest, ask="expel", member=cheat.member, reason="signed two ways")
        assert [item.state for item in rest[0].ask("forks.list")] == ["ruled"]
    finally:
        for firm in firms:
            firm.stop()


def test_a_node_that_has_heard_from_too_few_voters_says_that_its_view_may_be_one_sided(node_folder: Path) -> None:
    folder = node_folder / "one-sided"
    folder.mkdir()
    firms = found(folder, 3)
    try:
        status = firms[0].ask("node.status")
        assert (status.voters_heard, status.is_view_one_sided) == (3, False)
        for firm in firms:
            firm.stop()
        firms[0].start(unlock=True)
        status = firms[0].ask("node.status")
        assert (status.voters_heard, status.is_view_one_sided) == (1, True)
        firms[1].start(unlock=True)
        eventually(lambda: firms[0].ask("node.status").voters_heard == 2, "another voter is heard from")
        assert not firms[0].ask("node.status").is_view_one_sided
    finally:
        for firm in firms:
            firm.stop()


def test_an_observer_reads_writes_nothing_and_can_be_expelled(node_folder: Path) -> None:
    folder = node_folder / "observer"
    folder.mkdir()
    firms = found(folder, 3)
    try:
        unwanted = firms[0].ask("invite.make", role="observe").invite
        eventually(lambda: len(firms[1].ask("invite.list")) == 1, "the invitation is known")
        with pytest.raises(ApiError) as refused:
            firms[1].ask("invite.withdraw", invite=unwanted)
        assert refused.value.detail == "no-effect", "only its author takes it back"
        firms[0].ask("invite.withdraw", invite=unwanted)
        eventually(lambda: [item.withdrawn for item in firms[2].ask("invite.list")] == [True], "everybody knows")
        made = firms[0].ask("invite.make", role="observe")
        observer = newcomer(Firm(folder / "auditor"), "Auditor", made.text)
        firms.append(observer)
        firms[0].propose(firms[1].member, "INV-1")
        eventually(lambda: observer.ask("book.digest").records == 1, "the observer reads")
        with pytest.raises(ApiError) as refused:
            observer.propose(firms[0].member, "INV-NO")
        assert (refused.value.code, refused.value.detail) == (ApiErrorCode.RULE, "observer")
        with pytest.raises(ApiError) as refused:
            firms[0].ask("motion.put", ask="expel", member=observer.member, reason=" ")
        assert (refused.value.code, refused.value.detail) == (ApiErrorCode.RULE, "no-reason")
        with pytest.raises(ApiError) as refused:
            firms[0].ask("motion.put", ask="expel", member="07" * 32, reason="nobody")
        assert refused.value.detail == "no-effect"
        carry(firms[:3], ask="expel", member=observer.member, reason="its mandate has ended")
        eventually(lambda: observer.ask("node.status").peers_connected == 0, "it is let in no more")
        assert [item.state for item in firms[1].ask("chain.status").joins] == ["gone"]
        firms[0].propose(firms[1].member, "INV-2")
        settled_alike(firms[:3], 2)
        assert observer.ask("book.digest").records == 1
    finally:
        for firm in firms:
            firm.stop()


def test_a_newcomer_takes_no_chain_that_is_not_its_inviters(node_folder: Path) -> None:
    folder = node_folder / "foreign"
    folder.mkdir()
    firms = found(folder, 3)
    try:
        carry(firms, ask="final", rule="majority", reason="one of us travels")
        text = firms[0].ask("invite.make").text
        seat = parse_invitation(text).seat
        assert seat is not None and seat.height == 1
        assert seat.block.hex() == firms[0].ask("chain.status").block
        text = text.replace(_base64(seat.block), _base64(b"\x07" * 32))
        fourth = newcomer(Firm(folder / "fourth"), "Fourth Ltd", text)
        firms.append(fourth)
        admit(firms[:3], "Fourth Ltd")
        eventually(
            lambda: fourth.ask("node.status").pen.why == "other-chain", "the newcomer says whose chain it is not"
        )
        chain = fourth.ask("chain.status")
        assert (chain.height, chain.is_member) == (0, False), "nothing is taken from that block on"
        fourth.stop()
        fourth.start(unlock=True)
        eventually(lambda: fourth.ask("node.status").pen.why == "other-chain", "after a restart too")
    finally:
        for firm in firms:
            firm.stop()


def _base64(block: bytes) -> str:
    return base64.urlsafe_b64encode(block).rstrip(b"=").decode()


def test_a_fork_of_somebody_who_is_expelled_alarms_nobody_any_more(node_folder: Path) -> None:
    folder = node_folder / "expelled"
    folder.mkdir()
    firms = found(folder, 4)
    try:
        firms[3].propose(firms[0].member, "INV-HONEST")
        settled_alike(firms, 1)
        cheat, rest = firms[3], firms[:3]
        cheat.stop()
        forger = Forger(cheat, rest)
        trio.run(forger.fork_ahead)
        for firm in rest:
            eventually(lambda firm=firm: firm.ask("node.status").forks == 1, "the fork is known")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        carry(rest, ask="expel", member=cheat.member, reason="signed two ways")
        fork = rest[0].ask("forks.list")[0]
        assert (fork.state, fork.stands, rest[0].ask("node.status").forks) == ("expelled", "", 0)
    finally:
        for firm in firms:
            firm.stop()


def level_of(firm: Firm, entry: bytes) -> str:
    return str(firm.ask("book.votes", entry=entry.hex()).level)


def test_dropped_ballots_change_nothing_and_a_newcomer_needs_none_of_them(node_folder: Path) -> None:
    folder = node_folder / "pruned"
    folder.mkdir()
    firms = found(folder, 3)
    try:
        for number in range(20):
            firms[number % 3].propose(firms[(number + 1) % 3].member, f"INV-{number}")
            eventually(lambda n=number: firms[0].ask("book.digest").final == n + 1, "final")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        firms[0].ask("chain.ask")
        for firm in firms:
            eventually(lambda firm=firm: firm.ask("chain.status").anchored == 20, "anchored")  # type: ignore[misc]  # likewise
        before = firms[0].ask("book.digest")
        pruned = firms[0].ask("node.prune")
        assert pruned.ballots > 5
        assert firms[0].ask("node.prune").ballots == 0
        firms[0].stop()
        firms[0].start(unlock=True)
        assert firms[0].ask("book.digest") == before

        fourth = newcomer(Firm(folder / "fourth"), "Fourth Ltd", firms[0].ask("invite.make").text)
        firms.append(fourth)
        admit(firms[:3], "Fourth Ltd")
        for firm in firms[1:3]:
            firm.stop()
        eventually(lambda: fourth.ask("book.digest").digest == before.digest, "a newcomer has it from who has pruned")
        assert fourth.ask("node.status").anchored == 20
        assert fourth.ask("node.status").counters == {}
        for firm in (firms[0], fourth):
            counted = audited(firm)
            assert (counted.state, counted.differences, counted.digest_counted) == ("done", [], before.digest)
            assert counted.blocks == firm.ask("chain.status").height > 0
    finally:
        for firm in firms:
            firm.stop()


def test_a_network_grows_from_a_single_member(node_folder: Path) -> None:
    folder = node_folder / "single"
    folder.mkdir()
    firms = found(folder, 1)
    try:
        for number in (1, 2):
            name = f"Firm {number}"
            made = firms[0].ask("invite.make")
            firm = newcomer(Firm(folder / f"firm-{number}"), name, made.text)
            admit(firms, name, vote=True)
            firms.append(firm)
            eventually(lambda firm=firm: firm.ask("chain.status").is_voter, "the newcomer votes")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
            eventually(lambda firm=firm: not firm.ask("node.status").catching_up, "it may write")  # type: ignore[misc]  # likewise
        firms[1].propose(firms[2].member, "INV-OF-THREE")
        settled_alike(firms, 1)
    finally:
        for firm in firms:
            firm.stop()


def test_a_majority_parts_with_a_voter_that_has_left(node_folder: Path) -> None:
    folder = node_folder / "left"
    folder.mkdir()
    firms = found(folder, 3)
    try:
        gone, rest = firms[2], firms[:2]
        gone.stop()
        waiting = rest[0].propose(rest[1].member, "INV-WAITS")
        eventually(lambda: rest[0].level(waiting) == "majority", "two of three are a majority")
        carry(rest, ask="expel", member=gone.member, reason="closed its doors")
        for firm in rest:
            eventually(lambda firm=firm: firm.level(waiting) == "final", "final among those who are left")  # type: ignore[misc]  # likewise
            assert len(firm.ask("chain.status").voters) == 2
        gone.start(unlock=True)
        eventually(lambda: gone.ask("node.status").peers_connected == 0, "the expelled is not let in")
    finally:
        for firm in firms:
            firm.stop()
