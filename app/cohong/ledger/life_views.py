"""What an obligation is wound up in: its parts, offers on it, disputes and corrections of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cohong.book.disputes import Correction
from cohong.book.objects import Offer
from cohong.ledger.book_lines import CORRECTION_TO_ANSWER, DISPUTE_TO_ANSWER
from cohong.ledger.connection import Row
from cohong.ledger.days import day_no
from cohong.ledger.facts import FactTable
from cohong.ledger.objections import CORRECTION, Objections
from cohong.ledger.obligations import ids_in
from cohong.ledger.offers import Offers
from cohong.ledger.reader import Reader
from cohong.primitives.ids import MemberId, ObjectId
from cohong.primitives.standing import Level, Record

_DISPUTES: Final = (
    "SELECT i.id, a.id, d.opener, f.time_ms, f.level, d.says, d.evidence, d.concerned, d.outcome, r.upheld,"
    " EXISTS (SELECT 1 FROM open_disputes o WHERE o.no = d.no) FROM disputes d JOIN facts f ON f.n = d.no"
    " JOIN ids i ON i.no = d.no JOIN ids a ON a.no = d.about LEFT JOIN dispute_rulings r ON r.dispute = d.no"
)
_NEWEST_FIRST: Final = " ORDER BY f.time_ms DESC, d.no DESC LIMIT ?"
# Of obligations alone: what members say of each other is in no Book.
_DISPUTES_TO_ANSWER: Final = (
    f"{_DISPUTES} JOIN obligations b ON b.no = d.about WHERE {DISPUTE_TO_ANSWER} ORDER BY d.no LIMIT :limit"
)
_CORRECTIONS_TO_ANSWER: Final = (
    f"{CORRECTION} JOIN obligations b ON b.no = c.about WHERE {CORRECTION_TO_ANSWER} ORDER BY c.no LIMIT :limit"
)
# As the filter `to-answer` of the Book; an answer that the voters have refused, or that lost, may be given again.
_PROPOSALS_TO_ANSWER: Final = (
    "SELECT count(*) FROM obligations b WHERE b.state = 0 AND b.version IS NOT NULL AND b.proposer <> :me"
    " AND :me IN (b.debtor, b.creditor) AND b.valid_until >= :today AND NOT EXISTS (SELECT 1 FROM facts a"
    " WHERE a.moves = b.version AND a.author = :me AND a.level NOT IN (3, 5, 7))"
)
_PARTS: Final = "SELECT no FROM obligations WHERE part_of = ? AND version IS NOT NULL ORDER BY no"


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A dispute as it is shown, part of the book or not: it counts from its form alone.

    Attributes:
        concerned: who may speak to it; empty until it stands.
        outcome: `resolved` or `withdrawn`, once its closing stands.
        upheld: what the people have ruled, None if they have not.
        is_open: neither refused, nor closed by its opener, nor ruled on.
        answers: the records about it, by author and place.
    """

    id: ObjectId
    about: ObjectId
    opener: MemberId
    time_ms: int
    level: Level
    says: str
    evidence: tuple[bytes, ...]
    concerned: tuple[MemberId, ...]
    outcome: str
    upheld: bool | None
    is_open: bool
    answers: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """What is beside an obligation.

    Attributes:
        parts: numbers of the obligations that were sold from it, for `book_rows`.
    """

    parts: tuple[int, ...]
    offers: tuple[Offer, ...]
    disputes: tuple[DisputeLine, ...]
    corrections: tuple[Correction, ...]


class LifeViews:
    """Questions about what is beside an obligation, each answered from one snapshot."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._numbers = reader.numbers
        self._facts = FactTable(reader.connection, reader.numbers)
        self._offers = Offers(reader.connection, reader.numbers)
        self._objections = Objections(reader.connection, reader.numbers)

    def life(self, subject: ObjectId) -> Life:
        """Return what is beside an obligation, or another object that may be objected to; the oldest first."""
        with self._reader.snapshot() as connection:
            values = (self._numbers.id_no(subject),)
            disputes = connection.rows(f"{_DISPUTES} WHERE d.about = ? ORDER BY f.time_ms, d.no", values)
            corrections = connection.rows(f"{CORRECTION} WHERE c.about = ? ORDER BY c.proposed_ms, c.no", values)
            return Life(
                tuple(int(row[0]) for row in connection.rows(_PARTS, values)),
                tuple(self._offers.on(subject)),
                tuple(map(self._dispute, disputes)),
                tuple(map(self._objections.correction_of_row, corrections)),
            )

    def disputes(self, limit: int) -> list[DisputeLine]:
        """Return the newest disputes, of whatever, the newest first."""
        with self._reader.snapshot() as connection:
            return list(map(self._dispute, connection.rows(_DISPUTES + _NEWEST_FIRST, (limit,))))

    def corrections(self, limit: int) -> list[Correction]:
        """Return the newest corrections that were asked for, the newest first."""
        with self._reader.snapshot() as connection:
            rows = connection.rows(f"{CORRECTION} ORDER BY c.proposed_ms DESC, c.no DESC LIMIT ?", (limit,))
            return list(map(self._objections.correction_of_row, rows))

    def to_answer(self, me: MemberId, limit: int) -> tuple[list[DisputeLine], list[Correction]]:
        """Return disputes and corrections of obligations that a member is to answer and has not, the oldest first."""
        with self._reader.snapshot() as connection:
            values = {"me": self._numbers.member_no(me), "limit": limit}
            disputes = connection.rows(_DISPUTES_TO_ANSWER, values)
            corrections = connection.rows(_CORRECTIONS_TO_ANSWER, values)
            return (
                list(map(self._dispute, disputes)),
                list(map(self._objections.correction_of_row, corrections)),
            )

    def proposals_to_answer(self, me: MemberId, *, today: str) -> int:
        """Return how many proposals a member may accept or decline on an ISO day, and has not."""
        with self._reader.snapshot() as connection:
            values = {"me": self._numbers.member_no(me), "today": day_no(today)}
            row = connection.row(_PROPOSALS_TO_ANSWER, values)
            assert row is not None, "an aggregate always has a row"
            return int(row[0])

    def _dispute(self, row: Row) -> DisputeLine:
        identity, about, opener, time_ms, level, says, evidence, concerned, outcome, upheld, is_open = row
        member = self._numbers.member
        return DisputeLine(
            ObjectId(identity), ObjectId(about), member(opener), time_ms, Level(level), says, ids_in(evidence),
            tuple(map(MemberId, ids_in(concerned))), outcome, None if upheld is None else bool(upheld), bool(is_open),
            tuple(self._facts.about(ObjectId(identity))),
        )  # fmt: skip
