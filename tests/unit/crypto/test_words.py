"""Recovery words: the published vectors, every kind of mistake named, nothing lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.crypto.words import WordsWrong, entropy_from_words, member_seed, words_from_entropy

# Vectors of BIP-39 (the reference implementation's list).
ZEROS = "abandon " * 23 + "art"
ONES = "zoo " * 23 + "vote"
SEVENS = (
    "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful "
    "legal winner thank year wave sausage worth title"
)


@pytest.mark.parametrize(("entropy", "words"), [(b"\0" * 32, ZEROS), (b"\xff" * 32, ONES), (b"\x7f" * 32, SEVENS)])
def test_words_are_those_of_the_standard(entropy: bytes, words: str) -> None:
    assert words_from_entropy(entropy) == words.split()
    assert entropy_from_words(words) == entropy


@given(st.binary(min_size=32, max_size=32))
def test_words_give_back_the_entropy(entropy: bytes) -> None:
    assert entropy_from_words(words_from_entropy(entropy)) == entropy


def test_case_spaces_lines_and_full_width_letters_do_not_matter() -> None:
    typed = "  LEGAL\twinner\n" + SEVENS.split(" ", 2)[2].replace("thank", "ｔｈａｎｋ").title() + "  "
    assert entropy_from_words(typed) == b"\x7f" * 32


def test_unknown_word_is_named_with_its_place() -> None:
    words = SEVENS.split()
    words[4] = "wafe"
    with pytest.raises(WordsWrong) as caught:
        entropy_from_words(words)
    assert (caught.value.code, caught.value.position, caught.value.word) == ("unknown", 5, "wafe")
    assert "wafe" not in str(caught.value)


@pytest.mark.parametrize("words", ["", ZEROS + " art", ZEROS.rsplit(" ", 1)[0], "abandon " * 11 + "about"])
def test_another_number_of_words_is_refused(words: str) -> None:
    with pytest.raises(WordsWrong) as caught:
        entropy_from_words(words)
    assert caught.value.code == "count"


def test_swapped_words_fail_the_checksum() -> None:
    words = SEVENS.split()
    words[0], words[1] = words[1], words[0]
    with pytest.raises(WordsWrong) as caught:
        entropy_from_words(words)
    assert caught.value.code == "checksum"


@pytest.mark.parametrize("size", [16, 31, 33])
def test_entropy_of_another_size_is_refused(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        words_from_entropy(bytes(size))


def test_member_seed_never_changes() -> None:
    assert member_seed(b"\x7f" * 32).hex() == "cc48fee856b9a156ad9f4117efe6303f8ae1ac040bb4966ac41e4a9a0b95c40c"
