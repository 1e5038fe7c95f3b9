"""What tests of paper share."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from cohong.desktop.theme.theme import Theme


@pytest.fixture
def app(qapp: QApplication) -> QApplication:
    """Return the application with the theme that paper has its fonts from."""
    if qapp.findChild(Theme) is None:
        Theme(qapp, "light", "en")
    return qapp
