"""Secrets from a terminal, a file or standard input; never from arguments, which others can read."""

import getpass
import sys
from pathlib import Path

import typer


def read_passphrase(*, file: Path | None, from_stdin: bool, prompt: str = "Passphrase", twice: bool = False) -> str:
    """Return the passphrase. On a terminal it is asked for, twice where it is to be set.

    Only the line end is taken off: blanks may belong to a passphrase.
    """
    if file is not None and from_stdin:
        raise typer.BadParameter("give a file or standard input, not both")
    if file is not None:
        return _first_line(_text_of(file), str(file))
    if from_stdin:
        return _first_line(sys.stdin.readline(), "standard input")
    if not sys.stdin.isatty():
        raise typer.BadParameter("no terminal to ask on: use --passphrase-file or --passphrase-stdin")
    passphrase = getpass.getpass(f"{prompt}: ")
    if twice and getpass.getpass(f"{prompt} again: ") != passphrase:
        raise typer.BadParameter("the two passphrases differ")
    return passphrase


def read_words(*, file: Path | None, asked: bool) -> list[str]:
    """Return the recovery words out of a file, or asked for on the terminal; none where neither is wanted."""
    if file is not None:
        return _text_of(file).split()
    if not asked:
        return []
    if not sys.stdin.isatty():
        raise typer.BadParameter("no terminal to ask on: use --words-file")
    return getpass.getpass("Recovery words: ").split()


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{file} can't be read as text: {error}") from error


def _first_line(text: str, where: str) -> str:
    line = text.split("\n", 1)[0].rstrip("\r")
    if not line:
        raise typer.BadParameter(f"{where} has no passphrase in its first line")
    return line
