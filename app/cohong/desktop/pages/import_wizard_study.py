"""The window's end of reading an invoice file: starts the reader's process, passes on what it finds, ends it."""

from __future__ import annotations

import asyncio
import contextlib
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from cohong.desktop.pages.import_wizard_messages import (
    HEAD,
    Answer,
    CustomersFound,
    ReadProgress,
    ReadRefused,
    ReadRequest,
)
from cohong.importing.invoices import DryRun, ImportOptions

_MODULE: Final = "cohong.desktop.pages.import_wizard_reader"


class FileStudy(QObject):
    """Reads one file at a time; a new reading ends the one before.

    Signals:
        progressed: how far it is, 0 to 1000.
        found: the DryRun.
        customers_found: the customers, a tuple of CustomerFound.
        refused: the ReadRefused.
        failed: the reader ended without an answer; its last words.
    """

    progressed = Signal(int)
    found = Signal(object)
    customers_found = Signal(object)
    refused = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_reading(self) -> bool:
        """Whether a reader runs."""
        return self._process is not None

    async def read(self, paths: Sequence[Path], options: ImportOptions) -> None:
        """Read a file, or several UBL documents; what is found comes by signals, before this returns.

        Cancelling it ends the reader.
        """
        self.stop()
        # -P: a folder in which the program happens to be started must not provide modules.
        process = await asyncio.to_thread(
            subprocess.Popen,
            [sys.executable, "-P", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._process = process
        try:
            # The threads only wait for bytes; the work is done in the other process.
            await asyncio.to_thread(_ask, process, ReadRequest(tuple(paths), options))
            while (answer := await asyncio.to_thread(_next_answer, process)) is not None:
                self._tell(process, answer)
            words = await asyncio.to_thread(_last_words, process)
        finally:
            is_newest = self._process is process
            self._end(process)
        if is_newest and words:
            self.failed.emit(words)

    def stop(self) -> None:
        """End the reader at once."""
        if self._process is not None:
            self._end(self._process)

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        if process.poll() is None:
            process.kill()
        if self._process is process:
            self._process = None

    def _tell(self, process: subprocess.Popen[bytes], answer: Answer) -> None:
        if self._process is not process:
            return
        match answer:
            case ReadProgress(permille):
                self.progressed.emit(permille)
            case ReadRefused():
                self.refused.emit(answer)
            case DryRun():
                self.found.emit(answer)
            case CustomersFound(customers):
                self.customers_found.emit(customers)


def _ask(process: subprocess.Popen[bytes], request: ReadRequest) -> None:
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(pickle.dumps(request))
        process.stdin.close()


def _next_answer(process: subprocess.Popen[bytes]) -> Answer | None:
    """Return the next answer, None once the reader has ended, in the middle of a word or not."""
    assert process.stdout is not None
    head = process.stdout.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    (size,) = HEAD.unpack(head)
    answer_bytes = process.stdout.read(size)
    if len(answer_bytes) < size:
        return None
    answer: Answer = pickle.loads(answer_bytes)
    return answer


def _last_words(process: subprocess.Popen[bytes]) -> str:
    """Return what the reader wrote to standard error if it ended in failure."""
    assert process.stderr is not None
    words = process.stderr.read().decode(errors="replace").strip()
    return words if process.wait() > 0 else ""
