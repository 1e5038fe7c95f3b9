"""`cohong insight network`: everybody's ratings out of a file, as a network of its own on which all of it can be tried.

Only a member can sign its own word, and nobody has the keys of those in a file. So nothing of it goes into a network
that people use: a new one is made, whose keys are all made with it.
"""

import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.cli.arguments import files_at_hand
from cohong.cli.following import INTERRUPTED
from cohong.cli.node_process import module_command
from cohong.cli.output import print_facts, print_line, say, shown
from cohong.cli.passphrases import read_passphrase
from cohong.cli.profile_commands import PassphraseFile, PassphraseStdin
from cohong.cli.session import session_of
from cohong.primitives.charter import NAME_CHARS_MAX

if TYPE_CHECKING:
    from cohong.insight.ratings_file import RatingRow

MAKER_MODULE: Final = "cohong.node.network_maker"
FILE_CHARS_MAX: Final = 60
KINDS: Final = ("person", "firm")
_DOING: Final = {"members": "Letting members in", "profiles": "Their profiles", "ratings": "Their ratings"}

NewFolder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the new profile is to be: none, or empty.")]


def rated_network(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="RATINGS.csv", help="SOURCE,TARGET,RATING,TIME, as for `evaluate`.")],
    folder: NewFolder,
    kind: Annotated[str, typer.Option(help="What those in the file are: person or firm.")] = "person",
    passphrase_file: PassphraseFile = None,
    passphrase_stdin: PassphraseStdin = False,
) -> None:
    """Make a network of its own out of everybody's ratings, for evaluation on this machine.

    Each of those named becomes a member, each rating an endorsement signed and dated as in the file, voted on by the
    profile in FOLDER. All keys are made by this command, so nothing in it proves who said what.

    Exit codes: 0 done, 1 a file is not as it must be, or the disk is full; 130 stopped: nothing is left of it.
    """
    from cohong.insight.signable_ratings import signable_ratings  # brings numpy, which other commands don't need

    session = session_of(context)
    folder = Path(os.path.abspath(folder))
    _require_free(folder)
    if kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} is neither person nor firm")
    with files_at_hand():
        read = signable_ratings(file, time.time())
    passphrase = read_passphrase(file=passphrase_file, from_stdin=passphrase_stdin, prompt="New passphrase", twice=True)
    title = shown(file.name.replace("\n", " "), chars_max=FILE_CHARS_MAX)
    name = f"Evaluation: {title}"[:NAME_CHARS_MAX]
    ratings = [_asked(row, title) for row in read.rows]
    began = time.monotonic()
    asked = {"folder": str(folder), "passphrase": passphrase, "name": name, "kind": kind, "ratings": ratings}
    made = _made_by_child(asked)
    said = {
        "profile": str(folder), "name": name, "network": made["network"], "members": read.members,
        "ratings": len(ratings), "endorsements": read.pairs, "of_oneself": read.of_oneself,
        "records": made["records"], "anchored": made["anchored"], "entries": made["entries"],
        "blocks": made["blocks"], "bytes": made["bytes"], "took_ms": round((time.monotonic() - began) * 1000),
    }  # fmt: skip
    session.answer(said, lambda: _tell(said))


def _require_free(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise typer.BadParameter(f"{folder} is there already, and was left as it is. Name a new folder.")
    if not folder.parent.is_dir():
        raise typer.BadParameter(f"{folder.parent} is no folder. Make it, or name a folder elsewhere.")


def _asked(row: "RatingRow", title: str) -> list[object]:
    comment = f"for evaluation: line {row.line} of {title}"
    return [row.source, row.target, round(row.rating), round(row.time * 1000), comment]


def _made_by_child(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Have it made by a process of the node's, and say how far that is.

    Raises:
        ApiError: as the process says.
        typer.Exit: stopped by Ctrl-C; nothing is left of it.
    """
    process = subprocess.Popen(
        module_command(MAKER_MODULE),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,  # Ctrl-C is for this program, which ends the other
    )
    assert process.stdin is not None, "it is a pipe"
    try:
        with process.stdin:
            json.dump(asked, process.stdin)
        return _found(process, _told_on_terminal)
    except KeyboardInterrupt:
        process.terminate()
        try:
            return _found(process, lambda _: None)  # it was done when it was told to stop
        except ApiError:
            say("\nStopped. Nothing is left of it.")
            raise typer.Exit(INTERRUPTED) from None
    finally:
        process.wait()


def _found(process: "subprocess.Popen[str]", tell: Callable[[Mapping[str, Any]], None]) -> dict[str, Any]:
    assert process.stdout is not None, "it is a pipe"
    for line in process.stdout:
        said: dict[str, Any] = json.loads(line)
        if "error" in said:
            raise ApiError(ApiErrorCode(said["error"]), said["detail"])
        if "found" in said:
            return dict(said["found"])
        tell(said)
    raise ApiError(ApiErrorCode.INTERNAL, MAKER_MODULE)


def _told_on_terminal(said: Mapping[str, Any]) -> None:
    if sys.stderr.isatty():
        end = "\n" if said["done"] == said["total"] else ""
        sys.stderr.write(f"\r{_DOING[said['doing']]}: {said['done']:,} of {said['total']:,} {end}")
        sys.stderr.flush()


def _tell(said: Mapping[str, Any]) -> None:
    facts: Sequence[tuple[str, str]] = [
        ("Network", said["name"]),
        ("Profile", said["profile"]),
        ("Members", f"{said['members']:,}, and this profile's own, which votes"),
        ("Endorsements", f"{said['endorsements']:,} of {said['ratings']:,} ratings: the latest of each pair counts"),
        ("Left out", f"{said['of_oneself']:,} of the rater itself"),
        ("Signed entries", f"{said['entries']:,}, with {said['anchored']:,} of {said['records']:,} records in blocks"),
        ("Size", f"{said['bytes'] / 1_000_000:,.1f} MB, made in {said['took_ms'] / 1000:.0f} s"),
    ]
    print_facts(facts)
    print_line("")
    print_line(
        "This is for evaluation on this machine. All keys were made by this command, so nothing in it proves who said "
        "what. Those of the raters are forgotten, so nothing can be added in their names. There are no recovery words: "
        "nobody else holds this network, and it can be made anew out of the file."
    )
    profile = shlex.quote(said["profile"])
    print_line(f"Go on with: cohong profile unlock --profile {profile}")
    print_line(f"            cohong insight evaluate --from-book --profile {profile}")
