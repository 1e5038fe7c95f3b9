"""The command line's endings: exit codes, and JSON wherever it is asked for."""

from __future__ import annotations

import json

import pytest

from cohong.cli.main import exit_code_after, hoist_global_options


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.mark.parametrize(
    ("given", "hoisted"),
    [
        (["book", "list", "--json"], ["--json", "book", "list"]),
        (["--json", "book", "list", "--json"], ["--json", "book", "list"]),
        (["book", "--profile", "p", "list"], ["--profile", "p", "book", "list"]),
        (["book", "list", "--profile=p", "--json"], ["--json", "--profile=p", "book", "list"]),
        (["check", "search", "--", "--json"], ["check", "search", "--", "--json"]),
        (["book", "--profile"], ["--profile", "book"]),
        (["--profile", "p", "cohong:join?x"], ["--profile", "p", "open", "cohong:join?x"]),
        (["network", "join", "cohong:join?x"], ["network", "join", "cohong:join?x"]),
    ],
)
def test_global_options_may_stand_anywhere(given: list[str], hoisted: list[str]) -> None:
    assert hoist_global_options(given) == hoisted


def test_node_that_is_not_there_is_exit_code_3(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_after(["node", "status"]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert "cohong node run" in told.err


def test_error_is_one_json_line_on_stdout_and_a_sentence_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_after(["node", "status", "--json"]) == 3
    told = capsys.readouterr()
    answer = json.loads(told.out)
    assert told.out.count("\n") == 1
    assert answer["error"] == "no-node"
    assert answer["message"] == told.err.strip()


@pytest.mark.parametrize(
    "arguments",
    [
        ["no-such-command"],
        ["book", "no-such-command"],
        ["book", "list", "--no-such-option"],
        ["book", "list", "--count", "many"],
        ["book", "list", "--count", "0"],
        ["record", "propose", "--amount", "1"],
        ["record", "accept", "not-an-id"],
        ["network", "create", "--name", "N", "--member", "xyz"],
        ["network", "create", "--name", "N", "--currency", "hkd"],
        ["node", "run", "--listen", "nowhere"],
        ["node", "run", "--passphrase-file", "f", "--passphrase-stdin"],
        ["profile", "create", "--passphrase-file", "/no/such/file"],
        ["drafts", "remove"],
        ["api", "call", "node.status", "not json"],
        ["demo", "--headless", "--peers", "1"],
    ],
)
def test_wrong_use_is_exit_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_after([*arguments, "--json"]) == 2
    told = capsys.readouterr()
    answer = json.loads(told.out)
    assert answer["error"] == "used-wrongly"
    assert answer["message"]
    assert exit_code_after(arguments) == 2
    assert capsys.readouterr().out == ""


def test_request_that_does_not_fit_its_method_is_exit_code_2() -> None:
    assert exit_code_after(["api", "call", "book.burn"]) in (2, 3)


@pytest.mark.parametrize("arguments", [["--help"], ["book", "--help"], ["--version"], ["import", "invoices", "-h"]])
def test_help_is_done(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_after(arguments) == 0
    assert "ohong" in capsys.readouterr().out
