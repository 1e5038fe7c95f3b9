"""`cohong profile`: make it, open it, lock it, look at it, change its passphrase."""

import os
import sys
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from cohong.api.views import NewProfile, NodeStatus, ProfileStatus
from cohong.cli.node_process import is_running, start_detached
from cohong.cli.output import print_facts, print_line, say
from cohong.cli.passphrases import read_passphrase, read_words
from cohong.cli.pen_wording import CONSEQUENCES, HAND_OVER, heard_text, why_text
from cohong.cli.session import Session, session_of
from cohong.cli.wording import profile_flag

app = typer.Typer(help="Make, open, lock and show a profile.", no_args_is_help=True)

PassphraseFile: TypeAlias = Annotated[
    Path | None, typer.Option(help="Take the passphrase from the first line of this file.")
]
PassphraseStdin: TypeAlias = Annotated[
    bool, typer.Option(help="Take the passphrase from the first line of standard input.")
]
WordsFile: TypeAlias = Annotated[Path | None, typer.Option(help="Take the 24 recovery words from this file.")]
AskWords: TypeAlias = Annotated[bool, typer.Option("--words", help="Ask for the 24 recovery words.")]

_SIGN_ANYWAY = "sign anyway"
_HAND_OVER = "hand over"
"""What is to be typed."""

_FOR_FOUNDER = "For the founder"
"""Of what to give to whoever founds a network."""

_STATES = {
    "none": "no profile yet",
    "locked": "locked",
    "unlocked": "unlocked",
    "failed": "damaged: it opens, but the ledger can't be read",
}


@app.command()
def create(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="What the member is called.")] = "",
    passphrase_file: PassphraseFile = None,
    passphrase_stdin: PassphraseStdin = False,
    words: AskWords = False,
    words_file: WordsFile = None,
) -> None:
    """Make a profile, show its recovery words once, and leave it unlocked.

    With recovery words the member key of an earlier profile is made again.
    """
    session = session_of(context)
    passphrase = read_passphrase(file=passphrase_file, from_stdin=passphrase_stdin, prompt="New passphrase", twice=True)
    earlier_words = read_words(file=words_file, asked=words)
    _ensure_node(session)
    made: NewProfile = session.ask("profile.create", passphrase=passphrase, name=name, words=earlier_words)
    session.answer(made, lambda: _tell_new(made))


@app.command()
def unlock(
    context: typer.Context,
    passphrase_file: PassphraseFile = None,
    passphrase_stdin: PassphraseStdin = False,
    words: AskWords = False,
    words_file: WordsFile = None,
) -> None:
    """Open the profile with its passphrase or its recovery words."""
    session = session_of(context)
    earlier_words = read_words(file=words_file, asked=words)
    passphrase = ""
    if not earlier_words:
        passphrase = read_passphrase(file=passphrase_file, from_stdin=passphrase_stdin)
    _ensure_node(session)
    status: ProfileStatus = session.ask("profile.unlock", passphrase=passphrase, words=earlier_words)
    session.answer(status, lambda: _tell(status, session))


@app.command()
def lock(context: typer.Context) -> None:
    """Forget what signing needs; the node goes on replicating and voting."""
    session = session_of(context)
    status: ProfileStatus = session.ask("profile.lock")
    session.answer(status, lambda: _tell(status, session))


@app.command()
def show(context: typer.Context) -> None:
    """Show whether the profile is open, the member id, and what to give to whoever founds a network."""
    session = session_of(context)
    status: ProfileStatus = session.ask("profile.status")
    session.answer(status, lambda: _tell(status, session))


@app.command()
def rename(
    context: typer.Context, name: Annotated[str, typer.Argument(help="What the member is called from now on.")]
) -> None:
    """Change the member's name; the other members are told."""
    session = session_of(context)
    status: ProfileStatus = session.ask("profile.rename", name=name)
    session.answer(status, lambda: _tell(status, session))


@app.command("passphrase")
def change_passphrase(
    context: typer.Context,
    passphrase_file: PassphraseFile = None,
    passphrase_stdin: Annotated[
        bool, typer.Option(help="Take the old and the new one from two lines of standard input.")
    ] = False,
    new_passphrase_file: Annotated[
        Path | None, typer.Option(help="Take the new one from the first line of this file.")
    ] = None,
) -> None:
    """Change the passphrase. The recovery words stay the same."""
    session = session_of(context)
    old = read_passphrase(file=passphrase_file, from_stdin=passphrase_stdin, prompt="Old passphrase")
    new = read_passphrase(file=new_passphrase_file, from_stdin=passphrase_stdin, prompt="New passphrase", twice=True)
    done = session.ask("profile.passphrase", old=old, new=new)
    session.answer(done, lambda: print_line("The passphrase is changed."))


@app.command("sign-anyway")
def sign_anyway(
    context: typer.Context,
    confirm: Annotated[str, typer.Option(help=f"Type {_SIGN_ANYWAY!r} here instead of when asked.")] = "",
) -> None:
    """Sign although this profile may be an old one, or run twice; until the node stops.

    It says what may come of it, and asks for the words to be typed.
    """
    session = session_of(context)
    status: NodeStatus = session.ask("node.status")
    pen = status.pen
    if pen.why and not pen.can_override:
        say(why_text(pen))
        raise typer.Exit(1)
    if pen.why:
        say(f"{why_text(pen)}\n{heard_text(pen)}.\n\n{CONSEQUENCES}\n")
        _require_typed(_SIGN_ANYWAY, confirm)
    done = session.ask("profile.sign_anyway", why=pen.why)
    words = "Records are signed from now on, until the node stops." if done.done else "Nothing stands in the way."
    session.answer(done, lambda: print_line(words))


@app.command("hand-over")
def hand_over(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to make; one that is there is left as it is.")],
    passphrase_file: PassphraseFile = None,
    passphrase_stdin: PassphraseStdin = False,
    confirm: Annotated[str, typer.Option(help=f"Type {_HAND_OVER!r} here instead of when asked.")] = "",
    to: Annotated[str, typer.Option(help="Name of the device of yours that is to have it; without: a new one.")] = "",
) -> None:
    """Give the pen to another device by a file. This device reads along from then on."""
    session = session_of(context)
    say(f"{HAND_OVER}\n")
    _require_typed(_HAND_OVER, confirm)
    passphrase = read_passphrase(file=passphrase_file, from_stdin=passphrase_stdin)
    done = session.ask("profile.hand_over", path=os.fspath(file.absolute()), passphrase=passphrase, device=to)
    session.answer(done, lambda: print_line(f"{file} is made: `cohong profile take-over` on the other device."))


@app.command("take-over")
def take_over(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="What another device has made; it is removed once it is used.")],
    passphrase_file: PassphraseFile = None,
    passphrase_stdin: PassphraseStdin = False,
) -> None:
    """Take the pen that another device has handed over, or read along with a file of `cohong device add`.

    Passphrase and recovery words are those of the other device.
    """
    session = session_of(context)
    passphrase = read_passphrase(file=passphrase_file, from_stdin=passphrase_stdin)
    _ensure_node(session)
    path = os.fspath(file.absolute())
    status: ProfileStatus = session.ask("profile.take_over", path=path, passphrase=passphrase)
    session.answer(status, lambda: _tell(status, session))


def _require_typed(words: str, given: str) -> None:
    """Have the user type what is about to be done.

    Raises:
        typer.BadParameter: it was not typed.
    """
    if not given and sys.stdin.isatty():
        given = typer.prompt(f"Type {words!r} to do it", err=True)
    if given.strip() != words:
        raise typer.BadParameter(f"nothing was changed: give --confirm {words!r} to do it")


def _ensure_node(session: Session) -> None:
    """Start the profile's node where none runs, and say so: it goes on after this command."""
    if is_running(session.profile_dir):
        return
    pid = start_detached(session.profile_dir)
    stop = f"cohong node stop{profile_flag(os.fspath(session.profile_dir))}"
    say(f"Started a node for {session.profile_dir} (process {pid}); `{stop}` ends it.")


def _tell_new(made: NewProfile) -> None:
    print_facts([("Member", made.member), (_FOR_FOUNDER, _member_at(made))])
    print_line("")
    print_line("Recovery words. Write them down now: they are shown this once and kept nowhere.")
    print_line("")
    for start in range(0, len(made.words), 6):
        line = (f"{place + 1:2} {made.words[place]:<10}" for place in range(start, min(start + 6, len(made.words))))
        print_line(" ".join(line))
    sys.stdout.flush()


def _tell(status: ProfileStatus, session: Session) -> None:
    facts = [("Profile", str(session.profile_dir)), ("State", _STATES[status.state])]
    if status.name:
        facts.append(("Name", status.name))
    if status.member:
        facts += [("Member", status.member), (_FOR_FOUNDER, _member_at(status))]
    if status.failed_tries:
        facts.append(("Wrong tries", str(status.failed_tries)))
    print_facts(facts)
    if status.member:
        print_line("If others reach this machine at another address, give that one: it may be your router's.")


def _member_at(profile: ProfileStatus | NewProfile) -> str:
    """Return id and address in one, as `cohong network create --member` takes them."""
    return "@".join([profile.member, *profile.addresses[:1]])
