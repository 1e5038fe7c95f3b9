"""What a person types, turned into what a request takes: ids, days, amounts, addresses, pairs.

Everything that is wrong here is `used wrongly` and says what would be right.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Final, TypeAlias, get_args

import typer

from cohong.api.requests.book import BookFilter, BookSort
from cohong.api.views import Purpose
from cohong.primitives.days import is_day
from cohong.primitives.money import AMOUNT_MINOR_MAX, UnknownCurrency, format_plain, minor_digits

PURPOSES: Final = get_args(Purpose)

LookUpPurpose: TypeAlias = Annotated[
    str, typer.Option("--purpose", help=f"What for, needed once a day for a person's: {', '.join(PURPOSES)}.")
]

ROWS_MAX: Final = 1_000
"""So many rows of a list the node gives at once."""

FOUND_MAX: Final = 100
"""So many members it finds."""

BOOK_FILTERS: Final = get_args(BookFilter)
BOOK_SORTS: Final = get_args(BookSort)

BookFilterOption: TypeAlias = Annotated[str, typer.Option("--filter", help=f"{', '.join(BOOK_FILTERS)}.")]
BookSortOption: TypeAlias = Annotated[str, typer.Option("--sort", help=f"{', '.join(BOOK_SORTS)}.")]

_ID: Final = re.compile(r"[0-9a-f]{64}")
_AMOUNT: Final = re.compile(r"([0-9]{1,30})(?:\.([0-9]{1,10}))?")
_ADDRESS: Final = re.compile(r"(?P<host>\[[0-9a-fA-F:.%]+\]|[^\[\]:/\s@]+):(?P<port>[0-9]{1,5})")


def parse_amount(text: str, currency: str) -> int:
    """Return the minor units of a plain decimal amount: digits, and a point before the decimals.

    No sign, no grouping, no exponent: `1,234.56` could be meant in two ways, and what is signed can't be
    taken back.
    """
    digits = currency_digits(currency)
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise typer.BadParameter(f"{text!r} is not a plain amount such as {format_plain(123456, currency)}")
    whole, decimals = found[1], found[2] or ""
    if len(decimals) > digits:
        raise typer.BadParameter(f"{text!r} has {len(decimals)} decimals; {currency} has {digits}")
    minor = int(whole + decimals.ljust(digits, "0"))
    if not 0 < minor <= AMOUNT_MINOR_MAX:
        most = format_plain(AMOUNT_MINOR_MAX, currency)
        raise typer.BadParameter(f"{text!r} is not between {format_plain(1, currency)} and {most}")
    return minor


def currency_digits(currency: str) -> int:
    """Return how many decimals `currency` has."""
    try:
        return minor_digits(currency)
    except UnknownCurrency as error:
        raise typer.BadParameter(f"{currency!r} is not a currency code such as HKD") from error


def parse_id(text: str) -> str:
    """Return an id of a member, an obligation or an entry: 64 hex digits."""
    if not is_id(text):
        raise typer.BadParameter(
            f"{text!r} is not an id: 64 hex digits are needed. `cohong check member NAME` shows a member's, "
            "`cohong book list` those of obligations."
        )
    return text.lower()


def is_id(text: str) -> bool:
    """Return whether it is a whole id."""
    return _ID.fullmatch(text.lower()) is not None


def parse_day(text: str) -> str:
    """Return a day of the calendar."""
    if not is_day(text):
        raise typer.BadParameter(f"{text!r} is not a day such as 2026-01-31")
    return text


def parse_purpose(text: str) -> str:
    """Return what a report is read for."""
    if text not in PURPOSES:
        raise typer.BadParameter(f"a purpose is one of {', '.join(PURPOSES)}")
    return text


def parse_choice(text: str, choices: Sequence[str]) -> str:
    """Return the one of `choices` that was typed."""
    if text not in choices:
        raise typer.BadParameter(f"{text!r} is none of {', '.join(choices)}")
    return text


def parse_address(text: str) -> str:
    """Return HOST:PORT, an IPv6 address in brackets."""
    found = _ADDRESS.fullmatch(text)
    if found is None or not 0 < int(found["port"]) <= 65535:
        raise typer.BadParameter(f"{text!r} is not an address such as 203.0.113.7:4001 or [2001:db8::7]:4001")
    return text


def parse_listen_address(text: str) -> str:
    """Return HOST:PORT where port 0 lets the system choose."""
    if _ADDRESS.fullmatch(text) and text.endswith(":0"):
        return text
    return parse_address(text)


def parse_member_at(text: str) -> tuple[str, list[str]]:
    """Return the id and the addresses of ID[@HOST:PORT]."""
    member, at, address = text.partition("@")
    return parse_id(member), [parse_address(address)] if at else []


def parse_pairs(texts: list[str], what: str) -> dict[str, str]:
    """Return the pairs of a list of NAME=VALUE."""
    pairs: dict[str, str] = {}
    for text in texts:
        # From the right: a customer may be called `A=B Ltd`, an id never has the sign.
        name, equals, value = text.rpartition("=") if what == "counterparty" else text.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{text!r} is not {what} NAME=VALUE")
        pairs[name] = value
    return pairs


@contextmanager
def files_at_hand() -> Iterator[None]:
    """Say which file can't be read or written, and why."""
    try:
        yield
    except OSError as error:
        raise typer.BadParameter(f"{error.filename}: {error.strerror}") from error
