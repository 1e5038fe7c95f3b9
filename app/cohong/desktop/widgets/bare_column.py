"""A column of widgets without margins, as a part of something that has its own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cohong.desktop.theme.tokens import space


def bare_column(spacing: float = 2) -> tuple[QWidget, QVBoxLayout]:
    """Return an empty widget and its column, with `spacing` steps of the scale between what is added."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(space(spacing))
    return widget, column
