"""One member's obligations as debtor with all that reputation is computed from, a page at a time.

A member is all its keys: a new one does not leave behind what was owed under the old.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cohong.book.objects import ObligationState
from cohong.ledger.book_lines import ACCEPTED, FILTERS, OPEN
from cohong.ledger.connection import Row
from cohong.ledger.days import day_no
from cohong.ledger.debtor_events import DebtorEvent, debtor_events
from cohong.ledger.keys import holder_of, keys_of
from cohong.ledger.obligations import STATES
from cohong.ledger.reader import Reader
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.standing import Level

PAGE: Final = 1_000

_KEYS: Final = keys_of(":debtor")

# Signed for and not refused, beaten or void, as the view `open_disputes` has it.
_DISPUTES: Final = (
    "SELECT 1 FROM disputes d JOIN facts f ON f.n = d.no WHERE d.about = o.no AND f.level NOT IN (3, 5, 7)"
)
_LOST: Final = (
    "SELECT 1 FROM disputes d JOIN dispute_rulings r ON r.dispute = d.no"
    f" WHERE d.about = o.no AND (d.opener IN {_KEYS}) <> r.upheld"
)
_COUNTS: Final = (
    f"debtor IN {_KEYS} AND {ACCEPTED} AND ({OPEN} OR max(due + grace, coalesce(received_on, 0)) >= :since)"
)
_COUNT: Final = f"SELECT count(*) FROM obligations WHERE {_COUNTS}"
_LINES: Final = (
    f"SELECT o.no, i.id, {holder_of('o.creditor')}, o.currency, o.amount - o.assigned, o.received + o.set_off,"
    " o.received_on, o.written_off, o.issued, o.due, o.grace, o.state, o.level, o.first_due IS NOT NULL,"
    f" EXISTS (SELECT 1 FROM open_disputes d WHERE d.about = o.no), EXISTS ({_DISPUTES}), EXISTS ({_LOST})"
    f" FROM (SELECT * FROM obligations WHERE {_COUNTS} AND no > :after ORDER BY no LIMIT :limit) o"
    " JOIN ids i ON i.no = o.no ORDER BY o.no"
)
_PARTIES: Final = "SELECT debtor, creditor FROM obligations WHERE no = (SELECT no FROM ids WHERE id = ?)"
_UNSURE: Final = (
    f"SELECT coalesce(sum({FILTERS['waiting']}), 0), coalesce(sum({FILTERS['contested']}), 0)"
    f" FROM obligations WHERE debtor IN {_KEYS}"
)
_NEWEST: Final = f"SELECT coalesce(max(changed_ms), 0) FROM obligations WHERE debtor IN {_KEYS} AND {ACCEPTED}"
_FORKED: Final = f"SELECT 1 FROM proofs WHERE author IN {_KEYS} LIMIT 1"
_HONOURED: Final = f"SELECT count(*) FROM guarantees WHERE guarantor IN {_KEYS} AND paid > 0"


@dataclass(frozen=True, slots=True)
class DebtorLine:
    """One obligation; days are the ledger's numbers, which are ordinals.

    Attributes:
        number: of the row, by which the next page begins.
        amount_minor: as last agreed, without what was sold on in parts.
        paid_minor, paid_on: received and set off, and when of it the last came: the book keeps no more of them.
    """

    number: int
    id: ObjectId
    creditor: MemberId
    currency: str
    amount_minor: int
    paid_minor: int
    paid_on: int | None
    written_off_minor: int
    issued: int
    due: int
    grace_days: int
    state: ObligationState
    level: Level
    is_restructured: bool
    is_disputed: bool
    was_disputed: bool
    dispute_lost: bool


class DebtorLines:
    """Questions about what a member has owed, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers
        self.one_state = reader.snapshot
        """Within it all answers are of one state."""

    def count_debtor_lines(self, member: MemberId, *, since: str) -> int:
        """Return how many obligations of a member are open, or ended on an ISO day or later."""
        with self._reader.snapshot() as connection:
            values = {"debtor": self._numbers.member_no(member), "since": day_no(since)}
            row = connection.row(_COUNT, values)
            assert row is not None, "an aggregate always has a row"
            return int(row[0])

    def debtor_lines(self, member: MemberId, *, since: str, after: int = 0, limit: int = PAGE) -> list[DebtorLine]:
        """Return those obligations in the order of their rows, from the one after a row on."""
        with self._reader.snapshot() as connection:
            values = {
                "debtor": self._numbers.member_no(member), "since": day_no(since), "after": after, "limit": limit
            }  # fmt: skip
            return list(map(self._line, connection.rows(_LINES, values)))

    def parties(self, obligation: ObjectId) -> tuple[MemberId, MemberId]:
        """Return the keys that an obligation's own record names as debtor and creditor, whoever acts for them now."""
        with self._reader.snapshot() as connection:
            row = connection.row(_PARTIES, (obligation,))
            assert row is not None, "it is a line of somebody's"
            return self._numbers.member(row[0]), self._numbers.member(row[1])

    def events(self, member: MemberId) -> dict[ObjectId, list[DebtorEvent]]:
        """Return what has come over a member's obligations beside payments, by obligation, in no order."""
        with self._reader.snapshot() as connection:
            return debtor_events(connection, self._numbers.member_no(member))

    def newest_ms(self, member: MemberId) -> int:
        """Return the time of the newest record about a debt of a member, 0 if there is none."""
        with self._reader.snapshot() as connection:
            row = connection.row(_NEWEST, {"debtor": self._numbers.member_no(member)})
            assert row is not None, "an aggregate always has a row"
            return int(row[0])

    def has_forked(self, member: MemberId) -> bool:
        """Return whether a member is proven to have written two entries at one place."""
        with self._reader.snapshot() as connection:
            return connection.row(_FORKED, {"debtor": self._numbers.member_no(member)}) is not None

    def guarantees_honoured(self, member: MemberId) -> int:
        """Return how many guarantees of a member it has paid on."""
        with self._reader.snapshot() as connection:
            row = connection.row(_HONOURED, {"debtor": self._numbers.member_no(member)})
            assert row is not None, "an aggregate always has a row"
            return int(row[0])

    def unsure_of_debtor(self, member: MemberId) -> tuple[int, int]:
        """Return how many obligations of a member wait for votes, and how many are contested, as the Book filters."""
        with self._reader.snapshot() as connection:
            row = connection.row(_UNSURE, {"debtor": self._numbers.member_no(member)})
            assert row is not None, "an aggregate always has a row"
            return int(row[0]), int(row[1])

    def _line(self, row: Row) -> DebtorLine:
        number, identity, creditor, currency, amount, paid, paid_on, written_off, issued, due, grace, *rest = row
        state, level, restructured, disputed, was_disputed, lost = rest
        return DebtorLine(
            number, ObjectId(identity), self._numbers.member(creditor), currency, amount, paid, paid_on, written_off,
            issued, due, grace, STATES[state], Level(level), bool(restructured), bool(disputed), bool(was_disputed),
            bool(lost),
        )  # fmt: skip
