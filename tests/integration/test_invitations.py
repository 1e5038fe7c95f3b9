"""One invitation, given to two: on real nodes that did not hear of one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.integration.firms import Firm, admit, eventually, found, join_of, newcomer

from cohong.api.errors import ApiError


def test_of_two_who_use_one_invitation_at_two_members_one_is_let_in_and_the_other_told(node_folder: Path) -> None:
    folder = node_folder / "twice"
    folder.mkdir()
    firms = found(folder, 2)
    try:
        made = firms[0].ask("invite.make")
        eventually(lambda: len(firms[1].ask("invite.list")) == 1, "the invitation is known to both")
        firms[1].stop()
        firms.append(newcomer(Firm(folder / "lotus"), "Lotus Ltd", made.text))
        eventually(lambda: join_of(firms[0], "Lotus Ltd") != "", "the first join")
        firms[0].stop()
        firms[1].start(unlock=True)
        firms.append(newcomer(Firm(folder / "tiger"), "Tiger Ltd", made.text))
        firms[0].start(unlock=True)
        eventually(lambda: len(firms[0].ask("chain.status").joins) == 2, "both joins are known")
        assert {item.rivals for item in firms[0].ask("chain.status").joins} == {1}

        admit(firms[:2], "Tiger Ltd")
        lotus, tiger = firms[2:]
        eventually(lambda: tiger.ask("node.status").standing == "member", "Tiger is in")
        states = {item.name: item.state for item in firms[0].ask("chain.status").joins}
        assert states == {"Lotus Ltd": "refused", "Tiger Ltd": "member"}
        with pytest.raises(ApiError) as refused:
            firms[0].ask("motion.put", ask="admit", join=join_of(firms[0], "Lotus Ltd"), reason="known to us")
        assert refused.value.detail == "no-effect"
        eventually(lambda: lotus.ask("node.status").standing == "refused", "Lotus is told")

        third = Firm(folder / "third")
        firms.append(third)
        with pytest.raises(ApiError) as used:
            newcomer(third, "Third Ltd", made.text)
        assert (str(used.value.code), used.value.detail) == ("bad-invitation", "used")
    finally:
        for firm in firms:
            firm.stop()
