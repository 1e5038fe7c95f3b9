"""Grades of the members in sight: only these are asked for, and what was counted stays until it is counted anew."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Run, until

from cohong.api import requests
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import CardGrade
from cohong.desktop.pages.members_grades import AT_ONCE, MemberGrades


@dataclass
class Source:
    """Counts grades as a node would, and knows what was asked."""

    grade: str = "B"
    refuses: bool = False
    asked: list[list[str]] = field(default_factory=list)

    async def call(self, method: str, params: requests.GradesOf) -> list[CardGrade]:
        assert (method, params.large) == ("check.grades", True)
        await asyncio.sleep(0)
        self.asked.append(list(params.members))
        if self.refuses:
            raise ApiError(ApiErrorCode.OVERLOADED, "")
        return [CardGrade(member=member, grade=self.grade) for member in params.members]


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def grades(qtbot: QtBot, source: Source) -> Iterator[MemberGrades]:
    parent = QObject()
    yield MemberGrades(cast(Any, source), parent)


def test_who_is_out_of_sight_before_rows_rest_is_not_asked_for(
    grades: MemberGrades, source: Source, run: Run[Any]
) -> None:
    async def scroll() -> None:
        for first in range(0, 200, 20):
            grades.want([str(number) for number in range(first, first + 10)])
            await asyncio.sleep(0)
        await until(lambda: grades.of("189") is not None)

    run(scroll())
    assert source.asked == [[str(number) for number in range(180, 186)], [str(number) for number in range(186, 190)]]
    assert len(source.asked[0]) == AT_ONCE


def test_what_was_counted_stays_until_it_is_counted_anew(grades: MemberGrades, source: Source, run: Run[Any]) -> None:
    told: list[list[str]] = []
    grades.came.connect(told.append)

    async def change() -> None:
        grades.want(["1", "2"])
        await until(lambda: grades.of("2") is not None)
        source.grade = "C"
        grades._doubted.setInterval(10)
        grades.doubt()
        assert grades.of("1") == CardGrade(member="1", grade="B")
        await until(lambda: grades.of("1") == CardGrade(member="1", grade="C"))

    run(change())
    assert told == [["1", "2"], ["1", "2"]]


def test_a_process_with_too_much_to_do_is_asked_again_later(
    grades: MemberGrades, source: Source, run: Run[Any]
) -> None:
    async def refused() -> None:
        source.refuses = True
        grades._again.setInterval(10)
        grades.want(["1"])
        await until(lambda: source.asked)
        source.refuses = False
        await until(lambda: grades.of("1") is not None)

    run(refused())
