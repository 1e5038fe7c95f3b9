"""A process killed in the middle of its commits leaves a ledger that holds whole commits, all that it had announced."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from tests.unit.ledger.feeds import CHECKOUT, KEY, Feed

from cohong.crypto.signing import verify
from cohong.ledger.ledger import Ledger

PER_COMMIT = 20
KILLED_AFTER = (1, 7, 25)

# Writes the number of the last commit that is durable; the test reads it and kills.
WRITE = """
import sys
from pathlib import Path
from cohong.ledger.ledger import Ledger
from cohong.primitives.standing import Level
from tests.unit.ledger.feeds import KEY, Feed, applied
path = Path(sys.argv[1])
ledger = Ledger.open(path, KEY) if path.exists() else Ledger.create(path, KEY)
a, b = Feed(sys.argv[2]), Feed("b")
for number in range(10_000):
    ledger.commit(applied(*(a.propose(b, reference=f"INV-{number}") for _ in range(20)), level=Level.FINAL))
    print(number, flush=True)
"""


def killed_after(path: Path, author: str, commits: int) -> int:
    """Start a writer, kill it once it has announced so many commits; returns the last one announced."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, str(path), author], stdout=subprocess.PIPE, text=True, cwd=CHECKOUT
    ) as writer:
        assert writer.stdout is not None
        announced = [int(writer.stdout.readline()) for _ in range(commits)]
        writer.send_signal(signal.SIGKILL)
        announced += [int(line) for line in writer.stdout if line.endswith("\n")]
    assert writer.returncode == -signal.SIGKILL
    return announced[-1]


def test_killed_writer_loses_nothing_announced_and_leaves_no_half_commit(path: Path) -> None:
    for commits in KILLED_AFTER:
        author = f"writer {commits}"
        last = killed_after(path, author, commits)
        ledger = Ledger.open(path, KEY)
        held = ledger.tree(Feed(author).member, 0)
        assert len(held) >= (last + 1) * PER_COMMIT
        assert len(held) % PER_COMMIT == 0
        counts = ledger.counts()
        assert counts.objects == counts.records == counts.entries
        assert ledger.check_entries(0, 100_000, verify).damaged == ()
        assert len([fact for fact in ledger.tips() if fact.author == Feed(author).member]) == 1
        ledger.close()
