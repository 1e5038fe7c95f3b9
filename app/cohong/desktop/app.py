"""Starts the desktop: one application, one event loop for Qt and asyncio, one window on one profile."""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import logging
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import qasync  # type: ignore[import-untyped]  # has no stubs; only its loop is used, as asyncio's
from PySide6.QtWidgets import QApplication

import cohong
from cohong.api.endpoint import default_profile_dir
from cohong.desktop import tasks
from cohong.desktop.garbage import GarbageCollector
from cohong.desktop.languages import LANGUAGES, Translations, guess_language
from cohong.desktop.main_window import MainWindow
from cohong.desktop.node_client import NodeClient
from cohong.desktop.node_process import NodeProcess
from cohong.desktop.pages.invitation_review import LINK_BEGINS
from cohong.desktop.pages.places import PAGES
from cohong.desktop.preferences import load_preferences, preferences_path
from cohong.desktop.shell import Shell
from cohong.desktop.theme.theme import Theme

APPLICATION_ID: Final = "io.github.cohong.Cohong"
"""Also the name of the desktop entry, so that the task bar finds the icon."""

logger = logging.getLogger(__name__)


def run(argv: Sequence[str]) -> int:
    """Run the desktop until its window is closed; return the program's exit code."""
    options = parse_options(argv)
    if not has_screen():
        sys.stderr.write("cohong: there is no screen here. `cohong node run` runs without one.\n")
        return 1
    logging.basicConfig(level=logging.DEBUG if options.verbose else logging.WARNING)
    app = make_application()
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        shown = loop.create_task(_show_window(app, options))
        shown.add_done_callback(lambda _: loop.stop())
        # Not run_until_complete: qasync's lets Qt deliver events once more when no loop counts as running any longer,
        # and a timer's slot that starts a task fails then.
        loop.run_forever()
        shown.result()
    return 0


def parse_options(argv: Sequence[str]) -> argparse.Namespace:
    """Return the options; ends the program with code 2 if they make no sense."""
    parser = argparse.ArgumentParser(prog="cohong", description="The window on a Cohong profile")
    parser.add_argument("link", nargs="?", default="", help="an invitation, cohong:join?…, to be looked at")
    parser.add_argument("--profile", type=Path, default=default_profile_dir(), help="folder of the profile")
    parser.add_argument("--listen", default="", help="address for other members' nodes, HOST:PORT")
    parser.add_argument("--language", choices=list(LANGUAGES), default="", help="language of the window")
    parser.add_argument("--theme", choices=("light", "dark", "system"), default="")
    parser.add_argument("--place", choices=[spec.place for spec in PAGES], default="check")
    parser.add_argument("--no-recall", action="store_true", help="sign and send at once, without time to take back")
    parser.add_argument("--verbose", action="store_true", help="log what happens to standard error")
    parser.add_argument("--version", action="version", version=f"cohong {cohong.__version__}")
    options = parser.parse_args(argv)
    if options.link and not options.link.startswith(LINK_BEGINS):
        parser.error(f"{options.link[:40]} is no link that begins with {LINK_BEGINS}")
    return options


def has_screen() -> bool:
    """Return whether there is a display to open a window on; without one Qt would abort the process."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def make_application() -> QApplication:
    """Return the application object, named as desktops expect."""
    QApplication.setDesktopFileName(APPLICATION_ID)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("cohong")
    # The end comes when `_leave` is through, not with the last window: the node has to stop in order.
    app.setQuitOnLastWindowClosed(False)
    GarbageCollector(app)
    app.setApplicationDisplayName("Cohong")
    app.setApplicationVersion(cohong.__version__)
    return app


def make_shell(app: QApplication, options: argparse.Namespace) -> Shell:
    """Return the shell: preferences, language, theme. What the command line says goes before what was chosen."""
    path = preferences_path()
    preferences = load_preferences(path)
    if options.no_recall:
        preferences = dataclasses.replace(preferences, recall_s=0)
    language = options.language or preferences.language or guess_language()
    theme = Theme(app, options.theme or preferences.theme, language, preferences.text_percent)
    return Shell(
        theme,
        preferences,
        Translations(),
        language=language,
        profile_dir=options.profile.resolve(),
        preferences_path=path,
    )


async def _show_window(app: QApplication, options: argparse.Namespace) -> None:
    shell = make_shell(app, options)
    client = NodeClient(shell.profile_dir)
    node = NodeProcess(shell.profile_dir, options.listen)
    window = MainWindow(client, shell, node, place=options.place, link=options.link)
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    _close_on_signals(window)
    window.show()
    client.start()
    tasks.run_task(shell, window.start_node())
    await closed.wait()
    await _leave(client, node, shell)


async def _leave(client: NodeClient, node: NodeProcess, shell: Shell) -> None:
    await tasks.cancel_all()
    await shell.save()
    await node.stop(client)
    await client.close()
    await tasks.cancel_all()


def _close_on_signals(window: MainWindow) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, window.close)
