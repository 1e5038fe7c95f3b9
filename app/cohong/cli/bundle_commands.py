"""`cohong bundle`: feeds in a file, for a stick or a mail; and taking them in."""

from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from cohong.api.errors import ApiError, ApiErrorCode, ExitCode
from cohong.api.views import BundleContents, BundleStatus
from cohong.cli.arguments import parse_day, parse_id
from cohong.cli.following import followed
from cohong.cli.node_client import NodeClient
from cohong.cli.output import moment, print_facts, print_line, print_table, short_id
from cohong.cli.session import Session, session_of

app = typer.Typer(help="Carry records in a file.", no_args_is_help=True)

_SHOWN_DAMAGED: Final = 12

File: TypeAlias = Annotated[Path, typer.Argument(metavar="FILE", help="The bundle.")]


@app.command("export")
def export_bundle(
    context: typer.Context,
    file: File,
    since: Annotated[str, typer.Option(help="Only what was written on this day or later: YYYY-MM-DD.")] = "",
    readers: Annotated[
        list[str] | None, typer.Option("--for", help="Member who can open it; once for each. All members if left out.")
    ] = None,
    feeds: Annotated[
        list[str] | None, typer.Option("--feeds", help="Member whose feed goes in; once for each. All if left out.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a file of this name.")] = False,
) -> None:
    """Write what this node holds into a file, signed, and readable by members only."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        status: BundleStatus = node.ask(
            "bundle.export",
            path=str(file.absolute()),
            since=parse_day(since) if since else "",
            readers=[parse_id(member) for member in readers or ()],
            feeds=[parse_id(member) for member in feeds or ()],
            replace=replace,
        )
        _finish(session, followed(node, status, _words, job="bundle", id=status.id))


@app.command("show")
def show_bundle(context: typer.Context, file: File) -> None:
    """Tell who has made a bundle and what it holds; nothing is taken in."""
    session = session_of(context)
    found: BundleContents = session.ask("bundle.show", path=str(file.absolute()))
    session.answer(found, lambda: _tell_contents(found))


@app.command("import")
def import_bundle(context: typer.Context, file: File) -> None:
    """Take in what a bundle holds, as if its maker were connected. Once more does no harm."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        status: BundleStatus = node.ask("bundle.import", path=str(file.absolute()))
        _finish(session, followed(node, status, _words, job="bundle", id=status.id))


def _words(status: BundleStatus) -> str:
    return f"{status.done} of {status.entries} entries"


def _finish(session: Session, status: BundleStatus) -> None:
    if status.state == "failed":
        raise ApiError(ApiErrorCode(status.error), status.detail)
    session.answer(status, lambda: _tell(status))
    if not status.whole or status.refused:
        raise typer.Exit(ExitCode.REFUSED)


def _tell(status: BundleStatus) -> None:
    facts = [
        ("Bundle", short_id(status.bundle)),
        ("File", status.file),
        ("Bytes", f"{status.size:,}"),
        ("Parts", str(status.parts)),
        ("Entries", f"{status.done:,} of {status.entries:,}"),
        ("Blocks", str(status.blocks)),
        ("Fork proofs", str(status.proofs)),
        ("Took", f"{status.took_ms / 1000:.1f} s"),
    ]
    if status.doing == "import":
        facts += [
            ("New here", f"{status.fresh:,}"),
            ("Here before", f"{status.known:,}"),
            ("Waiting for others", f"{status.waiting:,}"),
            ("Refused", f"{status.refused:,}"),
        ]
    print_facts(facts)
    if not status.whole:
        print_line(_damage(status.damaged))
    if status.waiting:
        print_line("What waits is lost when the node stops: import this file again after the one it builds on.")


def _damage(parts: list[int]) -> str:
    """Return what is said of a bundle that is not whole."""
    if not parts:
        return "The end of the file is missing: there may be more parts than these. All that is here was read."
    shown = ", ".join(map(str, parts[:_SHOWN_DAMAGED])) + (", …" if len(parts) > _SHOWN_DAMAGED else "")
    return f"Damaged or missing parts: {shown}. The others were read; import a good copy for the rest."


def _tell_contents(found: BundleContents) -> None:
    maker = f"{found.maker_name or '–'} ({found.maker})"
    if not found.is_member:
        maker += ", not known here as a member"
    print_facts(
        [
            ("Bundle", found.id),
            ("Signed by", maker),
            ("Made", moment(found.made_ms)),
            ("For", ", ".join(reader.name or short_id(reader.member) for reader in found.readers)),
            ("Can be opened here", "yes" if found.for_me else "no"),
            ("Bytes", f"{found.size:,}"),
            ("Parts", str(found.parts)),
            ("Entries", f"{found.entries:,}" if found.for_me else "–"),
            ("Fork proofs", str(found.proofs) if found.for_me else "–"),
            ("Whole", "yes" if found.whole else "no"),
        ]
    )
    if not found.whole:
        print_line(_damage(found.damaged))
    if found.feeds:
        print_line("")
        print_table(
            ["Feed", "From", "To", "New here"],
            [
                [feed.name or short_id(feed.member), str(feed.first_seq), str(feed.last_seq), str(feed.fresh)]
                for feed in found.feeds
            ],
            right=("From", "To", "New here"),
        )
