"""What votes, blocks and the debtor's feed have to do with sales, defaults and disputes, taken out rule by rule.

As in `mutants.py`; what is written by hand, or the histories of all kinds, has to notice. Rules of the book itself,
which the recount shares, are taken out in `tests/unit/book/test_rules_taken_out.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tests.simulation.mutants import Mutant, Patches

from cohong.book.question import Lock
from cohong.book.transitions import CONSENTS
from cohong.primitives.standing import Level
from cohong.protocol import circumstances, judge, object_history, standings
from cohong.protocol.standings import Standings


def _always(patches: Patches, owner: Any, name: str, answer: bool) -> None:
    """Have a question of yes or no always answered alike."""

    def make(original: Callable[..., bool]) -> Callable[..., bool]:
        def asked(*args: Any) -> bool:
            patches.overruled += original(*args) is not answer
            return answer

        return asked

    patches.replace(owner, name, make)


def _build_on_confirmed(patches: Patches) -> None:
    def make(original: Callable[[str], Level]) -> Callable[[str], Level]:
        def level_needed(kind: str) -> Level:
            patches.overruled += original(kind) is not Level.CONFIRMED
            return Level.CONFIRMED

        return level_needed

    for module in (judge, object_history, standings):
        patches.replace(module, "level_needed", make)


def _use_consents_for_ever(patches: Patches) -> None:
    def make(original: Callable[..., str | None]) -> Callable[..., str | None]:
        def end_relied_on(book: Standings, record: Any) -> str | None:
            end = original(book, record)
            if record.fact.kind not in CONSENTS:
                return end
            patches.overruled += end is not None
            return None

        return end_relied_on

    patches.replace(Standings, "end_relied_on", make)


def _bind_nothing(patches: Patches) -> None:
    def make(original: Callable[..., Lock]) -> Callable[..., Lock]:
        def lock_of(*args: Any) -> Lock:
            patches.overruled += original(*args) is not Lock.FREE
            return Lock.FREE

        return lock_of

    patches.replace(circumstances, "lock_of", make)


def _leave_what_rests(patches: Patches) -> None:
    def make(original: Callable[..., list[Any]]) -> Callable[..., list[Any]]:
        def resting_on(*args: Any) -> list[Any]:
            patches.overruled += bool(original(*args))
            return []

        return resting_on

    patches.replace(Standings, "resting_on", make)


BOOK_MUTANTS: Final = {
    "dispute": Mutant(
        "An open dispute in the debtor's feed stops a sale and a default.",
        lambda patches: _always(patches, circumstances, "_is_disputed", answer=False),
    ),
    "head": Mutant(
        "The head that is shown lies at or beyond the cut, on its branch.",
        lambda patches: _always(patches, circumstances, "_reaches", answer=True),
    ),
    "lock": Mutant("A round binds what has joined it, until a block shows that nobody has ended it.", _bind_nothing),
    "part": Mutant(
        "A part is referred to by the sale that it began with.",
        lambda patches: _always(patches, object_history, "refers_to", answer=True),
    ),
    "final": Mutant("Nothing builds on a sale or a default before it is final.", _build_on_confirmed),
    "late-consent": Mutant("A consent serves until a block dated after its last day.", _use_consents_for_ever),
    "resting": Mutant("What rests on a record falls and rises with it.", _leave_what_rests),
}
