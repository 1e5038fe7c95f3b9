"""A file that is there as a whole or not at all, and never in the place of another one unless that is wanted."""

import os
import tempfile
from pathlib import Path

import typer


def refuse_if_there(file: Path, *, replace: bool) -> None:
    """Refuse a name that is taken, before the work for the file is done.

    Raises:
        typer.BadParameter: there is a file, which may not be replaced; or no folder.
    """
    if file.exists() and not replace:
        raise typer.BadParameter(f"{file} is there already. Name another file, or add --replace.")
    if not file.absolute().parent.is_dir():
        raise typer.BadParameter(f"{file.absolute().parent} is no folder. Make it, or name a file elsewhere.")


def write_whole(file: Path, exact: bytes, *, replace: bool) -> None:
    """Write a file, readable by its owner alone.

    Raises:
        typer.BadParameter: it can't be written, or has come there meanwhile.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=".cohong-", dir=file.absolute().parent) as folder:
            part = Path(folder) / "part"
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
                opened.write(exact)
                opened.flush()
                os.fsync(opened.fileno())
            if replace:
                part.replace(file)
            else:
                os.link(part, file)  # unlike a move, never over one that has come there meanwhile
    except OSError as error:
        raise typer.BadParameter(f"{file} can't be written: {error.strerror}. Nothing was changed.") from error
