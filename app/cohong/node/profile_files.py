"""What a profile is made of on disk, and the one thing of it that is kept elsewhere.

    <profile>/slots         the data key, wrapped (cohong.crypto.slots)
    <profile>/ledger.db     the encrypted ledger
    <profile>/ledger-….db   that of a network which another one has taken over (cohong.node.succession)
    <profile>/name          what the member calls itself, in clear, for the unlock screen
    <profile>/lock          held by the one node that has the profile open
    <state folder>/heads/<member id>   how far the member's own feed has come (cohong.node.head_file)

Folders are 0700 and files 0600 (the node sets its umask before it makes any).
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME_CHARS_MAX = 120


class ProfileInUse(Exception):
    """Another node has this profile open."""


@dataclass(frozen=True, slots=True)
class ProfileFiles:
    """The places of one profile."""

    folder: Path

    @property
    def slots(self) -> Path:
        """Where the wrapped data key is."""
        return self.folder / "slots"

    @property
    def ledger(self) -> Path:
        """Where the encrypted ledger is."""
        return self.folder / "ledger.db"

    @property
    def name(self) -> Path:
        """Where the member's name is kept in clear."""
        return self.folder / "name"

    def exists(self) -> bool:
        """Return whether a profile has been created here."""
        return self.slots.exists()

    def read_name(self) -> str:
        """Return the name for the unlock screen, empty if there is none."""
        try:
            return self.name.read_text(encoding="utf-8", errors="replace")[:NAME_CHARS_MAX]
        except OSError:
            return ""


def head_path(member: bytes) -> Path:
    """Return where the head of a member's own feed is kept: outside the profile, so that a restored one is noticed."""
    return Path(platformdirs.user_state_dir("cohong", appauthor=False)) / "heads" / member.hex()


def write_durably(path: Path, content: bytes) -> None:
    """Put `content` at `path` so that after a power cut there is either the old file or the new one, whole."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def lock_member(member: bytes) -> int:
    """Keep a second node of this member off this machine, a copied profile's: returns what to close in the end.

    Two nodes that write one feed fork it. On two machines nothing can prevent that; here it can.

    Raises:
        ProfileInUse: another node of this member runs.
        OSError: the state folder cannot be written.
    """
    path = head_path(member).with_suffix(".lock")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise ProfileInUse(str(path)) from error
    return descriptor


@contextlib.contextmanager
def profile_lock(files: ProfileFiles) -> Iterator[None]:
    """Hold the profile for this process alone; the lock goes with the process, however it ends.

    Raises:
        ProfileInUse: another node has it.
    """
    files.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (files.folder / "lock").open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ProfileInUse(str(files.folder)) from error
        yield
