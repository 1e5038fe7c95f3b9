"""What a person types: exact amounts, whole ids, real days and addresses, or a clear refusal."""

from __future__ import annotations

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from cohong.cli.arguments import (
    FOUND_MAX,
    ROWS_MAX,
    parse_address,
    parse_amount,
    parse_day,
    parse_id,
    parse_listen_address,
    parse_member_at,
    parse_pairs,
)
from cohong.node.handlers import book, check, members
from cohong.primitives.money import AMOUNT_MINOR_MAX, MINOR_DIGITS, format_plain

MEMBER = "ab" * 32


def test_as_many_can_be_asked_for_as_the_node_gives() -> None:
    assert {book.ROWS_MAX, members.ROWS_MAX} == {ROWS_MAX}
    assert check.RESULTS_MAX == FOUND_MAX


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("1", "HKD", 100),
        ("1.5", "HKD", 150),
        ("0.01", "HKD", 1),
        ("147703.18", "HKD", 14770318),
        ("007.10", "HKD", 710),
        ("12", "JPY", 12),
        ("1.005", "KWD", 1005),
        ("10000000000000.00", "HKD", AMOUNT_MINOR_MAX),
    ],
)
def test_plain_amount_is_read_exactly(text: str, currency: str, minor: int) -> None:
    assert parse_amount(text, currency) == minor


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("", "HKD"),
        ("0", "HKD"),
        ("0.00", "HKD"),
        ("-5", "HKD"),
        ("+5", "HKD"),
        ("1,234.56", "HKD"),
        ("1.234,56", "HKD"),
        ("(12.00)", "HKD"),
        ("1e9", "HKD"),
        ("NaN", "HKD"),
        ("Infinity", "HKD"),
        ("1.", "HKD"),
        (".5", "HKD"),
        (" 1", "HKD"),
        ("1\n", "HKD"),
        ("٣", "HKD"),
        ("1_000", "HKD"),
        ("1.234", "HKD"),
        ("1.5", "JPY"),
        ("1" + "0" * 30, "HKD"),
        ("10000000000000.01", "HKD"),
        ("5", "hkd"),
        ("5", "XXX"),
    ],
)
def test_amount_that_could_be_meant_otherwise_is_used_wrongly(text: str, currency: str) -> None:
    with pytest.raises(typer.BadParameter):
        parse_amount(text, currency)


@given(st.integers(1, AMOUNT_MINOR_MAX), st.sampled_from(sorted(MINOR_DIGITS)))
def test_every_amount_survives_being_printed_and_read(minor: int, currency: str) -> None:
    assert parse_amount(format_plain(minor, currency), currency) == minor


def test_ids_are_64_hex_digits_in_either_case() -> None:
    assert parse_id(MEMBER.upper()) == MEMBER
    for text in ("", MEMBER[:-1], MEMBER + "0", "g" * 64, MEMBER + "\n"):
        with pytest.raises(typer.BadParameter):
            parse_id(text)


def test_days_are_those_of_the_calendar() -> None:
    assert parse_day("2024-02-29") == "2024-02-29"
    for text in ("2023-02-29", "29/02/2024", "20240229", "2024-2-9", ""):
        with pytest.raises(typer.BadParameter):
            parse_day(text)


def test_addresses_have_a_host_and_a_port() -> None:
    for text in ("203.0.113.7:4001", "[2001:db8::7]:1", "node.example:65535"):
        assert parse_address(text) == text
    for text in ("", "203.0.113.7", ":4001", "a:0", "a:65536", "2001:db8::7:1", "a b:1", "a:1x", "u@h:1"):
        with pytest.raises(typer.BadParameter):
            parse_address(text)


def test_port_zero_is_for_listening_only() -> None:
    assert parse_listen_address("127.0.0.1:0") == "127.0.0.1:0"
    with pytest.raises(typer.BadParameter):
        parse_address("127.0.0.1:0")


def test_member_may_have_an_address_behind_it() -> None:
    assert parse_member_at(MEMBER) == (MEMBER, [])
    assert parse_member_at(f"{MEMBER}@10.0.0.1:4001") == (MEMBER, ["10.0.0.1:4001"])
    with pytest.raises(typer.BadParameter):
        parse_member_at(f"{MEMBER}@")


def test_pairs_are_split_where_the_name_ends() -> None:
    assert parse_pairs(["number=No. = A"], "column") == {"number": "No. = A"}
    assert parse_pairs([f"A=B Ltd={MEMBER}"], "counterparty") == {"A=B Ltd": MEMBER}
    with pytest.raises(typer.BadParameter):
        parse_pairs(["number"], "column")
