"""Words for an id: the same on every machine, and of another id others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.crypto.id_words import id_words, place_of, place_of_words
from cohong.crypto.words import english_words

IDS = st.binary(min_size=32, max_size=32)


@pytest.mark.parametrize(
    ("member", "words"),
    [(bytes(32), "borrow-unusual-example-230"), (bytes(range(32)), "bone-rapid-sentence-541")],
)
def test_words_of_an_id_are_the_same_for_good(member: bytes, words: str) -> None:
    assert id_words(member) == words


@given(IDS)
def test_they_are_three_words_of_the_list_and_three_digits(member: bytes) -> None:
    *words, number = id_words(member).split("-")
    assert len(words) == 3 and set(words) <= set(english_words())
    assert len(number) == 3 and number.isdecimal()


@given(IDS, st.integers(0, 255))
def test_another_bit_gives_other_words(member: bytes, bit: int) -> None:
    other = (int.from_bytes(member, "big") ^ 1 << bit).to_bytes(32, "big")
    assert id_words(other) != id_words(member)


@given(IDS)
def test_what_is_typed_leads_back(member: bytes) -> None:
    typed = id_words(member).split("-")
    assert place_of_words(typed) == place_of(member)
    assert place_of_words([*(word[:4] for word in typed[:3]), typed[3]]) == place_of(member)


@pytest.mark.parametrize(
    "typed", ["", "230", "borrow unusual 230", "borrow unusual example 23", "borrow unusual example 2300",
              "borrow unusual exampel 230", "bor unusual example 230", "borrow unusual example example 230",
              "borrow unusual example ²³⁰"],
)  # fmt: skip
def test_what_is_nobodys_words_leads_nowhere(typed: str) -> None:
    assert place_of_words(typed.split()) is None


def test_each_word_is_told_by_its_first_four_letters() -> None:
    assert len({word[:4] for word in english_words()}) == 2048
