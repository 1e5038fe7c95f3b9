"""How often a sign of the format was seen, and where first: the stuff that evidence is made of."""

from __future__ import annotations

from dataclasses import dataclass

from cohong.importing.file_format import Evidence, EvidenceCode
from cohong.importing.limits import VALUE_CHARACTERS_SHOWN


@dataclass(slots=True)
class Sightings:
    """Attributes:
    count: How many cells showed the sign.
    value: The first of them, at most 80 characters.
    line: Where it stands.
    """

    count: int = 0
    value: str = ""
    line: int = 0

    def add(self, value: str, line: int) -> None:
        if not self.count:
            self.value, self.line = value[:VALUE_CHARACTERS_SHOWN], line
        self.count += 1

    def as_evidence(self, code: EvidenceCode, **more: str) -> Evidence:
        return Evidence(code, {**self.as_values(), **more})

    def as_values(self) -> dict[str, str | int]:
        return {"value": self.value, "line": self.line, "count": self.count}
