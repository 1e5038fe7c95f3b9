"""A real encrypted ledger for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.ledger.feeds import KEY

from cohong.ledger.ledger import Ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the ledger is."""
    return tmp_path / "ledger.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """Return a new, empty ledger."""
    made = Ledger.create(path, KEY)
    yield made
    made.close()
