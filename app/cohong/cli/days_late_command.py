"""`cohong check days-late`: how late an open obligation will be paid, and how far off that may be."""

from collections.abc import Iterable

import typer

from cohong.api.views import ForetoldDays, PaymentForetold
from cohong.cli.arguments import parse_id
from cohong.cli.output import print_facts, print_line, short_id
from cohong.cli.record_writing import ObjectArgument
from cohong.cli.session import session_of

_NOTHING = {
    "too-few": "Too few payments are in the book to foretell anything.",
    "nothing-owed": "Nothing is owed of this.",
}


def days_late(context: typer.Context, obligation: ObjectArgument) -> None:
    """Foretell how many days late an open obligation will be paid, from what was paid before.

    It is a prediction of this machine: nobody has said it, and it is in no report.
    """
    session = session_of(context)
    found: PaymentForetold = session.ask("check.days_late", object=parse_id(obligation))
    session.answer(found, lambda: _tell(found))


def _tell(found: PaymentForetold) -> None:
    if found.foretold is None:
        print_line(_NOTHING[found.why])
    else:
        print_facts(_told(found, found.foretold))


def _told(found: PaymentForetold, foretold: ForetoldDays) -> Iterable[tuple[str, str]]:
    yield "Debtor", found.debtor_name or short_id(found.debtor)
    yield "Due", found.due
    yield "Likely paid", f"{foretold.paid_on}, {foretold.days:.1f} days after it is due"
    yield "Four times of five", f"{foretold.low} to {foretold.high} days after"
    yield "Usual error", f"{foretold.error_days:.1f} days"
    own = f", {foretold.own_mean:.1f} days late on average" if foretold.own_mean is not None else ""
    yield "From payments of its own", f"{foretold.own:,}{own}"
    yield "From those of all", f"{foretold.everybody:,}, {foretold.everybody_mean:.1f} days late on average"
