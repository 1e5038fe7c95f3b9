"""Two people follow the README on one machine, each with `cohong` processes and folders of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.integration.firms import eventually

pytestmark = pytest.mark.timeout(180)

PASSPHRASE = "a harbour in the morning"


@dataclass
class Person:
    """Somebody with a home of their own, who knows nothing but the README."""

    home: Path
    profile: Path = field(init=False)

    def __post_init__(self) -> None:
        self.profile = self.home / "profile"
        for name in ("runtime", "state", "data", "config"):
            (self.home / name).mkdir(mode=0o700, parents=True)

    def run(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        names = {"runtime": "XDG_RUNTIME_DIR"} | {
            name: f"XDG_{name.upper()}_HOME" for name in ("state", "data", "config")
        }
        folders = {variable: os.fspath(self.home / name) for name, variable in names.items()}
        return subprocess.run(
            [sys.executable, "-m", "cohong", *arguments, "--profile", os.fspath(self.profile)],
            env={**os.environ, **folders}, input=given, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    def ok(self, *arguments: str, given: str = "") -> Any:
        done = self.run(*arguments, "--json", given=given)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)

    def make_profile(self, name: str) -> None:
        self.ok("profile", "create", "--name", name, "--passphrase-stdin", given=PASSPHRASE + "\n")

    def for_the_founder(self) -> str:
        """Return what `profile show` says to give to the founder."""
        said = self.run("profile", "show").stdout
        return next(line for line in said.splitlines() if line.startswith("For the founder")).split()[-1]

    def names(self) -> set[str]:
        return {card["name"] for card in self.ok("members")}


@pytest.fixture
def people(tmp_path: Path) -> Iterator[list[Person]]:
    made = [Person(tmp_path / name) for name in ("ann", "ben")]
    yield made
    for person in made:
        person.run("node", "stop")


def test_two_people_found_a_network_by_the_readme_and_know_each_other_by_name(people: list[Person]) -> None:
    ann, ben = people
    ann.make_profile("Harbour Trading Ltd")
    ben.make_profile("珠江贸易有限公司")
    given = ben.for_the_founder()
    assert given.split("@")[0] == ben.ok("profile", "show")["member"]
    assert given.rpartition(":")[2] != ann.for_the_founder().rpartition(":")[2], "each has a port of its own"

    made = ann.ok("network", "create", "--name", "Canton trade", "--member", given)
    ben.ok("network", "join", made["invitation"])
    both = {"Harbour Trading Ltd", "珠江贸易有限公司"}
    eventually(lambda: ann.names() == both and ben.names() == both, "both names are known")

    ann.ok("profile", "rename", "Harbour International Ltd")
    renamed = {"Harbour International Ltd", "珠江贸易有限公司"}
    eventually(lambda: ben.names() == renamed, "the new name is known")
    ben.ok("profile", "lock")
    ben.ok("profile", "unlock", "--passphrase-stdin", given=PASSPHRASE + "\n")
    ben.ok("node", "stop")
    ben.ok("profile", "unlock", "--passphrase-stdin", given=PASSPHRASE + "\n")
    eventually(lambda: ben.ok("node", "status")["peers_connected"] == 1, "connected again")
    assert ben.ok("book", "digest")["records"] == 3, "each name was told once"
    [card] = [card for card in ann.ok("members") if not card["me"]]
    assert (card["name_hans"], card["kind"]) == ("珠江贸易有限公司", "firm")


def test_what_a_member_says_of_itself_is_kept_when_its_name_changes(people: list[Person]) -> None:
    ann = people[0]
    ann.make_profile("Harbour Trading Ltd")
    ann.ok("network", "create", "--name", "Alone")
    eventually(lambda: ann.names() == {"Harbour Trading Ltd"}, "the name is told")
    says = ["--name-en", "Harbour Trading Ltd", "--name-hant", "海港貿易", "--place", "Hong Kong"]
    ann.ok("record", "profile", *says)
    eventually(lambda: ann.ok("members")[0]["place"] == "Hong Kong", "more is told")
    ann.ok("node", "stop")
    ann.ok("profile", "unlock", "--passphrase-stdin", given=PASSPHRASE + "\n")
    ann.ok("profile", "rename", "Harbour Ltd")
    eventually(lambda: ann.names() == {"Harbour Ltd"}, "the new name is told")
    card = ann.ok("members")[0]
    assert (card["name_hant"], card["place"]) == ("海港貿易", "Hong Kong")
    assert ann.ok("book", "digest")["records"] == 3


def test_a_node_whose_port_was_taken_meanwhile_moves_to_another_and_is_found_there(people: list[Person]) -> None:
    ann, ben = people
    ben.make_profile("Ben")
    ben.ok("node", "stop")
    ann.make_profile("Ann")
    ben.ok("profile", "unlock", "--passphrase-stdin", given=PASSPHRASE + "\n")
    assert ben.for_the_founder().rpartition(":")[2] != ann.for_the_founder().rpartition(":")[2]
    made = ann.ok("network", "create", "--name", "Canton trade", "--member", ben.for_the_founder())
    ben.ok("network", "join", made["invitation"])
    eventually(lambda: ben.names() == {"Ann", "Ben"}, "both names are known")


@pytest.mark.parametrize("name", ["two\nlines", "n" * 121])
def test_what_is_no_name_is_refused(people: list[Person], name: str) -> None:
    done = people[0].run("profile", "create", "--name", name, "--passphrase-stdin", "--json", given=PASSPHRASE + "\n")
    assert (done.returncode, json.loads(done.stdout)["error"]) == (2, "bad-request")
    assert people[0].ok("profile", "show")["state"] == "none"
