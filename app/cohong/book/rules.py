"""The rules of the book: why a record must not stand, judged only by what the record itself names.

A voter asks `reason_against` with the record and the state that it names, never with what else the voter happens to
know. So honest voters cannot disagree, whatever order things reached them in (protocol.md 3).
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final, cast

from cohong.book.bodies import FIELDS, malformed_field
from cohong.book.objects import Obligation
from cohong.book.reasons import NoReason
from cohong.book.transitions import ABOUT_OBLIGATION, MOVERS, TRANSITIONS
from cohong.primitives.encoding import Value
from cohong.primitives.ids import MemberId
from cohong.primitives.kinds import (
    CREDIT_ACCEPT,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    ENDORSE_SET,
    LIMIT_SET,
    PROFILE_SET,
)
from cohong.primitives.standing import EntryFact, Record


@dataclass(frozen=True, slots=True)
class Rules:
    """The part of the charter that the book's rules ask for, as of the record's height.

    Attributes:
        currencies: allowed ISO 4217 codes; empty for all.
        replaced: a lost or rotated key -> the key that has taken over what it held.
    """

    members: frozenset[MemberId]
    currencies: Collection[str] = ()
    replaced: Mapping[MemberId, MemberId] = field(default_factory=dict)

    def holder_of(self, key: MemberId) -> MemberId:
        """Return who acts today for what is written to a key."""
        return self.replaced.get(key, key)


@dataclass(frozen=True, slots=True)
class Question:
    """A record with its past.

    Attributes:
        named: facts of the records it names, in the order of its `names`.
        version: the obligation as it was at the version named first; None for kinds that are about no obligation, or
            when what is named first is no version of one.
    """

    record: Record
    named: Sequence[EntryFact]
    version: Obligation | None


def is_known(kind: str) -> bool:
    """Return whether this version of the program knows the kind's rules; a record of any other kind is held."""
    return kind in FIELDS


def reason_against(question: Question, rules: Rules) -> NoReason | None:
    """Return the first rule that the record breaks, or None. The kind is a known one.

    That no earlier entry moved the same version is for the caller to see: it depends on how that entry stands.
    """
    fact, body = question.record.fact, question.record.body
    # A record is about an object only if its body was well-formed when it was placed: no need to look again.
    if body is None or (fact.object is None and malformed_field(fact.kind, body) is not None):
        return NoReason.MALFORMED
    if fact.author not in rules.members:
        return NoReason.NOT_A_MEMBER
    if fact.kind in ABOUT_OBLIGATION:
        return _against_step(question, body, rules)
    if question.named:
        return NoReason.WRONG_NAMES
    return _STANDALONE[fact.kind](fact, body, rules)


def _against_profile(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    return None


def _against_limit(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    if body["counterparty"] not in rules.members:
        return NoReason.NOT_A_MEMBER
    return NoReason.SAME_PARTY if body["counterparty"] == fact.author else None


def _against_endorsement(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    if body["member"] not in rules.members:
        return NoReason.NOT_A_MEMBER
    return NoReason.SAME_PARTY if body["member"] == fact.author else None


def _against_proposal(fact: EntryFact, body: dict[str, Value], rules: Rules) -> NoReason | None:
    debtor, creditor = body["debtor"], body["creditor"]
    if debtor not in rules.members or creditor not in rules.members:
        return NoReason.NOT_A_MEMBER
    if debtor == creditor:
        return NoReason.SAME_PARTY
    if fact.author not in (debtor, creditor):
        return NoReason.NOT_A_PARTY
    if rules.currencies and body["currency"] not in rules.currencies:
        return NoReason.CURRENCY
    if cast(str, body["issued"]) > cast(str, body["due"]) or cast(str, body["valid_until"]) < day_of(fact.time_ms):
        return NoReason.DATES
    return None


_STANDALONE: Final[dict[str, Callable[[EntryFact, dict[str, Value], Rules], NoReason | None]]] = {
    PROFILE_SET: _against_profile,
    LIMIT_SET: _against_limit,
    ENDORSE_SET: _against_endorsement,
    CREDIT_PROPOSE: _against_proposal,
}


def end_relied_on(record: Record, proposal: Record) -> str | None:
    """Return the last day on which a record about a proposal may be written, None if there is none.

    A block dated well after that day, whose cut does not reach the record, makes it late (protocol.md 4). Whether the
    proposal stands is not asked: that may change after the block, and what is late is late for good.
    """
    assert proposal.body is not None, "a record is about a proposal only if that is well-formed"
    return cast(str, proposal.body["valid_until"]) if record.fact.kind == CREDIT_ACCEPT else None


def _against_step(question: Question, body: dict[str, Value], rules: Rules) -> NoReason | None:
    fact, obligation = question.record.fact, question.version
    if obligation is None or not _names_fit(question):
        return NoReason.WRONG_NAMES
    if fact.kind in MOVERS and fact.author != rules.holder_of(obligation.controller):
        return NoReason.NOT_CONTROLLER
    if fact.kind == CREDIT_CLAIM and fact.author != rules.holder_of(obligation.terms.debtor):
        return NoReason.NOT_DEBTOR
    if (obligation.state, fact.kind) not in TRANSITIONS:
        return NoReason.WRONG_STATE
    if fact.kind == CREDIT_ACCEPT and day_of(fact.time_ms) > obligation.terms.valid_until:
        return NoReason.EXPIRED
    if fact.kind in (CREDIT_ACCEPT, CREDIT_DECLINE):
        return None
    if cast(int, body["amount"]) > obligation.outstanding_minor:
        return NoReason.EXCEEDS_OUTSTANDING
    return NoReason.IN_FUTURE if cast(str, body["value_date"]) > last_day_anywhere(fact.time_ms) else None


def _names_fit(question: Question) -> bool:
    """Whether what follows the version among the names is what the kind allows: a claim, for a receipt."""
    rest = question.named[1:]
    if question.record.fact.kind != CREDIT_RECEIPT:
        return not rest
    obligation = question.version
    return len(rest) <= 1 and all(
        claim.kind == CREDIT_CLAIM and obligation is not None and claim.object == obligation.id for claim in rest
    )


def day_of(time_ms: int) -> str:
    """Return the UTC day of a time in an entry."""
    return _date_time(time_ms).date().isoformat()


def last_day_anywhere(time_ms: int) -> str:
    """Return the latest day that it was anywhere on Earth (UTC+14) at a time in an entry."""
    return (_date_time(time_ms) + timedelta(hours=14)).date().isoformat()


def _date_time(time_ms: int) -> datetime:
    return datetime.fromtimestamp(min(time_ms, _LAST_MS) / 1000, UTC)


_LAST_MS: Final = 253_402_214_400_000
"""A day before the end of the year 9999, so that a time zone still fits."""
