"""`cohong book ageing`, `counts`, `summary` and `digest`: figures over all of the Book."""

from typing import Annotated, Final

import typer

from cohong.api.views import (
    Ageing,
    AgeingLine,
    AgeingSum,
    Amount,
    AnchoredDigest,
    BookCounts,
    BookSummary,
    Digest,
)
from cohong.cli.output import money, print_facts, print_line, print_table, short_id, thousandths
from cohong.cli.session import Session, session_of

app = typer.Typer()


@app.command("counts")
def show_counts(context: typer.Context) -> None:
    """Count the rows of each filter and sum up what is open."""
    session = session_of(context)
    counts: BookCounts = session.ask("book.counts")
    facts = [
        *((name, str(number)) for name, number in counts.by_filter.items()),
        ("Owed to you", _amounts(counts.owed_to_me)),
        ("You owe", _amounts(counts.i_owe)),
    ]
    session.answer(counts, lambda: print_facts(facts))


@app.command("ageing")
def show_ageing(
    context: typer.Context,
    i_owe: Annotated[bool, typer.Option("--i-owe", help="What you owe, not what is owed to you.")] = False,
) -> None:
    """Sum up what is open by counterparty, currency and days past due."""
    session = session_of(context)
    ageing: Ageing = session.ask("book.ageing", side="i-owe" if i_owe else "owed-to-me")
    session.answer(ageing, lambda: _tell_ageing(ageing))


@app.command("summary")
def show_summary(context: typer.Context) -> None:
    """Sum up all obligations held."""
    session = session_of(context)
    summary: BookSummary = session.ask("book.summary")
    facts = [
        ("Invoices", str(summary.invoices)),
        ("Settled", str(summary.settled)),
        ("Settled late", str(summary.late)),
        ("Average days late", f"{thousandths(summary.mean_days_late_milli)} of what is settled"),
        ("Total", _amounts(summary.totals)),
        ("Outstanding", _amounts(summary.outstanding)),
    ]
    session.answer(summary, lambda: print_facts(facts))


@app.command("digest")
def show_digest(
    context: typer.Context,
    at: Annotated[int | None, typer.Option(help="Of the book as this block has fixed it; -1 for the newest.")] = None,
) -> None:
    """Show the state digest: the same on every node that holds the same records."""
    session = session_of(context)
    if at is not None:
        _show_anchored_digest(session, at)
        return
    digest: Digest = session.ask("book.digest")
    facts = [
        ("Digest", digest.digest),
        ("Obligations", str(digest.objects)),
        ("Entries", str(digest.entries)),
        ("Records", str(digest.records)),
        ("Waiting", str(digest.waiting)),
        ("Confirmed", str(digest.confirmed)),
        ("Final", str(digest.final)),
        ("Rejected", str(digest.rejected)),
        ("Contested", str(digest.contested)),
        ("Forks", str(digest.forks)),
    ]
    session.answer(digest, lambda: print_facts(facts))


def _show_anchored_digest(session: Session, height: int) -> None:
    found: AnchoredDigest = session.ask("book.anchored_digest", height=height)
    facts = [
        ("Digest", found.digest),
        ("Block", f"{found.height}, {found.block}"),
        ("Objects", str(found.objects)),
        ("Anchored records", str(found.records)),
    ]
    session.answer(found, lambda: print_facts(facts))


_BANDS: Final = ("Not due", "1-30", "31-60", "61-90", "91+")


def _tell_ageing(ageing: Ageing) -> None:
    if not ageing.sums:
        print_line("Nothing is open.")
        return
    figures = (*_BANDS, "Total")
    lines = [[line.counterparty_name or short_id(line.counterparty), *_aged(line)] for line in ageing.lines]
    print_table(["Counterparty", "Records", *figures], lines, right=("Records", *figures))
    if ageing.left_out:
        print_line(f"{ageing.left_out} more lines are left out here and counted below.")
    print_line("")
    print_table(
        ["All", "Records", *figures],
        [[item.currency, *_aged(item)] for item in ageing.sums],
        right=("Records", *figures),
    )
    print_line(f"Days past due as of {ageing.day}.")


def _aged(item: AgeingLine | AgeingSum) -> list[str]:
    return [str(item.records), *(money(minor, item.currency) for minor in (*item.bands, item.total_minor))]


def _amounts(amounts: list[Amount]) -> str:
    return ", ".join(money(amount.minor, amount.currency) for amount in amounts) or "–"
