"""A sheet: a form or a short dialogue laid over the window, which stays visible and dimmed behind it.

It takes the keyboard for as long as it is open: Tab goes round inside it, Esc closes it, and what lies behind gets
neither clicks nor keys. It closes when the place below is left.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.banner import Banner
from cohong.desktop.widgets.buttons import IconButton
from cohong.desktop.widgets.labels import Label, MutedLabel

_SCRIM: Final = QColor(6, 16, 15, 130)


class Sheet(QWidget):
    """Put things into `body`; buttons go into `footer`, the primary one last.

    Args:
        place: the page that it belongs to; the sheet covers that page's window.
        width: of the card, in px; less where the window is narrower.

    Signals:
        closed: gone, whatever the reason.
    """

    closed = Signal()

    def __init__(self, place: QWidget, title: str, caption: str = "", *, width: int = 560) -> None:
        super().__init__(place.window())
        self._place = place
        self._width = width
        self._before: QWidget | None = None
        self.locked = False
        self.title = Label(title, "title", wrap=True)
        self.caption = MutedLabel(caption)
        self.banner = Banner()
        self.body = QVBoxLayout()
        self.footer = QHBoxLayout()
        self._card = self._build()
        self.caption.setVisible(bool(caption))
        self.setAccessibleName(title)
        self.hide()
        place.window().installEventFilter(self)
        place.installEventFilter(self)

    def _build(self) -> QFrame:
        card = QFrame(self)
        card.setObjectName("card")
        close = IconButton("close", self.tr("Close"))
        close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(space(1))
        words.addWidget(self.title)
        words.addWidget(self.caption)
        head.addLayout(words, stretch=1)
        head.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(space(3))
        self.body.setContentsMargins(0, 0, space(1), 0)
        self._inner = QWidget()
        self._inner.setLayout(self.body)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        self._scroll.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        column = QVBoxLayout(card)
        column.setContentsMargins(*(space(6),) * 4)
        column.setSpacing(space(4))
        column.addLayout(head)
        column.addWidget(self.banner)
        column.addWidget(self._scroll, stretch=1)
        column.addLayout(self.footer)
        return card

    def open(self) -> None:
        """Show the sheet and give its first field the keyboard."""
        self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.fit()
        self.fit_soon()
        self._first().setFocus(Qt.FocusReason.TabFocusReason)

    def _first(self) -> QWidget:
        """The first field, or where there is none the button at the right of the foot."""
        fields = [widget for widget in self._inner.findChildren(QWidget) if _takes_tab(widget)]
        if fields:
            return fields[0].focusProxy() or fields[0]
        items = (self.footer.itemAt(place) for place in range(self.footer.count() - 1, -1, -1))
        buttons = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        return buttons[0] if buttons else self

    def dismiss(self) -> None:
        """Close the sheet, unless something is under way that cannot be left."""
        if self.locked or not self.isVisible():
            return
        self.hide()
        self.closed.emit()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.deleteLater()

    def show_error(self, text: str) -> None:
        """Say what went wrong, above the form."""
        self.banner.say(text, "error")
        self.fit()

    def fit(self) -> None:
        """Cover the window, with the card in its middle, as high as its content asks for and the window lets it."""
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        width = min(self._width, self.width() - space(8))
        self._card.setFixedWidth(width)
        inner = self._inner
        wanted = inner.sizeHint().height()
        if inner.hasHeightForWidth():
            wanted = max(wanted, inner.heightForWidth(width - 2 * space(6)))
        self._scroll.setMinimumHeight(0)
        layout = self._card.layout()
        assert layout is not None
        layout.activate()
        rest = layout.totalHeightForWidth(width) - self._scroll.sizeHint().height()
        height = min(self.height() - space(8), rest + wanted + 2)
        self._card.resize(width, height)
        self._card.move((self.width() - width) // 2, max(space(4), (self.height() - height) // 2 - space(4)))

    def fit_soon(self) -> None:
        """Fit again once Qt has laid out what is new in the sheet: it does so in the next turn of the event loop."""
        QTimer.singleShot(0, self, self.fit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _SCRIM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        # Every other key ends here: nothing behind the sheet may act on it.
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside the sheet. Qt asks every parent of the focused widget, so it ends here."""
        start = QApplication.focusWidget()
        if start is None or not self.isAncestorOf(start):
            start = self
        widget = start
        while True:
            step = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
            if step is None or step is start:
                return False
            widget = step
            if self.isAncestorOf(widget) and _takes_tab(widget):
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                widget.setFocus(reason)
                self._scroll.ensureWidgetVisible(widget)
                return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self.fit()
        elif watched is self._place and event.type() == QEvent.Type.Hide and self.isVisible():
            self.dismiss()
        return super().eventFilter(watched, event)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return bool(policy & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.isVisible()
