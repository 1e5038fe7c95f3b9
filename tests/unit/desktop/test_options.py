"""The options of the program."""

from __future__ import annotations

import pytest

from cohong.desktop.app import parse_options


def test_a_link_is_taken_beside_the_options() -> None:
    options = parse_options(["--profile", "p", "--", "cohong:join?genesis=x"])
    assert (options.link, str(options.profile)) == ("cohong:join?genesis=x", "p")
    assert parse_options([]).link == ""


def test_what_is_no_link_of_ours_ends_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_options(["https://example.org"])
    assert ended.value.code == 2
    assert "cohong:" in capsys.readouterr().err
