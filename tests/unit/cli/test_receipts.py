"""`cohong verify` needs an empty folder and the network's id, and says in words what is proven and what not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.verifier.chains import Anchored, grown

from cohong.api.errors import ExitCode
from cohong.cli.main import exit_code_after
from cohong.cli.receipt_words import REFUSALS, refusal_sentence
from cohong.primitives.block import Change
from cohong.primitives.receipt import encode_receipt
from cohong.verifier.canonical import ReceiptRefused

APP = Path(__file__).resolve().parents[3] / "app"

LOADED = """
import sys
from cohong.cli.main import exit_code_after
code = exit_code_after(sys.argv[1:])
heavy = {"trio", "libp2p", "PySide6", "qasync", "sqlcipher3"} & {name.partition(".")[0] for name in sys.modules}
ours = {".".join(name.split(".")[:2]) for name in sys.modules if name.startswith("cohong.")}
print(sorted(heavy | (ours & {"cohong.node", "cohong.protocol", "cohong.ledger", "cohong.p2p", "cohong.desktop"})))
sys.exit(code)
"""


@pytest.fixture
def network() -> Anchored:
    """Return a network whose second block has another roster than the first."""
    made = Anchored(3)
    made.add(made.record(0), change=Change("add", made.key("fourth")))
    made.add(made.record(1), made.record(2))
    return made


def written(folder: Path, network: Anchored, **how: bool) -> Path:
    file = folder / "record.receipt"
    file.write_bytes(encode_receipt(network.receipt(network.records[2].id, **how)))  # type: ignore[arg-type]  # flags only
    return file


def test_verify_runs_in_an_empty_folder_and_loads_no_node(tmp_path: Path, network: Anchored) -> None:
    file = written(tmp_path, network)
    empty = tmp_path / "empty"
    empty.mkdir()
    home = {"HOME": str(empty), "XDG_DATA_HOME": str(empty), "XDG_RUNTIME_DIR": str(empty), "PYTHONPATH": str(APP)}
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, "verify", str(file), "--network", network.lineage.genesis.network.hex()],
        cwd=empty, env={"PATH": os.environ["PATH"], **home}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[-1] == "[]"
    assert list(empty.iterdir()) == []


def test_verify_says_what_is_proven_and_what_not(
    tmp_path: Path, network: Anchored, capsys: pytest.CaptureFixture[str]
) -> None:
    code = exit_code_after(
        ["verify", str(written(tmp_path, network)), "--network", network.lineage.genesis.network.hex()]
    )
    said = capsys.readouterr().out
    assert code == ExitCode.DONE
    for words in (
        "Proven: the voters of this network have made this record part of its book for good.",
        network.records[2].id.hex(),
        "HKD 12,345.00",
        "INV-0002",
        "as number 3 of the 3 records anchored by then",
        "From the founding of the network.",
        "signed by 3 of 3 voters (3 needed); it gave",
        "signed by 3 of 4 voters (3 needed).",
        "What came after block 2",
    ):
        assert words in said


def test_without_its_body_the_fields_are_not_shown(
    tmp_path: Path, network: Anchored, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, network, with_body=False)
    code = exit_code_after(["verify", str(file), "--network", network.lineage.genesis.network.hex(), "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert code == ExitCode.DONE
    assert (answer["proven"], answer["body"], answer["height"], answer["place"], answer["count"]) == (
        True,
        None,
        2,
        2,
        3,
    )
    assert [(step["signed"], step["needed"], step["voters"]) for step in answer["steps"]] == [(3, 3, 3), (3, 3, 4)]


def test_a_refused_receipt_is_told_with_the_reason(
    tmp_path: Path, network: Anchored, capsys: pytest.CaptureFixture[str]
) -> None:
    code = exit_code_after(["verify", str(written(tmp_path, network)), "--network", "00" * 32, "--json"])
    told = capsys.readouterr()
    assert code == ExitCode.REFUSED
    assert json.loads(told.out)["error"] == "other-network"
    assert "another network" in told.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify", "FILE"],
        ["verify", "FILE", "--network", "12ab"],
        ["verify", "FILE", "--network", "00" * 32, "--block", "x"],
        ["verify", "nowhere", "--network", "00" * 32],
    ],
)
def test_wrong_use_is_told_apart(
    arguments: list[str], tmp_path: Path, network: Anchored, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(written(tmp_path, network))
    code = exit_code_after([file if argument == "FILE" else argument for argument in arguments])
    assert (code, capsys.readouterr().out) == (ExitCode.USED_WRONGLY, "")


def test_every_reason_of_the_verifier_is_worded() -> None:
    source = [*(APP / "cohong/verifier").glob("*.py"), APP / "cohong/cli/report_check.py"]
    codes = {word for file in source for word in REFUSALS if f'"{word}"' in file.read_text(encoding="utf-8")}
    assert codes == set(REFUSALS)
    for code in REFUSALS:
        assert refusal_sentence(ReceiptRefused(code, "block 3")).endswith((".", ")"))


def test_sizes_are_as_small_as_said() -> None:
    """docs/protocol.md has this table: bytes of a receipt with body, by voters and changes of the roster."""
    sizes = {}
    for voters in (3, 5, 10):
        for changes in (0, 3):
            network = grown(voters, changes)
            sizes[voters, changes] = len(encode_receipt(network.receipt(network.records[-1].id)))
    assert sizes == {(3, 0): 1283, (3, 3): 2480, (5, 0): 1419, (5, 3): 2888, (10, 0): 1793, (10, 3): 3806}
