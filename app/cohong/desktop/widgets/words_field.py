"""A field for the 24 recovery words; counts them while they are typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.labels import Label

WORDS: Final = 24


class WordsField(QWidget):
    """Takes words parted by blanks, commas or lines, with or without numbers before them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = QPlainTextEdit()
        self._edit.setAccessibleName(self.tr("Recovery words"))
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(112)
        self._edit.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._edit.textChanged.connect(self._count)
        self._told = Label("", "muted")
        self.setFocusProxy(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1))
        column.addWidget(self._edit)
        column.addWidget(self._told)
        self._count()

    @property
    def words(self) -> list[str] | None:
        """The words in lower case, None unless there are 24."""
        found = self._found()
        return found if len(found) == WORDS else None

    def set_text(self, text: str) -> None:
        """Fill the field."""
        self._edit.setPlainText(text)

    def clear(self) -> None:
        """Empty the field."""
        self._edit.clear()

    def say_what_is_missing(self) -> None:
        """Say why the words can't be used yet."""
        found = len(self._found())
        self._told.set_look("danger")
        self._told.setText(self.tr("These are {found} words; all 24 are needed.").format(found=found))
        self._edit.setFocus()

    def _found(self) -> list[str]:
        parts = self._edit.toPlainText().lower().replace(",", " ").split()
        return [word for part in parts if (word := part.strip(".)0123456789"))]

    def _count(self) -> None:
        self._told.set_look("muted")
        self._told.setText(self.tr("{found} of 24 words").format(found=len(self._found())))
