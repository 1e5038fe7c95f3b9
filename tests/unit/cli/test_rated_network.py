"""`cohong insight network`: a file or a folder that will not do is refused before anything is made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cohong.api.errors import ExitCode
from cohong.cli.main import exit_code_after

LINES = [f"r{number % 6},s{number % 5},{number % 10},{86_400 * (number + 1)}" for number in range(30)]


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text("a harbour in the morning")
    return file


def answer(
    capsys: pytest.CaptureFixture[str], file: Path, folder: Path, passphrase: Path
) -> tuple[int, dict[str, object]]:
    arguments = ["insight", "network", str(file), str(folder), "--passphrase-file", str(passphrase), "--json"]
    code = exit_code_after(arguments)
    said: dict[str, object] = json.loads(capsys.readouterr().out)
    return code, said


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("a,b,1", "cells"),
        ("a,b,11,86400", "rating"),
        ("a,b,1.5,86400", "whole"),
        ("a,b,1,86399.9", "moment"),
        ("a,b,1,-86400", "moment"),
        ("a,b,1,4102444800", "moment"),  # 2100-01-01
        ("a,b,1,yesterday", "time"),
        (f"{'n' * 121},b,1,86400", "member-name"),
        ("a,b\x07,1,86400", "member-name"),
    ],
)
def test_a_line_that_nobody_can_have_signed_is_named_and_nothing_is_made(
    tmp_path: Path, passphrase: Path, capsys: pytest.CaptureFixture[str], line: str, code: str
) -> None:
    file, folder = tmp_path / "ratings.csv", tmp_path / "new"
    file.write_text("\n".join([*LINES, line]))
    ended, said = answer(capsys, file, folder, passphrase)
    assert (ended, said["error"]) == (ExitCode.REFUSED, code)
    assert "line 31" in str(said["message"])
    assert not folder.exists()


def test_too_few_ratings_are_refused(tmp_path: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ratings.csv"
    file.write_text("\n".join([*LINES[:19], "a,a,1,86400"]))
    ended, said = answer(capsys, file, tmp_path / "new", passphrase)
    assert (ended, said["error"]) == (ExitCode.REFUSED, "too-few")


@pytest.mark.parametrize("taken", ["folder/slots", "file"])
def test_a_folder_with_something_in_it_is_left_as_it_is(
    tmp_path: Path, passphrase: Path, capsys: pytest.CaptureFixture[str], taken: str
) -> None:
    file, there = tmp_path / "ratings.csv", tmp_path / taken
    file.write_text("\n".join(LINES))
    there.parent.mkdir(exist_ok=True)
    there.write_text("a profile")
    ended, said = answer(capsys, file, tmp_path / taken.split("/", maxsplit=1)[0], passphrase)
    assert (ended, said["error"]) == (ExitCode.USED_WRONGLY, "used-wrongly")
    assert there.read_text() == "a profile"
    assert answer(capsys, file, tmp_path / "no" / "folder", passphrase)[0] == ExitCode.USED_WRONGLY


def test_what_is_in_a_file_is_persons_or_firms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["insight", "network", str(tmp_path / "ratings.csv"), str(tmp_path / "new"), "--kind", "auditor"]
    assert exit_code_after(arguments) == ExitCode.USED_WRONGLY
    assert "neither person nor firm" in capsys.readouterr().err
