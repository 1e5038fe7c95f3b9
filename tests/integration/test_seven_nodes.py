"""Seven real nodes on hosts of their own: three founders let four more in, are cut in two, and part with a cheat."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import trio
from tests.integration import hosts
from tests.integration.firms import Firm, admit, carry, eventually, found_by, join_of, newcomer, settled_alike
from tests.integration.forger import Forger

pytestmark = [pytest.mark.skipif(bool(hosts.reason_to_skip()), reason=hosts.reason_to_skip()), pytest.mark.timeout(600)]


@pytest.fixture
def machines() -> Iterator[list[hosts.Host]]:
    with hosts.two_sides(3, 6) as made:
        yield made


def on_hosts(folder: Path, machines: list[hosts.Host]) -> list[Firm]:
    return [
        Firm(folder / f"firm-{number}", address=host.address, prefix=host.prefix)
        for number, host in enumerate(machines)
    ]


def test_a_network_of_seven_grows_is_cut_in_two_and_parts_with_a_cheat(
    node_folder: Path, machines: list[hosts.Host]
) -> None:
    folder = node_folder / "seven"
    folder.mkdir()
    everybody = on_hosts(folder, machines)
    firms = everybody[:7]
    started = time.monotonic()

    def tell(what: str) -> None:
        print(f"{time.monotonic() - started:6.1f} s  {what}")

    try:
        found_by(firms[:3])
        tell("three founders")
        for number in range(3, 7):
            name = f"Firm {number}"
            newcomer(firms[number], name, firms[number % 3].ask("invite.make").text)
            admit(firms[:number], name, vote=True)
            eventually(is_at_work(firms[number]), "the newcomer votes and may write")
            tell(f"{name} admitted, with a vote")
        owed = [firms[a].propose(firms[b].member, f"INV-{a}{b}") for a in range(7) for b in range(7) if a != b]
        settled_alike(firms, len(owed))
        tell(f"{len(owed)} records final on all seven")

        hosts.cut()
        for firm in firms:
            eventually(lambda firm=firm: firm.ask("node.status").peers_connected < 6, "cut off")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        tell("cut in two, 3 and 4")
        left = [firms[0].propose(firms[1].member, f"LEFT-{number}") for number in range(5)]
        right = [firms[4].propose(firms[5].member, f"RIGHT-{number}") for number in range(5)]
        eventually(lambda: all(firms[6].level(item) == "majority" for item in right), "four of seven are a majority")
        eventually(lambda: {firms[2].level(item) for item in left} == {"waiting"}, "three of seven are none")
        hosts.mend()
        settled_alike(firms, len(owed) + len(left) + len(right))
        tell("healed: equal digests, all final")

        cheat, rest = firms[6], firms[:6]
        cheat.stop()
        trio.run(Forger(cheat, rest[:2]).fork)
        for firm in rest:
            eventually(knows_cheat(firm, cheat), "the proof")
        carry(rest, ask="expel", member=cheat.member, reason="wrote two entries at one place")
        assert all(len(firm.ask("chain.status").voters) == 6 for firm in rest)
        tell("the cheat is named, and expelled")

        lost, heir = rest[5], everybody[7]
        lost.stop()
        newcomer(heir, "Firm 5, new key", rest[0].ask("invite.make").text)
        rest = rest[:5]
        eventually(lambda: join_of(rest[0], "Firm 5, new key") != "", "the join is known")
        carry(rest, ask="replace", member=lost.member, join=join_of(rest[0], "Firm 5, new key"))
        rest.append(heir)
        for firm in rest:
            eventually(lambda firm=firm: heir.member in firm.ask("chain.status").voters, "the new key votes")  # type: ignore[misc]  # likewise
        eventually(lambda: not heir.ask("node.status").catching_up, "the heir may write")
        asked = next(item for item in owed if heir.ask("book.record", object=item).row.debtor == lost.member)
        heir.ask("record.write", kind="credit.accept", object=asked)
        eventually(lambda: rest[1].state(asked) == "overdue", "the new key answers for the lost one")
        for key in (heir, lost):
            about = {"member": key.member}
            eventually(lambda about=about: rest[1].ask("check.report", **about).facts.invoices == 1, "one history")  # type: ignore[misc]  # likewise
        tell("a lost key is replaced, and what was written to it is answered")

        carry(rest, ask="final", rule="majority")
        assert {firm.ask("chain.status").final_at for firm in rest} == {4}
        tell("final at a majority")
        rest[0].propose(heir.member, "INV-LAST")
        settled_alike(rest, len(owed), forks=1)
        digests = {firm.ask("book.digest").digest for firm in rest}
        assert len(digests) == 1
        tell(f"one digest: {digests.pop()[:16]}")
    finally:
        for firm in everybody:
            firm.stop()


def is_at_work(firm: Firm) -> Callable[[], bool]:
    """Return whether a newcomer votes, and has caught up with its own feed."""
    return lambda: bool(firm.ask("chain.status").is_voter) and not firm.ask("node.status").catching_up


def knows_cheat(firm: Firm, cheat: Firm) -> Callable[[], bool]:
    """Return whether a firm holds a proof against the cheat, and against nobody else."""
    return lambda: [item.author for item in firm.ask("forks.list")] == [cheat.member]
