"""Histories of all kinds in which many a body is out of form: what a member with a program of its own might sign."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from tests.simulation.all_kinds import LEANINGS, AllKinds
from tests.simulation.charter_histories import DatedScribe
from tests.simulation.dealings import Dealing

from cohong.book.bodies import FIELDS
from cohong.primitives.encoding import Value

DISTORTED_SHARE: Final = 0.35
ODD: Final[Sequence[Value]] = (
    None, True, 0, -1, 2**63 - 1, -(2**63), "", "2026-02-30", "HKD", b"", bytes(32), [], {}, [[]], [b""],
    [[bytes(32), 0]],
    [[bytes(32), -1, bytes(32)]], [[0, bytes(32), ""]], {"": 0}, "x" * 5_000,
)  # fmt: skip
"""Values that some field might not be ready for."""


class Distorted(AllKinds):
    """Writes what `AllKinds` writes, and alters some of it beyond its form."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed, LEANINGS[seed % len(LEANINGS)])
        self._hand = random.Random(f"distorted {seed}")

    def _put_down(self, written: Dealing) -> None:
        super()._put_down(written)
        if self._hand.random() < DISTORTED_SHARE:
            change = self._hand.choice(CHANGES)
            altered = change(written, self._hand)
            self.scribe.write(altered.author, altered.kind, altered.body, **self._place(altered.author))  # type: ignore[arg-type]  # keywords by name


def _without_a_field(written: Dealing, hand: random.Random) -> Dealing:
    left_out = hand.choice(sorted(written.body))
    return replace(written, body={name: value for name, value in written.body.items() if name != left_out})


def _with_an_odd_value(written: Dealing, hand: random.Random) -> Dealing:
    return replace(written, body={**written.body, hand.choice(sorted(written.body)): hand.choice(ODD)})


def _with_one_more_field(written: Dealing, hand: random.Random) -> Dealing:
    return replace(written, body={**written.body, "more": hand.choice(ODD)})


def _of_another_kind(written: Dealing, hand: random.Random) -> Dealing:
    return replace(written, kind=hand.choice(sorted(FIELDS)))


def _with_other_names(written: Dealing, hand: random.Random) -> Dealing:
    names = written.body.get("names")
    if not isinstance(names, list):
        return written
    changed = hand.choice([[*names, *names], names[:-1], [*names[1:], *names[:1]], list(reversed(names))])
    return replace(written, body={**written.body, "names": changed})


CHANGES: Final[Sequence[Callable[[Dealing, random.Random], Dealing]]] = (
    _without_a_field,
    _with_an_odd_value,
    _with_one_more_field,
    _of_another_kind,
    _with_other_names,
)


def distorted_history(seed: int) -> DatedScribe:
    """Return records of all kinds, a third of them once more with a body that no program of ours would write."""
    return Distorted(seed).write()
