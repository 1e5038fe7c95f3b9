"""`cohong insight`: how well reputation foretells what it has not seen, on a file, without profile and node."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cohong.cli.arguments import files_at_hand
from cohong.cli.output import print_facts
from cohong.cli.session import session_of

if TYPE_CHECKING:
    from cohong.insight.evaluation import Fit

app = typer.Typer(help="Measure how far reputation can be relied on.", no_args_is_help=True)


@app.callback()
def insight() -> None:
    """Keep the name of the one command: without this Typer would leave it out."""


@app.command("evaluate")
def evaluate(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="RATINGS.csv", help="Ratings: SOURCE,TARGET,RATING (-10 to 10),TIME (seconds).")
    ],
    labels: Annotated[
        Path | None,
        typer.Option(metavar="LABELS.csv", help="Who is an honest rater: NAME,LABEL (+1 or -1). Tells them apart."),
    ] = None,
) -> None:
    """Foretell ratings that were not seen, and tell dishonest raters by what they say of others.

    Exit codes: 0 done, 1 a file is not as it must be, 2 used wrongly.
    """
    # A fifth of a second to load, and no other command needs it.
    from cohong.insight.evaluation import dishonest_raters_auc, forward, leave_one_out
    from cohong.insight.ratings_file import read_labels, read_ratings

    with files_at_hand():
        read = read_ratings(file)
        honest = read_labels(labels) if labels is not None else None
    ratings = read.ratings
    one_out, later = leave_one_out(ratings), forward(ratings)
    shown: dict[str, Any] = {"leave_one_out": _values(one_out), "forward": _values(later)}
    facts = [
        ("Ratings", f"{len(ratings):,} among {len(ratings.names):,}"),
        ("Each from all others", _told(one_out)),
        ("Second half from before", _told(later)),
    ]
    if read.of_oneself:
        facts.append(("Left out", f"{read.of_oneself:,} of the rater itself"))
    if honest is not None:
        auc = dishonest_raters_auc(ratings, honest)
        shown["dishonest_raters_auc"] = _number(auc)
        facts.append(("Dishonest raters told apart", f"AUC {auc:.3f} over {len(honest):,} with a label"))
    session_of(context).answer(shown, lambda: print_facts(facts))


def _values(fit: Fit) -> dict[str, float | None]:
    return {"rmse": _number(fit.rmse), "correlation": _number(fit.correlation)}


def _number(value: float) -> float | None:
    """Return what JSON can hold: it has no word for what is undefined."""
    return None if math.isnan(value) else round(value, 4)


def _told(fit: Fit) -> str:
    return f"RMSE {fit.rmse:.3f}, correlation {fit.correlation:.3f}"
