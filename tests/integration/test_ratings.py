"""Ratings out of a file on real nodes: each member signs its own lines, once, and the book then has them all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import Firm, eventually, found

from cohong.cli.main import exit_code_after


def imported(firm: Firm, file: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    capsys.readouterr()
    code = exit_code_after(["--profile", str(firm.profile), "import", "ratings", str(file), "--json", *options])
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert code == 0, said
    return said


def test_each_member_signs_its_own_ratings_of_a_file_once(folders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    firms = found(folders, 2)
    first, second = firms
    file = folders / "ratings.csv"
    lines = ["SOURCE,TARGET,RATING,TIME", f"{first.member},{second.member},4,86400", "alias,nobody,1,0"]
    file.write_text("\n".join([*lines, f"{first.member},{second.member},9,172800", f"alias,{first.member},-2,0"]))
    try:
        dry = imported(first, file, capsys, "--dry-run")
        assert (dry["rows"], dry["mine"], dry["problems"]) == (4, 2, [])
        assert first.ask("check.member", member=second.member).endorsements == []
        for _ in range(2):
            assert imported(first, file, capsys)["endorsements"] == [{"member": second.member, "score": 9}]
        said = imported(second, file, capsys, "--source", "alias")
        assert said["problems"] == [{"line": 3, "target": "nobody", "reason": "unknown"}]
        eventually(lambda: len(first.ask("check.member", member=first.member).endorsements) == 1, "the other's word")
        (own,) = second.ask("check.member", member=second.member).endorsements
        assert own[1:3] == [9, "1970-01-03"]
    finally:
        for firm in firms:
            firm.stop()
