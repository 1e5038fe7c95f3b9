"""What a field of a body must look like."""

from collections.abc import Callable
from typing import Final

from cohong.book.identifiers import IDENTIFIER_CHECKS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import NAMES_MAX, is_id
from cohong.primitives.fields import is_plain
from cohong.primitives.money import AMOUNT_MINOR_MAX, MINOR_DIGITS

NAME_CHARS_MAX: Final = 120
EVIDENCE_MAX: Final = 16
LANGUAGES: Final = ("en", "zh_hant", "zh_hans")

Check = Callable[[Value], bool]


def is_text(value: Value, chars_max: int, *, empty: bool = True) -> bool:
    """Return whether `value` is text of at most `chars_max` characters without control characters or line breaks."""
    if type(value) is not str or len(value) > chars_max or (not empty and not value.strip()):
        return False
    return is_plain(value)


def is_amount(value: Value) -> bool:
    """Return whether `value` is a sum in minor units that may be owed or paid: 1 to 10^15."""
    return type(value) is int and 0 < value <= AMOUNT_MINOR_MAX


def text(chars_max: int, *, empty: bool = True) -> Check:
    """Return the check for text of at most so many characters."""
    return lambda value: is_text(value, chars_max, empty=empty)


def whole(low: int, high: int) -> Check:
    """Return the check for an integer from `low` to `high`."""
    return lambda value: type(value) is int and low <= value <= high


def one_of(words: tuple[str, ...]) -> Check:
    """Return the check for one of some words."""
    return lambda value: value in words


def is_flag(value: Value) -> bool:
    """Return whether `value` is true or false."""
    return type(value) is bool


def is_currency(value: Value) -> bool:
    """Return whether `value` is an ISO 4217 code that this version knows."""
    return type(value) is str and value in MINOR_DIGITS


def is_evidence(value: Value) -> bool:
    """Return whether `value` is a list of SHA-256 hashes of documents."""
    return type(value) is list and len(value) <= EVIDENCE_MAX and all(map(is_id, value))


def are_names(value: Value) -> bool:
    """Return whether `value` is a map of a language to a member's name in it."""
    return type(value) is dict and bool(value) and all(
        language in LANGUAGES and is_text(name, NAME_CHARS_MAX, empty=False) for language, name in value.items()
    )  # fmt: skip


def are_identifiers(value: Value) -> bool:
    """Return whether `value` is a map of a scheme to a number whose check characters are right."""
    return type(value) is dict and all(
        scheme in IDENTIFIER_CHECKS and type(number) is str and IDENTIFIER_CHECKS[scheme](number)
        for scheme, number in value.items()
    )


def are_sums(value: Value) -> bool:
    """Return whether `value` is a list of sums in minor units, each 0 to 10^15: fewer than a record may name."""
    return type(value) is list and 0 < len(value) < NAMES_MAX and all(
        type(item) is int and 0 <= item <= AMOUNT_MINOR_MAX for item in value
    )  # fmt: skip


def is_head(value: Value) -> bool:
    """Return whether `value` names the end of one feed, as [[author, seq, id]]."""
    match value:
        case [[bytes() as author, int() as seq, bytes() as entry]]:
            return is_id(author) and is_id(entry) and type(seq) is int and seq >= 0
        case _:
            return False
