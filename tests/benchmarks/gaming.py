"""What it takes to lift or to harm a name, and how far that goes: attacks on a world of honest members.

`python -m tests.benchmarks.gaming [--json] [--seed N]` prints a line an attack: what it needs (identities, months,
money that is really repaid to honest members) and what honest members see of its subject afterwards. Each attack is one
function
from a world to what becomes of it; the same seed gives the same figures.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from random import Random
from typing import Final

from tests.benchmarks.gaming_measures import Measures, measures_of, reliability_of
from tests.benchmarks.gaming_world import TERMS_DAYS, TODAY, Deal, Word, World, honest_world

MONTH: Final = 30
MINOR: Final = 100
MALLORY: Final = "mallory"
COLUMNS: Final = (
    "attack", "identities", "months", "repaid", "trust median", "trust most", "on time", "5 % below", "effective",
    "grade", "expected", "raters",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attack:
    """What was done.

    Attributes:
        subject: whose name it is about.
        members: who is in it: the subject unless it is the victim, and all identities that were invented.
        months: for how long they have to be at it.
    """

    subject: str
    members: tuple[str, ...]
    months: int
    world: World


@dataclass(frozen=True, slots=True)
class Row:
    """An attack and what came of it.

    Attributes:
        repaid_minor: what those in it have truly repaid to honest members; 0 where the subject is the victim.
        raters: the mean reliability of those in it, as raters.
    """

    name: str
    identities: int
    months: int
    repaid_minor: int
    measures: Measures
    raters: float


def stranger(world: World) -> Attack:
    """Do nothing: what there is to be gained begins here."""
    return Attack(MALLORY, (MALLORY,), 0, world)


def honest_newcomer(world: World) -> Attack:
    """Pay four firms in time for a year: what a name costs that is come by honestly."""
    creditors = world.honest[:40:10]
    deals = [_paid(creditor, MALLORY, 5_000, month) for creditor in creditors for month in range(12)]
    return Attack(
        MALLORY, (MALLORY,), 12, world.with_more(deals, [Word(each, MALLORY, 1.0, TODAY) for each in creditors])
    )


def wash_trade(world: World) -> Attack:
    """Pay one accomplice a thousand times, millions each."""
    deals = [_paid("accomplice", MALLORY, 1_000_000, 0) for _ in range(1_000)]
    word = Word("accomplice", MALLORY, 1.0, TODAY)
    return Attack(MALLORY, (MALLORY, "accomplice"), 1, world.with_more(deals, [word]))


def ring(world: World) -> Attack:
    """Send the same million round twelve identities, each month of a year, all full of praise for the next."""
    members = (MALLORY, *_invented(11))
    pairs = list(zip(members, (*members[1:], MALLORY), strict=True))
    deals = [_paid(creditor, debtor, 1_000_000, month) for creditor, debtor in pairs for month in range(12)]
    return Attack(MALLORY, members, 12, world.with_more(deals, [Word(*pair, 1.0, TODAY) for pair in pairs]))


def three_invented(world: World) -> Attack:
    """Be praised by as few as it takes for a file that is not thin."""
    return _praised(world, (MALLORY,), MALLORY, _invented(3))


def invented_creditors(world: World) -> Attack:
    """Be praised by a hundred identities, each of them repaid a million."""
    return _praised(world, (MALLORY,), MALLORY, _invented(100))


def bought_way_in(world: World) -> Attack:
    """Repay ten firms 1,000 each by as many identities, and let all of a hundred vouch with millions."""
    invented = _invented(100)
    bought = [_paid(creditor, invented[number], 1_000, 0) for number, creditor in enumerate(world.honest[:10])]
    return _praised(world.with_more(bought), (MALLORY,), MALLORY, invented)


def bad_past(world: World) -> Attack:
    """Pay eight firms in time for a year, then owe them four times as much and never pay."""
    creditors = world.honest[:40:5]
    good = [_paid(creditor, MALLORY, 5_000, 6 + month) for creditor in creditors for month in range(12)]
    bad = [Deal(creditor, MALLORY, 4 * 60_000 * MINOR, TODAY - 150, None) for creditor in creditors for _ in range(12)]
    words = [Word(creditor, MALLORY, -1.0, TODAY - 30) for creditor in creditors]
    return Attack(MALLORY, (MALLORY,), 18, world.with_more(good + bad, words))


def whitewash(world: World) -> Attack:
    """Come again under a new name after the bad past, and have the old one vouch for it."""
    before = bad_past(world)
    return _praised(before.world, before.members, "mallory again", (MALLORY,))


def whitewash_praised(world: World) -> Attack:
    """Come again under a new name, with a hundred invented creditors."""
    before = bad_past(world)
    return _praised(before.world, before.members, "mallory again", (MALLORY, *_invented(100)))


def victim(world: World) -> Attack:
    """Look at a firm of good name, before anybody harms it."""
    return Attack(_victim(world), (), 0, world)


def bad_mouthing(world: World) -> Attack:
    """Speak ill of a firm through fifty identities, all at once."""
    raters = _invented(50)
    return Attack(_victim(world), raters, 1, world.with_more(words=[_ill(world, rater) for rater in raters]))


def patient_bad_mouthing(world: World) -> Attack:
    """Agree with everybody, a word a month for a year, through ten identities; then speak ill of a firm."""
    raters = _invented(10)
    liked = _liked(world)
    words = [
        Word(rater, subject, 0.5, TODAY - MONTH * (month + 1))
        for rater in raters
        for month, subject in enumerate(liked[:12])
    ]
    words += [_ill(world, rater) for rater in raters]
    return Attack(_victim(world), raters, 13, world.with_more(words=words))


def lying_creditor(world: World) -> Attack:
    """Be a firm's real creditor, and sign for each of forty payments two months after it came."""
    subject = _victim(world)
    creditor = next(name for name in world.honest if name != subject)
    late = [Deal(creditor, subject, 500_000, TODAY - 200, TODAY - 200 + TERMS_DAYS + 60) for _ in range(40)]
    return Attack(subject, (creditor,), 3, world.with_more(late, [_ill(world, creditor)]))


ATTACKS: Final[dict[str, Callable[[World], Attack]]] = {
    "a stranger": stranger,
    "an honest newcomer": honest_newcomer,
    "wash trades with one": wash_trade,
    "a ring of twelve": ring,
    "three invented creditors": three_invented,
    "a hundred of them": invented_creditors,
    "a way in that is bought": bought_way_in,
    "a bad past": bad_past,
    "… whitewashed": whitewash,
    "… and praised": whitewash_praised,
    "a victim": victim,
    "… bad-mouthed": bad_mouthing,
    "… by the patient": patient_bad_mouthing,
    "… by its creditor": lying_creditor,
}


def rows(seed: int) -> Iterator[Row]:
    """Yield what each attack comes to, every one on the same world of honest members."""
    world = honest_world(Random(seed))
    for name, attack in ATTACKS.items():
        done = attack(world)
        yield Row(
            name,
            len(done.members),
            done.months,
            done.world.repaid_by(done.members) if done.subject in done.members else 0,
            measures_of(done.world, done.subject),
            reliability_of(done.world, done.members) if done.members else 0.0,
        )


def main() -> None:
    """Print the table, or a JSON object a line."""
    parser = argparse.ArgumentParser(description="What attacks on reputation need, and what they move.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if not arguments.json:
        print(_line(COLUMNS))
    for row in rows(arguments.seed):
        print(json.dumps(asdict(row), ensure_ascii=False) if arguments.json else _line(_cells(row)), flush=True)


def _cells(row: Row) -> tuple[str, ...]:
    seen = row.measures
    return (
        row.name,
        str(row.identities),
        str(row.months),
        _money(row.repaid_minor),
        _money(seen.trust_median_minor),
        _money(seen.trust_most_minor),
        "thin" if seen.is_thin else f"{seen.on_time:.2f}",
        f"{seen.on_time_low:.2f}",
        f"{seen.effective:.1f}",
        seen.grade or "none",
        f"{seen.experience:+.2f}",
        f"{row.raters:.2f}",
    )


def _line(cells: Sequence[str]) -> str:
    return cells[0].ljust(25) + "".join(cell.rjust(14) for cell in cells[1:])


def _money(minor: int) -> str:
    return f"{minor // MINOR:,}"


def _praised(world: World, before: tuple[str, ...], subject: str, creditors: tuple[str, ...]) -> Attack:
    deals = [_paid(creditor, subject, 1_000_000, 0) for creditor in creditors]
    words = [Word(creditor, subject, 1.0, TODAY) for creditor in creditors]
    members = tuple(dict.fromkeys((*before, subject, *creditors)))
    return Attack(subject, members, 1, world.with_more(deals, words))


def _paid(creditor: str, debtor: str, amount: int, months_ago: int) -> Deal:
    """Return what was paid in time so many months ago."""
    paid = TODAY - MONTH * months_ago
    return Deal(creditor, debtor, amount * MINOR, paid - TERMS_DAYS, paid)


def _invented(count: int) -> tuple[str, ...]:
    return tuple(f"invented {number:03}" for number in range(count))


def _liked(world: World) -> list[str]:
    """Return those of whom most was said, and well on average, best known first."""
    said: dict[str, list[float]] = {}
    for word in world.words:
        said.setdefault(word.subject, []).append(word.value)
    liked = [name for name, values in said.items() if sum(values) > 0.3 * len(values)]
    return sorted(liked, key=lambda name: (-len(said[name]), name))


def _victim(world: World) -> str:
    """Return a firm of good name and middling size."""
    return _liked(world)[30]


def _ill(world: World, rater: str) -> Word:
    return Word(rater, _victim(world), -1.0, TODAY)


if __name__ == "__main__":
    main()
