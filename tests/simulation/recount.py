"""The standing of every record worked out from nothing but the set of entries, by the letter of docs/protocol.md.

Written to be obviously right and slow: every chain is walked entry by entry, every ballot is counted on every branch,
the book is folded until nothing changes. What it shares with the program is the rules of the book themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from tests.simulation.chronicle import DAY_MS, Age, Chronicle

from cohong.book.bodies import malformed_field
from cohong.book.fold import Shelf, object_of, version_moved
from cohong.book.objects import BookObject, Obligation
from cohong.book.question import Circumstances, Lock, Question
from cohong.book.references import head_named, object_referred_to
from cohong.book.rounds import Round
from cohong.book.rules import is_known, reason_against
from cohong.book.transitions import CONSENTS, HEADED, RELIES_ON, level_needed
from cohong.ledger.memory_ledger import digest_of
from cohong.primitives.ballot import Ballot, ballot_from_body
from cohong.primitives.charter import Genesis
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry, decode_body, names_of
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import (
    BALLOT,
    DISPUTE_CLOSE,
    DISPUTE_OPEN,
    is_record,
)
from cohong.primitives.standing import EntryFact, Level, Record

YES, NO, HOLD = "yes", "no", "hold"


def body_of(entry: Entry) -> dict[str, Value] | None:
    """Return an entry's body, None if it is out of form, or a ballot's that came without it."""
    if entry.body_bytes is None:
        assert entry.header.kind == BALLOT, "any other entry needs its body"
        return None
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
    chain: Chronicle = field(init=False)
    words_by_epoch: list[dict[MemberId, dict[EntryId, set[str]]]] = field(default_factory=list)
    levels: dict[EntryId, Level] = field(default_factory=dict)
    applied: set[EntryId] = field(default_factory=set)
    objects: dict[ObjectId, BookObject] = field(default_factory=dict)
    anchored: set[EntryId] = field(default_factory=set)
    void: set[EntryId] = field(default_factory=set)
    off: set[EntryId] = field(default_factory=set)
    _below: dict[EntryId, tuple[EntryId, ...]] = field(default_factory=dict)

    @property
    def words(self) -> dict[MemberId, dict[EntryId, set[str]]]:
        """What the voters of today say of each record."""
        return self.words_by_epoch[-1]

    def epochs(self, record: EntryId) -> range:
        """Return the epochs in which a record could be voted on."""
        chain = self.chain
        return range(chain.epoch_at(self.entries[record].header.height), chain.newest.epoch + 1)

    def voted(self, record: EntryId, epoch: int) -> tuple[set[MemberId], set[MemberId]]:
        """Return who of an epoch's roster has approved and who has refused a record by its end."""
        words = self.words_by_epoch[epoch]
        yes, no = ({voter for voter, said in words.items() if word in said[record]} for word in (YES, NO))
        return yes, no

    def below(self, entry: EntryId) -> tuple[EntryId, ...]:
        """Return an entry and all that it follows, newest first."""
        if entry not in self.entries:
            return ()
        if entry not in self._below:
            self._below[entry] = (entry, *self.below(self.entries[entry].header.prev))
        return self._below[entry]

    def parts_of(self, obligation: ObjectId) -> list[Obligation]:
        """Return the obligations that were sold as parts of another."""
        return [item for item in self.objects.values() if isinstance(item, Obligation) and item.part_of == obligation]

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
    result.chain = Chronicle(genesis, result.entries, result.bodies)
    records = [entry.id for entry in result.entries.values() if is_record(entry.header.kind)]
    for epoch in range(result.chain.newest.epoch + 1):
        roster = result.chain.in_epoch(epoch).roster
        result.words_by_epoch.append({voter: _words(voter, epoch, records, result) for voter in roster})
    _read_blocks(records, result)
    by_votes = {record: _level_by_votes(record, result) for record in records}
    by_branch = {record: _level_among_branches(record, by_votes, result) for record in records}
    result.levels = {record: _level_among_rivals(record, by_branch, result) for record in records}
    _fold(records, result)
    return result


# What the blocks decide.


def _read_blocks(records: list[EntryId], result: Recount) -> None:
    """Note what final blocks anchor and make void, and what is void by them."""
    newest = result.chain.newest
    result.anchored = set(newest.anchored)
    result.off = {entry for entry in result.entries if _is_off(entry, result)}
    result.void = {record for record in records if record in newest.void | result.off or _is_late(record, result)}
    result.void -= result.anchored
    while more := {r for r in records if r not in result.void | result.anchored and _names(r, result) & result.void}:
        result.void |= more


def _is_off(entry: EntryId, result: Recount) -> bool:
    """Whether an entry lies off the branch of its feed's last cut, or above a fork of which no branch stands."""
    header, newest = result.entries[entry].header, result.chain.newest
    if header.seq >= newest.dead_from.get(header.author, header.seq + 1):
        return True
    cut = newest.cuts.get(header.author)
    if cut is None:
        return False
    lower, upper = (entry, cut.id) if header.seq <= cut.seq else (cut.id, entry)
    return lower in result.entries and upper in result.entries and lower not in result.below(upper)


def late_at(record: EntryId, result: Recount) -> int | None:
    """Return the height of the first block that makes a record late, None if there is none."""
    header = result.entries[record].header
    return result.chain.late_at(header.author, header.seq, header.height, _end_relied_on_ms(record, result))


def approved_before(height: int, record: EntryId, epoch: int, result: Recount) -> set[MemberId]:
    """Return who of an epoch's roster had approved a record before a block, by what they wrote at lower heights."""
    if result.entries[record].header.height >= height:
        return set()
    roster = result.chain.in_epoch(epoch).roster
    return {voter for voter in roster if YES in _words(voter, epoch, [record], result, below_height=height)[record]}


def _is_late(record: EntryId, result: Recount) -> bool:
    return late_at(record, result) is not None


def _end_relied_on_ms(record: EntryId, result: Recount) -> int | None:
    """Return until when what a record relies on holds: the proposal that it accepts, a consent, or a round."""
    relied_on = _relied_on(record, result)
    body = result.bodies[relied_on] if relied_on is not None and result.facts[relied_on].object is not None else None
    if body is None:
        return None
    day = datetime.fromisoformat(str(body["valid_until" if "valid_until" in body else "ends"])).replace(tzinfo=UTC)
    return int(day.timestamp()) * 1000 + DAY_MS


def _relied_on(record: EntryId, result: Recount) -> EntryId | None:
    subject, kind = result.facts[record].object, result.entries[record].header.kind
    if subject is None or kind not in RELIES_ON:
        return None
    body = result.bodies[record]
    assert body is not None, "a record about something is well-formed"
    candidate = names_of(body)[-1] if kind in CONSENTS else EntryId(subject)
    is_right = candidate in result.facts and result.facts[candidate].kind == RELIES_ON[kind]
    return candidate if is_right else None


def _names(record: EntryId, result: Recount) -> set[EntryId]:
    body = result.bodies[record]
    return set(names_of(body)) if body is not None else set()


def _fact(entry: Entry, result: Recount) -> EntryFact:
    header, body = entry.header, result.bodies[entry.id]
    fact = EntryFact(entry.id, header.author, header.seq, header.prev, header.time_ms, header.height, header.kind)
    if body is None or not is_known(header.kind) or malformed_field(header.kind, body) is not None:
        return fact
    named = [_fact(result.entries[name], result) for name in names_of(body)]
    subject = object_of(fact, body, named)
    return EntryFact(
        entry.id, header.author, header.seq, header.prev, header.time_ms, header.height, header.kind,
        object=subject, moves=version_moved(fact, named),
    )  # fmt: skip


# Votes.


def _words(
    voter: MemberId, epoch: int, records: list[EntryId], result: Recount, *, below_height: int | None = None
) -> dict[EntryId, set[str]]:
    """Return all that a voter says of each record up to the end of an epoch, on any branch of its feed."""
    feed = [entry for entry in result.entries.values() if entry.header.author == voter]
    followed = {entry.header.prev for entry in feed}
    total: dict[EntryId, set[str]] = {record: set() for record in records}
    for record in records:
        if result.entries[record].header.author == voter:
            total[record].add(YES)
    for tip in (entry for entry in feed if entry.id not in followed):
        ballots = [
            entry for identity in reversed(result.below(tip.id))
            if (entry := result.entries[identity]).header.kind == BALLOT and _counts(entry, epoch, result)
            and (below_height is None or entry.header.height < below_height)
        ]  # fmt: skip
        for record, words in _words_on_branch(voter, ballots, records, result).items():
            total[record] |= words
    return total


def _counts(ballot: Entry, epoch: int, result: Recount) -> bool:
    age = result.chain.ages[ballot.header.height]
    return age.epoch <= epoch and ballot.header.author in age.roster


def _words_on_branch(
    voter: MemberId, ballots: list[Entry], records: list[EntryId], result: Recount
) -> dict[EntryId, set[str]]:
    said: dict[EntryId, set[str]] = {}
    for record in records:
        said[record] = {YES} if result.entries[record].header.author == voter else set()
    for entry in ballots:
        ballot = ballot_of(entry)
        for record, _ in ballot.no:
            if record in said:
                said[record].add(NO)
        for record in ballot.hold:
            if record in said and not said[record]:
                said[record].add(HOLD)
        for record in ballot.yes:
            if record in said:
                said[record].add(YES)
        seated = result.chain.ages[result.chain.ages[entry.header.height].seated[voter]]
        for ack in ballot.ack:
            acked = result.entries[ack.id]
            if (acked.header.author, acked.header.seq) == (ack.author, ack.seq):
                for record in result.below(ack.id):
                    is_spoken_of = result.entries[record].header.seq > seated.cut_seq(ack.author)
                    if record in said and is_spoken_of and not said[record]:
                        said[record].add(YES)
    return said


def _level_by_votes(record: EntryId, result: Recount) -> Level:
    if record in result.anchored or record in result.void:
        return Level.ANCHORED if record in result.anchored else Level.VOID
    header = result.entries[record].header
    needed, level, is_rejected = level_needed(header.kind), Level.WAITING, False
    for epoch in result.epochs(record):
        if not result.chain.counts(epoch, header.author, header.seq):
            continue
        age = result.chain.in_epoch(epoch)
        yes, no = result.voted(record, epoch)
        if len(yes) >= age.final_size:
            level = Level.FINAL
        elif len(yes) >= age.confirmed_size:
            level = max(level, Level.CONFIRMED)
        size = age.final_size if needed is Level.FINAL else age.confirmed_size
        is_rejected |= len(no) >= len(age.roster) - size + 1
    if not is_rejected:
        return level
    return Level.CONTESTED if level.stands and level >= needed else Level.REJECTED


# Branches and rivals.


def _level_among_branches(record: EntryId, by_votes: dict[EntryId, Level], result: Recount) -> Level:
    level = by_votes[record]
    if level.is_settled:
        return level
    tied = False
    for point in result.below(record):
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
    standing = [r for r, level in by_votes.items() if level.stands and entry in result.below(r)]
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
    return one != other and one in result.below(other)


# The book.


def _fold(records: list[EntryId], result: Recount) -> None:
    """Apply what stands on what is applied until nothing changes."""
    shelf = Shelf(objects=result.objects)
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
            question = _question(Record(fact, body), shelf, result)
            if reason_against(question, result.chain.ages[fact.height].rules) is None:
                result.applied.add(entry)
                _check_once(question, result)
                shelf.fold(question)
                grown = True


def _question(record: Record, shelf: Shelf, result: Recount) -> Question:
    question = shelf.question(record)
    version, kind = question.version, record.fact.kind
    if not isinstance(version, Obligation) or (kind not in HEADED and version.locked_in is None):
        return question
    return replace(question, circumstances=_circumstances(record, version, result))


def _check_once(question: Question, result: Recount) -> None:
    version = question.version
    if question.record.fact.moves is not None and version is not None:
        assert result.objects[version.id].version == version.version, "no version moves twice"


def _circumstances(record: Record, obligation: Obligation, result: Recount) -> Circumstances:
    age = result.chain.ages[record.fact.height]
    debtor = age.rules.holder_of(obligation.terms.debtor)
    head = _head(record, result)
    notice = result.entries[obligation.notice].header if obligation.notice is not None else None
    with_notice = [
        earlier.time_ms for earlier in result.chain.ages[1 : age.height + 1]
        if notice is not None and earlier.cut_seq(notice.author) >= notice.seq
    ]  # fmt: skip
    is_read = head is not None and head.author == debtor and (
        debtor not in age.cuts or age.cuts[debtor].id in result.below(head.id)
    ) and (debtor in age.rules.members or head.seq <= age.cut_seq(debtor))  # fmt: skip
    return Circumstances(
        age.time_ms, with_notice[0] if with_notice else None, is_read,
        head is not None and is_read and _is_disputed(obligation, head.id, age, result),
        _lock(obligation, age, result),
    )  # fmt: skip


def _head(record: Record, result: Recount) -> EntryFact | None:
    kind, body = record.fact.kind, record.body
    if kind not in HEADED or body is None or malformed_field(kind, body) is not None:
        return None
    author, seq, head = head_named(body)
    fact = result.facts.get(head)
    return fact if fact is not None and (fact.author, fact.seq) == (author, seq) else None


def _lock(obligation: Obligation, age: Age, result: Recount) -> Lock:
    round_ = result.objects.get(obligation.locked_in) if obligation.locked_in is not None else None
    if not isinstance(round_, Round):
        return Lock.FREE
    day = datetime.fromisoformat(round_.ends).replace(tzinfo=UTC)
    over_ms = int(day.timestamp()) * 1000 + DAY_MS * (1 + age.charter.grace_days)
    after = [earlier for earlier in result.chain.ages[: age.height + 1] if earlier.time_ms > over_ms]
    if not after:
        return Lock.BOUND
    ends = [
        entry for entry, fact in result.facts.items()
        if fact.moves == EntryId(round_.id) and fact.author == round_.coordinator
        and fact.seq <= after[0].cut_seq(fact.author) and not result.levels[entry].has_failed
    ]  # fmt: skip
    return Lock.BOUND if ends else Lock.FREE


def _is_disputed(obligation: Obligation, head: EntryId, age: Age, result: Recount) -> bool:
    read = result.below(head)
    closed = {result.facts[entry].object for entry in read if result.facts[entry].kind == DISPUTE_CLOSE}
    return any(
        result.facts[entry].kind == DISPUTE_OPEN and result.facts[entry].object is not None
        and _referred_to(entry, result) == obligation.id
        and result.facts[entry].object not in closed and entry not in age.disputes_ruled
        for entry in read
    )  # fmt: skip


def _referred_to(entry: EntryId, result: Recount) -> ObjectId | None:
    return object_referred_to([result.facts[name] for name in names_of(result.bodies[entry] or {})])
