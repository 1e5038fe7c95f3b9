"""Rules for the source of the window that no type says.

What outlives a page holds none of its widgets: Qt disconnects bound methods by itself, and lambdas never. Boxes are
those of `choice_fields.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

import cohong.desktop

OUTLIVES = re.compile(r"\b(?:shell|_?client|theme|current_theme\(\))\.\w+\.connect\(\s*lambda")


def test_no_lambda_waits_for_what_outlives_its_page() -> None:
    files = Path(cohong.desktop.__file__).parent.rglob("*.py")
    assert [file.name for file in files if OUTLIVES.search(file.read_text(encoding="utf-8"))] == []


def test_boxes_are_those_that_the_wheel_leaves_alone() -> None:
    files = Path(cohong.desktop.__file__).parent.rglob("*.py")
    made = re.compile(r"\b(?:QComboBox|QSpinBox|QDateEdit)\(\)")
    assert [file.name for file in files if made.search(file.read_text(encoding="utf-8"))] == []
