"""Following what the node does in the background."""

import pytest

from cohong.api.views import ExportStatus
from cohong.cli import following


def test_it_is_asked_about_until_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "POLL_S", 0)
    begun = ExportStatus(id="j1", doing="book", state="running", file="x.csv", done=0, total=2)
    further = ExportStatus(id="j1", doing="book", state="running", file="x.csv", done=1, total=2)
    done = ExportStatus(id="j1", doing="book", state="done", file="x.csv", done=2, total=2)
    answers = iter((further, done))
    told: list[int] = []

    def words(status: ExportStatus) -> str:
        told.append(status.done)
        return ""

    assert following.watched(lambda: next(answers), begun, words) is done
    assert told == [0, 1]
