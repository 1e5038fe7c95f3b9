"""A network of real nodes that changes who is in it: by invitation, join, motion and vote."""

from __future__ import annotations

from pathlib import Path

from tests.integration.firms import Firm, eventually, found, settled_alike


def newcomer(folder: Path, name: str, invitation: str) -> Firm:
    """Start a node with a new profile, and have it ask to join."""
    firm = Firm(folder / name)
    firm.create()
    firm.ask("network.join", invitation=invitation, name=name)
    return firm


def join_of(firm: Firm, name: str) -> str:
    """Return the id of somebody's join, once a member holds it; empty before."""
    joins = [item.join for item in firm.ask("chain.status").joins if item.name == name]
    return joins[0] if joins else ""


def carry(firms: list[Firm], **question: object) -> str:
    """Put a question as the first firm, vote for it as all of them; returns the motion once a block has listed it."""
    motion = str(firms[0].ask("motion.put", **question).entry)
    for firm in firms:
        eventually(lambda firm=firm: motion in {item.motion for item in firm.ask("motion.list")}, "the motion is there")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        firm.ask("motion.vote", motion=motion, yes=True)
    for firm in firms:
        eventually(lambda firm=firm: state_of(firm, motion) == "done", "the motion is carried out")  # type: ignore[misc]  # likewise
    return motion


def state_of(firm: Firm, motion: str) -> str:
    return next(str(item.state) for item in firm.ask("motion.list") if item.motion == motion)


def test_a_newcomer_is_admitted_by_vote_gets_a_vote_and_trades(node_folder: Path) -> None:
    folder = node_folder / "admitted"
    folder.mkdir()
    firms = found(folder, 3)
    try:
        before = firms[0].propose(firms[1].member, "INV-BEFORE")
        made = firms[0].ask("invite.make")
        fourth = newcomer(folder, "Fourth Ltd", made.text)
        firms.append(fourth)
        for firm in firms[:3]:
            eventually(lambda firm=firm: join_of(firm, "Fourth Ltd") != "", "the join is known to all")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        assert fourth.ask("book.digest").entries == 0, "a newcomer reads nothing before it may"
        carry(firms[:3], ask="admit", join=join_of(firms[0], "Fourth Ltd"), reason="a good customer")
        eventually(lambda: fourth.ask("chain.status").is_member, "the newcomer knows that it is in")
        eventually(lambda: not fourth.ask("node.status").catching_up, "the newcomer may write")
        assert not fourth.ask("chain.status").is_voter
        carry(firms[:3], ask="voter", member=fourth.member, vote=True)
        for firm in firms:
            eventually(lambda firm=firm: len(firm.ask("chain.status").voters) == 4, "four voters")  # type: ignore[misc]  # likewise
        after = fourth.propose(firms[0].member, "INV-AFTER")
        settled_alike(firms, 2)
        assert [fourth.state(before), firms[2].state(after)] == ["proposed", "proposed"]
    finally:
        for firm in firms:
            firm.stop()
