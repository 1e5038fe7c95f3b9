"""Reading under a consent: which one is used, and that one record a day says so."""

from collections.abc import Sequence

from cohong.book.consents import Consent, ConsentState
from cohong.book.question import Rules
from cohong.ledger.consents import ConsentLine
from cohong.primitives.ids import MemberId, ObjectId

REPORT = "report"


def keys_of(member: MemberId, rules: Rules) -> frozenset[MemberId]:
    """Return the keys for which a member acts: its own, and those that it has replaced."""
    return frozenset({member, *(old for old in rules.replaced if rules.holder_of(old) == member)})


def is_usable(consent: Consent, day: str) -> bool:
    """Return whether a reader may use a consent on a day, in UTC."""
    return consent.state is ConsentState.GIVEN and day <= consent.until


def consent_to_read(
    lines: Sequence[ConsentLine], subject: MemberId, me: MemberId, rules: Rules, day: str, purpose: str = ""
) -> ConsentLine | None:
    """Return the consent under which a member reads the report about another: of several the one that lasts longest.

    It is for the purpose that is named, for any where none is.
    """
    mine = [
        line for line in lines
        if rules.holder_of(line.consent.subject) == subject and rules.holder_of(line.consent.reader) == me
        and line.consent.scope == REPORT and is_usable(line.consent, day)
        and purpose in ("", line.consent.purpose)
    ]  # fmt: skip
    return max(mine, key=lambda line: (line.consent.until, line.consent.id), default=None)


def key_of_reading(consent: ObjectId, day: str) -> str:
    """Return the key by which a reading is noted: the same key is never carried out twice, so it is once a day."""
    return f"access {consent.hex()} {day}"
