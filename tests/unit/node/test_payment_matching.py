"""What a payment is found to be for, and every reason for which it goes to a person."""

from __future__ import annotations

import pytest

from cohong.importing.payments import PaymentRow
from cohong.node.payment_matching import Matcher, OpenItem, Part, Unclear
from cohong.primitives.ids import MemberId, ObjectId

PEARL, LOTUS = (MemberId(bytes([number]) * 32) for number in (1, 2))
NAMES = {"Pearl": PEARL, "012-345": PEARL, "Lotus": LOTUS}


def item(
    reference: str, left: int, *, party: MemberId = PEARL, is_mine: bool = True, currency: str = "HKD"
) -> OpenItem:
    return OpenItem(ObjectId(reference.encode().ljust(32)), is_mine, party, reference, currency, left)


def row(
    amount: int,
    reference: str = "",
    description: str = "",
    party: str = "",
    *,
    account: str = "",
    is_received: bool = True,
) -> PaymentRow:
    return PaymentRow(2, "2026-02-03", amount, is_received, "HKD", reference, description, party, account, ())


def matched(payment: PaymentRow, *items: OpenItem) -> list[tuple[str, int]] | tuple[str, str]:
    found = Matcher(items, NAMES).match(payment, "HKD")
    if isinstance(found, Unclear):
        return found.reason, found.other
    return [(part.item.reference, part.amount_minor) for part in found]


@pytest.mark.parametrize(
    ("reference", "description"),
    [
        ("INV-2026-17", ""),
        ("inv-2026-17", ""),
        ("", "Payment INV-2026-17, thank you"),
        ("", "FPS/INV-2026-17/PEARL"),
        ("Ref: INV-2026-17.", ""),
        ("", "(INV-2026-17)"),
    ],
)
def test_a_number_in_the_text_finds_its_invoice(reference: str, description: str) -> None:
    items = (item("INV-2026-17", 500), item("INV-2026-170", 500), item("INV-2026-1", 500))
    assert matched(row(500, reference, description), *items) == [("INV-2026-17", 500)]


def test_a_part_is_a_part_and_more_than_is_left_is_nothing() -> None:
    assert matched(row(499, "INV-17"), item("INV-17", 500)) == [("INV-17", 499)]
    assert matched(row(500, "INV-17"), item("INV-17", 500)) == [("INV-17", 500)]
    assert matched(row(501, "INV-17"), item("INV-17", 500)) == ("overpayment", "INV-17")


def test_payments_of_one_file_share_what_is_left() -> None:
    matcher = Matcher([item("INV-17", 500)], NAMES)
    results = [matcher.match(row(amount, "INV-17"), "HKD") for amount in (300, 200, 1)]
    assert [type(result) for result in results] == [tuple, tuple, Unclear]
    assert results[2] == Unclear("invoice_not_open", "INV-17")


def test_several_numbers_are_paid_together_or_not_at_all() -> None:
    text, both = "INV-17 + INV-18", "INV-17, INV-18"
    assert matched(row(700, "", text), item("INV-17", 500), item("INV-18", 200)) == [("INV-17", 500), ("INV-18", 200)]
    assert matched(row(600, "", text), item("INV-17", 500), item("INV-18", 200)) == ("payment_ambiguous", both)
    assert matched(row(200, "", "INV-17/INV-18"), item("INV-17", 0), item("INV-18", 200)) == [("INV-18", 200)]
    assert matched(row(100, "", text), item("INV-17", 0), item("INV-18", 200)) == ("payment_ambiguous", both)
    apart = (item("INV-17", 500), item("INV-18", 200, party=LOTUS))
    assert matched(row(700, "INV-17 INV-18"), *apart) == ("payment_ambiguous", "INV-17, INV-18")


def test_one_number_of_two_customers_is_told_apart_by_who_paid() -> None:
    items = (item("0017", 500), OpenItem(ObjectId(b"2" * 32), True, LOTUS, "0017", "HKD", 500))
    assert matched(row(500, "0017"), *items) == ("payment_ambiguous", "0017")
    assert matched(row(400, "17", party="Lotus"), *items) == [("0017", 400)]
    assert matched(row(400, "17", account="012-345"), items[1]) == ("invoice_of_other_party", "0017")


def test_a_short_number_counts_only_as_the_whole_reference() -> None:
    assert matched(row(500, "17"), item("17", 500)) == [("17", 500)]
    assert matched(row(500, "", "17 crates"), item("17", 500)) == ("payment_unmatched", "")


def test_without_a_number_who_paid_and_the_exact_amount_must_tell() -> None:
    items = (item("INV-17", 500), item("INV-18", 200), item("INV-19", 500, party=LOTUS))
    assert matched(row(200, party="Pearl"), *items) == [("INV-18", 200)]
    assert matched(row(199, party="Pearl"), *items) == ("payment_unmatched", "")
    assert matched(row(500), items[0]) == ("payment_unmatched", "")
    assert matched(row(500, party="Somebody"), items[0]) == ("payment_unmatched", "")
    twice = (item("INV-17", 500), item("INV-20", 500))
    assert matched(row(500, party="Pearl"), *twice) == ("payment_ambiguous", "INV-17, INV-20")


def test_money_out_is_for_what_this_member_owes() -> None:
    owed, owing = item("INV-17", 500), item("INV-17", 300, is_mine=False)
    assert matched(row(300, "INV-17", is_received=False), owed, owing) == [("INV-17", 300)]
    assert matched(row(300, "INV-17", is_received=False), owed) == ("payment_unmatched", "")


def test_another_currency_is_another_debt() -> None:
    assert matched(row(500, "INV-17"), item("INV-17", 500, currency="USD")) == ("invoice_in_other_currency", "INV-17")


def test_a_payment_that_somebody_has_recorded_by_hand_is_not_recorded_twice() -> None:
    known = item("INV-17", 500)
    recorded = (known.id, "2026-02-03", 200)
    matcher = Matcher([known], NAMES, lambda *payment: payment == recorded)
    assert matcher.match(row(200, "INV-17"), "HKD") == Unclear("payment_recorded", "INV-17")
    assert matcher.match(row(201, "INV-17"), "HKD") == (Part(known, 201),)
    assert known.left_minor == 299
