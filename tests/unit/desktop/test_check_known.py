"""Why nobody was found, and what may be missing from what was."""

from __future__ import annotations

import pytest

from cohong.api.views import NodeStatus, PeerRow, SyncStatus
from cohong.desktop.formatting import Formats
from cohong.desktop.pages.check_known import BEHIND_FROM, KnownWords, entries_behind, is_offline

WORDS = KnownWords(Formats("en"))
MS = 1_700_000_000_000
IN_TOUCH = NodeStatus(version="", network="ab" * 32, voters=4, peers_connected=2)
OFFLINE = NodeStatus(version="", network="ab" * 32, voters=4, offline_since_ms=MS, as_of_ms=MS)
REBUILT = NodeStatus(version="", network="ab" * 32, voters=4, peers_connected=2, findable=62_000, findable_of=180_000)


@pytest.mark.parametrize(
    ("status", "behind", "sentence", "hint"),
    [
        (IN_TOUCH, 0, "Nobody called “{x}” was ever recorded in this network.", "Only its members"),
        (IN_TOUCH, 400, "This machine knows nobody called “{x}”.", "It is still receiving"),
        (OFFLINE, 400, "This machine knows nobody called “{x}”.", "It has been offline since"),
        (REBUILT, 400, "Nobody called “{x}” is found yet.", "The index of names has 62,000 of 180,000 members"),
    ],
)
def test_each_reason_has_its_own_words_and_a_name_is_no_pattern(
    status: NodeStatus, behind: int, sentence: str, hint: str
) -> None:
    told = WORDS.nobody("{x}", status, behind)
    assert told[0] == sentence and told[1].startswith(hint)


def test_what_may_be_missing_is_said_of_what_is_found_too() -> None:
    offline, rebuilt = WORDS.gap(OFFLINE), WORDS.gap(REBUILT)
    assert WORDS.gap(IN_TOUCH) is None and offline is not None and rebuilt is not None
    assert offline[0].startswith("Not connected to any member since") and offline[1] == "warning"
    assert rebuilt[0].startswith("The index of names is being made anew: 62,000 of 180,000") and rebuilt[1] == "info"


def test_alone_in_a_network_is_not_offline() -> None:
    assert [is_offline(NodeStatus(version="", network="ab" * 32, voters=n)) for n in (1, 2)] == [False, True]
    assert not is_offline(NodeStatus(version="", voters=2)), "no network yet"


def test_what_is_always_on_the_way_is_not_behind() -> None:
    def sync(*ahead: int, connected: bool = True) -> SyncStatus:
        peers = [PeerRow(member="", name="", connected=connected, ahead=number) for number in ahead]
        return SyncStatus(peers=peers, outbox=[], outbox_total=0)

    found = [entries_behind(sync(*ahead)) for ahead in ((), (3, BEHIND_FROM - 1), (3, BEHIND_FROM))]
    assert found == [0, 0, BEHIND_FROM]
    assert entries_behind(sync(400, connected=False)) == 0, "who is gone can send nothing"
