"""Reading fields of decoded maps: what is out of form is refused by the field's name."""

import sys
import unicodedata

import pytest

from cohong.primitives.encoding import Value
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fields import Fields, is_plain

ONE, TWO = bytes(32), b"\1" * 32


def test_ids_are_taken_in_their_order() -> None:
    assert Fields({"names": [TWO, ONE]}, ["names"], "x-form").ids("names", 2) == [TWO, ONE]


@pytest.mark.parametrize("names", [None, {}, [ONE, ONE], [ONE, TWO, b"\2" * 32], [bytes(31)], ["n" * 32]])
def test_ids_out_of_form_are_refused(names: Value) -> None:
    fields = Fields({"names": names}, ["names"], "x-form")
    with pytest.raises(RemoteProtocolError, match="x-form") as error:
        fields.ids("names", 2)
    assert "names" in str(error.value)


def test_only_control_characters_surrogates_and_line_breaks_are_not_plain() -> None:
    refused = {chr(number) for number in range(sys.maxunicode + 1) if not is_plain(chr(number))}
    controls = {chr(number) for number in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)}
    assert refused == controls | {chr(number) for number in range(0xD800, 0xE000)}
    assert all(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in refused)
