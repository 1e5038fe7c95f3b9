"""`cohong node`: run a node without a screen, look at it, stop it."""

import os
from pathlib import Path
from typing import Annotated, Final

import typer

from cohong.api.views import NodeStatus, Pruned
from cohong.cli.arguments import parse_listen_address
from cohong.cli.node_process import NODE_MODULE, become, module_command
from cohong.cli.output import moment, print_facts, print_line, short_id
from cohong.cli.pen_wording import heard_text, why_text
from cohong.cli.session import session_of

app = typer.Typer(help="Run a node without a screen, look at it, stop it.", no_args_is_help=True)


@app.command("run")
def run_node(
    context: typer.Context,
    listen: Annotated[
        list[str] | None, typer.Option(help="HOST:PORT for other nodes; several are possible; port 0: any.")
    ] = None,
    advertise: Annotated[list[str] | None, typer.Option(help="HOST:PORT under which others reach this node.")] = None,
    proxy: Annotated[
        str | None, typer.Option(help="socks5://HOST:PORT, which all connections go through; empty: none.")
    ] = None,
    discovery: Annotated[
        bool | None, typer.Option(help="Look for members' nodes in the local network; default: as in the settings.")
    ] = None,
    passphrase_file: Annotated[Path | None, typer.Option(help="Unlock with the first line of this file.")] = None,
    passphrase_stdin: Annotated[bool, typer.Option(help="Unlock with the first line of standard input.")] = False,
    exit_with_stdin: Annotated[bool, typer.Option(help="End when standard input is closed.")] = False,
) -> None:
    """Run the profile's node in this process until it is stopped.

    Without a passphrase it starts locked and waits for `cohong profile unlock` or `create`.
    """
    session = session_of(context)
    if passphrase_file is not None and passphrase_stdin:
        raise typer.BadParameter("give --passphrase-file or --passphrase-stdin, not both")
    flags = ["--profile", os.fspath(session.profile_dir)]
    for address in listen or ():
        flags += ["--listen", parse_listen_address(address)]
    for address in advertise or ():
        flags += ["--advertise", parse_listen_address(address)]
    if proxy is not None:
        flags += ["--proxy", proxy]
    if discovery is not None:
        flags.append("--discovery" if discovery else "--no-discovery")
    if passphrase_file is not None:
        flags += ["--passphrase-file", os.fspath(passphrase_file)]
    flags += ["--passphrase-stdin"] * passphrase_stdin + ["--exit-with-stdin"] * exit_with_stdin
    become(module_command(NODE_MODULE, *flags))


@app.command()
def status(context: typer.Context) -> None:
    """Show what the node holds, whom it reaches and what waits."""
    session = session_of(context)
    found: NodeStatus = session.ask("node.status")
    session.answer(found, lambda: print_facts(_facts(found)))


@app.command()
def prune(context: typer.Context) -> None:
    """Make room: drop what old ballots said, once all that they vote on is decided for good."""
    session = session_of(context)
    pruned: Pruned = session.ask("node.prune")
    session.answer(pruned, lambda: print_line(f"{pruned.ballots:,} ballots dropped, {pruned.bytes // 1024:,} KiB."))


@app.command()
def stop(context: typer.Context) -> None:
    """Stop the profile's node."""
    session = session_of(context)
    done = session.ask("node.stop")
    session.answer(done, lambda: print_line("The node is stopping."))


STANDINGS: Final = {
    "refused": "not let in: the invitation has been used by somebody else; ask for a new one, for a new profile",
    "observer": "an observer: reads along, writes nothing",
    "asked": "has asked to join; the voters have not let it in so far",
    "gone": "no member any more: reads what is here, writes nothing",
}


def _facts(status: NodeStatus) -> list[tuple[str, str]]:
    facts = [
        ("Version", status.version),
        ("Running since", moment(status.started_ms)),
        ("Member", f"{status.name or '–'}  {short_id(status.member)} {status.id_words}"),
        ("Network", f"{status.network_name or '–'}  {short_id(status.network)}"),
        ("Voters", f"{status.voters} (majority at {status.majority_at}, final at {status.final_at})"),
        ("Peers", f"{status.peers_connected} of {status.peers_known} connected"),
        ("Addresses", ", ".join(status.addresses) or "–"),
        ("Records up to", moment(status.as_of_ms)),
        ("Entries", f"{status.entries}"),
        ("Records", f"{status.records}, {status.confirmed} confirmed, {status.final} final"),
        ("To send", str(status.to_send)),
        ("Drafts", str(status.drafts)),
        ("Forks", str(status.forks)),
        ("Damaged", f"{status.damaged} (healed {status.healed}, checked {status.checked})"),
    ]
    if status.standing in STANDINGS:
        facts.append(("Standing", STANDINGS[status.standing]))
    if status.pen.why:
        facts.append(("Not signing", why_text(status.pen)))
    if status.catching_up:
        facts.append(("Heard from", heard_text(status.pen)))
    if status.pen.is_overridden:
        facts.append(("Signing", "all the same, as you decided, until the node stops"))
    if status.clock_fast_ms:
        facts.append(("Clock", _clock_words(status)))
    if status.dated_ahead:
        facts.append(("Dated ahead", _ahead_words(status)))
    if status.written_again or status.drafted_again or status.dropped_again:
        facts.append(("Dated again", _again_words(status)))
    if status.is_view_one_sided:
        heard = f"{status.voters_heard} of {status.voters} voters heard from in the last hour"
        facts.append(("View", f"may be one-sided: {heard}"))
    if status.disk_full:
        facts.append(("Disk", "full: nothing can be signed"))
    facts += [(f"Refused: {code}", str(count)) for code, count in sorted(status.counters.items())]
    return facts


def _clock_words(status: NodeStatus) -> str:
    minutes, side = abs(status.clock_fast_ms) / 60_000, "fast" if status.clock_fast_ms > 0 else "slow"
    others = f"{status.clock_differing} of {status.clock_compared} members"
    return f"{minutes:.0f} min {side} compared with {others}; nothing is signed until it is set right"


def _ahead_words(status: NodeStatus) -> str:
    return (
        f"{status.dated_ahead} entries, up to {moment(status.dated_until_ms)}: signed while this machine's clock was "
        "fast. Others let them wait until then, and what you sign meanwhile, votes included. Wait, or have the voters "
        "replace your key: cohong motion replace"
    )


def _again_words(status: NodeStatus) -> str:
    words = f"{status.written_again} signed again, whose times were ahead and which had not left this machine"
    if status.drafted_again:
        words += f"; {status.drafted_again} are drafts again"
    if status.dropped_again:
        words += f"; left out, to be made again: {', '.join(status.dropped_again)}"
    return words
