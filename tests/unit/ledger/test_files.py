"""The file itself: wrong keys, damage, no room, no permission; each says what it is, and nothing is half done."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.ledger.feeds import CHECKOUT, KEY, Feed, obligation

from cohong.ledger.book_views import Only
from cohong.ledger.connection import PAGE_BYTES, Connection
from cohong.ledger.drafts import Draft
from cohong.ledger.errors import LedgerDamaged, LedgerTooNew, LedgerUnavailable
from cohong.ledger.ledger import Ledger
from cohong.ledger.migrations import MIGRATIONS, migrate, version_of
from cohong.ledger.schema import VERSION_1
from cohong.primitives.standing import Commit, Placed


def ballots(feed: Feed, count: int) -> list[Placed]:
    return [feed.write("ballot", {"pad": bytes(1_000)}) for _ in range(count)]


@pytest.fixture
def closed(path: Path) -> Path:
    """Return the path of a ledger with 200 entries that is closed: everything is in the one file."""
    ledger = Ledger.create(path, KEY)
    ledger.commit(Commit(append=ballots(Feed("a"), 200)))
    ledger.close()
    assert [item.name for item in path.parent.iterdir()] == [path.name]
    return path


def test_file_and_its_companions_are_for_the_owner_only(ledger: Ledger, path: Path) -> None:
    ledger.commit(Commit(append=ballots(Feed("a"), 1)))
    modes = {item.name: item.stat().st_mode & 0o777 for item in path.parent.iterdir()}
    assert modes == {"ledger.db": 0o600, "ledger.db-wal": 0o600, "ledger.db-shm": 0o600}


def test_nothing_is_on_disk_in_clear(ledger: Ledger, path: Path) -> None:
    a, b = Feed("a"), Feed("b")
    proposal = a.propose(b, reference="CANARY-REFERENCE", description="CANARY-DESCRIPTION")
    draft = Draft(b"d" * 16, None, 0, obligation(a.propose(b, reference="CANARY-DRAFT")).terms, None, "none", 1)
    ledger.commit(Commit(append=[proposal]))
    ledger.add_drafts([draft])
    ledger.set_setting("CANARY-SETTING", b"CANARY-VALUE")
    ledger.book_order("all", "reference", descending=False, only=Only(text="CANARY"), me=a.member, today="2026-01-01")
    stored = b"".join(item.read_bytes() for item in path.parent.iterdir())
    assert b"CANARY" not in stored
    assert KEY not in stored
    assert bytes(a.member) not in stored


def test_wrong_key_is_damage(closed: Path) -> None:
    with pytest.raises(LedgerDamaged):
        Ledger.open(closed, bytes(32))
    Ledger.open(closed, KEY).close()


@pytest.mark.parametrize("size", [1, 100, PAGE_BYTES - 1, PAGE_BYTES, 3 * PAGE_BYTES + 5])
def test_truncated_file_is_damage(closed: Path, size: int) -> None:
    closed.write_bytes(closed.read_bytes()[:size])
    with pytest.raises(LedgerDamaged):
        read_all(closed)


def test_empty_file_is_damage(closed: Path) -> None:
    closed.write_bytes(b"")
    with pytest.raises(LedgerDamaged):
        Ledger.open(closed, KEY)


def test_other_kind_of_file_is_damage(closed: Path) -> None:
    closed.write_bytes(b"Invoice;Customer;Amount\n" * 2_000)
    with pytest.raises(LedgerDamaged):
        Ledger.open(closed, KEY)


@pytest.mark.parametrize("place", [0.0, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_flipped_byte_in_the_file_is_damage(closed: Path, place: float) -> None:
    whole = bytearray(closed.read_bytes())
    whole[int(place * len(whole))] ^= 1
    closed.write_bytes(whole)
    with pytest.raises(LedgerDamaged):
        read_all(closed)


def read_all(path: Path) -> None:
    ledger = Ledger.open(path, KEY)
    try:
        # The page may be one that only a full check reads.
        if ledger.damaged_pages():
            raise LedgerDamaged("pages")
        ledger.entries_from(Feed("a").member, 0, bytes_max=10**9)
    finally:
        ledger.close()


def test_missing_file_and_file_in_the_way_are_told_apart(path: Path) -> None:
    with pytest.raises(LedgerUnavailable) as missing:
        Ledger.open(path, KEY)
    path.write_bytes(b"somebody's")
    with pytest.raises(LedgerUnavailable) as exists:
        Ledger.create(path, KEY)
    assert (missing.value.code, exists.value.code) == ("missing", "exists")
    assert path.read_bytes() == b"somebody's"


def test_key_of_another_size_is_refused(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Ledger.create(path, b"short")
    assert not path.exists()


def test_full_file_refuses_the_commit_and_takes_the_next(ledger: Ledger) -> None:
    a, b = Feed("a"), Feed("b")
    ledger.commit(Commit(append=ballots(a, 50)))
    pages = ledger._writer.row("PRAGMA page_count")
    assert pages is not None
    ledger._writer.run(f"PRAGMA max_page_count = {pages[0] + 4}")
    more = ballots(b, 200)
    with pytest.raises(LedgerUnavailable) as caught:
        ledger.commit(Commit(append=more))
    assert caught.value.code == "disk-full"
    assert ledger.tree(b.member, 0) == []
    assert ledger.counts().entries == 50
    ledger._writer.run("PRAGMA max_page_count = 1000000")
    ledger.commit(Commit(append=more))
    assert ledger.tree(b.member, 0) == [item.fact for item in more]
    assert ledger.counts().entries == 250


def test_full_file_refuses_drafts_and_forgets_the_numbers_given_out(ledger: Ledger) -> None:
    a, b, c = Feed("a"), Feed("b"), Feed("c")
    terms = [obligation(a.propose(b, reference=f"INV-{n}", description="x" * 400)).terms for n in range(200)]
    drafts = [Draft(n.to_bytes(16, "big"), None, n, terms[n], None, "none", 1) for n in range(200)]
    pages = ledger._writer.row("PRAGMA page_count")
    assert pages is not None
    ledger._writer.run(f"PRAGMA max_page_count = {pages[0] + 2}")
    with pytest.raises(LedgerUnavailable):
        ledger.add_drafts(drafts)
    ledger._writer.run("PRAGMA max_page_count = 1000000")
    ledger.commit(Commit(append=[c.write("ballot")]))
    ledger.add_drafts(drafts)
    assert ledger.drafts() == drafts
    assert [fact.author for fact in ledger.tips()] == [c.member]


# Runs in a process of its own, since a limit on file sizes or a mount would hold for the tests too.
FILL = """
import resource, sys
from pathlib import Path
from cohong.ledger.ledger import Ledger
from cohong.ledger.errors import LedgerUnavailable
from cohong.primitives.standing import Commit
from tests.unit.ledger.feeds import KEY, Feed
path, limit = Path(sys.argv[1]), int(sys.argv[2])
ledger = Ledger.create(path, KEY)
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
feed, held = Feed("a"), 0
while True:
    batch = [feed.write("ballot", {"pad": bytes(1000)}) for _ in range(50)]
    try:
        ledger.commit(Commit(append=batch))
    except LedgerUnavailable as error:
        code = error.code
        break
    held += 50
assert ledger.counts().entries == held == ledger.count_between(feed.member, 0, 10**6)
print(code, held)
"""


def filled(path: Path, limit: int) -> tuple[str, int]:
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(path), str(limit)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=CHECKOUT,
    )
    code, held = done.stdout.split()
    return code, int(held)


def test_limit_on_the_file_is_an_input_output_error_and_loses_nothing(path: Path) -> None:
    code, held = filled(path, 3_000_000)
    assert (code, held > 0) == ("io", True)
    again = Ledger.open(path, KEY)
    assert len(again.tree(Feed("a").member, 0)) == held
    assert again.damaged_pages() == []
    again.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a file system of 3 MiB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("a full disk needs the right to mount a small one: run as root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def test_full_disk_is_said_to_be_full_and_loses_nothing(small_disk: Path) -> None:
    path = small_disk / "ledger.db"
    code, held = filled(path, 0)
    assert (code, held > 0) == ("disk-full", True)
    again = Ledger.open(path, KEY)
    assert len(again.tree(Feed("a").member, 0)) == held
    again.close()


def test_no_room_for_a_new_ledger_leaves_no_file(small_disk: Path) -> None:
    (small_disk / "other").write_bytes(bytes(3 * 1024 * 1024 - 20_000))
    with pytest.raises(LedgerUnavailable) as caught:
        Ledger.create(small_disk / "ledger.db", KEY)
    assert caught.value.code == "disk-full"
    assert [item.name for item in small_disk.iterdir()] == ["other"]


ADD_A_COLUMN = "ALTER TABLE peers ADD COLUMN note TEXT NOT NULL DEFAULT '';\n"


def test_older_ledger_is_copied_and_migrated(closed: Path) -> None:
    before = closed.read_bytes()
    connection = Connection(closed, KEY, writer=True)
    copy = migrate(connection, closed, (*MIGRATIONS, ADD_A_COLUMN))
    assert version_of(connection) == len(MIGRATIONS) + 1
    assert connection.rows("SELECT note FROM peers") == []
    connection.close()
    assert copy is not None
    assert (copy.read_bytes(), copy.stat().st_mode & 0o777) == (before, 0o600)


def test_migration_that_fails_leaves_the_ledger_as_it_was(closed: Path) -> None:
    connection = Connection(closed, KEY, writer=True)
    with pytest.raises(Exception, match="no such table"):
        migrate(connection, closed, (*MIGRATIONS, ADD_A_COLUMN + "ALTER TABLE missing ADD COLUMN x;\n"))
    assert version_of(connection) == len(MIGRATIONS)
    connection.close()
    again = Ledger.open(closed, KEY)
    assert again.counts().entries == 200
    again.close()


def test_newest_version_is_not_copied(closed: Path) -> None:
    Ledger.open(closed, KEY).close()
    assert [item.name for item in closed.parent.iterdir()] == [closed.name]


def test_ledger_of_a_newer_program_is_refused_untouched(closed: Path) -> None:
    connection = Connection(closed, KEY, writer=True)
    migrate(connection, closed, (*MIGRATIONS, ADD_A_COLUMN))
    connection.close()
    with pytest.raises(LedgerTooNew) as caught:
        Ledger.open(closed, KEY)
    assert caught.value.args == (len(MIGRATIONS) + 1,)


def test_version_one_never_changes() -> None:
    """Profiles in the field have these tables: a change is a new migration."""
    assert MIGRATIONS[0] is VERSION_1
