"""Suggested passphrases."""

from cohong.desktop.passphrases import CHARS_MIN, SUGGESTED_WORDS, passphrase_words, suggest_passphrase


def test_the_list_has_over_a_thousand_short_words_each_once() -> None:
    words = passphrase_words()
    assert len(words) >= 1024
    assert len(set(words)) == len(words)
    assert all(3 <= len(word) <= 8 and word.isascii() and word.islower() for word in words)


def test_a_suggestion_is_six_words_of_the_list() -> None:
    words = suggest_passphrase().split(" ")
    assert len(words) == SUGGESTED_WORDS
    assert set(words) <= set(passphrase_words())


def test_the_shortest_suggestion_is_long_enough() -> None:
    shortest = min(len(word) for word in passphrase_words())
    assert SUGGESTED_WORDS * shortest + SUGGESTED_WORDS - 1 >= CHARS_MIN


def test_two_suggestions_differ() -> None:
    assert suggest_passphrase() != suggest_passphrase()
