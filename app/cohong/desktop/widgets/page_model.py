"""A table of any length of which only the pages in sight are held.

The node orders and filters; this model asks it for pages of 256 rows as they come into view and keeps the last few.
Rows become ready-made strings when they are first painted, since a page holds seven times what a window shows.

Three things keep a table calm while records stream in:
- a refresh replaces all visible pages in one step, so that no half-old frame is ever painted;
- refreshes are coalesced to four a second, and held back while a mouse button is down;
- a refresh never resets the model: rows are added or removed at the end, the rest is replaced in place, and the
  view finds its selection and its anchor again by object id.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from shiboken6 import isValid

from cohong.desktop.tasks import run_task

PAGE_ROWS: Final = 256
PAGES_KEPT: Final = 24
REFRESH_MS: Final = 250

type_index = QModelIndex | QPersistentModelIndex
_ROOM_FOR_ARROW: Final = "\u2003"
_NOWHERE: Final = QModelIndex()
_TEXT_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Row(Protocol):
    """What the node answers for one row; only its object is known here."""

    @property
    def object(self) -> str: ...


class AnswerPage(Protocol):
    """A stretch of ordered rows, as `cohong.api.views.BookPage`."""

    @property
    def total(self) -> int: ...
    @property
    def first(self) -> int: ...
    @property
    def revision(self) -> int: ...
    @property
    def rows(self) -> Sequence[Any]: ...


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row ready to paint.

    Attributes:
        texts: what each column says, in the order of the columns.
        source: the node's row, for what a delegate paints beside the text.
        spoken: the row as one sentence, for a screen reader.
    """

    object: str
    texts: tuple[str, ...]
    source: Any
    spoken: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table.

    Attributes:
        key: what the header sorts by, empty where it does not sort.
        figures: right-aligned, with figures of one width.
        width: in units of the average character; 0 takes what room is left.
        falls: the first click on its header sorts the largest first.
        weight: 0 is always shown; the higher, the sooner a narrow table leaves the column out.
    """

    name: str
    title: str
    key: str = ""
    figures: bool = False
    width: int = 12
    weight: int = 0
    falls: bool = False


@dataclass(slots=True)
class _Page:
    epoch: int
    rows: Sequence[Any]
    shown: list[ShownRow | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shown = [None] * len(self.rows)


Fetch = Callable[[int, int], Awaitable[AnswerPage]]
"""Asks for rows `first`, `count` under the query that was set."""


class PageModel(QAbstractTableModel):
    """Rows of the node's ordered, filtered table.

    Signals:
        refreshed: visible rows were replaced, added or removed; the view looks for its anchor.
        loaded: the first page under a new query is here: `total` rows.
        failed: a page could not be had; the exception.
    """

    refreshed = Signal()
    loaded = Signal(int)
    failed = Signal(object)

    def __init__(
        self, columns: Sequence[Column], show: Callable[[Any], ShownRow], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._show = show
        self._fetch: Fetch | None = None
        self._pages: OrderedDict[int, _Page] = OrderedDict()
        self._total = 0
        self._revision = -1
        # Pages fetched since the last refresh are fresh; going by the book's revision, two pages in sight would
        # chase one another for as long as records stream in.
        self._epoch = 0
        self._visible = (0, 0)
        self._sorted = -1
        self._query = 0
        self._answered = 0
        self._held = False
        self._stale_while_held = False
        self._loading: asyncio.Task[None] | None = None
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._refresh_now)

    # What the view asks

    def rowCount(self, parent: type_index = _NOWHERE) -> int:
        return self._total

    def columnCount(self, parent: type_index = _NOWHERE) -> int:
        return len(self.columns)

    def data(self, index: type_index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # A view asks for seven roles a cell. All but the text are refused before anything is looked up.
        if role not in _TEXT_ROLES:
            return None
        shown = self.row_at(index.row())
        if shown is None:
            return ""
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return shown.spoken
        return shown.texts[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            # The arrow stands at the right edge, where the words of a column of figures end.
            return column.title + _ROOM_FOR_ARROW if column.figures and section == self._sorted else column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.InitialSortOrderRole:
            return Qt.SortOrder.DescendingOrder if column.falls else Qt.SortOrder.AscendingOrder
        return None

    def row_at(self, row: int) -> ShownRow | None:
        """Return the row ready to paint, or None while it is on its way."""
        page = self._pages.get(row // PAGE_ROWS)
        if page is None:
            return None
        place = row % PAGE_ROWS
        if place >= len(page.rows):
            return None
        shown = page.shown[place]
        if shown is None:
            shown = page.shown[place] = self._show(page.rows[place])
        return shown

    def row_of(self, object_id: str) -> int | None:
        """Return where an object is among the pages held, or None."""
        for number, page in self._pages.items():
            for place, row in enumerate(page.rows):
                if row.object == object_id:
                    return number * PAGE_ROWS + place
        return None

    @property
    def is_asked(self) -> bool:
        """Whether a query was set."""
        return self._fetch is not None

    @property
    def is_busy(self) -> bool:
        """Whether rows are on their way, or a refresh is about to begin."""
        return self._refresh.isActive() or (self._loading is not None and not self._loading.done())

    # What the page asks

    def set_query(self, fetch: Fetch) -> None:
        """Show another filter or order. The rows shown stay until the first page of the new one is here."""
        self._fetch = fetch
        self._query += 1
        self._visible = (0, min(self._visible[1] - self._visible[0], PAGE_ROWS - 1))
        self._load()

    def want(self, first: int, last: int) -> None:
        """Say which rows are in sight; what is missing of them is fetched."""
        self._visible = (max(0, first), max(first, last))
        self._load()

    def refresh_soon(self) -> None:
        """The book changed: fetch what is in sight again, at most four times a second."""
        if not self._refresh.isActive():
            self._refresh.start()

    def mark_sorted(self, section: int) -> None:
        """Say beside which column's title the arrow stands; -1 for none."""
        self._sorted = section
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def show_anew(self, objects: Collection[str]) -> None:
        """Make the strings of these objects' rows anew: something beside the node's rows has come for them."""
        changed = []
        for number, page in self._pages.items():
            for place, row in enumerate(page.rows):
                if row.object in objects:
                    page.shown[place] = None
                    changed.append(number * PAGE_ROWS + place)
        for first, last in runs(sorted(changed)):
            self._say_changed(first, last)

    def hold(self, held: bool) -> None:
        """Let nothing move while a mouse button is down; what came meanwhile is shown on release."""
        self._held = held
        if not held and self._stale_while_held:
            self._stale_while_held = False
            self.refresh_soon()

    # Fetching

    def _refresh_now(self) -> None:
        if self._held:
            self._stale_while_held = True
            return
        self._epoch += 1
        self._load()

    def _missing(self) -> list[int]:
        if self._answered != self._query:
            return [0]
        last = max(0, min(self._visible[1], self._total - 1))
        in_sight = range(min(self._visible[0], last) // PAGE_ROWS, last // PAGE_ROWS + 1)
        return [number for number in in_sight if not self._is_fresh(number)]

    def _is_fresh(self, number: int) -> bool:
        page = self._pages.get(number)
        return page is not None and page.epoch == self._epoch

    def _load(self) -> None:
        if self._fetch is None or (self._loading is not None and not self._loading.done()):
            return
        if self._missing():
            self._loading = run_task(self, self._load_all())

    async def _load_all(self) -> None:
        # While pages are on their way the user scrolls on: each turn asks only for what is in sight by then.
        while (numbers := self._missing()) and (fetch := self._fetch) is not None:
            query, epoch = self._query, self._epoch
            try:
                answers = await asyncio.gather(*(fetch(number * PAGE_ROWS, PAGE_ROWS) for number in numbers))
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever the client raises, the page words it
                if isValid(self):
                    self.failed.emit(error)
                return
            if not isValid(self):
                return  # the window was closed while the node answered
            if query == self._query:
                self._take(numbers, answers, epoch)

    def _take(self, numbers: Sequence[int], answers: Sequence[AnswerPage], epoch: int) -> None:
        if self._answered != self._query:
            self._take_first(answers[-1], epoch)
            return
        changed: list[int] = []
        for number, answer in zip(numbers, answers, strict=True):
            changed += self._put_page(number, _Page(epoch, answer.rows))
        self._forget_old()
        self._note_revision(answers[-1].revision)
        self._settle_total(answers[-1].total)
        for first, last in runs(changed):
            self._say_changed(first, last)
        self.refreshed.emit()

    def _put_page(self, number: int, page: _Page) -> list[int]:
        """Replace a page; rows that are as before keep their strings. Return those that differ."""
        before = self._pages.get(number)
        self._pages[number] = page
        self._pages.move_to_end(number)
        start = number * PAGE_ROWS
        if before is None:
            return [start + place for place in range(len(page.rows))]
        changed = []
        for place, row in enumerate(page.rows):
            if place < len(before.rows) and before.rows[place] == row:
                page.shown[place] = before.shown[place]
            else:
                changed.append(start + place)
        return changed

    def _take_first(self, answer: AnswerPage, epoch: int) -> None:
        self.beginResetModel()
        self._pages.clear()
        self._pages[0] = _Page(epoch, answer.rows)
        self._total, self._revision, self._answered = answer.total, answer.revision, self._query
        self.endResetModel()
        self.loaded.emit(self._total)

    def _note_revision(self, revision: int) -> None:
        # What lies on other pages may have shifted against the one that was just fetched.
        if revision != self._revision:
            self._revision = revision
            self.refresh_soon()

    def _settle_total(self, total: int) -> None:
        if self._held and total != self._total:
            self._stale_while_held = True
        else:
            self._resize(total)

    def _resize(self, total: int) -> None:
        if total > self._total:
            self.beginInsertRows(_NOWHERE, self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(_NOWHERE, total, self._total - 1)
            self._total = total
            self.endRemoveRows()

    def _forget_old(self) -> None:
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)

    def _say_changed(self, first: int, last: int) -> None:
        last = min(last, self._total - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as stretches without a gap: 3 4 5 9 as (3, 5), (9, 9)."""
    stretches: list[tuple[int, int]] = []
    for number in numbers:
        if stretches and stretches[-1][1] == number - 1:
            stretches[-1] = (stretches[-1][0], number)
        else:
            stretches.append((number, number))
    return stretches
