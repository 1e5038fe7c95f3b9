"""All that the engine's thread works with: the replica, its ledger, and who is asked for what."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.ledger.connection import unavailable
from cohong.ledger.errors import EntryDamaged
from cohong.ledger.ledger import Ledger
from cohong.node.automation import Automation
from cohong.node.block_wishes import BlockWishes
from cohong.node.chain_cheats import CHEATS_SETTING, Caught, decode_caught
from cohong.node.company import Company
from cohong.node.hand_over import (
    CLOSED_SETTING,
    HANDED_OVER,
    OTHER_DEVICE,
    TAKEN_SETTING,
    TAKEN_TWICE,
    TO_SETTING,
    TWICE_SETTING,
    head_of_setting,
    head_setting,
    why_closed,
)
from cohong.node.head_file import EMPTY_SEQ, HeadFile, OwnHead, is_restored
from cohong.node.joining import INVITERS_BLOCK_SETTING, inviters_block
from cohong.node.left_mark import LeftMark
from cohong.primitives.charter import Genesis
from cohong.primitives.entry import Entry
from cohong.primitives.fork_proof import ForkProof
from cohong.primitives.ids import NO_ENTRY, BlockId, MemberId
from cohong.primitives.standing import Placed
from cohong.protocol.catch_up import CatchUp, Halt
from cohong.protocol.clocks import ClockFault, fault_of
from cohong.protocol.exchange import Exchange
from cohong.protocol.frames import BLOCKS_BYTES, FRAME_BYTES_MAX, encode_frame
from cohong.protocol.greeting import TELL_ALL_MAX
from cohong.protocol.replica import Pen, Replica
from cohong.protocol.withdrawal import withdrawable

DAMAGED: Final = "damaged"
RIVAL: Final = "rival"
"""What has been written here does not follow from what another run has written."""

TAKING_OVER: Final = "taking-over"
"""The pen comes from another device, and the own feed is not here to its end yet."""

HERE_ONLY: Final = "here-only"
"""Some of the own records are with no other member yet."""

OTHER_CHAIN: Final = "other-chain"
"""Others hold a chain that is not that of whoever has invited this member: it is not taken."""

MEMBER: Final = "member"
"""Who stands otherwise with the network reads, and writes nothing."""

HEALING_MS: Final = 10_000
"""How long after one entry has been healed others may still come; they are asked for every three seconds."""


@dataclass(frozen=True, slots=True)
class WrittenAgain:
    """What has become of own entries that were taken back (`cohong.node.dated_ahead`) since the node started.

    Attributes:
        written: records and words that were written again.
        drafted: proposals that are drafts again, since the rules refuse them now.
        dropped: (kind, why) of what else was not written again.
    """

    written: int = 0
    drafted: int = 0
    dropped: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Desk:
    """One unlocked profile in one network. Used by one thread at a time.

    Attributes:
        contacts: members that an invitation names: let in for as long as this node's member is not one itself.
        visitors: number of the link of each key of an open invitation: whoever holds it may leave one join, no more.
        to_visitors: visitors that are to be told that their invitation has let in somebody else.
        is_refused: whether a member that the invitation names has said so to us.
        links: number of each neighbour's link.
        damaged: (author, seq) of entries that have been found altered.
        is_stuck: whether the rules have met an altered entry, or one has been healed, so that what is in memory is not
            to be relied on: until it is set up anew, this desk heals and answers, and takes in nothing else.
        healed_ms: when an entry was last healed, None if none was.
        remembered: what the head file said when the profile was opened, None where there was none.
        noted: what the head file says.
        released: how far the own feed may leave the machine (`cohong.node.head_file` has the order of work).
        left: how far it may have left, by the ledger's own note.
        may_sign: whether standing orders may be carried out: not while the profile is locked.
        counters: refusals by code since the start.
        now_ms: when the last batch was worked off.
        held_elsewhere: how far some other node is known to hold the own feed durably.
        clock_fault: what was wrong with this machine's clock when it was last compared with others, None for nothing.
        company: whether the others have been heard since the node was last alone.
        rival_seq: where another run of this member has written what does not follow from an own entry here that has
            never left: the first such place, None for none. That entry stays here, or the feed would be forked.
        closed: code of why this device does not have the pen, empty where it does.
        host: key that this node's links are under: the member's, or the device's own while another has the pen.
        caught: voters that have said two things about a block.
        taken: where another device has handed the pen over, until this one has got there.
        put_off: whose feeds nobody is asked for, since the day's quota of them is here.
        again: what has become of entries dated far ahead that were taken back.
    """

    me: MemberId
    ledger: Ledger
    head_file: HeadFile
    replica: Replica
    exchange: Exchange
    catch_up: CatchUp
    automation: Automation
    left: LeftMark
    may_sign: Callable[[], bool] = lambda: True
    contacts: frozenset[MemberId] = frozenset()
    visitors: dict[MemberId, int] = field(default_factory=dict)
    to_visitors: list[MemberId] = field(default_factory=list)
    is_refused: bool = False
    links: dict[MemberId, int] = field(default_factory=dict)
    damaged: set[tuple[MemberId, int]] = field(default_factory=set)
    is_stuck: bool = False
    healed_ms: int | None = None
    remembered: OwnHead | None = None
    noted: OwnHead | None = None
    released: int = EMPTY_SEQ
    healed: list[tuple[MemberId, int]] = field(default_factory=list)
    held_elsewhere: int = -1
    clock_fault: ClockFault | None = None
    company: Company = field(default_factory=Company)
    rival_seq: int | None = None
    closed: str = ""
    host: MemberId | None = None
    taken: OwnHead | None = None
    caught: set[Caught] = field(default_factory=set)
    counters: dict[str, int] = field(default_factory=dict)
    again: WrittenAgain = field(default_factory=WrittenAgain)
    now_ms: int = 0
    put_off: frozenset[MemberId] = frozenset()
    _halt_told: str = ""

    @property
    def members(self) -> frozenset[MemberId]:
        """Whoever is a member today; the founders too, while an earlier network's chain is not here to its end."""
        lineage = self.replica.lineage
        return lineage.members if lineage.is_whole else lineage.members.union(lineage.genesis.charter.roster)

    def may_link(self, key: MemberId) -> bool:
        """Return whether a key may have a link with this node: a member, an observer, or that of an open invitation."""
        if self.closed and self.host in (None, self.me):
            return False  # links under the member's key are those of who has the pen
        people = self.replica.people
        is_visitor = key in people.open_keys(self.now_ms, self.members) or self.is_shut_out(key)
        return self._is_let_in(key) or is_visitor

    def is_shut_out(self, key: MemberId) -> bool:
        """Return whether somebody is none of us and has asked in by what has let another one in: it is told so."""
        lineage = self.replica.lineage
        return not lineage.was_member(key) and self.replica.people.is_shut_out(key, lineage.seats)

    def _is_let_in(self, key: MemberId) -> bool:
        lineage = self.replica.lineage
        if lineage.was_member(key) or not lineage.is_whole:
            # Whoever was expelled stays out, even if it came in as an observer once.
            return key in self.members
        if key in self.replica.people.observers(self.members):
            return True
        if self.replica.people.devices.owner(key, self.members) is not None:
            return True
        return key in self.contacts and self.me not in self.members

    def is_visitor(self, key: MemberId) -> bool:
        """Return whether a key that has a link is that of an invitation only: it is told nothing of the network."""
        return not self._is_let_in(key)

    def joins(self) -> list[Entry]:
        """Return all joins, for a neighbour that does not know of some newcomers."""
        entries = (self.replica.workspace.entry(identity) for identity in sorted(self.replica.people.joins))
        return [entry for entry in entries if entry is not None]

    def hand_over_blocks(self, peer: MemberId, height: int) -> None:
        """Send a neighbour the final blocks above a height, with the motions that they list."""
        finals = self.ledger.blocks_after(height, BLOCKS_BYTES)
        while finals:
            frame = self.replica.to_hand_over(finals)
            if frame is None:
                return
            if len(encode_frame(frame)) <= FRAME_BYTES_MAX:
                self.exchange.outgoing.append((peer, frame))
                return
            # Many motions: half of the blocks now, the rest when they are asked for.
            finals = finals[: len(finals) // 2]

    def block_at(self, height: int) -> BlockId:
        """Return the id of the block at a height that is held."""
        lineage = self.replica.lineage
        if lineage.begun_by(height) == height:
            return BlockId(lineage.genesis_at(height).network)
        return self.ledger.blocks_after(height - 1, 1)[0].block.id

    def is_author(self, member: MemberId) -> bool:
        """Return whether somebody's entries are taken: a member, one that was, or one that has asked to join."""
        return is_author(self.replica, member)

    @property
    def is_own_feed_damaged(self) -> bool:
        """Whether an own entry has been altered on this machine: nothing is built on it until it is healed."""
        return any(author == self.me for author, _ in self.damaged)

    @property
    def standing(self) -> str:
        """How this member stands with the network, as NodeStatus says it."""
        lineage = self.replica.lineage
        if self.me in lineage.members:
            return MEMBER
        if lineage.was_member(self.me):
            return "gone"
        if self.me in self.replica.people.observers(lineage.members):
            return "observer"
        return "refused" if self.is_refused or self.is_shut_out(self.me) else "asked"

    @property
    def may_write(self) -> bool:
        """Whether own entries may be written: the own feed is known to its end, and whole, and the clock is right."""
        if not self.replica.lineage.is_member(self.me, self.replica.lineage.height):
            return False
        is_known = not self.catch_up.active and not self.is_stuck and not self.is_own_feed_damaged
        is_free = not self.closed and self.taken is None and self.rival_seq is None
        is_free = is_free and not self.replica.chain.is_foreign
        return self.is_begun_here and is_known and is_free and self.clock_fault is None

    @property
    def is_begun_here(self) -> bool:
        """Whether the chain is here up to its network, and the own feed as far as the chain has cut it."""
        lineage = self.replica.lineage
        return lineage.is_whole and self.replica.heads.seq(self.me) >= lineage.cut_seq(self.me)

    @property
    def halt(self) -> str:
        """Code of what keeps own entries from being written, beside a wrong clock; empty for nothing."""
        if self.closed:
            return self.closed
        if self.replica.chain.is_foreign:
            return OTHER_CHAIN
        if self.rival_seq is not None:
            return RIVAL
        if self.taken is not None and self.catch_up.halt in (Halt.NONE, Halt.RESTORED):
            return TAKING_OVER
        if self.catch_up.active:
            return self.catch_up.halt.value
        if not self.is_begun_here:
            return Halt.RESTORED.value
        return DAMAGED if self.is_stuck or self.is_own_feed_damaged else ""

    def has_halted_otherwise(self) -> bool:
        """Return whether that has changed since this was last asked."""
        before, self._halt_told = self._halt_told, self.halt
        return before != self._halt_told

    @property
    def may_write_unasked(self) -> bool:
        """Whether votes and standing orders may be written: not while the others are about to be heard."""
        return self.may_write and self.company.expects_nobody(self.now_ms)

    def look_around(self) -> None:
        """Take note of who is there: their clocks, and how far they hold the own feed."""
        self.compare_clocks()
        told = {peer for peer, neighbour in self.exchange.neighbours.items() if neighbour.is_told}
        voters = told.intersection(self.catch_up.others())
        is_enough = len(voters) >= self.catch_up.needed()
        self.company.look(self.now_ms, is_company=bool(told), is_enough=is_enough)

    def compare_clocks(self) -> None:
        """Compare this machine's clock with all neighbours'; with nobody there, what was found last holds."""
        offsets_ms = self._clock_offsets_ms()
        if offsets_ms:
            self.clock_fault = fault_of(offsets_ms)

    def _clock_offsets_ms(self) -> list[int]:
        return [item.clock_offset_ms for item in self.exchange.neighbours.values() if item.greeted]

    @property
    def may_send(self) -> bool:
        """Whether own entries may leave the machine: the others have been heard, and the clock is as theirs."""
        if self.clock_fault is not None or not self._clock_offsets_ms():
            return False
        return self.company.is_heard

    @property
    def gone(self) -> int:
        """How far the own feed may have left this machine, by all that is known here."""
        noted = [head.seq for head in (self.noted, self.remembered) if head is not None]
        return max(self.left.gone, self.released, self.held_elsewhere, *noted, EMPTY_SEQ)

    def note_copies(self) -> None:
        """Count all of the own feed as having left where another copy of this profile may hold it.

        Raises:
            LedgerUnavailable: which see.
        """
        has_copy = self.catch_up.halt in (Halt.RESTORED, Halt.COPY, Halt.ELSEWHERE) or self.rival_seq is not None
        if has_copy:
            self.left.note_copied(self.replica.heads.seq(self.me))

    def note_written(self, placed: Sequence[Placed], own: Sequence[Entry]) -> list[tuple[str, bytes]]:
        """Return what the ledger is to note together with a commit: whether its own entries may leave at once.

        Args:
            placed: all entries of the commit.
            own: those of them that are written here; own ones that came from somebody else have left before.
        """
        ids = {entry.id for entry in own}
        ours = [item.fact for item in placed if item.fact.author == self.me]
        gone = [fact.seq for fact in ours if self.may_send or fact.id not in ids]
        self.left.raise_to(max(gone, default=EMPTY_SEQ))
        return self.left.settings()

    def note_head(self, *, for_file: bool = False) -> None:
        """Note how far the own feed has come, and let it leave the machine so far; not while `may_send` is false.

        Args:
            for_file: it leaves in a file that its user asks for: where nobody is connected there is no clock to compare
                with, and only one that has been found wrong keeps it here.

        Raises:
            LedgerUnavailable: the head file cannot be written; nothing that is new in the own feed may be sent.
        """
        head = self.replica.heads.head(self.me)
        if head is None or self.rival_seq is not None:
            return
        if self.closed:
            self._release_what_is_shown()
            return
        if not (self.may_send or (for_file and self.clock_fault is None)):
            return
        if withdrawable(self.replica, self.gone, self.now_ms):
            return  # it is written again first (`cohong.node.dated_ahead`)
        own = OwnHead(head.seq, head.id)
        if own != self.noted and not self.catch_up.active:
            if self.is_own_feed_damaged:
                return  # its last id may be what is damaged
            try:
                self.head_file.write(own)
            except OSError as error:
                raise unavailable(error) from error
            self.noted = own
        halt, own_seq = self.catch_up.halt, self.replica.heads.seq(self.me)
        if halt is Halt.NONE:
            self._release(own_seq)
        elif halt is Halt.RESTORED and not self.catch_up.claims(own_seq):
            # What had not left when the copy was made may have been taken back since, and something else sent.
            self._release(max(self.released, min(own_seq, max(self.left.seq, self.held_elsewhere))))

    def renew_head_file(self) -> None:
        """Write again what the head file says: whether it can be written shows before anybody is there to send to.

        Raises:
            LedgerUnavailable: it cannot.
        """
        try:
            if self.noted is not None:
                self.head_file.write(self.noted)
        except OSError as error:
            raise unavailable(error) from error

    def _release_what_is_shown(self) -> None:
        """Pass on of the own feed what others hold: a profile put back from a backup may have what has never left."""
        for peer in sorted(self.links):
            self.hear_own_head(peer)
        self._release(min(max(self.released, self.held_elsewhere), self.replica.heads.seq(self.me)))

    def _release(self, seq: int) -> None:
        self.left.note(seq)
        if seq > self.released:
            self.exchange.note_grown([self.me])
        self.released = self.exchange.released = seq

    def link_up(self, peer: MemberId, link: int, now_ms: int) -> None:
        """Take up a neighbour's newest link; what was to be sent on an earlier one goes with it."""
        if peer in self.links:
            self.link_down(peer, self.links[peer], now_ms)
        if self.is_visitor(peer):
            self.visitors[peer] = link
            if self.is_shut_out(peer):
                self.to_visitors.append(peer)
            return
        self.links[peer] = link
        self.exchange.link_up(peer, self.proofs(), now_ms)

    def link_down(self, peer: MemberId, link: int, now_ms: int) -> None:
        """Let a neighbour's link go, unless a newer one has taken its place."""
        if self.visitors.get(peer) == link:
            del self.visitors[peer]
        if self.links.get(peer) != link:
            return
        del self.links[peer]
        self.exchange.outgoing = [item for item in self.exchange.outgoing if item[0] != peer]
        self.exchange.asked = [item for item in self.exchange.asked if item[0] != peer]
        self.exchange.link_down(peer, now_ms)
        self.catch_up.lose(peer, self.replica.heads.seq(self.me))

    def wants(self, entry: Entry) -> bool:
        """Return whether an entry's signature is worth verifying: it is new here, or ours has been damaged."""
        if self.is_stuck:
            return (entry.header.author, entry.header.seq) in self.damaged
        if not self.is_author(entry.header.author):
            return True
        if (entry.header.author, entry.header.seq) in self.damaged:
            return True
        return self.replica.is_news(entry)

    def heal(self, entry: Entry, now_ms: int) -> bool:
        """Put back the right bytes of an entry that had been damaged; its signature has been verified."""
        place = (entry.header.author, entry.header.seq)
        if place not in self.damaged or not self.ledger.heal(entry):
            return False
        self.damaged.discard(place)
        self.healed.append(place)
        self.is_stuck, self.healed_ms = True, now_ms
        return True

    def has_healed(self, now_ms: int) -> bool:
        """Return whether entries were healed and no more of them are coming: then all is to be read anew."""
        if self.healed_ms is None:
            return False
        return not self.damaged or now_ms - self.healed_ms >= HEALING_MS

    def knows_fork(self, proof: ForkProof) -> bool:
        """Return whether a fork at or below this proof's place is known already."""
        return self.replica.heads.is_known_fork(proof.author, proof.seq, proof.first.header.prev)

    def proofs(self) -> Iterable[ForkProof]:
        """Return the proofs that a new neighbour is told."""
        return [proof for proof, _ in self.ledger.proofs()]

    def open_proofs(self) -> list[ForkProof]:
        """Return the proofs of the lowest open fork of each feed."""
        return [proof for proof in self.proofs() if proof.seq == self.replica.heads.fork_seq(proof.author)]

    def hear_own_head(self, peer: MemberId) -> None:
        """Take note of how far a neighbour holds our own feed."""
        neighbour = self.exchange.neighbours.get(peer)
        if neighbour is None or not neighbour.is_told:
            return
        tips, own_seq = neighbour.tips.get(self.me, ()), self.replica.heads.seq(self.me)
        held = [tip.seq for tip in tips if self.exchange.holds(peer, tip)]
        self.held_elsewhere = max(self.held_elsewhere, *held, -1)
        if self.closed:
            return  # what another device has written is no sign of anything
        # What is not held here is more than what is, also at a place where something else is held.
        claimed = neighbour.seq(self.me) if len(held) == len(tips) else max(neighbour.seq(self.me), own_seq + 1)
        self.catch_up.hear(peer, claimed, own_seq)

    def settle_catch_up(self) -> None:
        """End catching up if everything is known: not by the word of an earlier network's voters."""
        if self.catch_up.active and self.replica.lineage.is_whole:
            for peer in sorted(self.links):
                self.hear_own_head(peer)
            self.catch_up.settle(self.replica.heads.seq(self.me), self.now_ms)

    def close(self, device: bytes = b"") -> OwnHead:
        """Give the pen away at the present head; durable before it returns. Closed already, it stays where it is.

        Args:
            device: key of the device that is to have it, empty for a new one.

        Raises:
            ApiError: not now: something keeps the own feed from being known, or some of it is here only.
            LedgerUnavailable: the disk refused; nothing is written here all the same.
        """
        head, closed = self.replica.heads.head(self.me), head_of_setting(self.ledger.get_setting(CLOSED_SETTING))
        if closed is not None:
            if (self.ledger.get_setting(TO_SETTING) or b"") != device:
                raise ApiError(ApiErrorCode.BUNDLE_REFUSED, OTHER_DEVICE)
            return closed
        if not self.may_write or head is None:
            raise ApiError(ApiErrorCode.CATCHING_UP, self.halt)
        if self.held_elsewhere < head.seq:
            raise ApiError(ApiErrorCode.RULE, HERE_ONLY)
        own = OwnHead(head.seq, head.id, is_closed=True)
        self.closed = HANDED_OVER
        self.ledger.set_setting(TO_SETTING, device)
        self.ledger.set_setting(CLOSED_SETTING, head_setting(own))
        try:
            self.head_file.write(own)
        except OSError as error:
            raise unavailable(error) from error
        self.noted = own
        return own

    def claim_pen(self) -> None:
        """Take up the pen that another device has handed over, once the own feed is known to its end."""
        if self.taken is None or self.closed or self.catch_up.active:
            return
        own_seq = self.replica.heads.seq(self.me)
        if own_seq > self.taken.seq:
            self.closed = TAKEN_TWICE
            self.ledger.set_setting(TWICE_SETTING, b"1")
        elif self.taken.id == NO_ENTRY or self.replica.workspace.fact(self.taken.id) is not None:
            self.ledger.set_setting(TAKEN_SETTING, b"")
            self.taken = None

    def screen(self, entries: Sequence[Entry], peer: MemberId) -> list[Entry]:
        """Return those of a neighbour's good entries that are taken in, and look at own ones among them.

        An own one that is new here was written by another run of this member. One that is a rival of an entry which
        has never left this machine is not taken in: it would show the two as a fork, and the pen stays down.
        """
        taken: list[Entry] = []
        for entry in entries:
            if entry.header.author == self.me and self.replica.workspace.fact(entry.id) is None:
                if self.catch_up.halt is not Halt.RESTORED and not self.closed:
                    self.catch_up.note_other(peer, is_run=False)
                if self._has_kept_rival(entry):
                    seq = entry.header.seq
                    self.rival_seq = seq if self.rival_seq is None else min(seq, self.rival_seq)
                    continue
            taken.append(entry)
        return taken

    def _has_kept_rival(self, entry: Entry) -> bool:
        """Whether another own entry is held at a place, and has never left this machine."""
        seq = entry.header.seq
        gone = max(self.released, self.held_elsewhere, self.noted.seq if self.noted is not None else EMPTY_SEQ)
        return seq > gone and bool(self.replica.workspace.ids_at(self.me, seq))

    def mind_quotas(self, now_ms: int) -> None:
        """Stop asking for the feeds of which the day's quota is here, and go on with those of which there is room."""
        put_off = self.replica.quotas.put_off
        for author in sorted(put_off - self.put_off):
            self.exchange.put_off(author)
        if self.put_off - put_off:
            self.exchange.consider_again(now_ms)
        self.put_off = put_off

    def ask_for_damaged(self) -> None:
        """Ask the neighbours for what has been altered here."""
        for author, seq in sorted(self.damaged):
            self.exchange.want_again(author, seq)


def is_author(replica: Replica, member: MemberId) -> bool:
    """Return whether a replica takes somebody's entries; its own too, before it knows itself to be a member."""
    return replica.lineage.was_member(member) or replica.people.has_joined(member) or member == replica.me


def set_up_desk(
    genesis: Genesis, pen: Pen, ledger: Ledger, head_file: HeadFile, tell_all_max: int = TELL_ALL_MAX
) -> Desk:
    """Return the desk as the ledger has it; one that does not match the head file begins by catching up."""
    ledger.altered.clear()
    replica = Replica(genesis, pen, ledger)
    me, heads = pen.member, replica.heads
    exchange = Exchange(
        me, replica.lineage, lambda author: is_author(replica, author), replica.workspace, heads, tell_all_max,
        lambda author: author in replica.quotas.put_off,
    )  # fmt: skip
    catch_up = CatchUp(me, replica.lineage)
    remembered = head_file.read()
    at_remembered = ledger.ids_at(me, remembered.seq) if remembered is not None else ()
    closed = why_closed(ledger, remembered)
    if not closed and is_restored(remembered, heads.seq(me), at_remembered):
        catch_up.begin()
        if replica.lineage.is_whole:
            catch_up.settle(heads.seq(me))
    automation = Automation(me, ledger, replica.workspace, BlockWishes(me, replica))
    automation.load()
    left = LeftMark.of_ledger(ledger, heads.seq(me))
    desk = Desk(
        me, ledger, head_file, replica, exchange, catch_up, automation, left, remembered=remembered, closed=closed
    )
    desk.noted = remembered if remembered is not None and remembered.id in (NO_ENTRY, *at_remembered) else None
    if closed:
        desk.released = exchange.released = EMPTY_SEQ
    elif remembered is not None and not catch_up.active:
        desk.released = exchange.released = remembered.seq
    desk.taken = head_of_setting(ledger.get_setting(TAKEN_SETTING))
    chain = replica.chain
    chain.known = inviters_block(ledger.get_setting(INVITERS_BLOCK_SETTING))
    if chain.known is not None and chain.known[0] <= replica.lineage.height:
        chain.is_foreign = not chain.is_known(chain.known[0], desk.block_at(chain.known[0]))
    desk.caught = decode_caught(ledger.get_setting(CHEATS_SETTING))
    if desk.taken is not None and not closed:
        catch_up.begin()
    desk.damaged |= _damaged_head(replica, ledger, me) | ledger.altered
    desk.is_stuck = bool(ledger.altered)
    others = [voter for voter in replica.lineage.charter.roster if voter != me]
    desk.held_elsewhere = max((replica.tally.reach(me, voter) for voter in others), default=-1)
    return desk


def _damaged_head(replica: Replica, ledger: Ledger, me: MemberId) -> set[tuple[MemberId, int]]:
    """Look at the one entry that the next own one will point to: nobody would take what follows on a wrong id."""
    head = replica.heads.head(me)
    try:
        if head is not None:
            ledger.entry(head.id)
    except EntryDamaged:
        assert head is not None, "only what is there is damaged"
        return {(me, head.seq)}
    return set()
