"""What the wizard and the process that reads the file for it say to one another. Both ends are this program."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cohong.importing.invoices import DryRun, ImportOptions

HEAD: Final = struct.Struct(">I")
"""Length of the pickle that follows."""


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """What to read, and how; several paths are those of UBL documents."""

    paths: tuple[Path, ...]
    options: ImportOptions


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """How far the first reading is, 0 to 1000."""

    permille: int


@dataclass(frozen=True, slots=True)
class ReadRefused:
    """The file as a whole cannot be read."""

    code: str
    detail: dict[str, object]


@dataclass(frozen=True, slots=True)
class CustomerFound:
    """A customer of the file and how many good rows it has."""

    customer: str
    name: str
    invoices: int


@dataclass(frozen=True, slots=True)
class CustomersFound:
    """All customers of the file, those with the most invoices first."""

    customers: tuple[CustomerFound, ...]


Answer = ReadProgress | ReadRefused | DryRun | CustomersFound
