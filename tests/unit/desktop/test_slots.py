"""What outlives a page holds none of its widgets: Qt disconnects bound methods by itself, and lambdas never."""

from __future__ import annotations

import re
from pathlib import Path

import cohong.desktop

OUTLIVES = re.compile(r"\b(?:shell|_?client|theme|current_theme\(\))\.\w+\.connect\(\s*lambda")


def test_no_lambda_waits_for_what_outlives_its_page() -> None:
    files = Path(cohong.desktop.__file__).parent.rglob("*.py")
    assert [file.name for file in files if OUTLIVES.search(file.read_text(encoding="utf-8"))] == []
