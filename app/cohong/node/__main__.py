"""`python -m cohong.node`: the node process."""

import argparse
import contextlib
import logging
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import trio

from cohong.api.endpoint import default_profile_dir, socket_path
from cohong.api.errors import ApiError, ExitCode
from cohong.api.requests import Unlock
from cohong.node.api_server import serve_api
from cohong.node.api_socket import EndpointInUseError, EndpointUnsafeError
from cohong.node.engine import shift_clock
from cohong.node.handlers import make_handlers
from cohong.node.listening import ANY_HOST, USUAL_PORT, Listening
from cohong.node.notifier import Notifier
from cohong.node.profile_files import ProfileFiles, ProfileInUse, profile_lock
from cohong.node.reach import Reach
from cohong.node.service import NodeService
from cohong.p2p.network import PeerAddress, Proxy

logger = logging.getLogger("cohong.node")

STOP_S = 2.5
"""How long a node that was told to stop may take, before it ends in the middle of what it does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a node until it is told to stop; returns its exit code."""
    options = _parser().parse_args(arguments)
    os.umask(0o077)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    logging.basicConfig(level=options.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s")
    try:
        listen = [PeerAddress.parse(text) for text in options.listen]
        for text in options.advertise:
            PeerAddress.parse(text)
        if options.proxy:
            Proxy.parse(options.proxy)
    except ValueError as error:
        _complain(f"{error}")
        return ExitCode.USED_WRONGLY
    if options.shift_clock_by_file is not None:
        shift_clock(options.shift_clock_by_file)
    listening = Listening(listen, options.advertise)
    reach = Reach(options.proxy, options.discovery)
    files = ProfileFiles(Path(options.profile).expanduser())
    try:
        with profile_lock(files):
            return trio.run(_run, files, listening, reach, _passphrase(options), options.exit_with_stdin)
    except ProfileInUse:
        _complain(f"another node has this profile open: {files.folder}")
    except OSError as error:
        _complain(f"{error.strerror or error}: {error.filename or files.folder}")
    return ExitCode.REFUSED


def _complain(sentence: str) -> None:
    sys.stderr.write(f"cohong node: {sentence}\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="cohong node run", description="Run a node without a screen.")
    parser.add_argument("--profile", default=str(default_profile_dir()), help="folder of the profile")
    parser.add_argument("--listen", action="append", default=[], metavar="HOST:PORT",
                        help=f"default {ANY_HOST}:{USUAL_PORT}, or a free port where that is taken")  # fmt: skip
    parser.add_argument("--advertise", action="append", default=[], metavar="HOST:PORT",
                        help="where others reach this node, if not where it listens")  # fmt: skip
    parser.add_argument("--proxy", metavar="URL",
                        help="socks5://HOST:PORT, which all connections go through; empty for none")  # fmt: skip
    parser.add_argument("--discovery", action=argparse.BooleanOptionalAction,
                        help="look for members' nodes in the local network")  # fmt: skip
    parser.add_argument("--passphrase-file", type=Path, help="unlock with the first line of this file")
    parser.add_argument("--passphrase-stdin", action="store_true", help="unlock with the first line of the input")
    parser.add_argument("--exit-with-stdin", action="store_true", help="stop when the input ends")
    parser.add_argument("--shift-clock-by-file", type=Path, help=argparse.SUPPRESS)  # for tests: see `shift_clock`
    parser.add_argument("--log-level", default="info", choices=["debug", "info", "warning", "error"])
    return parser


def _passphrase(options: argparse.Namespace) -> str:
    if options.passphrase_file is not None:
        with options.passphrase_file.open(encoding="utf-8") as file:
            return str(file.readline()).rstrip("\r\n")
    return sys.stdin.readline().rstrip("\r\n") if options.passphrase_stdin else ""


async def _run(files: ProfileFiles, listening: Listening, reach: Reach, passphrase: str, exit_with_stdin: bool) -> int:
    notifier = Notifier()
    exit_code = int(ExitCode.DONE)
    async with trio.open_nursery() as nursery:

        def stop() -> None:
            nursery.cancel_scope.cancel()
            # A thread in the middle of a long read cannot be cut off; the ledger stands it like a power cut.
            last_word = threading.Timer(STOP_S, os._exit, [int(ExitCode.DONE)])
            last_word.daemon = True
            last_word.start()

        service = NodeService(files, listening, reach, notifier, nursery, stop)
        nursery.start_soon(_stop_on_signal, stop)
        if exit_with_stdin:
            nursery.start_soon(_stop_with_input, stop)
        try:
            await nursery.start(serve_api, socket_path(files.folder), make_handlers(service), notifier)
            if passphrase:
                await service.unlock(Unlock(passphrase=passphrase))
        except EndpointInUseError as error:
            _complain(f"another node serves this profile's socket: {error}")
            exit_code = int(ExitCode.REFUSED)
            nursery.cancel_scope.cancel()
        except EndpointUnsafeError as error:
            _complain(f"the folder of the socket is not ours alone: {error}")
            exit_code = int(ExitCode.REFUSED)
            nursery.cancel_scope.cancel()
        except (ApiError, OSError) as error:
            _complain(f"{error}")
            exit_code = int(ExitCode.REFUSED)
            nursery.cancel_scope.cancel()
    service.close_profile()
    return exit_code


async def _stop_on_signal(stop: Callable[[], None]) -> None:
    with trio.open_signal_receiver(signal.SIGTERM, signal.SIGINT) as signals:
        async for _ in signals:
            stop()
            return


async def _stop_with_input(stop: Callable[[], None]) -> None:
    """Stop when whoever started this node is gone: its end of the pipe closes with it, however it ended."""
    with contextlib.suppress(OSError):
        while await trio.to_thread.run_sync(os.read, 0, 4096, abandon_on_cancel=True):  # type: ignore[call-arg]  # libp2p brings stubs of an older trio
            pass
    stop()


if __name__ == "__main__":
    code = main()
    # Threads that still wait for input would keep the interpreter from ending.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
