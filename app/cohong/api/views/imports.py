"""Imports of invoice files."""

from typing import Any, Literal

from cohong.api.views.base import Amount, View


class ImportStatus(View, frozen=True):
    """One import, running or done.

    Attributes:
        holds: what is in the file. Of payments what is recorded stays, and `error` says why it ended early.
        state: `reading`, `cancelling`, `ready` (drafts made, nothing sent, or not all), `sending`, `sent`, `undone`,
            `failed`.
        already: rows that an earlier import or record already has.
        receipts_left: settled rows whose receipt is still to be written.
        error: code of what stopped it.
    """

    id: str
    file: str
    state: Literal["reading", "cancelling", "ready", "sending", "sent", "undone", "failed"]
    holds: Literal["invoices", "payments"] = "invoices"
    rows: int = 0
    done: int = 0
    added: int = 0
    already: int = 0
    duplicates: int = 0
    bad: int = 0
    void: int = 0
    receipts_left: int = 0
    started_ms: int = 0
    undoable: bool = False
    totals: list[Amount] = []
    problems: list[dict[str, Any]] = []
    """At most 500: {line, column, value, reason, other}, `other` the number of the
    invoice that it is like but for leading zeros; `import.problems` writes the whole list to a file."""
    error: str = ""
    detail: str = ""


class RememberedImport(View, frozen=True):
    """How the last file with certain columns was imported: values as in ImportFile.

    Attributes:
        known: whether there was one; otherwise all but `counterparties` is empty.
        file: its name.
        counterparties: customer -> member id, as chosen for any file so far.
    """

    known: bool = False
    file: str = ""
    imported_ms: int = 0
    currency: str = ""
    terms_days: int = 0
    encoding: str = ""
    delimiter: str = ""
    date_order: str = ""
    decimal_mark: str = ""
    columns: dict[str, str] = {}
    receipts: Literal["none", "at-once", "after-claim"] = "at-once"
    counterparties: dict[str, str] = {}


class PaymentMatch(View, frozen=True):
    """A payment, or a part of one, and the obligation that it is for.

    Attributes:
        received: it becomes a receipt; otherwise a claim.
        amount_minor: of the part.
        left_minor: what is left of the obligation after it.
    """

    line: int
    day: str
    received: bool
    amount_minor: int
    currency: str
    object: str
    reference: str
    counterparty: str
    counterparty_name: str
    left_minor: int


class PaymentsFound(View, frozen=True):
    """What an import of payments would do. rows = matched + already + bad.

    Attributes:
        matched: rows that become records.
        receipts, claims: records; a payment of several invoices becomes several.
        partial: of these, those that leave something outstanding.
        already: rows that an earlier import has recorded.
        totals_in, totals_out: of the matched rows.
        matches, problems: at most 500 each; a problem as in ImportStatus.
        columns: field -> header of its column, as a payment calls its fields.
        headers, sample: of the file, and its first rows.
        places: field, as `columns` of ImportPayments has it -> number of its column, from 0.
    """

    file: str
    rows: int = 0
    matched: int = 0
    receipts: int = 0
    claims: int = 0
    partial: int = 0
    already: int = 0
    bad: int = 0
    totals_in: list[Amount] = []
    totals_out: list[Amount] = []
    matches: list[PaymentMatch] = []
    problems: list[dict[str, Any]] = []
    columns: dict[str, str] = {}
    headers: list[str] = []
    sample: list[list[str]] = []
    places: dict[str, int] = {}
