"""What looks at members take in a large network, from one real node: by name, card, report, trust, the watch list, and
what stands beside an obligation.

`python -m tests.benchmarks.reputation [--members 100000] [--obligations 1000000] [--folder DIR]` founds a network,
fills its ledger (`large_book`), starts the node again and prints one line of JSON: milliseconds by the clock and of
processor time of node and helpers, of that the node's main thread, and for how long `profile.status` had to wait.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
from tests.benchmarks.anchored_chain import anchor_all
from tests.benchmarks.large_book import Size, fill, key_of, profile_of
from tests.integration.firms import PASSPHRASE, Firm

from cohong.crypto.signing import SigningKey
from cohong.insight.watching import Look
from cohong.ledger.connection import Connection
from cohong.ledger.ledger import Ledger
from cohong.ledger.obligations import STATES
from cohong.node.handlers.reports import GRADES_MAX
from cohong.node.profile import GENESIS_SETTING, open_profile
from cohong.node.profile_files import ProfileFiles
from cohong.node.watch_list import WATCHED_MAX
from cohong.node.watch_list import Watch as Watched
from cohong.primitives.charter import decode_lineage
from cohong.primitives.ids import MemberId

LOOKS: Final = 200
REPEATS: Final = 5
FOUNDERS: Final = tuple(SigningKey(bytes([number]) * 32) for number in range(1, 5))
"""Beside the one whose node runs."""
_TICKS_MS: Final = 1000 / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--members", type=int, default=100_000)
    parser.add_argument("--obligations", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=None)
    given = parser.parse_args()
    assert len(STATES) > 6, "the benchmark writes states by number"
    size = Size(given.members, given.obligations, given.obligations // 20)
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        os.environ["XDG_STATE_HOME"] = folder
        firm, others = founded(Path(folder))
        began = time.perf_counter()
        filled(firm, size)
        made_s = round(time.perf_counter() - began, 1)
        firm.start(unlock=True)
        try:
            found = measured(firm, others)
        finally:
            firm.stop()
        shape = {"members": size.members, "obligations": size.obligations, "made_s": made_s}
        size_mb = (firm.profile / "ledger.db").stat().st_size // 2**20
        sys.stdout.write(json.dumps({**shape, "ledger_mb": size_mb, **found}) + "\n")


def founded(folder: Path) -> tuple[Firm, list[str]]:
    """Found a network of one firm with a node and four without; the node is stopped again."""
    firm = Firm(folder / "firm")
    others = [key.member.hex() for key in FOUNDERS]
    firm.create()
    firm.ask("network.create", name="Large", founders=[{"member": member} for member in others])
    firm.stop()
    return firm, others


def filled(firm: Firm, size: Size) -> None:
    """Fill the firm's ledger."""
    profile = open_profile(ProfileFiles(firm.profile), PASSPHRASE, [])
    writer = Connection(ProfileFiles(firm.profile).ledger, profile.data_key, writer=True)
    writer.run("PRAGMA synchronous = OFF")
    known = profile.ledger.get_setting(GENESIS_SETTING)
    assert known is not None, "the profile is in a network"
    genesis, first = decode_lineage(known), [profile.key, *FOUNDERS]
    fill(profile.ledger, writer, genesis.network, size, first=first, today=date.today(), seed=1)  # noqa: DTZ011
    anchor_all(writer, genesis, first)
    keep_watch(profile.ledger)
    writer.checkpoint()
    writer.close()
    profile.close()


def keep_watch(ledger: Ledger) -> None:
    """Watch as many members as may be, as if the last tenth of all records had come since."""
    before = ledger.news.newest_number() * 9 // 10
    seen = Look(None, 0, None, "low", {}, 0, 0, 0)
    for at in range(WATCHED_MAX):
        ledger.set_setting(*Watched(MemberId(key_of(at).member), "", "", seen, 0, before).setting)


def measured(firm: Firm, others: list[str]) -> dict[str, Any]:
    """Return what each look takes."""
    watch = Watch(firm)
    random = np.random.default_rng(2)
    names = [dict(profile_of(random, place, bytes(32)).names) for place in range(LOOKS)]  # type: ignore[arg-type]  # ids are bytes
    texts = [names[at][("en", "zh_hant", "zh_hans")[at % 3]][: 4 + at % 9] for at in range(LOOKS)]
    firm.ask("check.search", text="Harbour")
    found: dict[str, Any] = {"search": watch.looks("check.search", [{"text": text} for text in texts])}
    for name in ("member", "report", "trust", "experience"):
        same = [[{"member": member}] * (1 + REPEATS) for member in others]
        found[name] = [watch.looks(f"check.{name}", looks) for looks in same]
    found["invoices"] = [firm.ask("check.report", member=member).facts.invoices for member in others]
    found |= watched(watch) | beside_obligations(watch)
    found["report.make"] = [watch.looks("report.make", [{"member": member}]) for member in others]
    made = [firm.ask("report.make", member=member) for member in others]
    found["report_bytes"], found["report_records"] = (
        [len(each.report) for each in made],
        [each.records for each in made],
    )
    trust = firm.ask("check.trust", member=others[0])
    found["paths"] = {each.currency: each.paths_count for each in trust.currencies}
    found["memory_mb"] = {str(pid): _memory_mb(pid) for pid in watch.family()}
    return found


def watched(watch: Watch) -> dict[str, Any]:
    """Return what a full watch list takes, anew and again, and what today asks of the member."""
    looks = {name: watch.looks(name, [{}] * REPEATS) for name in ("watch.list", "today.show")}
    shown = watch.firm.ask("watch.list").members
    return {"watched": len(shown), "watched_records": sum(len(each.records) for each in shown), **looks}


def beside_obligations(watch: Watch) -> dict[str, Any]:
    """Return what is asked about obligations that are open, and about the debtor of one."""
    rows = watch.firm.ask("book.rows", filter="active", count=LOOKS).rows
    open_ones = [{"object": row.object} for row in rows[:LOOKS]]
    found = {name: watch.looks(name, open_ones) for name in ("book.record", "check.days_late")}
    found["limit.suggest"] = watch.looks("limit.suggest", [{"member": FOUNDERS[1].member.hex()}] * REPEATS)
    cards = watch.firm.ask("check.search", text="Harbour", count=GRADES_MAX)
    members = {"members": [card.member for card in cards]}
    return {**found, "check.grades": watch.looks("check.grades", [members] * REPEATS)}


@dataclass(slots=True)
class Watch:
    """Times looks, while another thread asks the node every few milliseconds whether it answers."""

    firm: Firm
    gaps_ms: list[float] = field(default_factory=list)

    def looks(self, method: str, asks: Sequence[Mapping[str, object]]) -> dict[str, float]:
        """Return percentiles of what each look takes, and the longest wait for `profile.status` meanwhile."""
        wall_ms: list[float] = []
        cpu_ms, loop_ms = self._cpu_ms(), self._loop_ms()
        with self._asking():
            for ask in asks:
                began = time.perf_counter()
                self.firm.ask(method, **ask)
                wall_ms.append((time.perf_counter() - began) * 1000)
        p50, p95 = np.percentile(wall_ms, [50, 95])
        found = {
            "first": wall_ms[0],
            "p50": p50,
            "p95": p95,
            "most": max(wall_ms),
            "cpu": (self._cpu_ms() - cpu_ms) / len(asks),
            "loop": (self._loop_ms() - loop_ms) / len(asks),
            "status_waited": max(self.gaps_ms, default=0.0),
        }
        return {"looks": len(asks), **{f"{name}_ms": round(float(value), 1) for name, value in found.items()}}

    @contextmanager
    def _asking(self) -> Iterator[None]:
        self.gaps_ms, over = [], threading.Event()

        def ask() -> None:
            while not over.is_set():
                began = time.perf_counter()
                self.firm.ask("profile.status")
                self.gaps_ms.append((time.perf_counter() - began) * 1000)
                over.wait(0.02)

        thread = threading.Thread(target=ask)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def family(self) -> list[int]:
        """Return the node and the processes that it has started."""
        assert self.firm.process is not None
        pid = self.firm.process.pid
        # Any of the node's threads may have started them.
        tasks = Path(f"/proc/{pid}/task").glob("*/children")
        return [pid, *(int(child) for task in tasks for child in task.read_text().split())]

    def _cpu_ms(self) -> float:
        """Return the processor time of node and helpers, ended ones among them."""
        total = 0
        for pid in self.family():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, fields[11:15]))
        return total * _TICKS_MS

    def _loop_ms(self) -> float:
        """Return the processor time of the thread that everybody waits for: no look has held it for longer."""
        assert self.firm.process is not None
        pid = self.firm.process.pid
        return int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text().split()[0]) / 1e6


def _memory_mb(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") // 2**20


if __name__ == "__main__":
    main()
