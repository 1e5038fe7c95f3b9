"""The standing of every record worked out from nothing but the set of entries, by the letter of docs/protocol.md.

Written to be obviously right and slow: every chain is walked entry by entry, every ballot is counted on every branch,
the book is folded until nothing changes. What it shares with the program is the rules of the book themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cohong.book.bodies import malformed_field
from cohong.book.fold import claim, latest, move, object_of, propose, version_moved
from cohong.book.objects import BookObject, Claim, Obligation
from cohong.book.rules import Question, Rules, is_known, reason_against
from cohong.book.transitions import MOVERS, level_needed
from cohong.ledger.memory_ledger import digest_of
from cohong.primitives.ballot import Ballot, ballot_from_body
from cohong.primitives.block import Block, Cut
from cohong.primitives.chain_messages import Final, Propose, chain_message_from_body
from cohong.primitives.charter import Genesis
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, decode_body, names_of
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import BALLOT, CHAIN_FINAL, CHAIN_PROPOSE, CREDIT_CLAIM, CREDIT_PROPOSE, is_record
from cohong.primitives.standing import EntryFact, Level, Record

YES, NO, HOLD = "yes", "no", "hold"


def body_of(entry: Entry) -> dict[str, Value] | None:
    """Return an entry's body, None if it is out of form."""
    assert entry.body_bytes is not None
    try:
        return decode_body(entry.body_bytes, entry.header.kind)
    except RemoteProtocolError:
        return None


def ballot_of(entry: Entry) -> Ballot:
    """Return what a ballot says; nothing if it is out of form."""
    body = body_of(entry)
    try:
        return ballot_from_body(body) if body is not None else Ballot()
    except RemoteProtocolError:
        return Ballot()


@dataclass
class Recount:
    """The entries of a network, with all that follows from them."""

    genesis: Genesis
    entries: dict[EntryId, Entry]
    facts: dict[EntryId, EntryFact] = field(default_factory=dict)
    bodies: dict[EntryId, dict[str, Value] | None] = field(default_factory=dict)
    places: dict[tuple[MemberId, int, EntryId], list[EntryId]] = field(default_factory=dict)
    words: dict[MemberId, dict[EntryId, set[str]]] = field(default_factory=dict)
    levels: dict[EntryId, Level] = field(default_factory=dict)
    applied: set[EntryId] = field(default_factory=set)
    objects: dict[ObjectId, BookObject] = field(default_factory=dict)
    anchored: set[EntryId] = field(default_factory=set)
    void: set[EntryId] = field(default_factory=set)
    off: set[EntryId] = field(default_factory=set)

    def standing(self) -> dict[EntryId, tuple[Level, bool]]:
        """Return the level and applied mark of every record."""
        return {entry: (level, entry in self.applied) for entry, level in self.levels.items()}

    def digest(self) -> str:
        """Return the state digest."""
        return digest_of(self.objects.values())


def recount(genesis: Genesis, entries: Iterable[Entry]) -> Recount:
    """Return the standing of all records among `entries`, which form whole feeds."""
    result = Recount(genesis, {entry.id: entry for entry in entries})
    result.bodies = {entry.id: body_of(entry) for entry in result.entries.values()}
    for entry in result.entries.values():
        result.facts[entry.id] = _fact(entry, result)
        place = (entry.header.author, entry.header.seq, entry.header.prev)
        result.places.setdefault(place, []).append(entry.id)
    records = [entry.id for entry in result.entries.values() if is_record(entry.header.kind)]
    for voter in genesis.charter.roster:
        result.words[voter] = _words(voter, records, result)
    _read_chain(result)
    by_votes = {record: _level_by_votes(record, result) for record in records}
    by_branch = {record: _level_among_branches(record, by_votes, result) for record in records}
    result.levels = {record: _level_among_rivals(record, by_branch, result) for record in records}
    _fold(records, result)
    return result


def _read_chain(result: Recount) -> None:
    """Note what final blocks anchor and make void, in a network whose roster never changes."""
    cuts: dict[MemberId, Cut] = {}
    for block in sorted(_final_blocks(result), key=lambda block: block.head.height):
        result.anchored |= set(block.lists.anchored)
        result.void |= set(block.lists.void)
        cuts |= {cut.author: cut for cut in block.lists.cut}
    for entry in result.entries.values():
        cut = cuts.get(entry.header.author)
        if cut is not None:
            lower, upper = sorted([(entry.header.seq, entry.id), (cut.seq, cut.id)])
            if lower[1] not in below(upper[1], result):
                result.off.add(entry.id)
    result.void |= result.off
    while more := {e for e in result.entries if e not in result.void and _names_of(e, result) & result.void}:
        result.void |= more


def _names_of(entry: EntryId, result: Recount) -> set[EntryId]:
    body = result.bodies[entry]
    is_named = body is not None and is_record(result.entries[entry].header.kind)
    return set(names_of(body)) if is_named and body is not None else set()


def _final_blocks(result: Recount) -> list[Block]:
    finals: dict[tuple[int, bytes], set[MemberId]] = {}
    blocks: dict[bytes, Block] = {}
    for entry in result.entries.values():
        body = result.bodies[entry.id]
        if entry.header.kind not in (CHAIN_PROPOSE, CHAIN_FINAL) or body is None:
            continue
        message = chain_message_from_body(entry.header.kind, body)
        if isinstance(message, Propose):
            blocks[message.block.id] = message.block
        elif isinstance(message, Final):
            finals.setdefault((message.iteration, message.block), set()).add(entry.header.author)
    voters = len(result.genesis.charter.roster)
    needed = voters // 2 + 1 if result.genesis.charter.final == "majority" else (2 * voters) // 3 + 1
    certified = {block for (_, block), signed in finals.items() if len(signed) >= needed}
    return [blocks[block] for block in sorted(certified)]


def _fact(entry: Entry, result: Recount) -> EntryFact:
    header, body = entry.header, result.bodies[entry.id]
    fact = EntryFact(entry.id, header.author, header.seq, header.prev, header.time_ms, header.height, header.kind)
    if body is None or not is_known(header.kind) or malformed_field(header.kind, body) is not None:
        return fact
    names = names_of(body)
    first = _fact(result.entries[names[0]], result) if names else None
    subject = object_of(fact, body, first)
    return EntryFact(
        entry.id, header.author, header.seq, header.prev, header.time_ms, header.height, header.kind,
        object=subject, moves=version_moved(fact, names),
    )  # fmt: skip


def below(entry: EntryId, result: Recount) -> list[EntryId]:
    """Return an entry and all that it follows, newest first."""
    chain = []
    while entry in result.entries:
        chain.append(entry)
        entry = result.entries[entry].header.prev
    return chain


# Votes.


def _words(voter: MemberId, records: list[EntryId], result: Recount) -> dict[EntryId, set[str]]:
    """Return all that a voter says of each record, on any branch of its feed."""
    feed = [entry for entry in result.entries.values() if entry.header.author == voter]
    followed = {entry.header.prev for entry in feed}
    total: dict[EntryId, set[str]] = {record: set() for record in records}
    for record in records:
        if result.entries[record].header.author == voter:
            total[record].add(YES)
    for tip in (entry for entry in feed if entry.id not in followed):
        for record, words in _words_on_branch(voter, tip.id, records, result).items():
            total[record] |= words
    return total


def _words_on_branch(voter: MemberId, tip: EntryId, records: list[EntryId], result: Recount) -> dict[EntryId, set[str]]:
    said: dict[EntryId, set[str]] = {}
    for record in records:
        said[record] = {YES} if result.entries[record].header.author == voter else set()
    for identity in reversed(below(tip, result)):
        if result.entries[identity].header.kind != BALLOT:
            continue
        ballot = ballot_of(result.entries[identity])
        for record, _ in ballot.no:
            if record in said:
                said[record].add(NO)
        for record in ballot.hold:
            if record in said and not said[record]:
                said[record].add(HOLD)
        for record in ballot.yes:
            if record in said:
                said[record].add(YES)
        for ack in ballot.ack:
            acked = result.entries[ack.id]
            if (acked.header.author, acked.header.seq) == (ack.author, ack.seq):
                for record in below(ack.id, result):
                    if record in said and not said[record]:
                        said[record].add(YES)
    return said


def _level_by_votes(record: EntryId, result: Recount) -> Level:
    if record in result.anchored or record in result.void:
        return Level.ANCHORED if record in result.anchored else Level.VOID
    voters = len(result.genesis.charter.roster)
    more_than_half = voters // 2 + 1
    more_than_two_thirds = (2 * voters) // 3 + 1
    final = more_than_half if result.genesis.charter.final == "majority" else more_than_two_thirds
    yes = sum(YES in result.words[voter][record] for voter in result.genesis.charter.roster)
    no = sum(NO in result.words[voter][record] for voter in result.genesis.charter.roster)
    level = Level.FINAL if yes >= final else Level.CONFIRMED if yes >= more_than_half else Level.WAITING
    needed = final if level_needed(result.entries[record].header.kind) is Level.FINAL else more_than_half
    if no < voters - needed + 1:
        return level
    return Level.CONTESTED if yes >= needed else Level.REJECTED


# Branches and rivals.


def _level_among_branches(record: EntryId, by_votes: dict[EntryId, Level], result: Recount) -> Level:
    level = by_votes[record]
    if level.is_settled:
        return level
    tied = False
    for point in below(record, result):
        header = result.entries[point].header
        siblings = [entry for entry in result.places[header.author, header.seq, header.prev] if entry not in result.off]
        if len(siblings) < 2:
            continue
        best = {sibling: _best_above(sibling, by_votes, result) for sibling in siblings}
        highest = max(best.values())
        if best[point] < highest:
            return Level.BEATEN
        tied |= highest > 0 and list(best.values()).count(highest) > 1
    return Level.CONTESTED if tied and level.stands else level


def _best_above(entry: EntryId, by_votes: dict[EntryId, Level], result: Recount) -> int:
    standing = [r for r, level in by_votes.items() if level.stands and entry in below(r, result)]
    return max((int(by_votes[r]) for r in standing), default=0)


def _level_among_rivals(record: EntryId, levels: dict[EntryId, Level], result: Recount) -> Level:
    version = result.facts[record].moves
    if version is None or not levels[record].stands or levels[record].is_settled:
        return levels[record]
    movers = [r for r in levels if result.facts[r].moves == version and levels[r].stands]
    first = [r for r in movers if not any(_is_earlier(other, r, result) for other in movers)]
    if record not in first:
        return Level.BEATEN
    highest = max((levels[r] for r in first if r != record), default=Level.WAITING)
    if highest > levels[record]:
        return Level.BEATEN
    return Level.CONTESTED if highest == levels[record] else levels[record]


def _is_earlier(one: EntryId, other: EntryId, result: Recount) -> bool:
    return one != other and one in below(other, result)


# The book.


def _fold(records: list[EntryId], result: Recount) -> None:
    """Apply what stands on what is applied until nothing changes."""
    charter = result.genesis.charter
    rules = Rules(frozenset(charter.roster), charter.currencies)
    versions: dict[EntryId, Obligation] = {}
    grown = True
    while grown:
        grown = False
        for entry in records:
            level, fact = result.levels[entry], result.facts[entry]
            if (
                entry in result.applied
                or not level.stands
                or level < level_needed(fact.kind)
                or not is_known(fact.kind)
            ):
                continue
            body = result.bodies[entry]
            names = names_of(body) if body is not None else ()
            if not result.applied.issuperset(names):
                continue
            record = Record(fact, body)
            version = versions.get(names[0]) if names else None
            question = Question(record, [result.facts[name] for name in names], version)
            if reason_against(question, rules) is None:
                result.applied.add(entry)
                _apply(record, version, versions, result)
                grown = True


def _apply(record: Record, version: Obligation | None, versions: dict[EntryId, Obligation], result: Recount) -> None:
    fact = record.fact
    if fact.kind == CREDIT_PROPOSE or fact.kind in MOVERS:
        made = propose(record) if version is None else move(version, record)
        assert version is None or result.objects[version.id].version == version.version, "no version moves twice"
        versions[fact.id] = result.objects[made.id] = made
    elif fact.kind == CREDIT_CLAIM:
        made_claim: Claim = claim(record)
        result.objects[made_claim.id] = made_claim
    else:
        said = latest(record)
        current = result.objects.get(said.id)
        if current is None or (not isinstance(current, Obligation | Claim) and current.seq < said.seq):
            result.objects[said.id] = said
