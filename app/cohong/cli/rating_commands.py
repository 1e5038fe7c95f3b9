"""`cohong import ratings`: what oneself has said of others elsewhere becomes endorsements in the book.

Only a member can sign its own word. So each takes its own lines out of a file, which may hold everybody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cohong.api.views import MemberCard
from cohong.cli.arguments import files_at_hand
from cohong.cli.member_argument import names_of
from cohong.cli.node_client import NodeClient
from cohong.cli.output import print_facts, print_line, print_table, short_id
from cohong.cli.record_writing import written
from cohong.cli.session import session_of

if TYPE_CHECKING:
    from cohong.insight.ratings_file import RatingRow

_SHOWN: Final = 20
_REASONS: Final = {
    "unknown": "nobody in the network goes by it",
    "ambiguous": "several members go by it: write the id",
    "oneself": "that is yourself",
}


@dataclass(frozen=True, slots=True)
class Endorsement:
    """A member, and what is said of it: a score from -10 to 10, and the day on which it was said elsewhere."""

    member: str
    score: int
    comment: str

    @property
    def key(self) -> str:
        """The key under which it is signed once, however often the file is imported."""
        return sha256(f"rating {self.member} {self.score} {self.comment}".encode()).hexdigest()[:32]


def import_ratings(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="CSV in UTF-8: SOURCE,TARGET,RATING,TIME.")],
    source: Annotated[str, typer.Option(help="What you are called in the file, if not by your name or id.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be signed.")] = False,
) -> None:
    """Sign what a file says that you think of other members; of several ratings of one the latest counts.

    Exit codes: 0 done, 1 a file is not as it must be.
    """
    from cohong.insight.ratings_file import rating_rows  # brings numpy, which no other import needs

    session = session_of(context)
    with files_at_hand():
        rows = list(rating_rows(file))
    with NodeClient.connect(session.profile_dir) as node:
        members: list[MemberCard] = node.ask("members.list")
        known = members_by_name(members)
        me = next(card.member for card in members if card.me)
        mine = [row for row in rows if _is_mine(row.source, source, known, me)]
        endorsements, problems = endorsements_of(mine, known, me)
        if not dry_run:
            for each in endorsements:
                fields = {"member": each.member, "score": each.score, "comment": each.comment}
                written(node, "endorse.set", fields, key=each.key)
    said = {
        "rows": len(rows),
        "mine": len(mine),
        "endorsements": [{"member": each.member, "score": each.score} for each in endorsements],
        "problems": [{"line": row.line, "target": row.target, "reason": reason} for row, reason in problems],
        "dry_run": dry_run,
    }
    session.answer(said, lambda: _tell(said, {card.member: card.name for card in members}))


def members_by_name(members: Iterable[MemberCard]) -> dict[str, set[str]]:
    """Return who goes by what: ids, names in any script and identifiers, without case."""
    known: dict[str, set[str]] = {}
    for card in members:
        for name in names_of(card):
            known.setdefault(name, set()).add(card.member)
    return known


def endorsements_of(
    rows: Sequence[RatingRow], known: Mapping[str, set[str]], me: str
) -> tuple[list[Endorsement], list[tuple[RatingRow, str]]]:
    """Return one endorsement a member, of its latest rating; and the rows about whom it can't be, with the reason."""
    latest: dict[str, RatingRow] = {}
    problems = []
    for row in sorted(rows, key=lambda row: row.time):
        found = known.get(row.target.casefold(), set())
        if len(found) == 1 and me not in found:
            latest[next(iter(found))] = row
        else:
            problems.append((row, "unknown" if not found else "oneself" if found == {me} else "ambiguous"))
    made = [Endorsement(member, round(row.rating), _day(row.time)) for member, row in sorted(latest.items())]
    return made, sorted(problems, key=lambda problem: problem[0].line)


def _is_mine(name: str, source: str, known: Mapping[str, set[str]], me: str) -> bool:
    return name == source if source else known.get(name.casefold()) == {me}


def _day(time: float) -> str:
    """Return the day of a moment, empty where no calendar has it."""
    try:
        return datetime.fromtimestamp(time, UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return ""


def _tell(said: Mapping[str, Any], names: Mapping[str, str]) -> None:
    made, problems = said["endorsements"], said["problems"]
    label = "Would be signed" if said["dry_run"] else "Signed, now or by an earlier import"
    counts = [("Ratings in the file", said["rows"]), ("Yours", said["mine"]), (label, len(made))]
    print_facts([(name, f"{count:,}") for name, count in counts])
    if not said["mine"]:
        print_line("No line has you as its source: --source NAME says what the file calls you.")
    if made:
        rows = [[names.get(each["member"]) or short_id(each["member"]), f"{each['score']:+d}"] for each in made]
        print_table(["Member", "Score"], rows[:_SHOWN])
    if problems:
        print_table(
            ["Line", "Target", "Left out"],
            [[str(each["line"]), each["target"], _REASONS[each["reason"]]] for each in problems[:_SHOWN]],
        )
