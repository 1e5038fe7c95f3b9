"""`cohong netting`: solves and checks files, says the line and what to do, and ends so that a program can tell."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from cohong.api.errors import ExitCode
from cohong.cli.main import exit_code_after

RING = "debtor,creditor,amount\nAnn,Bob,900\nBob,Cho,800\nCho,Ann,700\nCho,Dee,50\n"
SETTLED = (
    "debtor,creditor,amount,set_off\nAnn,Bob,900,700\nBob,Cho,800,700\nCho,Ann,700,700\nCho,Dee,50,0\n"
)  # fmt: skip


@pytest.fixture
def ring(tmp_path: Path) -> Path:
    return written(tmp_path / "ring.csv", RING)


def written(file: Path, text: str) -> Path:
    file.write_bytes(text.encode())
    return file


def answer(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, object]]:
    code = exit_code_after(["netting", *map(str, arguments), "--json"])
    said: dict[str, object] = json.loads(capsys.readouterr().out)
    said.pop("seconds", None)
    return code, said


def test_solve_answers_with_what_was_found_and_writes_it(
    ring: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    assert exit_code_after(["netting", "solve", str(ring), "--out", str(out), "--json"]) == ExitCode.DONE
    said = json.loads(capsys.readouterr().out)
    assert list(said) == ["obligations", "participants", "gross", "cleared", "verified", "seconds"]
    del said["seconds"]
    assert said == {"obligations": 4, "participants": 4, "gross": 2450, "cleared": 2100, "verified": True}
    assert out.read_text(encoding="utf-8") == SETTLED
    assert answer(capsys, "check", ring, out)[0] == ExitCode.DONE


def test_liquidity_adds_what_it_would_clear(ring: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answer(capsys, "solve", ring, "--liquidity", 50)
    assert (code, said["cleared"]) == (ExitCode.DONE, 2100)
    assert said["what_if"] == {"liquidity": 50, "if_lent": 150, "if_pooled": 200}


def test_solve_tells_a_person(ring: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_after(["netting", "solve", str(ring), "--liquidity", "50"]) == ExitCode.DONE
    said = capsys.readouterr().out
    for words in ("4 among 4", "2,100 (85.714%)", "the most there is", "150 more would be cleared"):
        assert words in said


def test_lines_in_another_order_come_to_the_same(tmp_path: Path) -> None:
    draw = Random(7)
    lines = [f"{draw.choice('ABCDEF')},{draw.choice('ABCDEF')},{draw.randrange(1, 40)}\n" for _ in range(80)]
    results = set()
    for number in range(5):
        file = written(tmp_path / f"{number}.csv", "debtor,creditor,amount\n" + "".join(lines))
        out = tmp_path / f"out{number}.csv"
        assert exit_code_after(["netting", "solve", str(file), "--out", str(out)]) == ExitCode.DONE
        results.add("".join(sorted(out.read_text(encoding="utf-8").splitlines(keepends=True))))
        draw.shuffle(lines)
    assert len(results) == 1


def test_nothing_owed_is_solved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = written(tmp_path / "empty.csv", "debtor,creditor,amount\n")
    code, said = answer(capsys, "solve", empty)
    assert (code, said) == (
        ExitCode.DONE,
        {"obligations": 0, "participants": 0, "gross": 0, "cleared": 0, "verified": True},
    )


@pytest.mark.parametrize(
    ("old", "new", "fault", "told"),
    [
        ("Cho,Ann,700,700", "Cho,Ann,700,701", "bounds", "Line 4 sets off more than is owed"),
        ("Ann,Bob,900,700", "Ann,Bob,900,701", "conservation", "Ann would be 1 better off"),
        ("Cho,Dee,50,0", "Cho,Dee,50,1", "conservation", "Cho would be 1 better off"),
        (",700\n", ",699\n", "not-optimal", "3 more can be set off, by 1 more of what"),
        (",700\n", ",0\n", "not-optimal", "2100 more can be set off, by 700 more of what"),
    ],
)
def test_check_says_why_a_set_off_does_not_stand(
    ring: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, fault: str, told: str
) -> None:
    altered = written(tmp_path / "altered.csv", SETTLED.replace(old, new))
    code, said = answer(capsys, "check", ring, altered)
    assert (code, said["verified"], said["fault"]) == (ExitCode.REFUSED, False, fault)
    assert told in str(said["message"])
    assert exit_code_after(["netting", "check", str(ring), str(altered)]) == ExitCode.REFUSED
    assert told.split(",", maxsplit=1)[0] in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "error", "told"),
    [
        ("", "header", "line 1: the first line is ''. It must be: debtor,creditor,amount"),
        ("creditor,debtor,amount\n", "header", "line 1"),
        ("debtor,creditor,amount\nA,B,1\nA,B\n", "cells", "line 3: it has 2 instead of 3 cells"),
        ("debtor,creditor,amount\nA,B,1\n\nB,A,1\n", "cells", "line 3: it has 0 instead of 3 cells"),
        ("debtor,creditor,amount\nA,B,1,234\n", "cells", "line 2"),
        ("debtor,creditor,amount\n,B,1\n", "name", "line 2: '' is nobody's name"),
        ("debtor,creditor,amount\nA, B,1\n", "name", "line 2: ' B'"),
        *(
            (f"debtor,creditor,amount\nA,B,{amount}\n", "amount", f"line 2: {amount!r} is no amount")
            for amount in ("0", "-5", "+5", "1.50", "1e3", "007", "٣", "", " 5", "9" * 20)
        ),
        ("debtor,creditor,amount\nA,B,4611686018427387903\nB,A,1\n", "total", "line 3: up to here"),
        ('debtor,creditor,amount\nA,"B"x,1\n', "quotes", "line 2"),
        ('debtor,creditor,amount\nA,"B,1\n', "quotes", "quotes do not close"),
    ],
)
def test_what_is_not_as_it_must_be_is_refused_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, error: str, told: str
) -> None:
    code, said = answer(capsys, "solve", written(tmp_path / "bad.csv", text))
    assert (code, said["error"]) == (ExitCode.REFUSED, error)
    assert told in str(said["message"])


def test_other_encodings_are_refused_and_a_byte_order_mark_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "names.csv"
    file.write_bytes("debtor,creditor,amount\n港燈,B,1\n陳,B,1\n".encode("utf-8-sig"))
    assert answer(capsys, "solve", file)[0] == ExitCode.DONE
    file.write_bytes(b"debtor,creditor,amount\nA,B,1\n" + "陳,B,1\n".encode("big5"))
    code, said = answer(capsys, "solve", file)
    assert (code, said["error"]) == (ExitCode.REFUSED, "encoding")
    assert "line 3: it is not UTF-8 text" in str(said["message"])


@pytest.mark.parametrize(
    ("text", "error", "line"),
    [
        (RING, "header", 1),
        (SETTLED.replace("Bob,Cho", "Cho,Bob"), "other-obligation", 3),
        (SETTLED.replace("Bob,Cho,800", "Bob,Cho,801"), "other-obligation", 3),
        (SETTLED.replace("Cho,Dee,50,0\n", ""), "lines", 5),
        (SETTLED + "Cho,Dee,50,0\n", "lines", 6),
        (SETTLED.replace("50,0", "50,-1"), "amount", 5),
    ],
)
def test_set_offs_of_other_obligations_are_refused(
    ring: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, error: str, line: int
) -> None:
    code, said = answer(capsys, "check", ring, written(tmp_path / "other.csv", text))
    assert (code, said["error"]) == (ExitCode.REFUSED, error)
    assert f"line {line}: " in str(said["message"])


def test_files_that_are_not_there_or_are_there_already_are_wrong_use(ring: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.csv")
    assert exit_code_after(["netting", "solve", missing]) == ExitCode.USED_WRONGLY
    assert exit_code_after(["netting", "check", str(ring), missing]) == ExitCode.USED_WRONGLY
    assert exit_code_after(["netting", "solve", str(ring), "--out", str(ring)]) == ExitCode.USED_WRONGLY
    assert exit_code_after(["netting", "solve", str(ring), "--liquidity", "-1"]) == ExitCode.USED_WRONGLY
    assert ring.read_text(encoding="utf-8") == RING


@pytest.mark.parametrize(
    ("file", "obligations", "participants", "cleared"),
    [
        ("mtcs_synthetic_network_01.csv", 100_471, 28_975, 535_494_678),
        ("mtcs_synthetic_network_02.csv", 179_586, 35_739, 1_809_489_714),
    ],
)
def test_large_networks_come_to_the_published_optimum(
    shared_data: Path, capsys: pytest.CaptureFixture[str], file: str, obligations: int, participants: int, cleared: int
) -> None:
    code, said = answer(capsys, "solve", shared_data / file)
    del said["gross"]
    found = {"obligations": obligations, "participants": participants, "cleared": cleared, "verified": True}
    assert (code, said) == (ExitCode.DONE, found)
