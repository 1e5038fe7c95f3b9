"""The API's socket in the file system: 0600, in a folder that is 0700 and ours, with one live node at most.

Each caller's user id is asked of the kernel as well, for a folder can be opened up by mistake. A lock
beside the socket tells for certain whether its node lives: a socket left behind by a dead node is
replaced, and of two nodes that start at the same time one is refused.
"""

import fcntl
import os
import socket
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import trio

BACKLOG: Final = 64
CONNECT_TIMEOUT_S: Final = 2.0
_PEER_CREDENTIALS: Final = struct.Struct("3i")
_ROOT_UID: Final = 0
_SOCKET_MODE: Final = 0o600


class EndpointInUseError(Exception):
    """Another live node serves this socket."""


class EndpointUnsafeError(Exception):
    """The socket's folder belongs to somebody else: no passphrase may go through it."""


def make_private_folder(folder: Path) -> None:
    """Make the socket's folder 0700, or make sure that what is there is a real folder of ours.

    Raises:
        EndpointUnsafeError: it, or the folder around it, belongs to another user.
    """
    with suppress(FileExistsError):
        folder.parent.mkdir(mode=0o700, parents=True)
    if folder.parent.stat().st_uid not in (os.getuid(), _ROOT_UID):
        raise EndpointUnsafeError(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise EndpointUnsafeError(folder)
    if stat.S_IMODE(found.st_mode) != 0o700:
        folder.chmod(0o700)


@contextmanager
def endpoint_lock(path: Path) -> Iterator[None]:
    """Hold the lock that belongs to the socket `path`; its file is gone afterwards.

    Raises:
        EndpointInUseError: a live process holds it.
    """
    lock_path = path.with_suffix(".lock")
    descriptor = _locked_file(lock_path)
    try:
        yield
    finally:
        lock_path.unlink(missing_ok=True)
        os.close(descriptor)


def _locked_file(lock_path: Path) -> int:
    while True:
        descriptor = os.open(lock_path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Its last holder may have removed the file between our opening and locking it: then what we hold
            # has no name any more, and the next process would lock another file.
            if os.path.exists(lock_path) and os.path.samestat(os.fstat(descriptor), os.stat(lock_path)):
                return descriptor
        except BlockingIOError as error:
            os.close(descriptor)
            raise EndpointInUseError(lock_path) from error
        os.close(descriptor)


async def api_listener(path: Path) -> trio.SocketListener:
    """Return a listening socket at `path`, mode 0600. To be called with the endpoint's lock held.

    Raises:
        EndpointInUseError: somebody answers at `path` in spite of the lock, whose file may have been removed.
        EndpointUnsafeError: `path` is something else than a socket.
    """
    if _has_socket(path):
        await _refuse_live(path)
        remove_socket(path)
    listening = trio.socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        await listening.bind(os.fspath(path))
        # Until it listens nobody can connect, so the mode that bind gave it does not matter.
        os.chmod(path, _SOCKET_MODE)
        listening.listen(BACKLOG)
    except BaseException:
        listening.close()
        raise
    return trio.SocketListener(listening)


def remove_socket(path: Path) -> None:
    """Remove the socket at `path` if it is there."""
    path.unlink(missing_ok=True)


def _has_socket(path: Path) -> bool:
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    if not stat.S_ISSOCK(found.st_mode):
        raise EndpointUnsafeError(path)
    return True


async def _refuse_live(path: Path) -> None:
    with trio.socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            with trio.fail_after(CONNECT_TIMEOUT_S):
                await probe.connect(os.fspath(path))
        except ConnectionRefusedError:
            return
        except trio.TooSlowError as error:
            raise EndpointInUseError(path) from error
    raise EndpointInUseError(path)


def peer_uid(connected: trio.socket.SocketType) -> int:
    """Return the user id of the process at the other end, as the kernel knows it."""
    credentials = connected.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _PEER_CREDENTIALS.size)
    _pid, uid, _gid = _PEER_CREDENTIALS.unpack(credentials)
    return int(uid)
