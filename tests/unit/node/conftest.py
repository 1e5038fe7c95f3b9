"""A desk on a real encrypted ledger for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.node.benches import Bench


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Return a desk of a new profile."""
    made = Bench(tmp_path)
    yield made
    made.ledger.close()
