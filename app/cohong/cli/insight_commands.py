"""`cohong insight`: reputation out of files, and how well it foretells what it has not seen. Needs no profile."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cohong.api.views import ExperienceFit, FitOf, MemberCard
from cohong.cli.arguments import currency_digits, files_at_hand, parse_day
from cohong.cli.invoice_lines import InvoiceFile, read_invoice_lines
from cohong.cli.output import print_facts, print_table
from cohong.cli.payment_facts_words import facts_told, score_told
from cohong.cli.rating_commands import members_by_name
from cohong.cli.session import Session, session_of

if TYPE_CHECKING:
    from cohong.insight.days_late import Errors, Evaluation
    from cohong.insight.evaluation import Fit

app = typer.Typer(help="Reputation out of files, and how far it can be relied on.", no_args_is_help=True)

InvoicesFile = Annotated[Path, typer.Argument(metavar="FILE.csv", help="Invoices, as `cohong import` reads them.")]
Currency = Annotated[str, typer.Option(help="For rows that name none: ISO 4217 code.")]


@app.command("payments")
def payments(
    context: typer.Context,
    file: InvoicesFile,
    as_of: Annotated[str, typer.Option(metavar="DAY", help="What was known at the end of this day.")],
    customer: Annotated[str, typer.Option(metavar="ID", help="This one alone.")] = "",
    currency: Currency = "",
) -> None:
    """Say how the customers of an invoice file have paid: all of them together, and each.

    Exit codes: 0 done, 1 the file is not as it must be, 2 used wrongly.
    """
    from cohong.insight.payment_facts import payment_facts
    from cohong.insight.plain import plain_facts, plain_score
    from cohong.insight.score_changes import changes_of
    from cohong.insight.scorecard import score_of

    found = _invoices(file, currency)
    day = _ordinal(as_of)
    if customer and customer not in found.lines:
        raise typer.BadParameter(f"{customer!r} is no customer in this file")
    everybody = payment_facts([line for lines in found.lines.values() for line in lines], day)
    chosen = [customer] if customer else sorted(found.lines)
    by_customer = {each: payment_facts(found.lines[each], day) for each in chosen}
    shown: dict[str, Any] = {
        "file": str(file),
        "as_of": as_of,
        "problems": found.problems,
        "overall": plain_facts(everybody),
        "customers": [{"customer": each, **plain_facts(facts)} for each, facts in by_customer.items()],
    }
    if customer:
        score, changes = score_of(by_customer[customer]), changes_of(found.lines[customer], day)
        shown["score"] = plain_score(score, changes)
        told = [*score_told(shown["score"]), *facts_told(shown["customers"][0])]
        session_of(context).answer(shown, lambda: print_facts(told))
        return

    def in_words() -> None:
        print_facts(facts_told(shown["overall"]))
        print_table(
            ("Customer", "Invoices", "Paid", "Within terms", "Late", "Days late"),
            [
                (each, *map(str, (facts.invoices, facts.settled, facts.paid_within_terms, facts.late)),
                 f"{facts.days_late_sum / facts.settled:.2f}" if facts.settled else "")
                for each, facts in by_customer.items()
            ],
            right=("Invoices", "Paid", "Within terms", "Late", "Days late"),
        )  # fmt: skip

    session_of(context).answer(shown, in_words)


@app.command("days-late")
def days_late(
    context: typer.Context,
    file: InvoicesFile,
    cutoff: Annotated[
        str, typer.Option(metavar="DAY", help="Learn from what was paid before; foretell what was issued since.")
    ],
) -> None:
    """Foretell how many days late invoices were paid, and say how far off that is, beside plain means.

    Exit codes: 0 done, 1 the file is not as it must be, 2 used wrongly.
    """
    from cohong.insight.days_late import Invoice, evaluate

    invoices = [
        Invoice(customer, line.issued, line.due, line.payments[0].day if line.payments else None)
        for customer, lines in _invoices(file, "").lines.items()
        for line in lines
    ]
    day = _ordinal(cutoff)
    at_cutoff, at_issue = evaluate(invoices, day, frozen=True), evaluate(invoices, day, frozen=False)
    if at_cutoff is None or at_issue is None:
        raise typer.BadParameter(f"nothing was paid before {cutoff}, or nothing issued since was paid")
    learned = sum(each.settled is not None and each.settled < day for each in invoices)
    foretold = sum(each.settled is not None and each.issued >= day for each in invoices)
    shown = {
        "cutoff": cutoff,
        "learned": learned,
        "foretold": foretold,
        "at_cutoff": _evaluated(at_cutoff),
        "at_issue": _evaluated(at_issue),
    }
    facts = [
        ("Invoices", f"{learned:,} paid before {cutoff}; {foretold:,} issued since foretold"),
        ("From what was known then", _days_told(at_cutoff)),
        ("From what was known at each issue", _days_told(at_issue)),
    ]
    session_of(context).answer(shown, lambda: print_facts(facts))


@app.command("evaluate")
def evaluate(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="RATINGS.csv", help="Ratings: SOURCE,TARGET,RATING (-10 to 10),TIME (seconds)."),
    ] = None,
    labels: Annotated[
        Path | None,
        typer.Option(metavar="LABELS.csv", help="Who is an honest rater: NAME,LABEL (+1 or -1). Tells them apart."),
    ] = None,
    from_book: Annotated[
        bool, typer.Option("--from-book", help="Not of a file: of the profile's book, words and outcomes of trade.")
    ] = False,
    words_only: Annotated[bool, typer.Option("--words-only", help="With --from-book: endorsements alone.")] = False,
) -> None:
    """Foretell ratings that were not seen, and tell dishonest raters by what they say of others.

    Exit codes: 0 done, 1 a file is not as it must be, 2 used wrongly.
    """
    if (file is None) != from_book:
        raise typer.BadParameter("give a file, or --from-book, and not both")
    if words_only and not from_book:
        raise typer.BadParameter("--words-only is of the book: it goes with --from-book")
    if file is None:
        _evaluate_book(session_of(context), labels, words_only=words_only)
        return
    # A fifth of a second to load, and no other command needs it.
    from cohong.insight.evaluation import (
        dishonest_raters_auc,
        forward,
        leave_one_out,
        plain_number,
        plain_values,
    )
    from cohong.insight.ratings_file import read_labels, read_ratings

    with files_at_hand():
        read = read_ratings(file)
        honest = read_labels(labels) if labels is not None else None
    ratings = read.ratings
    one_out, later = leave_one_out(ratings), forward(ratings)
    shown: dict[str, Any] = {"leave_one_out": plain_values(one_out), "forward": plain_values(later)}
    facts = [
        ("Ratings", f"{len(ratings):,} among {len(ratings.names):,}"),
        ("Each from all others", _told(one_out)),
        ("Second half from before", _told(later)),
    ]
    if read.of_oneself:
        facts.append(("Left out", f"{read.of_oneself:,} of the rater itself"))
    if honest is not None:
        auc = dishonest_raters_auc(ratings, honest)
        shown["dishonest_raters_auc"] = plain_number(auc)
        facts.append(_auc_told(auc, honest))
    session_of(context).answer(shown, lambda: print_facts(facts))


def _evaluate_book(session: Session, labels: Path | None, *, words_only: bool) -> None:
    honest = _labels_of_members(session, labels) if labels is not None else {}
    found: ExperienceFit = session.ask("check.fit", words_only=words_only, labels=honest)
    facts = [
        ("Ratings", f"{found.ratings:,} among {found.members:,}"),
        ("Each from all others", _fit_told(found.leave_one_out)),
        ("Second half from before", _fit_told(found.forward)),
    ]
    if found.dishonest_raters_auc is not None:
        facts.append(_auc_told(found.dishonest_raters_auc, honest))
    session.answer(found, lambda: print_facts(facts))


def _labels_of_members(session: Session, file: Path) -> dict[str, bool]:
    from cohong.insight.ratings_file import read_labels

    with files_at_hand():
        honest = read_labels(file)
    return labels_by_id(honest, session.ask("members.list"), file)


def labels_by_id(honest: Mapping[str, bool], members: Sequence[MemberCard], file: Path) -> dict[str, bool]:
    """Return the labels of a file by the ids of members; of a name that is nobody's by the name.

    Whoever is called just so is meant before those of whom only the case differs, as raters of a file may.

    Raises:
        typer.BadParameter: several members go by a name.
    """
    known, exactly = members_by_name(members), dict[str, set[str]]()
    for card in members:
        exactly.setdefault(card.name, set()).add(card.member)
    of: dict[str, bool] = {}
    for name, is_honest in honest.items():
        found = exactly.get(name) or known.get(name.casefold(), {name})
        if len(found) > 1:
            raise typer.BadParameter(f"{file}: several members go by {name!r}. Write the id of the one who is meant.")
        of[next(iter(found))] = is_honest
    return of


def _auc_told(auc: float, honest: Mapping[str, bool]) -> tuple[str, str]:
    figure = "undefined (it takes raters with +1 and with -1)" if math.isnan(auc) else f"{auc:.3f}"
    return "Dishonest raters told apart", f"AUC {figure} over {len(honest):,} with a label"


def _fit_told(fit: FitOf | None) -> str:
    if fit is None:
        return "too few ratings to say"
    return _figures_told(fit.rmse or 0.0, math.nan if fit.correlation is None else fit.correlation)


def _told(fit: Fit) -> str:
    return _figures_told(fit.rmse, fit.correlation)


def _figures_told(rmse: float, correlation: float) -> str:
    return f"RMSE {rmse:.3f}, correlation {'undefined' if math.isnan(correlation) else f'{correlation:.3f}'}"


def _invoices(file: Path, currency: str) -> InvoiceFile:
    if currency:
        currency_digits(currency)
    with files_at_hand():
        return read_invoice_lines(file, currency)


def _ordinal(day: str) -> int:
    return date.fromisoformat(parse_day(day)).toordinal()


def _evaluated(found: Evaluation) -> dict[str, Any]:
    return {
        "model": {
            **_errors(found.model),
            "stated_error": round(found.stated_error, 4),
            "covered": round(found.covered, 4),
        },
        "customer_mean": _errors(found.customer_mean),
        "global_mean": _errors(found.global_mean),
    }


def _errors(errors: Errors) -> dict[str, float]:
    return {"mae": round(errors.mae, 4), "rmse": round(errors.rmse, 4)}


def _days_told(found: Evaluation) -> str:
    told = ", ".join(
        f"{name} {errors.mae:.2f} ({errors.rmse:.2f})"
        for name, errors in (
            ("", found.model),
            ("the customer's mean", found.customer_mean),
            ("the mean of all", found.global_mean),
        )
    )
    return f"off by{told} days on average (root of the mean square); said of itself {found.stated_error:.2f}"
