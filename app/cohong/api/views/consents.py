"""Consents: whom a member lets read the report about it, what for and until when, and who has read."""

from typing import Literal

from cohong.api.views.base import Level, View

Purpose = Literal["terms", "review", "guarantee", "purchase", "audit"]
"""Deciding on terms, reviewing terms that were given, standing for the subject, buying what it owes, an audit."""


class ReadingView(View, frozen=True):
    """A record by which a reader says that it has read.

    Attributes:
        late: whether it is dated after the consent was taken back.
    """

    entry: str
    time_ms: int
    level: Level
    late: bool


class ConsentView(View, frozen=True):
    """A consent.

    Attributes:
        subject: whom the reading is about, and who has given it.
        scope: what may be read: the report about the subject, or what is private of its records.
        until: the last day on which it may be used, in UTC.
        state: `ended`: that day has passed.
        given_ms, revoked_ms: by their records; `revoked_ms` is 0 until it is taken back, for `reason`.
        readings: the newest 200, the newest first; `count` is of all.
    """

    id: str
    subject: str
    subject_name: str
    reader: str
    reader_name: str
    scope: Literal["report", "records"]
    purpose: Purpose
    until: str
    says: str
    state: Literal["given", "revoked", "ended"]
    given_ms: int
    revoked_ms: int
    reason: str
    readings: list[ReadingView]
    count: int


class ConsentList(View, frozen=True):
    """What this member lets others read, and what others let it read; the newest first."""

    given: list[ConsentView]
    received: list[ConsentView]


class ReadingNoted(View, frozen=True):
    """What a report is read for, and under which consent.

    Attributes:
        purpose: what the look-up was noted for in the log; empty for a firm's report and for one's own.
        consent: None where the subject has given none that may be used today for that: then nothing was written.
        entry: the `access.receipt` of today, empty where it could not be signed.
        refused: the code of why not.
    """

    consent: ConsentView | None
    entry: str
    refused: str
    purpose: Purpose | Literal[""] = ""
