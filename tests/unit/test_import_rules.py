"""The import contracts of pyproject.toml, tried: a deliberate violation in a copy of the sources is named."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]

VIOLATIONS = [
    ("p2p", "import cohong.ledger", "Layers: programs, siblings, rules, leaves"),
    ("book", "from cohong import protocol", "Layers: programs, siblings, rules, leaves"),
    ("cli", "import cohong.desktop", "Layers: programs, siblings, rules, leaves"),
    ("book", "import cohong.crypto", "The book knows only primitives"),
    ("api", "import cohong.crypto", "The api knows only primitives"),
    ("desktop", "import cohong.book", "Desktop and command line talk to the node through the api"),
    ("book", "import time", "Pure packages read no clock, file, socket or random source"),
    ("protocol", "from pathlib import Path", "Pure packages read no clock, file, socket or random source"),
    ("api", "import socket", "The api opens no socket"),
    ("verifier", "import cohong.primitives", "The verifier stands alone"),
    ("verifier", "import time", "Pure packages read no clock, file, socket or random source"),
    ("verifier", "import cbor2", "cbor2 lives in primitives"),
    ("crypto", "import cbor2", "cbor2 lives in primitives"),
    (
        "p2p",
        "from nacl.signing import SigningKey",
        "Cryptographic libraries live in crypto, Ed25519 in the verifier too",
    ),
    ("node", "import sqlcipher3", "sqlcipher3 lives in ledger"),
    ("node", "import libp2p", "libp2p lives in p2p"),
    ("node", "import zeroconf", "zeroconf lives in p2p"),
    ("ledger", "import trio", "trio lives in node and p2p"),
    ("node", "import msgspec", "msgspec lives in api"),
    ("cli", "from PySide6 import QtCore", "Qt lives in desktop"),
    ("desktop", "import typer", "typer and rich live in cli"),
    ("node", "import charset_normalizer", "charset-normalizer lives in importing"),
    ("node", "import defusedxml", "defusedxml lives in importing"),
    ("node", "import xlsxwriter", "XlsxWriter lives in exporting"),
    ("api", "import babel", "Babel lives in cli and desktop"),
    ("book", "import numpy", "OR-tools and numpy live in insight"),
    ("node", "import ortools", "OR-tools and numpy live in insight"),
    ("insight", "import cohong.ledger", "Layers: programs, siblings, rules, leaves"),
]


@pytest.fixture
def sources_copy(tmp_path: Path) -> Path:
    """Return a folder with the configuration and a copy of app/ that a test may spoil."""
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    shutil.copytree(CHECKOUT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def broken_contracts(checkout: Path) -> list[str]:
    """Return the names of the contracts that lint-imports finds broken in `checkout`, in their order."""
    lint_imports = Path(sys.executable).with_name("lint-imports")
    finished = subprocess.run(
        [lint_imports, "--no-cache", "--no-logo"],
        cwd=checkout,
        # In front of the path on which the editable install puts the real sources.
        env=os.environ | {"PYTHONPATH": str(checkout / "app"), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts: " in finished.stdout, finished.stdout + finished.stderr
    broken = re.findall(r"^(.+) BROKEN\b", finished.stdout, flags=re.MULTILINE)
    assert finished.returncode == (1 if broken else 0)
    return broken


def test_the_sources_keep_every_contract(sources_copy: Path) -> None:
    assert broken_contracts(sources_copy) == []


@pytest.mark.parametrize(("package", "line", "contract"), VIOLATIONS)
def test_a_deliberate_violation_breaks_its_contract(sources_copy: Path, package: str, line: str, contract: str) -> None:
    violation = sources_copy / "app/cohong" / package / "deliberate_violation.py"
    violation.write_text(f"{line}\n", encoding="utf-8")
    assert broken_contracts(sources_copy) == [contract]
