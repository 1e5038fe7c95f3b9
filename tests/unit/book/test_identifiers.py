"""True numbers of well-known institutions are taken, the same with one character wrong are not."""

from string import ascii_uppercase, digits

import pytest

from cohong.book.identifiers import is_hkbr, is_lei, is_uscc

LEIS = ["5493001KJTIIGC8Y1R12", "HWUPKR0MPOU8FGXBT394", "7ZW8QJWVPR4P1J1KQY45", "213800WSGIIZCXF1P572"]
"""Bloomberg Finance, Apple, Google, Jaguar Land Rover: public in the GLEIF register."""

USCCS = ["91350100M000100Y43", "91110000600037341L", "91440300708461136T"]
"""The example of the code's own standard, Baidu (China), Tencent Computer Systems: public in the national register."""


@pytest.mark.parametrize("number", LEIS)
def test_a_true_lei_is_taken_and_one_with_a_wrong_character_is_not(number: str) -> None:
    assert is_lei(number)
    for place, char in enumerate(number):
        # A letter counts as two digits, so only a letter for a letter or a digit for a digit is always noticed.
        for other in ascii_uppercase if char.isalpha() else digits:
            if other != char:
                assert not is_lei(number[:place] + other + number[place + 1 :])


@pytest.mark.parametrize("number", USCCS)
def test_a_true_uscc_is_taken_and_one_with_a_wrong_character_is_not(number: str) -> None:
    assert is_uscc(number)
    for place, char in enumerate(number):
        for other in digits + ascii_uppercase:
            if other != char:
                assert not is_uscc(number[:place] + other + number[place + 1 :])


@pytest.mark.parametrize(
    "text", ["", "5493001KJTIIGC8Y1R1", "5493001KJTIIGC8Y1R120", "5493001kjtiigc8y1r12", "５" * 20]
)
def test_an_lei_of_another_form_is_refused(text: str) -> None:
    assert not is_lei(text)


@pytest.mark.parametrize("text", ["", "91350100M000100Y4", "91350100m000100y43", "91350100M000100Y43 ", "9" * 19])
def test_a_uscc_of_another_form_is_refused(text: str) -> None:
    assert not is_uscc(text)


@pytest.mark.parametrize(
    ("text", "fits"),
    [("12345678", True), ("1234567", False), ("123456789", False), ("1234567a", False), ("１" * 8, False)],
)
def test_a_hong_kong_business_registration_number_has_eight_digits(text: str, fits: bool) -> None:
    assert is_hkbr(text) is fits
