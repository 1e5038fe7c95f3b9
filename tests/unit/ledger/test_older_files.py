"""A ledger made by any older version of the tables is opened by this one, with all that was in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from tests.unit.ledger.feeds import KEY

from cohong.ledger.connection import Connection, new_file
from cohong.ledger.ledger import Ledger
from cohong.ledger.migrations import MIGRATIONS, create_tables
from cohong.primitives.ids import MemberId

MEMBER: Final = MemberId(b"\x01" * 32)
PROFILE: Final = {
    "no": 1, "version": 1, "member": 1, "seq": 0, "kind": "firm", "names": json.dumps([["en", "Pearl Foods"]]),
    "place": "Hong Kong", "identifiers": json.dumps([["hk_br", "12345678"]]), "shown": "Pearl Foods",
}  # fmt: skip


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_members_are_found_and_settings_kept(path: Path, version: int) -> None:
    _make(path, version)
    ledger = Ledger.open(path, KEY)
    for text in ("pearl", "paerl", "foods pearl", "1234-5678"):
        assert [card.member for card in ledger.search_members(text, 9)] == [MEMBER], text
    assert (ledger.findable(), ledger.get_setting("watch/x")) == (None, b"kept")
    ledger.note_lookup(MEMBER, "2026-01-01", "terms", time_ms=1, consent=None)
    assert ledger.lookups.purpose_on(MEMBER, "2026-01-01") == "terms"
    ledger.close()
    with_copy = version < len(MIGRATIONS)
    assert path.with_name(f"{path.name}.version-{version}").exists() == with_copy
    connection = Connection(path, KEY, writer=False)
    assert connection.rows("PRAGMA integrity_check") == [("ok",)]
    connection.close()


def _make(path: Path, version: int) -> None:
    """Make a file with the tables of a version, a member's profile and a setting in it."""
    new_file(path)
    connection = Connection(path, KEY, writer=True)
    create_tables(connection, MIGRATIONS[:version])
    connection.run("INSERT INTO members (no, id) VALUES (1, ?)", (MEMBER,))
    connection.run("INSERT INTO ids (no, id) VALUES (1, ?)", (bytes(32),))
    connection.run(f"INSERT INTO profiles ({', '.join(PROFILE)}) VALUES (:{', :'.join(PROFILE)})", PROFILE)
    connection.run("INSERT INTO settings VALUES ('watch/x', ?)", (b"kept",))
    connection.close()
