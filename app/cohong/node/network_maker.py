"""`python -m cohong.node.network_maker`: the process that makes a network for evaluation (`rated_network`).

It works in a folder beside the one that was asked for, which gets its name when all of it is there. Whatever ends the
process before, but for a kill or a power cut, takes that folder away with it, and what the state folder had of its
member. A process of its own, since only the node's packages make profiles and records; told what to do on its input.
"""

import errno
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, Final

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.ledger.errors import LedgerUnavailable
from cohong.node.profile import OpenProfile, create_profile
from cohong.node.profile_files import ProfileFiles, head_path
from cohong.node.rated_network import Rating, fill_network, found_network
from cohong.primitives.ids import MemberId
from cohong.primitives.standing import Level

NICE: Final = 5
"""Whatever else the machine does comes first."""

TAKEN: Final = (errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR)


def main() -> None:
    """Make the network that is described on the input, and print what it came to."""
    os.umask(0o077)
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGTERM, _stop)
    asked = json.loads(sys.stdin.buffer.read())
    try:
        _say({"found": _made(Path(asked["folder"]), asked)})
    except ApiError as error:
        _say({"error": error.code, "detail": error.detail})
    except LedgerUnavailable as error:
        _say({"error": ApiErrorCode.DISK_FULL, "detail": error.code})
    except BrokenPipeError:
        os._exit(1)  # whoever wanted it is gone, and so is what there was of it
    except OSError as error:
        code = ApiErrorCode.PROFILE_EXISTS if error.errno in TAKEN else ApiErrorCode.DISK_FULL
        _say({"error": code, "detail": error.strerror or "io"})


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(1)


def _made(folder: Path, asked: dict[str, Any]) -> dict[str, object]:
    ratings, members = [Rating(*each) for each in asked["ratings"]], list[MemberId]()
    try:
        with _in_the_end(folder) as part:
            profile, _ = create_profile(ProfileFiles(part), asked["passphrase"], asked["name"], [])
            members.append(profile.member)
            with closing(profile):
                found = _filled(profile, asked["name"], ratings, asked["kind"])
            return {**found, "bytes": sum(file.stat().st_size for file in part.iterdir())}
    except BaseException:
        for member in members:
            _forget(member)
        raise


def _filled(profile: OpenProfile, name: str, ratings: Sequence[Rating], kind: str) -> dict[str, object]:
    genesis = found_network(profile, name, ratings)
    fill_network(profile, genesis, ratings, kind=kind, now_ms=time.time_ns() // 1_000_000, tell=_tell)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # all of it is there: to stop now would take it away again
    counts = profile.ledger.counts()
    return {
        "network": genesis.network.hex(), "entries": counts.entries, "records": counts.records,
        "anchored": counts.by_level[Level.ANCHORED], "blocks": len(profile.ledger.blocks()),
    }  # fmt: skip


def _forget(member: MemberId) -> None:
    """Take away what is kept of a member outside its profile."""
    head = head_path(member)
    for file in (head, head.with_suffix(".lock")):
        file.unlink(missing_ok=True)


@contextmanager
def _in_the_end(folder: Path) -> Iterator[Path]:
    """Give a folder to work in, which takes the place of `folder`, if that is none or empty, and else goes."""
    part = Path(tempfile.mkdtemp(prefix=".cohong-", dir=folder.parent))
    try:
        yield part
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _tell(doing: str, done: int, total: int) -> None:
    _say({"doing": doing, "done": done, "total": total})


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
