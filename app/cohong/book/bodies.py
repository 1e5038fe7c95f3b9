"""The form of each kind's body: a table of fields and what each must look like.

A field that is missing, unknown or out of form makes the record malformed. Relations between fields and with other
records are rules (`cohong.book.rules`).
"""

from typing import Final

from cohong.book.checks import (
    Check,
    are_identifiers,
    are_names,
    are_sums,
    is_amount,
    is_currency,
    is_evidence,
    is_flag,
    is_head,
    one_of,
    text,
    whole,
)
from cohong.primitives.days import is_day
from cohong.primitives.encoding import Value
from cohong.primitives.entry import is_id
from cohong.primitives.kinds import (
    ACCESS_RECEIPT,
    CONSENT_GRANT,
    CONSENT_REVOKE,
    CORRECT_ACCEPT,
    CORRECT_DECLINE,
    CORRECT_PROPOSE,
    CREDIT_ACCEPT,
    CREDIT_AGREE,
    CREDIT_ASSIGN,
    CREDIT_CLAIM,
    CREDIT_DECLINE,
    CREDIT_DEFAULT,
    CREDIT_NOTICE,
    CREDIT_PROPOSE,
    CREDIT_RECEIPT,
    CREDIT_RECOVER,
    CREDIT_RESTRUCTURE,
    CREDIT_SUBROGATE,
    CREDIT_WRITE_OFF,
    DISPUTE_ANSWER,
    DISPUTE_CLOSE,
    DISPUTE_OPEN,
    ENDORSE_SET,
    GUARANTEE_CALL,
    GUARANTEE_GRANT,
    GUARANTEE_PAY,
    LIMIT_SET,
    NETTING_ABORT,
    NETTING_AGREE,
    NETTING_ANNOUNCE,
    NETTING_APPLY,
    NETTING_JOIN,
    OFFER_BUY,
    OFFER_SELL,
    POOL_CLAIM,
    POOL_CREATE,
    POOL_DRAW,
    POOL_PLEDGE,
    PROFILE_SET,
)

PLACE_CHARS_MAX: Final = 80
REFERENCE_CHARS_MAX: Final = 64
TEXT_CHARS_MAX: Final = 500
METHOD_CHARS_MAX: Final = 40
POOL_NAME_CHARS_MAX: Final = 80
GRACE_DAYS_MAX: Final = 365
TERMS_DAYS_MAX: Final = 3_650
PROFILE_KINDS: Final = ("firm", "person", "auditor")
SIDES: Final = ("debtor", "creditor")
OUTCOMES: Final = ("resolved", "withdrawn")
SCORE_MAX: Final = 10
CONSENT_SCOPES: Final = ("report", "records")
PURPOSES: Final = ("terms", "review", "guarantee", "purchase", "audit")

_PAYMENT: Final[dict[str, Check]] = {
    "amount": is_amount,
    "value_date": is_day,
    "method": text(METHOD_CHARS_MAX),
    "reference": text(REFERENCE_CHARS_MAX),
}
_OFFER: Final[dict[str, Check]] = {
    "amount": is_amount,
    "price": is_amount,
    "recourse": is_flag,
    "valid_until": is_day,
}
_DEMAND: Final[dict[str, Check]] = {"amount": is_amount, "version": is_id, "says": text(TEXT_CHARS_MAX)}
_OBJECTION: Final[dict[str, Check]] = {"says": text(TEXT_CHARS_MAX, empty=False), "evidence": is_evidence}

FIELDS: Final[dict[str, dict[str, Check]]] = {
    PROFILE_SET: {
        "kind": one_of(PROFILE_KINDS),
        "name": are_names,
        "place": text(PLACE_CHARS_MAX),
        "identifiers": are_identifiers,
    },
    LIMIT_SET: {
        "counterparty": is_id,
        "side": one_of(SIDES),
        "currency": is_currency,
        "amount": is_amount,
        "terms_days": whole(0, TERMS_DAYS_MAX),
        "until": is_day,
        "auto_accept": is_flag,
    },
    CREDIT_PROPOSE: {
        "debtor": is_id,
        "creditor": is_id,
        "amount": is_amount,
        "currency": is_currency,
        "issued": is_day,
        "due": is_day,
        "grace_days": whole(0, GRACE_DAYS_MAX),
        "reference": text(REFERENCE_CHARS_MAX, empty=False),
        "description": text(TEXT_CHARS_MAX),
        "evidence": is_evidence,
        "assignable": is_flag,
        "nettable": is_flag,
        "valid_until": is_day,
    },
    CREDIT_ACCEPT: {},
    CREDIT_DECLINE: {"reason": text(TEXT_CHARS_MAX)},
    CREDIT_CLAIM: _PAYMENT,
    CREDIT_RECEIPT: _PAYMENT,
    CREDIT_AGREE: {"amount": is_amount, "due": is_day, "valid_until": is_day},
    CREDIT_RESTRUCTURE: {"amount": is_amount, "due": is_day},
    CREDIT_NOTICE: {"says": text(TEXT_CHARS_MAX, empty=False)},
    CREDIT_DEFAULT: {"heads": is_head},
    CREDIT_WRITE_OFF: {"amount": is_amount, "reason": text(TEXT_CHARS_MAX)},
    CREDIT_RECOVER: _PAYMENT,
    OFFER_SELL: _OFFER,
    OFFER_BUY: _OFFER,
    CREDIT_ASSIGN: {"heads": is_head},
    CREDIT_SUBROGATE: {},
    GUARANTEE_GRANT: {
        "debtor": is_id,
        "beneficiary": is_id,
        "currency": is_currency,
        "cap": is_amount,
        "until": is_day,
        "says": text(TEXT_CHARS_MAX),
    },
    GUARANTEE_CALL: _DEMAND,
    GUARANTEE_PAY: {**_PAYMENT, "version": is_id},
    POOL_CREATE: {"name": text(POOL_NAME_CHARS_MAX, empty=False), "currency": is_currency},
    POOL_PLEDGE: {"cap": is_amount, "until": is_day},
    POOL_CLAIM: _DEMAND,
    POOL_DRAW: {"amount": is_amount, "version": is_id, "shares": are_sums},
    NETTING_ANNOUNCE: {
        "currency": is_currency,
        "due_until": is_day,
        "ends": is_day,
        "says": text(TEXT_CHARS_MAX),
    },
    NETTING_AGREE: {},
    NETTING_JOIN: {"heads": is_head},
    NETTING_APPLY: {"set_offs": are_sums},
    NETTING_ABORT: {"reason": text(TEXT_CHARS_MAX)},
    DISPUTE_OPEN: _OBJECTION,
    DISPUTE_ANSWER: {"says": text(TEXT_CHARS_MAX, empty=False)},
    DISPUTE_CLOSE: {"outcome": one_of(OUTCOMES), "says": text(TEXT_CHARS_MAX)},
    CORRECT_PROPOSE: {**_OBJECTION, "asked": is_id},
    CORRECT_ACCEPT: {},
    CORRECT_DECLINE: {"reason": text(TEXT_CHARS_MAX)},
    ENDORSE_SET: {
        "member": is_id,
        "score": whole(-SCORE_MAX, SCORE_MAX),
        "comment": text(TEXT_CHARS_MAX),
    },
    CONSENT_GRANT: {
        "reader": is_id,
        "scope": one_of(CONSENT_SCOPES),
        "purpose": one_of(PURPOSES),
        "until": is_day,
        "says": text(TEXT_CHARS_MAX),
    },
    CONSENT_REVOKE: {"reason": text(TEXT_CHARS_MAX)},
    ACCESS_RECEIPT: {},
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
