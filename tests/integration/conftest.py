"""Folders in which nodes under test keep their sockets and head files, away from those of whoever runs the tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for the profiles of one test's nodes."""
    _keep_to(tmp_path, monkeypatch)
    return tmp_path


@pytest.fixture(scope="module")
def node_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a folder for the profiles of one module's nodes."""
    folder = tmp_path_factory.mktemp("nodes")
    with pytest.MonkeyPatch.context() as patch:
        _keep_to(folder, patch)
        yield folder


def _keep_to(folder: Path, patch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        (folder / variable).mkdir(mode=0o700)
        patch.setenv(variable, os.fspath(folder / variable))
