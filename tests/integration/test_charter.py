"""A network of real nodes that changes who is in it: by invitation, join, motion and vote."""

from __future__ import annotations

from pathlib import Path

from tests.integration.firms import Firm, admit, carry, eventually, found, join_of, newcomer, settled_alike


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
