"""What was chosen for the last file with the same columns, so that the next one like it need not be explained again."""

import hashlib
import json
from collections.abc import Sequence

from cohong.api.framing import json_text
from cohong.api.requests import ImportFile
from cohong.api.views import RememberedImport
from cohong.node.desk import Desk


def remember(desk: Desk, headers: Sequence[str], request: ImportFile, *, file: str, now_ms: int) -> None:
    """Remember how a file with these columns was read; called once an import of it has begun."""
    choices = RememberedImport(
        known=True,
        file=file,
        imported_ms=now_ms,
        currency=request.currency,
        terms_days=request.terms_days,
        encoding=request.encoding,
        delimiter=request.delimiter,
        date_order=request.date_order,
        decimal_mark=request.decimal_mark,
        columns=request.columns,
        receipts=request.receipts,
    )
    desk.ledger.set_setting(_name(headers), json_text(choices).encode())


def remembered(desk: Desk, headers: Sequence[str]) -> RememberedImport:
    """Return what was chosen for the last file with these columns, and who is who in any file so far."""
    stored = desk.ledger.get_setting(_name(headers))
    people = {
        name: member.hex() for name, member in desk.ledger.remembered_counterparties().items() if member in desk.members
    }
    choices = {} if stored is None else json.loads(stored)
    return RememberedImport(**{**choices, "counterparties": people})


def _name(headers: Sequence[str]) -> str:
    return f"import-like:{hashlib.sha256(json.dumps(list(headers)).encode()).hexdigest()}"
