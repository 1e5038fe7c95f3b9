"""One SQL shape for obligations and drafts, and what is derived from it: state as shown, lateness, filters, sorting.

A draft is a line with a negative number. `overdue` and `days late` depend on the day asked about, so they are
expressions over day numbers, never stored.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Literal, get_args

BookFilter = Literal[
    "all",
    "mine",
    "drafts",
    "waiting",
    "voting",
    "to-answer",
    "proposed",
    "active",
    "overdue",
    "settled",
    "declined",
    "defaulted",
    "written-off",
    "disputed",
    "disputes-to-answer",
    "correction",
    "corrections-to-answer",
    "contested",
    "owed-to-me",
    "i-owe",
    "accepted",
    "late",
]
BookSort = Literal[
    "changed", "reference", "counterparty", "amount", "outstanding", "issued", "due", "days_late", "state", "level"
]
RowState = Literal[
    "draft", "proposed", "active", "overdue", "settled", "declined", "defaulted", "cured", "written-off", "recovered"
]

ROW_STATES: Final[tuple[RowState, ...]] = get_args(RowState)
DRAFT: Final = -1
"""State and level of a draft, where those of obligations are 0 and above."""

_SHARED: Final = "debtor, creditor, amount, currency, issued, due, grace, reference, valid_until"
OBLIGATION_LINES: Final = (
    f"SELECT no AS number, {_SHARED}, state, level, proposer, holder, received, claimed, received_on, newest, version,"
    " changed_ms, set_off + written_off + assigned AS otherwise FROM obligations"
)
DRAFT_LINES: Final = (
    f"SELECT -no AS number, {_SHARED}, -1 AS state, -1 AS level, 0 AS proposer, creditor AS holder, 0 AS received,"
    " 0 AS claimed, NULL AS received_on, NULL AS newest, NULL AS version, created_ms AS changed_ms,"
    " 0 AS otherwise FROM drafts"
)
LINES: Final = f"({OBLIGATION_LINES} UNION ALL {DRAFT_LINES})"
"""Obligations and drafts alike. The parameters of what follows are :me (a member's number) and :today (a day's)."""

# In the order of ROW_STATES.
SHOWN_STATE: Final = (
    "CASE state WHEN -1 THEN 0 WHEN 0 THEN 1 WHEN 1 THEN CASE WHEN due + grace < :today THEN 3 ELSE 2 END"
    " WHEN 2 THEN 4 WHEN 3 THEN 5 ELSE state + 2 END"
)
OPEN: Final = "state IN (1, 4)"
"""Something is owed: active, or in default."""
PAID: Final = "state IN (2, 5)"
"""Settled, or paid in full after a default."""
ACCEPTED: Final = "state NOT IN (-1, 0, 3)"
"""Whatever has been owed."""
DAYS_LATE: Final = (
    f"CASE WHEN {OPEN} THEN max(0, :today - due) WHEN {PAID} THEN max(0, coalesce(received_on, due) - due) ELSE 0 END"
)
OUTSTANDING: Final = f"CASE WHEN {OPEN} THEN amount - received - otherwise ELSE 0 END"
OPEN_CLAIM: Final = f"CASE WHEN {OPEN} THEN max(0, claimed - received) ELSE 0 END"
COUNTERPARTY: Final = "CASE WHEN debtor = :me THEN holder ELSE debtor END"

# Of disputes d and corrections c. An answer that was refused, that lost or is void is none.
DISPUTE_TO_ANSWER: Final = (
    "d.no IN (SELECT no FROM open_disputes) AND d.version IS NOT NULL AND d.opener <> :me"
    " AND instr(d.concerned, (SELECT id FROM members WHERE no = :me)) > 0"
    " AND NOT EXISTS (SELECT 1 FROM facts a JOIN kinds k ON k.no = a.kind WHERE a.object = d.no AND a.author = :me"
    " AND k.name = 'dispute.answer' AND a.level NOT IN (3, 5, 7))"
)
CORRECTION_TO_ANSWER: Final = (
    "c.state = 'proposed' AND c.asked = :me AND NOT EXISTS (SELECT 1 FROM facts a WHERE a.moves = c.version"
    " AND a.author = :me AND a.level NOT IN (3, 5, 7))"
)

FILTERS: Final[dict[BookFilter, str]] = {
    "all": "1",
    "mine": "(number < 0 OR :me IN (debtor, creditor, holder))",
    "drafts": "number < 0",
    "waiting": "level = 0",
    "voting": "level IN (0, 1)",
    # An answer that the voters have refused, or that lost, may be given again.
    "to-answer": (
        "(state = 0 AND version IS NOT NULL AND proposer <> :me AND :me IN (debtor, creditor)"
        " AND valid_until >= :today AND (newest IS NULL OR newest = version OR level IN (3, 5, 7)))"
    ),
    "proposed": "state = 0",
    "active": "(state = 1 AND due + grace >= :today)",
    "overdue": "(state = 1 AND due + grace < :today)",
    "settled": PAID,
    "declined": "state = 3",
    "defaulted": "state = 4",
    "written-off": "state IN (6, 7)",
    "disputed": "number IN (SELECT about FROM open_disputes)",
    "disputes-to-answer": f"number IN (SELECT d.about FROM disputes d WHERE {DISPUTE_TO_ANSWER})",
    "correction": "number IN (SELECT about FROM corrections WHERE state = 'proposed')",
    "corrections-to-answer": f"number IN (SELECT c.about FROM corrections c WHERE {CORRECTION_TO_ANSWER})",
    "contested": "level IN (3, 4, 5, 7)",
    "owed-to-me": f"({OPEN} AND holder = :me)",
    "i-owe": f"({OPEN} AND debtor = :me)",
    "accepted": ACCEPTED,
    "late": f"{DAYS_LATE} > grace",
}
"""`active` leaves out what is overdue, so that each line counts under one state, the one that it shows. The last four
are what a figure counts: the sums above the Book, and a member's facts."""

_NAME: Final = f"(SELECT shown FROM profiles WHERE member = {COUNTERPARTY})"
SORTS: Final[dict[BookSort, tuple[str, ...]]] = {
    "changed": ("changed_ms",),
    "reference": ("reference COLLATE NOCASE",),
    "counterparty": (f"{_NAME} COLLATE NOCASE", COUNTERPARTY),
    "amount": ("currency", "amount"),
    "outstanding": ("currency", OUTSTANDING),
    "issued": ("issued",),
    "due": ("due",),
    "days_late": (DAYS_LATE,),
    "state": (SHOWN_STATE,),
    "level": ("level",),
}
assert set(FILTERS) == set(get_args(BookFilter)) and set(SORTS) == set(get_args(BookSort))

MATCHES: Final = (
    "(reference LIKE :like ESCAPE '\\' OR debtor IN (SELECT value FROM json_each(:members))"
    " OR creditor IN (SELECT value FROM json_each(:members)))"
)


NARROWER: Final[dict[str, str]] = {
    "like": MATCHES,
    "debtor": "debtor = :debtor",
    "counterparty": f"{COUNTERPARTY} = :counterparty",
    "currency": "currency = :currency",
}
"""What may be asked for beside a filter: the parameter -> its condition."""


def order_query(book_filter: BookFilter, sort: BookSort, *, descending: bool, narrower: Collection[str] = ()) -> str:
    """Return the query for the numbers of the lines under a filter, in order; ties by the newest first.

    Args:
        narrower: which of NARROWER hold too.
    """
    where = " AND ".join([FILTERS[book_filter], *(NARROWER[name] for name in sorted(narrower))])
    way = " DESC" if descending else ""
    order = ", ".join(f"{key}{way}" for key in SORTS[sort])
    return f"SELECT number FROM {LINES} WHERE {where} ORDER BY {order}, number DESC"


def like_pattern(text: str) -> str:
    """Return the LIKE pattern for text that contains `text`."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
