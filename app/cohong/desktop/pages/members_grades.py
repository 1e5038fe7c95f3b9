"""The grades of the members in sight: asked for once rows rest, a few at a time, and kept while the window is open.

The node has them counted by a process at low priority. What has been counted stays on the screen until it is counted
anew, so that nothing flickers; in a book that changes all the time that is some seconds later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from cohong.api import requests, views
from cohong.api.errors import ApiError
from cohong.desktop.node_client import NodeClient, NodeUnreachable
from cohong.desktop.tasks import run_task

AT_ONCE: Final = 6
"""Grades asked for together: the first ones show before the last are counted."""
REST_MS: Final = 150
"""How long rows must rest before their grades are asked for."""
DOUBT_MS: Final = 10_000
RETRY_MS: Final = 5_000
KEPT_MAX: Final = 5_000


class MemberGrades(QObject):
    """Signals:
    came: the members whose grades have come, or are others now.
    """

    came = Signal(list)

    def __init__(self, client: NodeClient, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._known: dict[str, views.CardGrade] = {}
        self._fresh: set[str] = set()
        self._wanted: list[str] = []
        self._asking = False
        self._soon = QTimer(self, singleShot=True, interval=REST_MS)
        self._soon.timeout.connect(self._start)
        self._again = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._again.timeout.connect(self._start)
        self._doubted = QTimer(self, singleShot=True, interval=DOUBT_MS)
        self._doubted.timeout.connect(self._forget_fresh)

    def of(self, member: str) -> views.CardGrade | None:
        """Return the grade of a member as last counted, None if it never was."""
        return self._known.get(member)

    def want(self, members: Sequence[str]) -> None:
        """Say who is in sight; only their grades are asked for."""
        self._wanted = list(members)
        if self._missing():
            self._soon.start()

    def doubt(self) -> None:
        """The book has changed: count what is in sight anew, after a while."""
        if not self._doubted.isActive():
            self._doubted.start()

    def _missing(self) -> list[str]:
        return [member for member in self._wanted if member not in self._fresh]

    def _forget_fresh(self) -> None:
        self._fresh.clear()
        self._start()

    def _start(self) -> None:
        if not self._asking:
            run_task(self, self._ask())

    async def _ask(self) -> None:
        self._asking = True
        try:
            while missing := self._missing()[:AT_ONCE]:
                asked = requests.GradesOf(members=missing, large=True)
                grades: list[views.CardGrade] = await self._client.call("check.grades", asked)
                if not isValid(self):
                    return  # the window was closed, or speaks another language, while the node answered
                self._fresh |= set(missing)
                self._take(grades)
        except (ApiError, NodeUnreachable):
            # Too much is asked of the process, or the node is away: the list is whole without grades.
            if isValid(self):
                self._again.start()
        finally:
            self._asking = False

    def _take(self, grades: Sequence[views.CardGrade]) -> None:
        if len(self._known) > KEPT_MAX:
            self._known = {member: self._known[member] for member in self._wanted if member in self._known}
            self._fresh &= self._known.keys()
        changed = [grade.member for grade in grades if self._known.get(grade.member) != grade]
        self._known |= {grade.member: grade for grade in grades}
        if changed:
            self.came.emit(changed)
