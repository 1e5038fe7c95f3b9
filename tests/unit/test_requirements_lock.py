"""requirements.lock against pyproject.toml: setup resolves nothing, so they must not drift apart."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[2]
LOCK = (CHECKOUT / "requirements.lock").read_text(encoding="utf-8")


def locked_versions() -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, flags=re.MULTILINE))


def asked_for() -> list[Requirement]:
    pyproject = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    project = pyproject["project"]
    build = pyproject["build-system"]["requires"]
    return [Requirement(line) for line in [*project["dependencies"], *project["optional-dependencies"]["dev"], *build]]


def test_every_requirement_is_locked_at_a_version_it_allows() -> None:
    locked = locked_versions()
    unmet = [
        str(requirement)
        for requirement in asked_for()
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"))
    ]
    assert unmet == [], "run `make lock`"


def test_every_locked_package_has_a_hash_and_no_place_to_fetch_it_from() -> None:
    entries = re.split(r"\n(?=[a-z])", LOCK)[1:]
    assert len(entries) == len(locked_versions())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?://|file:|--(?:extra-)?index-url|--find-links", LOCK) == []
