"""The ledger of one profile: what the rest of the program uses of this package.

The writer's connection is used by one thread at a time; the protocol asks its facts on it too. Views have a
connection of their own, and so have links that send entries, so that a long view does not hold them up: these may be
asked from any thread, and each answer is of one snapshot. Whatever a call is meant to change is durable when it
returns and undone when it raises.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Self, cast

from cohong.book.objects import BookObject, Claim
from cohong.ledger.ageing import AgeingViews
from cohong.ledger.anchored_tree import AnchoredTree
from cohong.ledger.anchored_views import AnchoredViews
from cohong.ledger.arrivals import Arrivals
from cohong.ledger.blocks import Blocks
from cohong.ledger.book_views import BookViews
from cohong.ledger.check import Checker, Healer, damaged_pages
from cohong.ledger.connection import Connection, new_file
from cohong.ledger.consents import ConsentViews
from cohong.ledger.covers import CoverViews
from cohong.ledger.debtor_lines import DebtorLines
from cohong.ledger.double_votes import DoubleVotes
from cohong.ledger.drafts import Drafts, LocalMarks
from cohong.ledger.entries import Entries
from cohong.ledger.errors import LedgerUnavailable
from cohong.ledger.facts import FactTable
from cohong.ledger.imports import Imports
from cohong.ledger.keys import Keys
from cohong.ledger.life_views import LifeViews
from cohong.ledger.lookups import LookUps, LookUpViews
from cohong.ledger.market_views import MarketViews
from cohong.ledger.member_list import MemberList
from cohong.ledger.member_views import MemberViews
from cohong.ledger.migrations import copy_file, create_tables, migrate
from cohong.ledger.news import News
from cohong.ledger.numbers import Numbers
from cohong.ledger.objects import Objects
from cohong.ledger.owed import Owed
from cohong.ledger.paid_days import PaidDays
from cohong.ledger.payable import Payable
from cohong.ledger.reader import Reader
from cohong.ledger.rounds import RoundViews
from cohong.ledger.schema import OF_ENTRIES
from cohong.ledger.settings import Settings
from cohong.ledger.standings import Votes
from cohong.ledger.tracing import Tracer
from cohong.ledger.withdrawal import Withdrawal
from cohong.primitives.entry import Entry
from cohong.primitives.ids import NO_ENTRY
from cohong.primitives.standing import Commit, Placed

SENDER_CACHE_KIB: Final = 8 * 1024


class Ledger:
    """One profile's encrypted memory."""

    def __init__(self, path: Path, key: bytes, writer: Connection) -> None:
        self._path, self._writer = path, writer
        self._reader = Reader(path, key)
        self._sender = Reader(path, key, cache_kib=SENDER_CACHE_KIB)
        self._numbers = numbers = Numbers(writer)
        self._entries = Entries(writer, numbers)
        self._objects = Objects(writer, numbers)
        self._objects.search.bring_up_to_date()
        self._settings = Settings(writer, numbers)
        self._drafts = Drafts(writer, numbers)
        self.together = writer.transaction
        # Each part documents what it answers. Bound here, a question costs no second call.
        self._bind_facts(FactTable(writer, numbers))
        self._bind_entries()
        self._bind_objects()
        self._bind_local()
        self._bind_sender(self._sender)
        self._bind_book_views(self._reader)
        self._bind_member_views(self._reader)
        self._bind_other_views(self._reader)

    def _bind_facts(self, facts: FactTable) -> None:
        self._votes = votes = Votes(self._writer, self._numbers, facts)
        self.fact, self.facts, self.ids_at, self.tree = facts.fact, facts.facts, facts.ids_at, facts.tree
        self.records, self.movers, self.about = facts.records, facts.movers, facts.about
        self.dependents, self.tips, self.unapplied = facts.dependents, facts.tips, facts.unapplied
        self.taken, self.count_between = facts.taken, facts.count_between
        self.unsettled_upto, self.to_anchor, self.rejected = facts.unsettled_upto, facts.to_anchor, facts.rejected
        self.count_to_anchor, self.first_unsettled = facts.count_to_anchor, facts.first_unsettled
        self.is_bodiless, self.bodiless, self.count_bodiless = facts.is_bodiless, facts.bodiless, facts.count_bodiless
        self.last_bodiless, self.lowest_open_height = facts.last_bodiless, facts.lowest_open_height
        self.said, self.unsettled_said, self.reach = votes.said, votes.unsettled_said, votes.reach
        self.said_with_reasons, self.proofs = votes.said_with_reasons, votes.proofs

    def _bind_entries(self) -> None:
        entries, self._blocks = self._entries, Blocks(self._writer, self._numbers)
        self.entry, self.ballots, self.entries_from = entries.entry, entries.ballots, entries.entries_from
        self.of_kinds, self.altered, self.whole_ballots = entries.of_kinds, entries.altered, entries.whole_ballots
        self.blocks, self.blocks_after = self._blocks.blocks, self._blocks.blocks_after
        self.newest_frontier, self.decided_by_block = self._blocks.newest_frontier, self._blocks.decided_by_block
        self.follow_keys = Keys(self._writer, self._numbers).follow
        withdrawal = Withdrawal(self._writer, self._numbers)
        self.withdraw, self.put_in_place = withdrawal.withdraw, withdrawal.put_in_place

    def _bind_objects(self) -> None:
        objects = self._objects
        self.object, self.limits, self.claims_of = objects.load, objects.limits, objects.claims_of
        self.name_of, self.learn_more_names = objects.name_of, objects.search.learn_more
        self.open_rounds, self.corrections_asked_by = objects.rounds.open_rounds, objects.objections.asked_by
        self.open_minor, self.to_answer = objects.obligations.open_minor, objects.obligations.to_answer

    def _bind_local(self) -> None:
        """Bind what never leaves the machine."""
        settings, drafts = self._settings, self._drafts
        self.get_setting, self.set_setting, self.answer_for = settings.get, settings.put, settings.answer_for
        self.settings_under, self.remove_setting = settings.under, settings.remove
        self.peers, self.put_peer = settings.peers, settings.put_peer
        self.add_drafts, self.edit_draft, self.count_drafts = drafts.add, drafts.edit, drafts.count
        self.drafts, self.remove_drafts, self.known_references = drafts.drafts, drafts.remove, drafts.known_references
        self.planned_receipts = drafts.planned_receipts
        lookups = LookUps(self._writer, self._numbers)
        self.note_lookup, self.drop_lookups, self.clear_lookups = lookups.note, lookups.drop_before, lookups.clear
        imports = Imports(self._writer, self._numbers)
        self.new_import, self.update_import, self.import_record = imports.new, imports.update, imports.one
        self.imports, self.undo_import, self.clear_import = imports.all, imports.undo, imports.clear
        self.add_problems, self.problems = imports.add_problems, imports.problems
        self.remembered_counterparties = imports.counterparties
        self.remember_counterparties = imports.remember_counterparties

    def _bind_sender(self, sender: Reader) -> None:
        self.read_from, self.check_entries = sender.read_from, Checker(sender).check_entries
        self.arrivals, self.tracer = Arrivals(sender), Tracer(sender)
        self.double_votes = DoubleVotes(sender, self.tracer)

    def _bind_book_views(self, reader: Reader) -> None:
        book, life = BookViews(reader), LifeViews(reader)
        self.one_state, self.object_view = reader.snapshot, book.object_view
        self.book_order, self.book_rows, self.book_counts = book.book_order, book.book_rows, book.book_counts
        self.obligation_view, self.history, self.summary = book.obligation_view, book.history, book.summary
        self.outbox, self.digest, self.counts, self.newest_ms = book.outbox, book.digest, book.counts, book.newest_ms
        self.life, self.disputes, self.corrections = life.life, life.disputes, life.corrections
        self.objections_to_answer, self.proposals_to_answer = life.to_answer, life.proposals_to_answer
        self.ageing, self.payable, self.paid_days = AgeingViews(reader).ageing, Payable(reader), PaidDays(reader)

    def _bind_member_views(self, reader: Reader) -> None:
        members = MemberViews(reader)
        self.search_members, self.member_cards = members.search_members, members.member_cards
        self.findable, self.names_of, self.member_facts = members.findable, members.names_of, members.member_facts
        self.profiles, self.member_list = members.members_with_profiles, MemberList(reader)
        self.debtor_lines, self.news, self.owed = DebtorLines(reader), News(reader), Owed(reader)
        self.lookups, self.consents_of = LookUpViews(reader), ConsentViews(reader).consents_of

    def _bind_other_views(self, reader: Reader) -> None:
        market, rounds, anchored = MarketViews(reader), RoundViews(reader), AnchoredViews(reader)
        self.board, self.bids, self.covers = market.board, market.bids, CoverViews(reader).covers
        self.rounds_in_scope, self.round_in_scope = rounds.rounds_in_scope, rounds.round_in_scope
        self.anchored_record, self.anchored_book = anchored.anchored_record, anchored.anchored_book
        self._anchored_tree = AnchoredTree(reader)
        self.inclusion_paths = self._anchored_tree.inclusion_paths
        self.final_blocks, self.height_of_block = anchored.final_blocks, anchored.height_of_block

    @classmethod
    def create(cls, path: Path, key: bytes) -> Self:
        """Make a new ledger at `path`, which does not exist yet, and open it.

        Raises:
            LedgerUnavailable: which see; no file is left behind.
        """
        new_file(path)
        try:
            writer = Connection(path, key, writer=True)
            try:
                create_tables(writer)
            except BaseException:
                writer.close()
                raise
        except BaseException:
            for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
                with contextlib.suppress(OSError):
                    path.with_name(name).unlink(missing_ok=True)
            raise
        return cls(path, key, writer)

    @classmethod
    def open(cls, path: Path, key: bytes) -> Self:
        """Open the ledger at `path`, bringing an older one to the newest version first.

        Raises:
            LedgerDamaged, LedgerTooNew, LedgerUnavailable: which see.
        """
        writer = Connection(path, key, writer=True)
        try:
            migrate(writer, path)
            return cls(path, key, writer)
        except BaseException:
            writer.close()
            raise

    def close(self) -> None:
        """Close the file. Nothing is lost if this is never called."""
        self._reader.close()
        self._sender.close()
        self._writer.close()

    def commit(self, commit: Commit, marks: LocalMarks | None = None) -> None:
        """Make one batch of changes durable, with what changes on this machine together with it.

        What is in `removed` goes before what is in `objects` comes.

        Raises:
            LedgerUnavailable: nothing of the batch was applied.
            LedgerDamaged: likewise; a page that it needs is damaged.
        """
        marks = marks or LocalMarks()
        objects = cast("list[BookObject]", commit.objects)
        with self._writer.transaction():
            ids = self._numbers.intern_ids(_ids_of(commit, objects, marks))
            self._entries.append(commit.append, ids)
            self._entries.put_bodies(commit.bodies)
            self._objects.note_appended(commit.append, ids)
            self._objects.remove(commit.removed, ids)
            self._objects.put(objects, ids)
            self._votes.put_standings(commit.standings, ids)
            self._votes.put_reach(commit.reach)
            self._votes.put_said(commit.said, ids)
            self._votes.put_proofs(commit.proofs)
            self._blocks.put(commit.blocks, ids)
            self._objects.objections.note_blocks(commit.blocks, ids)
            self._drafts.note(marks, ids)
            self._settings.put_answers(marks.keys)
            self._settings.put_many(marks.settings)

    def copy_to(self, path: Path) -> None:
        """Copy the file as it stands; it is the writer's call, and nobody else may have it open.

        Raises:
            LedgerUnavailable: which see; no copy is left behind.
        """
        if not self._writer.checkpoint():
            raise LedgerUnavailable("locked")
        copy_file(self._path, path)

    def begin_again(self) -> None:
        """Forget every entry, and all that follows from entries; what follows from none, drafts say, stays."""
        with self._writer.transaction():
            for table in OF_ENTRIES:
                self._writer.run(f"DELETE FROM {table}")
            self._writer.run("UPDATE counts SET entries = 0, records = 0, newest_ms = 0")
            self._entries.forget_networks()
        self._anchored_tree.forget()

    def drop_lost(self) -> None:
        """Forget what was planned for obligations that are not here any more."""
        with self._writer.transaction():
            for table in ("imported", "planned_receipts"):
                self._writer.run(f"DELETE FROM {table} WHERE object NOT IN (SELECT no FROM obligations)")

    def drop_bodies(self, entries: Sequence[Entry]) -> None:
        """Drop the bodies of entries that have nothing to say any more. It is the writer's call.

        Raises:
            LedgerUnavailable: all of them are as they were.
        """
        with self._writer.transaction():
            self._entries.drop_bodies(entries)

    def heal(self, entry: Entry) -> bool:
        """Put the right bytes of an entry, its signature verified by the caller, in the place of damaged ones.

        Returns False if the ledger does not hold the entry. It is the writer's call.
        """
        with self._writer.transaction():
            healed = Healer(self._writer, self._numbers, self._entries).heal(entry)
        # A damaged id may be remembered.
        self._numbers.forget()
        return healed

    def damaged_pages(self) -> list[str]:
        """Return what is wrong with pages of the file, as `check.damaged_pages` does. It is the writer's call."""
        return damaged_pages(self._writer)


def _ids_of(commit: Commit, objects: Iterable[BookObject], marks: LocalMarks) -> Iterator[bytes]:
    """Yield every id that the batch mentions; new entries in their order, so that their numbers are too."""
    for placed in commit.append:
        yield from _ids_of_entry(placed)
    for standing in commit.standings:
        yield standing.entry
    for said in commit.said:
        yield said.entry
    for item in objects:
        yield item.id
        yield item.version
        if isinstance(item, Claim):
            yield item.obligation
    yield from commit.removed
    for final in commit.blocks:
        yield from final.block.lists.anchored
        yield from final.block.lists.void
        yield from (ruling.dispute for ruling in final.decisions.disputes)
    yield from (subject for _, subject in marks.sent)
    yield from marks.receipts


def _ids_of_entry(placed: Placed) -> Iterator[bytes]:
    fact = placed.fact
    yield fact.id
    if fact.prev != NO_ENTRY:
        yield fact.prev
    if fact.object is not None:
        yield fact.object
    if fact.moves is not None:
        yield fact.moves
    yield from placed.names
