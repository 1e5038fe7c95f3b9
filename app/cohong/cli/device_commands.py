"""`cohong device`: devices of the member that read along, without its key."""

import os
from pathlib import Path
from typing import Annotated

import typer

from cohong.api.views import DeviceView
from cohong.cli.output import print_line, print_table, say, short_id
from cohong.cli.session import session_of

app = typer.Typer(help="Other devices of yours that read along and draft.", no_args_is_help=True)

_ADDED = (
    "Carry it to the new device and run `cohong profile take-over` there, with the passphrase of this profile. It "
    "reads everything and keeps drafts; it has no key to sign with."
)


@app.command("add")
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="What the device is called; the members can read it.")],
    file: Annotated[Path, typer.Argument(help="The file to make; one that is there is left as it is.")],
) -> None:
    """Let a device read along, and make the file that sets it up."""
    session = session_of(context)
    done = session.ask("device.make", path=os.fspath(file.absolute()), name=name)
    session.answer(done, lambda: print_line(f"{file} is made. {_ADDED}"))


@app.command("list")
def show(context: typer.Context) -> None:
    """List the devices that may read along."""
    session = session_of(context)
    devices: list[DeviceView] = session.ask("device.list")
    session.answer(devices, lambda: _tell(devices))


@app.command("link")
def link(
    context: typer.Context,
    member: Annotated[str, typer.Argument(help="Id of the other member.")],
    name: Annotated[str, typer.Argument(help="What it is called as a device; the members can read it.")],
) -> None:
    """Name another member as a device of yours. Once it names you too, all are told that the two belong together."""
    session = session_of(context)
    done = session.ask("device.link", member=member, name=name)
    session.answer(done, lambda: print_line(f"{name} is named; the two are linked once it names you too."))


@app.command("remove")
def remove(
    context: typer.Context, device: Annotated[str, typer.Argument(help="Its name, or its key as `list --json` has it.")]
) -> None:
    """Let a device in no more: one that is lost, say. What it holds stays on it, under its passphrase."""
    session = session_of(context)
    done = session.ask("device.remove", device=device)
    session.answer(done, lambda: print_line(f"{device} is let in no more."))


def _tell(devices: list[DeviceView]) -> None:
    if not devices:
        say("There are no other devices. `cohong device add` makes one.")
    print_table(
        ["Device", "Key", "Now"],
        [[item.name, short_id(item.key), _now(item)] for item in devices],
    )


def _now(device: DeviceView) -> str:
    if device.is_this:
        return "this one"
    if device.is_member:
        return "a member, linked" if device.is_linked else "a member that has not named you"
    return "connected" if device.connected else "–"
