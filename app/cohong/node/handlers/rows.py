"""From the ledger's rows to the API's views."""

from collections.abc import Mapping, Sequence

from cohong.api.views import Amount, HistoryItem, ObligationRow, Vote, VoterLine, VotesBar
from cohong.book.transitions import level_needed
from cohong.ledger.book_views import BookRow, HistoryEntry
from cohong.node.desk import Desk
from cohong.node.levels import LEVELS
from cohong.p2p.network import PeerState
from cohong.primitives import standing
from cohong.primitives.charter import Charter
from cohong.primitives.encoding import Value
from cohong.primitives.entry import names_of
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.standing import EntryFact, Said
from cohong.protocol.quorum import level_size, strength


def obligation_rows(rows: Sequence[BookRow], desk: Desk) -> list[ObligationRow]:
    """Return the Book's lines with the votes counted so far. On the engine's thread."""
    return [_row(row, desk) for row in rows]


def _row(row: BookRow, desk: Desk) -> ObligationRow:
    yes, no = (0, 0) if row.newest is None else map(len, votes_on(desk, row.newest)[1:])
    return ObligationRow(
        object=row.id.hex(),
        reference=row.reference,
        side=row.side,
        debtor=row.debtor.hex(),
        debtor_name=row.debtor_name,
        creditor=row.creditor.hex(),
        creditor_name=row.creditor_name,
        counterparty=row.counterparty.hex(),
        counterparty_name=row.counterparty_name,
        currency=row.currency,
        amount_minor=row.amount_minor,
        outstanding_minor=row.outstanding_minor,
        issued=row.issued,
        due=row.due,
        days_late=row.days_late,
        state=row.state,
        level="draft" if row.level is None else LEVELS[row.level],
        signed=yes,
        against=no,
        voters=len(desk.replica.lineage.charter.roster),
        changed_ms=row.changed_ms,
        open_claim_minor=row.open_claim_minor,
        marks=list(row.marks),
    )


def votes_on(desk: Desk, entry: EntryId) -> tuple[Charter, set[MemberId], set[MemberId]]:
    """Return the electorate that decides on a record, who of it approved and who refused. On the engine's thread."""
    return desk.replica.standings.votes(desk.replica.workspace.known(entry))


def vote_of(voter: MemberId, yes: set[MemberId], no: set[MemberId], said: Said) -> Vote:
    """Return the word for a voter's vote; who holds a record and has not decided since is in neither set."""
    if voter in yes:
        return "both" if voter in no else "yes"
    return "no" if voter in no else "hold" if Said.HOLD in said else "none"


def votes_bar(fact: EntryFact, desk: Desk, peers: Sequence[PeerState]) -> VotesBar:
    """Return the votes on one record, every voter listed. On the engine's thread."""
    charter, yes, no = votes_on(desk, fact.id)
    said = desk.ledger.said_with_reasons(fact.id)
    seen = {MemberId(peer.member): peer for peer in peers}
    lines = []
    for voter in charter.roster:
        word, reason = said.get(voter, (Said.NOTHING, ""))
        vote = vote_of(voter, yes, no, word)
        peer = seen.get(voter)
        connected = voter == desk.me or (peer is not None and peer.connected)
        lines.append(
            VoterLine(
                voter=voter.hex(),
                name=desk.ledger.name_of(voter),
                vote=vote,
                reason=reason,
                connected=connected,
                last_seen_ms=0 if peer is None or connected else peer.since_ms,
                me=voter == desk.me,
            )
        )
    return VotesBar(
        entry=fact.id.hex(),
        level=LEVELS[fact.level],
        yes=len(yes),
        no=len(no),
        hold=sum(line.vote == "hold" for line in lines),
        voters=len(charter.roster),
        majority_at=level_size(standing.Level.CONFIRMED, charter),
        final_at=level_size(standing.Level.FINAL, charter),
        strength=strength(len(yes), level_needed(fact.kind), charter),
        lines=lines,
    )


def history_item(item: HistoryEntry, desk: Desk) -> HistoryItem:
    """Return one entry of an obligation's history with the votes counted so far. On the engine's thread."""
    fact = item.fact
    charter, yes, no = votes_on(desk, fact.id)
    said = desk.ledger.said_with_reasons(fact.id)
    return HistoryItem(
        entry=fact.id.hex(),
        kind=fact.kind,
        author=fact.author.hex(),
        author_name=desk.ledger.name_of(fact.author),
        seq=fact.seq,
        time_ms=fact.time_ms,
        level=LEVELS[fact.level],
        yes=len(yes),
        no=len(no),
        hold=sum(Said.HOLD in word and Said.YES not in word and Said.NO not in word for word, _ in said.values()),
        strength=strength(len(yes), level_needed(fact.kind), charter),
        fields=shown_fields(item.body),
        object=fact.object.hex() if fact.object is not None else "",
        names=[name.hex() for name in names_of(item.body)] if item.body is not None else [],
        no_reasons=sorted({reason for word, reason in said.values() if Said.NO in word}),
        peers=desk.exchange.holders(fact.author, fact.seq) if fact.author == desk.me else 0,
        anchored=fact.level is standing.Level.ANCHORED,
    )


def shown_fields(body: Mapping[str, Value] | None) -> dict[str, object]:
    """Return what a record says, as JSON can have it."""
    return {name: _shown(value) for name, value in (body or {}).items() if name not in ("salt", "names")}


def _shown(value: Value) -> object:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list):
        return [_shown(item) for item in value]
    if isinstance(value, dict):
        return {name: _shown(item) for name, item in value.items()}
    return value


def amounts(sums: Mapping[str, int]) -> list[Amount]:
    """Return sums by currency."""
    return [Amount(currency=currency, minor=minor) for currency, minor in sorted(sums.items())]


def mean_milli(total: int, count: int) -> int:
    """Return total / count in thousandths, rounded half up; -1 for no count."""
    return (2000 * total + count) // (2 * count) if count else -1
