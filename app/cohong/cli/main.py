"""The entry of `cohong`: global options anywhere on the line, and an exit code for every ending."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from cohong import __version__
from cohong.api.endpoint import default_profile_dir
from cohong.api.errors import ApiError, ExitCode
from cohong.cli import (
    api_commands,
    audit_command,
    book_commands,
    book_figures,
    bundle_commands,
    check_commands,
    consent_commands,
    cover_commands,
    days_late_command,
    demo_command,
    device_commands,
    dispute_commands,
    draft_commands,
    export_commands,
    import_commands,
    insight_commands,
    limit_commands,
    lookup_commands,
    market_commands,
    member_commands,
    netting_commands,
    network_commands,
    node_commands,
    obligation_commands,
    payment_commands,
    people_commands,
    profile_commands,
    rated_network_command,
    rating_commands,
    receipt_commands,
    record_commands,
    report_command,
    ring_command,
    round_commands,
    standing_commands,
    today_command,
    watch_commands,
)
from cohong.cli.file_words import file_sentence
from cohong.cli.node_client import NodeNotReachableError
from cohong.cli.node_process import (
    DESKTOP_MODULE,
    NODE_MODULE,
    NodeDidNotStartError,
    become,
    module_command,
)
from cohong.cli.output import print_json, say
from cohong.cli.receipt_words import refusal_sentence
from cohong.cli.session import Session, session_of
from cohong.cli.wording import error_sentence, exit_code_of, not_reachable_sentence
from cohong.insight.table_file import FileRefused
from cohong.verifier.canonical import ReceiptRefused

LINK_BEGINS: Final = "cohong:"

app = typer.Typer(
    name="cohong",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(node_commands.app, name="node")
app.add_typer(profile_commands.app, name="profile")
app.add_typer(device_commands.app, name="device")
app.add_typer(network_commands.app, name="network")
app.add_typer(network_commands.peer_app, name="peer")
app.add_typer(people_commands.app, name="motion")
app.add_typer(people_commands.invite_app, name="invite")
record_commands.app.add_typer(obligation_commands.app)
app.add_typer(record_commands.app, name="record")
app.add_typer(market_commands.app, name="market")
app.add_typer(dispute_commands.app, name="dispute")
app.add_typer(dispute_commands.correct_app, name="correct")
book_commands.app.add_typer(book_figures.app)
book_commands.app.command("export")(export_commands.export_book)
book_commands.app.command("statement")(export_commands.export_statement)
app.add_typer(book_commands.app, name="book")
app.add_typer(cover_commands.app, name="cover")
app.add_typer(consent_commands.app, name="consent")
app.add_typer(lookup_commands.app, name="lookups")
check_commands.app.command("report")(report_command.payment_report)
check_commands.app.command("rings")(ring_command.ring_check)
check_commands.app.command("days-late")(days_late_command.days_late)
check_commands.app.command("trust")(standing_commands.trust)
check_commands.app.command("experience")(standing_commands.experience)
app.add_typer(check_commands.app, name="check")
app.add_typer(draft_commands.app, name="drafts")
import_commands.app.command("payments")(payment_commands.import_payments)
import_commands.app.command("ratings")(rating_commands.import_ratings)
app.add_typer(import_commands.app, name="import")
# Rounds, and what needs no node, are one group.
round_commands.app.add_typer(netting_commands.app)
app.add_typer(round_commands.app, name="netting")
insight_commands.app.command("network")(rated_network_command.rated_network)
app.add_typer(insight_commands.app, name="insight")
app.add_typer(bundle_commands.app, name="bundle")
app.add_typer(watch_commands.app, name="watch")
app.add_typer(limit_commands.app, name="limit")
app.add_typer(api_commands.app, name="api")
app.command("today")(today_command.today)
app.command("members")(member_commands.members)
app.command("sync")(network_commands.sync)
app.command("chain")(people_commands.chain)
app.command("forks")(network_commands.forks)
app.command("cheats")(network_commands.cheats)
app.command("receipt")(receipt_commands.receipt)
app.command("verify")(receipt_commands.verify)
app.command("audit")(audit_command.audit)
app.command("demo")(demo_command.demo)


@app.callback(invoke_without_command=True)
def _entry(
    context: typer.Context,
    profile: Annotated[Path | None, typer.Option(help="Folder of the profile; may stand anywhere on the line.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Answer with one line of JSON; may stand anywhere on the line.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Show the version and end.")] = False,
) -> None:
    """Open the desktop on your profile; with a command, do the same from the shell.

    Exit codes: 0 done, 1 refused with a reason, 2 used wrongly, 3 node not reachable.
    """
    if version:
        typer.echo(f"cohong {__version__}")
        raise typer.Exit
    profile_dir = Path(os.path.abspath(profile or default_profile_dir()))
    context.obj = Session(profile_dir, as_json)
    if context.invoked_subcommand is None:
        become(module_command(DESKTOP_MODULE, "--profile", os.fspath(profile_dir)))


@app.command("open")
def _open(context: typer.Context, link: Annotated[str, typer.Argument(help="An invitation: cohong:join?…")]) -> None:
    """Open the desktop on an invitation. It is shown first; nothing is done with it before you say so."""
    profile_dir = session_of(context).profile_dir
    become(module_command(DESKTOP_MODULE, "--profile", os.fspath(profile_dir), "--", link))


def run() -> None:
    """Run the command line of this process and end with its exit code."""
    sys.exit(exit_code_after(sys.argv[1:]))


def exit_code_after(arguments: Sequence[str]) -> int:
    """Carry out a command line; print errors; return the exit code."""
    hoisted = hoist_global_options(arguments)
    as_json = "--json" in hoisted[:1]
    try:
        ended = typer.main.get_command(app).main(hoisted, prog_name="cohong", standalone_mode=False)
    except NodeNotReachableError as error:
        return _fail(as_json, ExitCode.NODE_NOT_REACHABLE, error.reason, error.detail, not_reachable_sentence(error))
    except ApiError as error:
        return _fail(as_json, exit_code_of(error), str(error.code), error.detail, error_sentence(error))
    except NodeDidNotStartError as error:
        return _fail(as_json, ExitCode.NODE_NOT_REACHABLE, "did-not-start", str(error), _did_not_start(error))
    except ReceiptRefused as refused:
        return _fail(as_json, ExitCode.REFUSED, refused.code, refused.detail, refusal_sentence(refused))
    except FileRefused as refused:
        return _fail(as_json, ExitCode.REFUSED, refused.code, refused.found, file_sentence(refused))
    except typer.TyperException as error:
        return _fail_usage(as_json, error)
    except typer.Abort:
        return _fail(as_json, ExitCode.REFUSED, "stopped", "", "Stopped. Nothing was done.")
    except BrokenPipeError:
        # Whoever read our output has had enough of it. Python would complain again when it flushes at the
        # end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.REFUSED
    return ended if isinstance(ended, int) else ExitCode.DONE


def hoist_global_options(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with --json and --profile DIR in front, where their command expects them."""
    front: list[str] = []
    rest: list[str] = []
    as_json = False
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument == "--json":
            as_json = True
        elif argument == "--profile":
            front += [argument, *([value] if (value := next(waiting, None)) is not None else [])]
        elif argument.startswith("--profile="):
            front.append(argument)
        else:
            rest.append(argument)
    if len(rest) == 1 and rest[0].startswith(LINK_BEGINS):
        # As a browser calls us for a link.
        rest = ["open", *rest]
    return [*(["--json"] if as_json else []), *front, *rest]


def _fail(as_json: bool, code: ExitCode, error: str, detail: str, message: str) -> int:
    if as_json:
        print_json({"error": error, "detail": detail, "message": message})
    say(message)
    return code


def _fail_usage(as_json: bool, error: typer.TyperException) -> int:
    message = error.format_message()
    context = getattr(error, "ctx", None)
    if context is not None and not as_json:
        say(context.get_usage())
        say(f"`{context.command_path} --help` tells more.")
    code = ExitCode.USED_WRONGLY if error.exit_code == ExitCode.USED_WRONGLY else ExitCode.REFUSED
    return _fail(as_json, code, "used-wrongly", message, message)


def _did_not_start(error: NodeDidNotStartError) -> str:
    how = "does not answer" if error.exit_code is None else f"ended with exit code {error.exit_code}"
    return f"The node was started and {how}. `cohong node run` shows why ({NODE_MODULE})."
