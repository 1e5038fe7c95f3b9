"""Consents and what was read under them, as tables for a person."""

from typing import Final

from cohong.api.views import ConsentList, ConsentView, ReadingNoted
from cohong.cli.output import moment, print_table, short_id

PURPOSES: Final[dict[str, str]] = {
    "terms": "to decide on terms",
    "review": "to review terms given",
    "guarantee": "to stand for it",
    "purchase": "to buy what it owes",
    "audit": "for an audit",
}


def tell_consents(found: ConsentList) -> None:
    """Print the consents that were given and received."""
    print_table(
        ["Consent", "Of", "Lets read", "What", "What for", "Until", "State", "Read"],
        [
            [
                item.id, *_sides(item), item.scope, purpose_words(item.purpose), item.until, state_words(item),
                str(item.count),
            ]
            for item in (*found.given, *found.received)
        ],
        right=("Read",),
    )  # fmt: skip


def tell_readings(found: ConsentList) -> None:
    """Print who has read about whom, the newest first."""
    readings = [(reading, item) for item in (*found.given, *found.received) for reading in item.readings]
    print_table(
        ["Read at", "By", "About", "What for", "Consent", ""],
        [
            [
                moment(reading.time_ms), *reversed(_sides(item)), purpose_words(item.purpose), item.id,
                "after it was taken back" if reading.late else "",
            ]
            for reading, item in sorted(readings, key=lambda pair: -pair[0].time_ms)
        ],
    )  # fmt: skip


def purpose_words(purpose: str) -> str:
    """Return what something is read for; a purpose of a newer node as it is."""
    return PURPOSES.get(purpose, purpose)


def state_words(item: ConsentView) -> str:
    """Return how a consent stands."""
    if item.state == "revoked":
        return f"taken back {moment(item.revoked_ms)}"
    return "ended" if item.state == "ended" else "in force"


def reading_sentence(noted: ReadingNoted) -> str:
    """Return what a report was read for and under which consent, empty where there is nothing to be said of that."""
    item = noted.consent
    if item is None and noted.purpose:
        for_what = purpose_words(noted.purpose)
        return (
            f"It is a person and has given you no consent for this. Noted on this machine: you look it up {for_what}."
        )
    if item is None:
        return ""
    reader = f"It lets you read this {purpose_words(item.purpose)}, until {item.until}."
    if not noted.entry:
        return f"{reader} That you have read it could not be recorded now ({noted.refused})."
    return f"{reader} That you have read it is recorded, and it sees that."


def _sides(item: ConsentView) -> tuple[str, str]:
    return item.subject_name or short_id(item.subject), item.reader_name or short_id(item.reader)
