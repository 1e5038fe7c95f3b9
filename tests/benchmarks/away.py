"""Two nodes come back after the others have written much: one by a bundle, one over the network.

`python -m tests.benchmarks.away [RECORDS]` starts five real nodes on loopback, stops two of them, has the three others
write and agree, and prints one line of JSON: bytes and seconds for each way, and what an audit of the result takes.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.integration import firms as testing
from tests.integration.audits import audited
from tests.integration.firms import Firm, eventually, found

AT_ONCE = 200


def main() -> None:
    """Run the benchmark."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    testing.PATIENCE_S = 3_600.0  # type: ignore[misc]  # twenty thousand records are not one
    with tempfile.TemporaryDirectory(prefix="cohong-away-") as name:
        folder = Path(name)
        for variable in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            (folder / variable).mkdir(mode=0o700)
            os.environ[variable] = os.fspath(folder / variable)
        firms = found(folder, 5)
        try:
            print(json.dumps(_measured(firms, folder, records)))
        finally:
            for firm in firms:
                firm.stop()


def _measured(firms: list[Firm], folder: Path, records: int) -> dict[str, Any]:
    here, by_file, by_stream = firms[:3], firms[3], firms[4]
    by_file.stop()
    by_stream.stop()
    writing_s = _write(here, records)
    path = folder / "away.cohong"
    export = _ended(here[0], here[0].ask("bundle.export", path=os.fspath(path)))

    began = time.monotonic()
    by_stream.start(unlock=True)
    _confirmed(by_stream, records)
    stream_s = time.monotonic() - began
    stream_bytes = sum(peer.bytes_in for peer in by_stream.ask("sync.status").peers)

    for firm in (*here, by_stream):
        firm.stop()
    by_file.start(unlock=True)
    began = time.monotonic()
    imported = _ended(by_file, by_file.ask("bundle.import", path=os.fspath(path)))
    _confirmed(by_file, records)
    import_s = time.monotonic() - began
    again = _ended(by_file, by_file.ask("bundle.import", path=os.fspath(path)))
    audit = audited(by_file)
    return {
        "records": records,
        "entries": export.done,
        "written_s": round(writing_s, 1),
        "bundle_bytes": export.size,
        "export_s": export.took_ms / 1000,
        "import_s": round(import_s, 1),
        "import_again_s": again.took_ms / 1000,
        "imported": [imported.fresh, imported.known, imported.waiting, imported.refused],
        "stream_bytes": stream_bytes,
        "stream_s": round(stream_s, 1),
        "audit_s": audit.took_ms / 1000,
        "audit_bytes": audit.memory,
        "audit_differences": audit.different,
    }


def _write(here: list[Firm], records: int) -> float:
    began = time.monotonic()
    seller, buyer = here[:2]
    for start in range(0, records, AT_ONCE):
        batch = [_proposal(seller, buyer, number) for number in range(start, min(records, start + AT_ONCE))]
        seller.ask("record.write_many", records=batch)
    _confirmed(seller, records)
    return time.monotonic() - began


def _proposal(seller: Firm, buyer: Firm, number: int) -> dict[str, object]:
    fields = {
        "debtor": buyer.member, "creditor": seller.member, "amount": 10_000 + number, "currency": "HKD",
        "issued": "2026-09-01", "due": "2026-10-01", "grace_days": 0, "reference": f"INV-{number:06}",
        "description": "", "assignable": True, "nettable": True, "valid_until": "2099-12-31",
    }  # fmt: skip
    return {"kind": "credit.propose", "fields": fields}


def _confirmed(firm: Firm, records: int) -> None:
    eventually(lambda: firm.ask("node.status").confirmed >= records, "a majority for all")


def _ended(firm: Firm, status: Any) -> Any:
    while status.state == "running":
        time.sleep(0.02)
        status = firm.ask("bundle.status", id=status.id)
    assert status.state == "done", status
    return status


if __name__ == "__main__":
    main()
