"""Slots that await: what started them waits visibly, what goes wrong is worded, and nothing is left unhandled."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from cohong.api.errors import ApiError
from cohong.desktop import wording
from cohong.desktop.node_client import NodeUnreachable

P = ParamSpec("P")
Owner = TypeVar("Owner", bound=QObject)

logger = logging.getLogger(__name__)

_running: Final[set[asyncio.Task[None]]] = set()
"""The event loop holds tasks only weakly: without this one could vanish while it waits."""


@runtime_checkable
class ShowsErrors(Protocol):
    """A page or panel with a place of its own for what went wrong."""

    def show_error(self, text: str) -> None: ...


@runtime_checkable
class CanBeBusy(Protocol):
    """A button that shows that it waits."""

    def set_busy(self, busy: bool, text: str = "") -> None: ...


def slot_task(
    coroutine_function: Callable[Concatenate[Owner, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[Owner, P], None]:
    """Make a coroutine method into a slot: the button that sent the signal is disabled until it is done.

    Arguments of the signal that the method does not take (such as `checked`) are dropped.
    """
    takes = len(inspect.signature(coroutine_function).parameters) - 1

    def slot(owner: Owner, /, *args: P.args, **kwargs: P.kwargs) -> None:
        sender = owner.sender()
        starter = sender if isinstance(sender, QWidget) else None
        kept: Any = args[:takes]
        run_task(owner, coroutine_function(owner, *kept, **kwargs), starter=starter)

    # No __wrapped__, as functools.wraps would leave: PySide would count the coroutine's arguments through it.
    slot.__name__ = coroutine_function.__name__
    slot.__doc__ = coroutine_function.__doc__
    return slot


def run_task(
    owner: QObject, coroutine: Coroutine[Any, Any, None], *, starter: QWidget | None = None
) -> asyncio.Task[None]:
    """Run a coroutine for `owner`; errors are shown there, or as a toast of the window above it."""
    assert QThread.isMainThread(), "widgets belong to the main thread"
    task = asyncio.ensure_future(_run(owner, coroutine, starter))
    _running.add(task)
    task.add_done_callback(_running.discard)
    # One that is cancelled before its first step would be reported as never awaited.
    task.add_done_callback(lambda _: coroutine.close())
    return task


async def cancel_all() -> None:
    """End what still runs; for the end of the program."""
    tasks = [task for task in _running if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _run(owner: QObject, coroutine: Coroutine[Any, Any, None], starter: QWidget | None) -> None:
    # A sheet that has just closed may have started this, and be gone by now.
    had_focus = starter is not None and isValid(starter) and starter.hasFocus()
    _wait_visibly(starter, True)
    try:
        await coroutine
    except (ApiError, NodeUnreachable) as error:
        logger.info("request refused error=%s", error)
        _show(owner, wording.error_text(error))
    except Exception as error:  # The last stop: a slot's exception would vanish in the event loop.
        if isinstance(error, RuntimeError) and not isValid(owner):
            # Locked, closed, or in another language while the node answered: there is nothing left to show it in.
            logger.debug("a task outlived its page owner=%s", type(owner).__name__)
            return
        logger.exception("a task of the window failed owner=%s", type(owner).__name__)
        _show(owner, wording.unexpected_text())
    finally:
        _wait_visibly(starter, False)
        if had_focus and starter is not None and isValid(starter) and QApplication.focusWidget() is None:
            starter.setFocus()


def _wait_visibly(starter: QWidget | None, busy: bool) -> None:
    if starter is None or not isValid(starter):
        return
    starter.setEnabled(not busy)
    if isinstance(starter, CanBeBusy):
        starter.set_busy(busy)


def _show(owner: QObject, text: str) -> None:
    if not isValid(owner):
        return
    step: QObject | None = owner
    while step is not None and not isinstance(step, ShowsErrors):
        step = step.parent()
    if isinstance(step, ShowsErrors):
        step.show_error(text)
