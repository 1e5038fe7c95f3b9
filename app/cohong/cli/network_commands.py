"""`cohong network`, `peer`, `sync` and `forks`: which network this is, and how far everybody is."""

from pathlib import Path
from typing import Annotated

import typer

from cohong.api.views import CheatView, ForkView, NetworkMade, PeerRow, ReachView, SyncStatus
from cohong.cli.arguments import currency_digits, parse_address, parse_id, parse_member_at
from cohong.cli.output import moment, print_facts, print_line, print_table, short_id
from cohong.cli.session import session_of
from cohong.cli.wording import cheat_sentence, fork_state

app = typer.Typer(help="Found a network, join one, invite to it.", no_args_is_help=True)
peer_app = typer.Typer(help="Where other members' nodes listen.", no_args_is_help=True)


@app.command("create")
def create_network(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="What the network is called.")],
    member: Annotated[
        list[str] | None, typer.Option(help="Another founder: ID or ID@HOST:PORT; once for each.")
    ] = None,
    currency: Annotated[list[str] | None, typer.Option(help="A currency that may be used; none: all.")] = None,
    final: Annotated[
        str, typer.Option(help="How many voters make a record final: two-thirds or majority.")
    ] = "two-thirds",
    continues: Annotated[
        bool,
        typer.Option(
            "--continue",
            help="Take over the book and the members of this profile's network, which has lost its majority for good.",
        ),
    ] = False,
    block: Annotated[str, typer.Option(help="With --continue: the block to take over; none: the newest.")] = "",
) -> None:
    """Found a network of this member and those named, and give the invitation for them.

    With --continue those named are founders, and its voters, out of the members of the present network. All members of
    that can go along by the invitation. What the block has not cut stays behind: write it again.
    """
    session = session_of(context)
    for code in currency or ():
        currency_digits(code)
    founders = [parse_member_at(text) for text in member or ()]
    made: NetworkMade = session.ask(
        "network.create",
        name=name,
        founders=[{"member": identity, "addresses": addresses} for identity, addresses in founders],
        currencies=currency or [],
        final=final,
        continues=continues or bool(block),
        block=block,
    )
    session.answer(made, lambda: _tell_network(made))


@app.command("join")
def join_network(
    context: typer.Context,
    invitation: Annotated[str, typer.Argument(help="The invitation's text, or @FILE that has it.")],
    name: Annotated[
        str, typer.Option(help="What to be called until a profile says so; none: the profile's name.")
    ] = "",
) -> None:
    """Join the network of an invitation. Who is no founder is a member once the voters have said so.

    If it takes over the network that this profile is in, the profile goes over to it, with the book.
    """
    session = session_of(context)
    made: NetworkMade = session.ask("network.join", invitation=_invitation_text(invitation), name=name)
    session.answer(made, lambda: _tell_joined(made))


@app.command("invitation")
def network_invitation(context: typer.Context) -> None:
    """Give the invitation of this network again."""
    session = session_of(context)
    made: NetworkMade = session.ask("network.invitation")
    session.answer(made, lambda: _tell_network(made))


@app.command("reach")
def network_reach(
    context: typer.Context,
    proxy: Annotated[
        str | None, typer.Option(help="socks5://HOST:PORT, which all connections go through; empty for none.")
    ] = None,
    discovery: Annotated[bool | None, typer.Option(help="Look for members' nodes in the local network.")] = None,
) -> None:
    """Show how this node reaches others, or choose it."""
    session = session_of(context)
    view: ReachView = session.ask("reach.status")
    if proxy is not None or discovery is not None:
        view = session.ask(
            "reach.set",
            proxy=view.proxy if proxy is None else proxy,
            discovery=view.discovery if discovery is None else discovery,
        )
    session.answer(view, lambda: _tell_reach(view))


@peer_app.command("add")
def add_peer(
    context: typer.Context,
    member: Annotated[str, typer.Argument(help="The member's id.")],
    addresses: Annotated[list[str], typer.Argument(help="HOST:PORT, one or more.")],
) -> None:
    """Remember where a member's node listens, and dial it."""
    session = session_of(context)
    done = session.ask("peer.add", member=parse_id(member), addresses=[parse_address(address) for address in addresses])
    session.answer(done, lambda: print_line("Noted; it is being dialled."))


def sync(context: typer.Context) -> None:
    """Show who is connected, and which own records wait for whom."""
    session = session_of(context)
    status: SyncStatus = session.ask("sync.status")
    session.answer(status, lambda: _tell_sync(status))


def forks(context: typer.Context) -> None:
    """List the members who were caught writing two entries at one place of their feed."""
    session = session_of(context)
    found: list[ForkView] = session.ask("forks.list")
    session.answer(found, lambda: _tell_forks(found))


def cheats(context: typer.Context) -> None:
    """List the voters that have provably signed both ways; with --json the proofs too."""
    session = session_of(context)
    found: list[CheatView] = session.ask("cheats.list")
    session.answer(found, lambda: _tell_cheats(found))


def _invitation_text(argument: str) -> str:
    if not argument.startswith("@"):
        return argument
    try:
        return Path(argument[1:]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{argument[1:]} can't be read: {error}") from error


def _tell_network(made: NetworkMade) -> None:
    print_facts([("Network", made.name), ("Id", made.network)])
    print_line("")
    print_line("Invitation for the other founders:")
    print_line(made.invitation)


def _tell_joined(made: NetworkMade) -> None:
    print_facts([("Network", made.name), ("Id", made.network)])
    if not made.is_member:
        print_line(
            "Your join has been left with a member. You are in once the voters have said so: see `cohong chain`."
        )


def _tell_reach(view: ReachView) -> None:
    searched = "not with a proxy" if view.proxy else "searched" if view.discovery else "not searched"
    print_facts([("Proxy", view.proxy or "none"), ("Local network", searched)])
    if view.is_given:
        print_line("The options that this node was started with hold until it ends.")


def _tell_sync(status: SyncStatus) -> None:
    print_table(
        ["Peer", "Connected", "Behind us", "Ahead of us", "Sent", "Received", "Seen", "Address"],
        [_peer_cells(peer) for peer in status.peers],
        right=("Behind us", "Ahead of us", "Sent", "Received"),
    )
    print_line("")
    if not status.outbox:
        print_line("All own records are final.")
    else:
        print_table(
            ["Waiting record", "Reference", "Since", "Held by", "Signed", "Waits for"],
            [
                [
                    row.kind,
                    row.reference or short_id(row.entry),
                    moment(row.time_ms),
                    "this machine only" if row.where == "here" else f"{row.peers} peers",
                    f"{row.yes} of {row.voters}",
                    ", ".join(row.waits_for),
                ]
                for row in status.outbox
            ],
        )
        print_line(f"{status.outbox_total} own records are not final yet.")
    for entry in status.damaged:
        print_line(f"Damaged on this disk: {entry}. It is fetched again from the others.")
    goes_on = f"It goes on {moment(status.quota_until_ms)}, or as soon as a charter block includes what is here."
    for name in status.put_off:
        print_line(f"Today's quota of {name} is here; the rest waits. {goes_on}")
    if status.is_quota_used_up:
        print_line(f"This member's own quota of today is used up: nothing more is signed. {goes_on}")


def _peer_cells(peer: PeerRow) -> list[str]:
    why = f"no: {peer.why}" if peer.why else "no"
    return [
        " · ".join(part for part in (peer.name or short_id(peer.member), peer.device) if part),
        (f"through {peer.via}" if peer.via else "yes") if peer.connected else why,
        str(peer.behind),
        str(peer.ahead),
        f"{peer.bytes_out // 1024:,} KiB",
        f"{peer.bytes_in // 1024:,} KiB",
        "now" if peer.connected else moment(peer.last_seen_ms),
        ", ".join(peer.addresses),
    ]


def _tell_forks(found: list[ForkView]) -> None:
    if not found:
        print_line("No member was caught writing two entries at one place.")
        return
    print_table(
        ["Member", "Place", "Found", "Branches begin with", "State"],
        [
            [
                fork.name or short_id(fork.author),
                str(fork.seq),
                moment(fork.found_ms),
                ", ".join(fork.branches),
                fork_state(fork),
            ]
            for fork in found
        ],
    )


def _tell_cheats(found: list[CheatView]) -> None:
    if not found:
        print_line("No voter was caught signing both ways.")
        return
    print_table(
        ["What was signed", "Until", "First entry", "Second entry", "Member"],
        [
            [
                cheat_sentence(cheat),
                moment(cheat.signed_ms),
                cheat.first,
                cheat.second,
                "yes" if cheat.is_member else "no",
            ]
            for cheat in found
        ],
    )
