"""`cohong insight evaluate`: answers in one form, and says what is wrong with a file, where, and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cohong.api.errors import ExitCode
from cohong.cli.main import exit_code_after

COUNT = 60


@pytest.fixture
def ratings(tmp_path: Path) -> Path:
    """Ratings in which s0 is rated badly, the others well, by r0 … r5, a day apart; r5 says the opposite."""
    lines = []
    for number in range(COUNT):
        rater, subject = number % 6, number % 5
        good = (subject > 0) != (rater == 5)
        lines.append(f"r{rater},s{subject},{7 if good else -8},{86_400 * number}.5")
    return written(tmp_path / "ratings.csv", "\n".join(lines) + "\n")


def written(file: Path, text: str) -> Path:
    file.write_bytes(text.encode())
    return file


def answer(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, object]]:
    code = exit_code_after(["insight", "evaluate", *map(str, arguments), "--json"])
    said: dict[str, object] = json.loads(capsys.readouterr().out)
    return code, said


def test_answer_has_the_documented_form(ratings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, ratings)
    assert code == ExitCode.DONE
    assert list(said) == ["leave_one_out", "forward"]
    labels = written(tmp_path / "labels.csv", "name,label\nr1,+1\nr2,1\nr5,-1\n")
    code, said = answer(capsys, ratings, "--labels", labels)
    assert code == ExitCode.DONE
    assert list(said) == ["leave_one_out", "forward", "dishonest_raters_auc"]
    assert said["leave_one_out"].keys() == {"rmse", "correlation"}  # type: ignore[attr-defined]  # JSON
    assert said["dishonest_raters_auc"] == 1.0
    assert exit_code_after(["insight", "evaluate", str(ratings), "--labels", str(labels)]) == ExitCode.DONE
    told = capsys.readouterr().out
    for words in ("60 among 11", "RMSE", "AUC 1.000 over 3"):
        assert words in told


def test_a_figure_that_is_undefined_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = written(tmp_path / "same.csv", "".join(f"a{n},b{n},3,{1_400_000_000 + n}\n" for n in range(30)))
    labels = written(tmp_path / "labels.csv", "a1,+1\n")
    assert exit_code_after(["insight", "evaluate", str(same), "--labels", str(labels)]) == ExitCode.DONE
    told = capsys.readouterr().out
    assert "correlation undefined" in told
    assert "nan" not in told


def test_a_file_with_too_few_ratings_is_refused_as_a_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, written(tmp_path / "empty.csv", ""))
    assert code == ExitCode.REFUSED
    assert "empty.csv: 0 of at least 20 ratings" in str(said["message"])


def test_words_only_is_of_the_book(ratings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_after(["insight", "evaluate", str(ratings), "--words-only"]) == ExitCode.USED_WRONGLY
    assert "goes with --from-book" in capsys.readouterr().err


def test_a_header_is_read_over_and_ratings_of_oneself_are_left_out(
    ratings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = written(tmp_path / "more.csv", "source,target,rating,time\nr0,r0,10,5\n" + ratings.read_text())
    assert answer(capsys, more) == answer(capsys, ratings)
    exit_code_after(["insight", "evaluate", str(more)])
    assert "1 of the rater itself" in capsys.readouterr().out


def test_order_of_the_lines_does_not_matter(ratings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = written(tmp_path / "other.csv", "\n".join(reversed(ratings.read_text().split())) + "\n")
    assert answer(capsys, other) == answer(capsys, ratings)


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("a,b,1", "cells", "3 instead of 4 cells"),
        ("a,,1,5", "name", "nobody's name"),
        ("a,b,11,5", "rating", "from -10 to 10"),
        ("a,b,nan,5", "rating", "from -10 to 10"),
        ("a,b,good,5", "rating", "from -10 to 10"),
        ("a,b,1,yesterday", "time", "seconds since 1970"),
        ("a,b,1,inf", "time", "seconds since 1970"),
        ('"a,b,1,5', "quotes", "quotes"),
    ],
)
def test_a_line_that_is_not_as_it_must_be_is_named(
    ratings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, code: str, words: str
) -> None:
    file = written(tmp_path / "wrong.csv", ratings.read_text() + line + "\n")
    ended, said = answer(capsys, file)
    assert (ended, said["error"]) == (ExitCode.REFUSED, code)
    exit_code_after(["insight", "evaluate", str(file)])
    told = capsys.readouterr().err
    assert f"line {COUNT + 1}" in told
    assert words in told


@pytest.mark.parametrize(("text", "code"), [("r1,2\n", "label"), ("r1,1\nr1,1\n", "labelled-twice"), ("r1\n", "cells")])
def test_labels_that_are_not_as_they_must_be_are_refused(
    ratings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: str
) -> None:
    ended, said = answer(capsys, ratings, "--labels", written(tmp_path / "labels.csv", text))
    assert (ended, said["error"]) == (ExitCode.REFUSED, code)


def test_too_few_ratings_and_no_file_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ended, said = answer(capsys, written(tmp_path / "few.csv", "a,b,1,5\n"))
    assert (ended, said["error"]) == (ExitCode.REFUSED, "too-few")
    assert answer(capsys, tmp_path / "none.csv")[0] == ExitCode.USED_WRONGLY
