"""A network for evaluation that cannot be put in its place in the end leaves nothing, neither here nor elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohong.node import network_maker
from cohong.node.profile import OpenProfile


def test_a_folder_that_was_taken_meanwhile_is_left_as_it_is_and_nothing_else_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, folder = tmp_path / "state", tmp_path / "parent" / "new"
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    folder.parent.mkdir()

    def filled(profile: OpenProfile, name: str, ratings: object, kind: str) -> dict[str, object]:
        assert [file for file in state.rglob("*") if file.is_file()], "its member is known there"
        folder.mkdir()
        (folder / "other").write_text("somebody else's")
        return {}

    monkeypatch.setattr(network_maker, "_filled", filled)
    asked = {"passphrase": "a harbour in the morning", "name": "Evaluation", "kind": "firm", "ratings": list[object]()}
    with pytest.raises(OSError):
        network_maker._made(folder, asked)
    assert [item.name for item in folder.parent.iterdir()] == ["new"]
    assert [item.name for item in folder.iterdir()] == ["other"]
    assert [file for file in state.rglob("*") if file.is_file()] == []
