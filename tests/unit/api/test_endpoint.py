"""Paths of sockets: short, the same for the same profile, different for another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cohong.api.endpoint import SOCKET_PATH_BYTES_MAX, default_profile_dir, socket_path


def test_path_is_short_however_deep_the_profile_lies(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a folder with a long name, 漢字"] * 20)
    assert len(os.fsencode(socket_path(deep))) <= SOCKET_PATH_BYTES_MAX


def test_links_and_detours_to_a_profile_lead_to_one_socket(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    (tmp_path / "link").symlink_to(profile)
    paths = {
        socket_path(profile),
        socket_path(tmp_path / "link"),
        socket_path(tmp_path / "x" / ".." / "profile"),
    }
    assert len(paths) == 1


def test_different_profiles_have_different_sockets(tmp_path: Path) -> None:
    assert socket_path(tmp_path / "a") != socket_path(tmp_path / "b")


def test_long_runtime_folder_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = tmp_path / ("r" * 90)
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    path = socket_path(tmp_path / "a")
    assert len(os.fsencode(path)) <= SOCKET_PATH_BYTES_MAX
    assert str(os.getuid()) in path.parent.name


def test_profile_is_below_the_data_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere/data")
    assert default_profile_dir() == Path("/somewhere/data/cohong/default")
