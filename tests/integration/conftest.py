"""What processes under test find: folders away from those of whoever runs the tests, and a Ctrl-C that reaches them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_reaches_children() -> None:
    """A shell that runs the tests in its background has SIGINT ignored, and every process would inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


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
