"""Where a node and its clients meet: the profile's folder, and the path of the socket that belongs to it.

Only paths are worked out here. Who makes the socket checks that its folder is ours alone (0700); who connects
checks that the process behind it runs as the same user, since passphrases go through it.
"""

import hashlib
import os
import tempfile
import warnings
from pathlib import Path
from typing import Final

import platformdirs

SOCKET_PATH_BYTES_MAX: Final = 100
"""Linux allows 107 bytes for the path of a Unix socket, macOS 103."""

_NAME_HEX_DIGITS: Final = 24


def default_profile_dir() -> Path:
    """Return the folder of the profile that is used where none is named: below the user's data folder."""
    return Path(platformdirs.user_data_dir("cohong", appauthor=False)) / "default"


def socket_path(profile_dir: Path) -> Path:
    """Return the path of the API socket of the node that serves the profile in `profile_dir`.

    The same profile gives the same path whatever name or link led to it. The path is at most
    SOCKET_PATH_BYTES_MAX bytes long, which a profile deep in somebody's folders is not: so the socket is
    not in the profile itself.
    """
    real_path = os.fsencode(os.path.realpath(profile_dir))
    name = hashlib.sha256(real_path).hexdigest()[:_NAME_HEX_DIGITS] + ".sock"
    path = _runtime_dir() / name
    if len(os.fsencode(path)) <= SOCKET_PATH_BYTES_MAX:
        return path
    return _short_dir(Path("/tmp")) / name


def _runtime_dir() -> Path:
    """Return the folder for sockets: the desktop session's, or one of our own in the temporary folder."""
    try:
        with warnings.catch_warnings():
            # It warns of every start without a desktop session, which is how a server runs.
            warnings.simplefilter("ignore")
            return Path(platformdirs.user_runtime_dir("cohong", appauthor=False))
    except PermissionError:
        # Somebody else has made the folder of that name: ours has another, and its maker checks it.
        return _short_dir(Path(tempfile.gettempdir()))


def _short_dir(temporary: Path) -> Path:
    return temporary / f"cohong-{os.getuid()}"
