"""Files to read, made on the spot."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

MakeFile = Callable[..., Path]


@pytest.fixture
def make_file(tmp_path: Path) -> MakeFile:
    """Return a function that writes a file from text or bytes and returns its path."""

    def make(
        content: str | bytes, *, encoding: str = "utf-8", packed: bool = False, name: str = "invoices.csv"
    ) -> Path:
        stored = content.encode(encoding) if isinstance(content, str) else content
        path = tmp_path / name
        path.write_bytes(gzip.compress(stored) if packed else stored)
        return path

    return make
