"""Files that go in and out: invoices and bundles."""

from typing import Literal

from cohong.api.requests.base import Params
from cohong.api.requests.book import BookFilter, BookSort


class ImportFile(Params, frozen=True):
    """Import invoices as drafts, or send them at once: a CSV file, or UBL documents.

    Attributes:
        path: a CSV file, a UBL document, or a folder or ZIP archive of such documents.
        also: further UBL documents, folders and archives of the same import.
        currency: for rows that name none; needed only where there are such rows.
        counterparties: customer id or name in the file -> member id. What is not in it is looked up among
            remembered mappings, names and identifiers of members; `deal_to` deals what is left out in turn,
            in order of customer id.
        receipts: for rows with a settlement date: `none`, `at-once` (the holder's receipt as soon as the
            obligation is active) or `after-claim` (once the debtor has claimed the payment).
        send: sign and send without a stop at the drafts.
        id: of the new import, 16 random bytes in hex, for a client that may cancel it before the answer comes; the
            node makes one otherwise.
    """

    path: str
    also: list[str] = []
    currency: str = ""
    terms_days: int = 0
    encoding: str = ""
    delimiter: str = ""
    date_order: str = ""
    decimal_mark: str = ""
    columns: dict[str, str] = {}
    counterparties: dict[str, str] = {}
    deal_to: list[str] = []
    receipts: Literal["none", "at-once", "after-claim"] = "at-once"
    send: bool = False
    id: str = ""


class ImportPayments(Params, frozen=True):
    """Match the payments of a bank statement or an accounting export (CSV) with what is open, or record them as well.

    Attributes:
        way: what an amount in a column of its own means: `signed` (below 0 went out), or all of them came `in` or went
            `out`. Where there is a column for each way, that counts.
        counterparties: name or account in the file -> member id. What is not in it is looked up as for invoices.
        paid_by: how it was paid, for the records: `FPS`, say.
        id: of the new import, as in ImportFile.
    """

    path: str
    currency: str = ""
    encoding: str = ""
    delimiter: str = ""
    date_order: str = ""
    decimal_mark: str = ""
    columns: dict[str, str] = {}
    counterparties: dict[str, str] = {}
    way: Literal["signed", "in", "out"] = "signed"
    paid_by: str = ""
    id: str = ""


class FileColumns(Params, frozen=True):
    """Names a kind of file by the headers of its columns, in order."""

    headers: list[str]


class OfImport(Params, frozen=True):
    """Names an import."""

    id: str


class WriteProblems(Params, frozen=True):
    """Write an import's list of problem rows as CSV to a new file."""

    id: str
    path: str


class ExportBundle(Params, frozen=True):
    """Write feeds into a new file, signed, and sealed to its readers.

    Attributes:
        since: only what was written on this day (UTC) or later; empty for everything.
        readers: member ids; empty for all members.
        feeds: whose feeds; empty for all.
        replace: whether a file that is there already may be replaced.
    """

    path: str
    since: str = ""
    readers: list[str] = []
    feeds: list[str] = []
    replace: bool = False


class ExportBook(Params, frozen=True):
    """Write the Book's lines, filtered and sorted as `book.rows` gives them, to a file.

    Attributes:
        path: ends with `.csv` or `.xlsx`, which says what is written.
        replace: whether a file that is there already may be replaced.
    """

    path: str
    filter: BookFilter = "all"
    sort: BookSort = "changed"
    descending: bool = True
    text: str = ""
    debtor: str = ""
    counterparty: str = ""
    currency: str = ""
    replace: bool = False


class ExportStatement(Params, frozen=True):
    """Write the statement of the account with a member to a file, `.csv` or `.xlsx`.

    Attributes:
        currency: empty for all, each with balances of its own.
        first_day, last_day: the period; what was before it makes up the opening balance.
    """

    path: str
    member: str
    first_day: str
    last_day: str
    currency: str = ""
    replace: bool = False


class ExportLookUps(Params, frozen=True):
    """Write the log of look-ups to a file, `.csv` or `.xlsx`."""

    path: str
    replace: bool = False


class BundleFile(Params, frozen=True):
    """Names a bundle by its file's path."""

    path: str
