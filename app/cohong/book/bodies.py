"""The form of each kind's body: a table of fields and what each must look like.

A field that is missing, unknown or out of form makes the record malformed. Relations between fields and with other
records are rules (`cohong.book.rules`).
"""

from collections.abc import Callable
from typing import Final

from cohong.book.identifiers import IDENTIFIER_CHECKS
from cohong.primitives.days import is_day
from cohong.primitives.encoding import Value
from cohong.primitives.entry import is_id
from cohong.primitives.fields import is_plain
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
from cohong.primitives.money import AMOUNT_MINOR_MAX, MINOR_DIGITS

NAME_CHARS_MAX: Final = 120
PLACE_CHARS_MAX: Final = 80
REFERENCE_CHARS_MAX: Final = 64
DESCRIPTION_CHARS_MAX: Final = 500
COMMENT_CHARS_MAX: Final = 500
METHOD_CHARS_MAX: Final = 40
EVIDENCE_MAX: Final = 16
GRACE_DAYS_MAX: Final = 365
TERMS_DAYS_MAX: Final = 3_650
LANGUAGES: Final = ("en", "zh_hant", "zh_hans")
PROFILE_KINDS: Final = ("firm", "person", "auditor")
SIDES: Final = ("debtor", "creditor")
SCORE_MAX: Final = 10

Check = Callable[[Value], bool]


def is_text(value: Value, chars_max: int, *, empty: bool = True) -> bool:
    """Return whether `value` is text of at most `chars_max` characters without control characters or line breaks."""
    if type(value) is not str or len(value) > chars_max or (not empty and not value.strip()):
        return False
    return is_plain(value)


def is_amount(value: Value) -> bool:
    """Return whether `value` is a sum in minor units that may be owed or paid: 1 to 10^15."""
    return type(value) is int and 0 < value <= AMOUNT_MINOR_MAX


def _text(chars_max: int, *, empty: bool = True) -> Check:
    return lambda value: is_text(value, chars_max, empty=empty)


def _whole(low: int, high: int) -> Check:
    return lambda value: type(value) is int and low <= value <= high


def _one_of(words: tuple[str, ...]) -> Check:
    return lambda value: value in words


def _is_flag(value: Value) -> bool:
    return type(value) is bool


def _is_currency(value: Value) -> bool:
    return type(value) is str and value in MINOR_DIGITS


def _is_evidence(value: Value) -> bool:
    return type(value) is list and len(value) <= EVIDENCE_MAX and all(map(is_id, value))


def _are_names(value: Value) -> bool:
    return type(value) is dict and bool(value) and all(
        language in LANGUAGES and is_text(name, NAME_CHARS_MAX, empty=False) for language, name in value.items()
    )  # fmt: skip


def _are_identifiers(value: Value) -> bool:
    return type(value) is dict and all(
        scheme in IDENTIFIER_CHECKS and type(number) is str and IDENTIFIER_CHECKS[scheme](number)
        for scheme, number in value.items()
    )


FIELDS: Final[dict[str, dict[str, Check]]] = {
    PROFILE_SET: {
        "kind": _one_of(PROFILE_KINDS),
        "name": _are_names,
        "place": _text(PLACE_CHARS_MAX),
        "identifiers": _are_identifiers,
    },
    LIMIT_SET: {
        "counterparty": is_id,
        "side": _one_of(SIDES),
        "currency": _is_currency,
        "amount": is_amount,
        "terms_days": _whole(0, TERMS_DAYS_MAX),
        "until": is_day,
        "auto_accept": _is_flag,
    },
    CREDIT_PROPOSE: {
        "debtor": is_id,
        "creditor": is_id,
        "amount": is_amount,
        "currency": _is_currency,
        "issued": is_day,
        "due": is_day,
        "grace_days": _whole(0, GRACE_DAYS_MAX),
        "reference": _text(REFERENCE_CHARS_MAX, empty=False),
        "description": _text(DESCRIPTION_CHARS_MAX),
        "evidence": _is_evidence,
        "assignable": _is_flag,
        "nettable": _is_flag,
        "valid_until": is_day,
    },
    CREDIT_ACCEPT: {},
    CREDIT_DECLINE: {"reason": _text(DESCRIPTION_CHARS_MAX)},
    CREDIT_CLAIM: {
        "amount": is_amount,
        "value_date": is_day,
        "method": _text(METHOD_CHARS_MAX),
        "reference": _text(REFERENCE_CHARS_MAX),
    },
    CREDIT_RECEIPT: {
        "amount": is_amount,
        "value_date": is_day,
        "method": _text(METHOD_CHARS_MAX),
        "reference": _text(REFERENCE_CHARS_MAX),
    },
    ENDORSE_SET: {
        "member": is_id,
        "score": _whole(-SCORE_MAX, SCORE_MAX),
        "comment": _text(COMMENT_CHARS_MAX),
    },
}
"""Kind -> field -> check. The fields `salt` and `names`, which every body may have, are checked where it is decoded."""

COMMON_FIELDS: Final = frozenset({"salt", "names"})


def malformed_field(kind: str, body: dict[str, Value]) -> str | None:
    """Return the name of the first field that is missing, unknown or out of form; None if the body is well-formed.

    `kind` is one of `FIELDS`.
    """
    checks = FIELDS[kind]
    for name, check in checks.items():
        if name not in body or not check(body[name]):
            return name
    if len(body) > len(checks):
        return next((name for name in sorted(body) if name not in checks and name not in COMMON_FIELDS), None)
    return None
