"""`cohong import payments`: the payments of a bank statement, matched with what is open, and recorded."""

import os
from pathlib import Path
from typing import Annotated, Final

import typer

from cohong.api.views import Amount, ImportStatus, PaymentsFound
from cohong.cli.arguments import currency_digits, parse_id, parse_pairs
from cohong.cli.import_commands import cancelled_by_ctrl_c, finish, wait_for
from cohong.cli.node_client import NodeClient
from cohong.cli.output import money, print_facts, print_line, print_table
from cohong.cli.problem_table import print_problems
from cohong.cli.session import session_of

FIELDS: Final = {"date": "settled", "reference": "number", "account": "customer", "counterparty": "customer_name"}
"""What a payment calls its fields, and what the importer does."""
_SHOWN: Final = 20


def import_payments(  # noqa: PLR0913 one option each, by name
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="CSV, plain or gzip: a bank statement or an accounting export.")],
    currency: Annotated[str, typer.Option(help="For rows that name none: ISO 4217 code.")] = "",
    way: Annotated[str, typer.Option(help="What an amount means: signed (below 0 went out), in, or out.")] = "signed",
    method: Annotated[str, typer.Option(help="How it was paid, for the records: FPS, CHATS, cheque, …")] = "",
    encoding: Annotated[str, typer.Option(help="Instead of detecting it: utf-8, gb18030, big5, …")] = "",
    delimiter: Annotated[str, typer.Option(help="Instead of detecting it: , ; | or tab.")] = "",
    date_order: Annotated[str, typer.Option(help="Instead of detecting it: dmy, mdy or ymd.")] = "",
    decimal_mark: Annotated[str, typer.Option(help="Instead of detecting it: . or ,")] = "",
    column: Annotated[
        list[str] | None,
        typer.Option(
            help="FIELD=HEADER, once for each: date, amount, money_in, money_out, currency, reference, description, "
            "counterparty, account."
        ),
    ] = None,
    counterparty: Annotated[
        list[str] | None, typer.Option(help="NAME=ID: who a name or account of the file is; once for each.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what each payment would be for.")] = False,
    problems: Annotated[Path | None, typer.Option(help="Write the problem rows to this new CSV file.")] = None,
    wait: Annotated[bool, typer.Option(help="Wait until the node is done with it.")] = True,
) -> None:
    """Record the payments of a file: receipts of what is owed to you, claims of what you have paid."""
    session = session_of(context)
    if currency:
        currency_digits(currency)
    if problems is not None and problems.exists():
        raise typer.BadParameter(f"{problems} exists already; name a new file")
    import_id = os.urandom(16).hex()
    values = {
        "path": str(file.absolute()),
        "currency": currency,
        "way": way,
        "paid_by": method,
        "encoding": encoding,
        "delimiter": "\t" if delimiter in ("tab", "\\t") else delimiter,
        "date_order": date_order,
        "decimal_mark": decimal_mark,
        "columns": {FIELDS.get(name, name): header for name, header in parse_pairs(column or [], "column").items()},
        "counterparties": {
            name: parse_id(member) for name, member in parse_pairs(counterparty or [], "counterparty").items()
        },
        "id": import_id,
    }
    if dry_run:
        found: PaymentsFound = session.ask("import.match", **values)
        session.answer(found, lambda: _tell(found))
        return
    with cancelled_by_ctrl_c(session, import_id), NodeClient.connect(session.profile_dir) as node:
        status: ImportStatus = node.ask("import.payments", **values)
        status = wait_for(node, status) if wait else status
        if problems is not None and wait:
            node.ask("import.problems", id=status.id, path=str(problems.absolute()))
    finish(session, status)


def _tell(found: PaymentsFound) -> None:
    print_facts(
        [
            ("File", found.file),
            ("Columns", ", ".join(f"{name}: {header}" for name, header in found.columns.items())),
            ("Rows", str(found.rows)),
            (
                "Matched",
                f"{found.matched}: {found.receipts} receipts, {found.claims} claims, {found.partial} of a part",
            ),
            ("Recorded before", str(found.already)),
            ("For you to look at", str(found.bad)),
            ("Received", _amounts(found.totals_in)),
            ("Paid", _amounts(found.totals_out)),
        ]
    )
    if found.matches:
        print_line("")
        print_table(
            ["Line", "Day", "Record", "Counterparty", "Invoice", "Amount", "Left"],
            [
                [
                    str(item.line),
                    item.day,
                    "receipt" if item.received else "claim",
                    item.counterparty_name or item.counterparty[:12],
                    item.reference,
                    money(item.amount_minor, item.currency),
                    money(item.left_minor, item.currency),
                ]
                for item in found.matches[:_SHOWN]
            ],
            right=("Line", "Amount", "Left"),
        )
    print_problems(found.problems[:_SHOWN])
    rest = max(found.receipts + found.claims, found.bad) - _SHOWN
    if rest > 0:
        print_line("More of them with --json.")


def _amounts(amounts: list[Amount]) -> str:
    return ", ".join(money(item.minor, item.currency) for item in amounts) or "–"
