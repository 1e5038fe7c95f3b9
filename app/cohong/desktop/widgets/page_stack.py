"""Pages in one place, one of them visible. Unlike QStackedWidget it is only as high as the page that it shows."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class PageStack(QWidget):
    """Add pages with `add_page`; the first one shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> QWidget:
        """The page that shows."""
        return next(page for page in self._pages if not page.isHidden())

    def add_page(self, page: QWidget) -> None:
        """Add a page behind the others."""
        self._column.addWidget(page)
        page.setVisible(not self._pages)
        self._pages.append(page)

    def show_page(self, page: QWidget) -> None:
        """Show `page` in place of the present one."""
        assert page in self._pages
        for other in self._pages:
            if other is not page:
                other.hide()
        page.show()
