"""Imports of invoice files."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import FileColumns, ImportFile, ImportPayments, NoParams, OfImport, WriteProblems
from cohong.api.views import Done, ImportStatus, PaymentsFound, RememberedImport
from cohong.ledger.imports import Problem
from cohong.node.api_server import Handler
from cohong.node.service import NodeService
from cohong.primitives.spreadsheet_text import harmless


def import_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `import.*`."""

    async def invoices(params: ImportFile) -> ImportStatus:
        return await service.in_network().imports.start(params)

    async def match(params: ImportPayments) -> PaymentsFound:
        return await service.in_network().payments.match(params)

    async def payments(params: ImportPayments) -> ImportStatus:
        return await service.in_network().payments.start(params)

    async def status(params: OfImport) -> ImportStatus:
        return await service.in_network().imports.status(_id(params.id))

    async def every(_: NoParams) -> list[ImportStatus]:
        return await service.in_network().imports.all()

    async def send(params: OfImport) -> ImportStatus:
        return await service.in_network().imports.send(_id(params.id))

    async def undo(params: OfImport) -> ImportStatus:
        return await service.in_network().imports.undo(_id(params.id))

    async def cancel(params: OfImport) -> ImportStatus:
        return await service.in_network().imports.cancel(_id(params.id))

    async def remembered(params: FileColumns) -> RememberedImport:
        return await service.in_network().imports.remembered(params.headers)

    async def problems(params: WriteProblems) -> Done:
        found = await service.in_network().imports.problems(_id(params.id))
        await trio.to_thread.run_sync(_write, params.path, found)
        return Done(done=len(found))

    return {
        "import.invoices": invoices,
        "import.match": match,
        "import.payments": payments,
        "import.status": status,
        "import.list": every,
        "import.send": send,
        "import.cancel": cancel,
        "import.undo": undo,
        "import.remembered": remembered,
        "import.problems": problems,
    }


def _id(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise ApiError(ApiErrorCode.UNKNOWN_IMPORT, text) from error


def _write(destination: str, problems: Sequence[Problem]) -> None:
    """Write what is wrong as CSV: UTF-8 with a mark that spreadsheets look for, and never a formula."""
    path = Path(destination).expanduser()
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["line", "column", "value", "reason", "like", "cells"])
            for item in problems:
                cells = [item.column, item.value, item.reason, item.other, *json.loads(item.raw)]
                writer.writerow([item.line, *(harmless(str(cell)) for cell in cells)])
    except OSError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, f"{error.strerror}: {path}") from error
