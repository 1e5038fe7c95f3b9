"""The ways from anchored records to the root, of which parts are remembered."""

from __future__ import annotations

import pytest
from tests.unit.ledger.feeds import some_id
from tests.unit.ledger.test_anchored_views import final_block

from cohong.ledger import anchored_tree
from cohong.ledger.ledger import Ledger
from cohong.primitives.block import BlockLists
from cohong.primitives.ids import EntryId
from cohong.primitives.merkle import inclusion_path, root_from_path, root_of
from cohong.primitives.standing import Commit

IDS = [EntryId(some_id(f"record {number}")) for number in range(45)]


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchored_tree, "SUBTREE", 4)


def anchor(ledger: Ledger, first: int, last: int, height: int) -> None:
    ledger.commit(Commit(blocks=[final_block(height, last, BlockLists(anchored=tuple(IDS[first:last])))]))


def test_paths_lead_to_the_root_as_what_is_anchored_grows(ledger: Ledger) -> None:
    for height, (first, last) in enumerate([(0, 1), (1, 13), (13, 32), (32, 45)], 1):
        anchor(ledger, first, last, height)
        for count in range(1, last + 1):
            paths = {index: inclusion_path(IDS, index, count) for index in range(count)}
            assert ledger.inclusion_paths(range(count), count) == paths
            for index, path in paths.items():
                assert ledger.inclusion_paths([index], count) == {index: path}
                assert root_from_path(IDS[index], index, count, path) == root_of(IDS[:count])
    assert ledger.inclusion_paths([], 45) == {}


def test_ids_under_a_root_that_is_known_are_not_read_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    anchor(ledger, 0, 45, 1)
    ledger.inclusion_paths([5], 45)
    read: list[tuple[int, int]] = []
    tree, ids = ledger._anchored_tree, ledger._anchored_tree._ids

    def noted(first: int, count: int) -> list[EntryId]:
        read.append((first, count))
        return ids(first, count)

    monkeypatch.setattr(tree, "_ids", noted)
    ledger.inclusion_paths([5], 45)
    assert read == [(4, 4), (44, 1)]


def test_a_book_that_begins_again_has_another_tree(ledger: Ledger) -> None:
    anchor(ledger, 0, 45, 1)
    ledger.inclusion_paths([5], 45)
    ledger.begin_again()
    ledger.commit(Commit(blocks=[final_block(1, 40, BlockLists(anchored=tuple(IDS[40::-1][:40])))]))
    assert ledger.inclusion_paths([5], 40) == {5: inclusion_path(IDS[40::-1], 5, 40)}
