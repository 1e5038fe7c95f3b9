"""A network made of a file by the command, opened by a real node; and one that is stopped, of which nothing is left."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.integration.audits import audited
from tests.integration.firms import PASSPHRASE, Firm

from cohong.cli.main import exit_code_after

NAMES = ["one", "two", "three", "four", "five", "six"]


def ran(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = exit_code_after([*map(str, arguments), "--json"])
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, said


def ratings_file(folder: Path) -> Path:
    random, file = Random(2), folder / "ratings.csv"
    lines = [f"{rater},{subject},{random.randint(-10, 10)}" for rater, subject in permutations(NAMES, 2)]
    timed = [f"{line},{1_300_000_000 + 100_000 * at}.25" for at, line in enumerate(lines)]
    file.write_text("\n".join(["SOURCE,TARGET,RATING,TIME", *timed, "one,one,10,1300000000"]))
    return file


def test_a_node_opens_what_was_made_and_it_comes_to_the_figures_of_the_file(
    folders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, labels, firm = ratings_file(folders), folders / "labels.csv", Firm(folders / "evaluation")
    labels.write_text("one,+1\ntwo,+1\nTHREE,-1\nstranger,-1\n")
    firm.folder.mkdir()
    (passphrase := folders / "passphrase").write_text(PASSPHRASE)
    make = ("insight", "network", file, firm.profile, "--kind", "firm", "--passphrase-file", passphrase)
    code, made = ran(capsys, *make)
    assert code == 0, made
    assert (made["members"], made["ratings"], made["of_oneself"]) == (6, 30, 1)
    assert made["anchored"] == made["records"] == 30 + 6 + 1
    assert ran(capsys, *make)[0] == 2
    assert [path.name for path in firm.folder.iterdir()] == ["profile"]
    firm.start(unlock=True)
    try:
        labels_exactly = folders / "exactly.csv"
        labels_exactly.write_text(labels.read_text().replace("THREE", "three"))
        of_file = ran(capsys, "insight", "evaluate", file, "--labels", labels_exactly)[1]
        book = ("--profile", firm.profile, "insight", "evaluate", "--from-book")
        code, of_book = ran(capsys, *book, "--labels", labels)
        assert (code, of_book) == (0, {"ratings": 30, "members": 6, **of_file})
        assert ran(capsys, *book)[1].get("dishonest_raters_auc") is None
        cards = [card for card in firm.ask("members.list") if not card.me]
        assert {(card.name, card.kind) for card in cards} == {(name, "firm") for name in NAMES}
        expected = ran(capsys, "--profile", firm.profile, "check", "experience", cards[0].member)[1]
        assert (expected["ratings"], len(expected["raters"])) == (5, 5)
        found = audited(firm)
        assert (found.state, found.different, found.entries) == ("done", 0, made["entries"])
    finally:
        firm.stop()


def test_of_one_that_is_stopped_nothing_is_left(folders: Path) -> None:
    (parent := folders / "parent").mkdir()
    ratings = [[f"r{at}", "s", 1, 1_300_000_000_000 + at, ""] for at in range(1_500)]
    profile = {"folder": str(parent / "new"), "passphrase": PASSPHRASE, "name": "Evaluation"}
    process = subprocess.Popen(
        [sys.executable, "-m", "cohong.node.network_maker"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    with process.stdin:
        process.stdin.write(json.dumps({**profile, "kind": "person", "ratings": ratings}).encode())
    assert json.loads(process.stdout.readline()) == {"doing": "members", "done": 0, "total": 1_501}
    assert list(parent.iterdir()) != []
    process.terminate()
    said, complaint = process.stdout.read(), process.stderr.read()
    assert (process.wait(), said, complaint) == (1, b"", b"")
    assert list(parent.iterdir()) == []
    assert list((folders / "XDG_STATE_HOME").rglob("*.lock")) == []
