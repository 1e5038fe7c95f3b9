"""A table's symbols tell how another one differs from it, however it differs."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from cohong.protocol.reconcile import (
    FIRST_SYMBOLS,
    PRIME,
    REFERENCE_BITS,
    Decoder,
    Encoder,
    is_mark,
    mark,
    mark_parts,
)

Table = dict[int, int]
BATCHES_MAX = 12

references = st.integers(0, 2**REFERENCE_BITS - 1)
marks = st.builds(mark, st.integers(0, 2**31 - 2), st.integers(0, 2**31 - 1), is_forked=st.booleans())
tables = st.dictionaries(references, marks, max_size=60)


def differing(here: Table, there: Table) -> Table:
    """Return what differs there, 0 for what is missing."""
    return {item: there.get(item, 0) for item in sorted(here | there) if here.get(item) != there.get(item)}


def decoded(here: Table, there: Table) -> tuple[Table, int, int]:
    """Return what is found to differ there, the symbols that it took, and the batches that these came in."""
    encoder, decoder, count = Encoder(there), Decoder(here), FIRST_SYMBOLS
    while not decoder.add(encoder.take(count)):
        count = decoder.lacking()
    return decoder.differing(), encoder.made, decoder.batches


@given(tables, tables, tables)
@settings(max_examples=150)
def test_any_two_tables_are_told_apart(common: Table, here: Table, there: Table) -> None:
    one, other = common | here, common | there
    found, _, batches = decoded(one, other)
    assert found == differing(one, other) and batches <= BATCHES_MAX


def drawn(chance: random.Random, feeds: int, count: int) -> tuple[Table, Table]:
    """Return two tables, of which the second one is ahead in some feeds."""
    here = {chance.getrandbits(40): mark(chance.randrange(50), chance.getrandbits(31), is_forked=False)
            for _ in range(feeds)}  # fmt: skip
    ahead = {item: mark(99, chance.getrandbits(31), is_forked=False) for item in chance.sample(sorted(here), count)}
    return here, here | ahead


def test_symbols_grow_with_the_difference_and_not_with_the_tables() -> None:
    chance = random.Random(2)
    for feeds in (100, 2_000):
        for count, most in ((0, FIRST_SYMBOLS), (1, FIRST_SYMBOLS), (10, 40), (100, 300)):
            here, there = drawn(chance, feeds, count)
            found, symbols, batches = decoded(here, there)
            assert found == differing(here, there) and symbols <= most and batches <= 9


@given(st.binary(max_size=400), tables)
def test_made_up_symbols_are_worked_through_in_bounded_time(noise: bytes, table: Table) -> None:
    chance = random.Random(noise)
    decoder = Decoder(table)
    # Sums that name a feed in one symbol and deny it in the next: what is taken out of one comes back in the other.
    for count in (2, 5, 20, 80):
        items = [(chance.getrandbits(40), chance.getrandbits(62)) for _ in range(count)]
        decoder.add([(value, item * value % PRIME) for item, value in items])
        assert 0 < decoder.lacking() <= 3 * decoder.made
    assert decoder.made == 107 and all(is_mark(value) for value in decoder.differing().values())


def test_what_was_taken_out_wrongly_is_put_right() -> None:
    """A symbol that is made to name a feed falsely: the true ones outweigh it once it is taken for a difference."""
    here, there = drawn(random.Random(3), 50, 6)
    encoder, decoder = Encoder(there), Decoder(here)
    item = next(iter(here))
    decoder._take_out(item, 1 << 32)
    assert decoder.add(encoder.take(60)) and decoder.differing() == differing(here, there)


def test_a_mark_tells_how_far_and_which_end() -> None:
    assert mark_parts(mark(7, 5, is_forked=True)) == (7, 5, True)
    assert mark_parts(0)[0] == -1 and is_mark(0)
    assert is_mark(mark(0, 0, is_forked=False)) and is_mark(2**63 - 1)
    assert not is_mark(2**63) and not is_mark(mark(0, 0, is_forked=False) - 1)
