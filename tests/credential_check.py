"""`make credentials`: another implementation accepts our credit reports, and none that somebody has tampered with.

It needs Node 20 and npm, which fetches the packages that packaging/credential_check/package-lock.json names.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import rfc8785
from tests.unit.verifier.mutations import mutated
from tests.unit.verifier.reports import CREATED, CREDITORS, paid_trade

SOURCES: Final = Path(__file__).parents[1] / "packaging" / "credential_check"
FOLDER: Final = Path(__file__).parents[1] / "build" / "credential_check"
TAMPERED: Final = 1_000


def main(files: list[str]) -> int:
    """Check made reports, the files named, and 1,000 that were changed; return the exit code."""
    trade, lines = paid_trade()
    whole = trade.report(lines)
    good = [json.dumps(whole), json.dumps(trade.report(lines, issuer=CREDITORS[0], bare=True), indent=2)]
    good += [Path(file).read_text(encoding="utf-8") for file in files]
    bad = [text for _, exact in mutated(whole, TAMPERED) if not _is_allowed(text := _text(exact), whole)]
    answer = _asked({"good": good, "bad": bad, "now": max(CREATED, *(_created(text) for text in good))})
    refused = [why for why in answer["good"] if why]
    accepted = [text for text, why in zip(bad, answer["bad"], strict=True) if not why]
    print(f"{len(good) - len(refused)} of {len(good)} genuine credentials accepted", *refused, sep="\n  ")
    print(f"{len(accepted)} of {len(bad)} tampered with accepted", *(text[:300] for text in accepted), sep="\n  ")
    return 1 if refused or accepted else 0


def _is_allowed(text: str, whole: dict[str, Any]) -> bool:
    """Return whether contexts were added after those that are signed: the standard allows it, and we do not."""
    try:
        document = json.loads(text)
        start = document["@context"][: len(whole["@context"])]
        return bool(start == whole["@context"]) and rfc8785.dumps({**document, "@context": start}) == rfc8785.dumps(
            whole
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def _text(exact: bytes) -> str:
    return exact.decode(errors="replace")


def _created(text: str) -> str:
    return str(json.loads(text)["proof"]["created"])


def _asked(question: dict[str, Any]) -> dict[str, list[str]]:
    if not (FOLDER / "node_modules").is_dir():
        shutil.copytree(SOURCES, FOLDER, dirs_exist_ok=True)
        subprocess.run(["npm", "ci", "--no-fund", "--no-audit"], cwd=FOLDER, check=True, stdout=sys.stderr)
    shutil.copy(SOURCES / "check.mjs", FOLDER)
    ended = subprocess.run(
        ["node", "check.mjs"], cwd=FOLDER, input=json.dumps(question).encode(), capture_output=True, check=True
    )
    found: dict[str, list[str]] = json.loads(ended.stdout)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
