"""`cohong audit`: the whole book counted again from the signed entries, and what differs."""

from typing import Final

import typer

from cohong.api.errors import ApiError, ApiErrorCode, ExitCode
from cohong.api.views import AuditDifference, AuditStatus
from cohong.cli.following import followed
from cohong.cli.node_client import NodeClient
from cohong.cli.output import print_facts, print_line, print_table, short_id
from cohong.cli.session import session_of

WHAT: Final = {
    "content": "altered: its parts do not hash to its id",
    "signature": "its author has not signed it",
    "place": "it has no place in its feed, or what it points to is not here",
    "level": "its level does not follow from the votes",
    "applied": "it is part of the book and should not be, or the other way round",
    "fields": "what the ledger notes of it is not what it says",
    "said": "a vote on it is noted wrongly",
    "reach": "how far this voter has signed is noted wrongly",
    "object": "the object in the book is not what the records make of it",
    "block": "the charter chain has another length or other blocks",
    "fork": "a fork in this feed is not proven or not noted",
}
DOING: Final = {"count": "Counting", "compare": "Comparing"}


def audit(context: typer.Context) -> None:
    """Count the whole book again from the signed entries, and compare. Ends with 1 if anything differs."""
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        begun: AuditStatus = node.ask("audit.start")
        status = followed(node, begun, _words, job="audit")
    if status.state == "failed":
        raise ApiError(ApiErrorCode(status.error), status.detail)
    session.answer(status, lambda: _tell(status))
    if status.different or status.state != "done":
        raise typer.Exit(ExitCode.REFUSED)


def _words(status: AuditStatus) -> str:
    return f"{DOING.get(status.doing, status.doing)}: {status.done:,} of {status.total:,}" if status.doing else ""


def _tell(status: AuditStatus) -> None:
    if status.state != "done":
        print_line("The audit was stopped.")
        return
    print_line(
        f"Counted again from {status.entries:,} signed entries in {status.took_ms / 1000:.1f} s: "
        f"{status.signatures:,} signatures, {status.records:,} records, {status.ballots:,} ballots."
    )
    print_facts(
        [
            ("Records", f"level and place in the book of each of {status.records:,}"),
            ("Votes", f"{status.ballots:,} ballots; how far each voter has signed, in {status.reaches:,} pairs"),
            ("Dropped ballots", f"{status.dropped:,}, decided by blocks: their voters' reach is not compared"),
            ("Objects", f"{status.objects:,}, each with its state"),
            ("Blocks", f"{status.blocks:,} of the charter chain"),
            ("Fork proofs", f"{status.proofs:,}"),
            ("Digest kept", status.digest_kept),
            ("Digest counted", status.digest_counted),
        ]
    )
    print_line("")
    if not status.different:
        print_line("Nothing differs.")
        return
    print_line(f"{status.different:,} things differ:")
    print_table(
        ["Entry or object", "Author", "Place", "What differs", "Kept", "Counted"],
        [_row(item) for item in status.differences],
        right=("Place",),
    )
    if status.different > len(status.differences):
        print_line(f"… and {status.different - len(status.differences):,} more.")
    if any(item.what in ("content", "signature") for item in status.differences):
        print_line("Altered entries are fetched again from the others while the node runs; what rests on them follows.")


def _row(item: AuditDifference) -> list[str]:
    return [
        short_id(item.entry) or "–",
        item.author_name or short_id(item.author) or "–",
        str(item.seq) if item.seq >= 0 else "–",
        WHAT.get(item.what, item.what),
        item.kept or "–",
        item.counted or "–",
    ]
