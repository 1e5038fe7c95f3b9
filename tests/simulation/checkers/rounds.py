"""Invariant 20 of netting rounds: each is fair, within bounds and the most there is, for all or none, and binds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tests.simulation.checkers.checker import Broken
from tests.simulation.checkers.past import Past

from cohong.book.circulation import Debt
from cohong.book.objects import BookObject, Obligation
from cohong.book.question import end_of_day_ms
from cohong.book.rounds import Round, RoundState
from cohong.book.transitions import MOVERS
from cohong.insight.netting import largest_set_offs
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import NETTING_ABORT, NETTING_AGREE, NETTING_APPLY, NETTING_JOIN
from cohong.primitives.standing import EntryFact


def check_rounds(past: Past, objects: Iterable[BookObject]) -> None:
    """Check every round.

    Raises:
        Broken: 20.
    """
    for fact in past.of(NETTING_APPLY):
        _check_result(fact, past)
    for fact in past.of(NETTING_JOIN):
        _check_consent(fact, past)
    ended = [fact.object for fact in past.of(NETTING_APPLY, NETTING_ABORT)]
    if len(ended) != len(set(ended)):
        raise Broken("20", "a round has ended twice")
    for fact in past.of(*MOVERS - {NETTING_APPLY, NETTING_ABORT}):
        if past.fact(past.names(fact.id)[0]).kind == NETTING_JOIN:
            _check_lapsed(fact, past.joined_round(past.names(fact.id)[0]), ended, past)
    found = list(objects)
    open_ = {item.id for item in found if isinstance(item, Round) and item.state is RoundState.OPEN}
    for item in found:
        if isinstance(item, Obligation) and item.locked_in is not None and item.locked_in not in open_:
            raise Broken("20", f"obligation {item.id.hex()[:8]} is bound to a round that is over")
        if isinstance(item, Obligation):
            _check_set_off(item, past)


def _check_result(fact: EntryFact, past: Past) -> None:
    round_, *joins = past.names(fact.id)
    set_offs, owed = past.sums(fact.id, "set_offs"), [past.owed([join]) for join in joins]
    if fact.author != past.acting(past.fact(round_).author, fact):
        raise Broken("20", "a round is ended by its coordinator")
    if any(past.joined_round(join) != round_ for join in joins) or len({item.id for item in owed}) < len(owed):
        raise Broken("20", f"result {fact.id.hex()[:8]} sets off what is not in its round, or something twice")
    balances = Counter[MemberId]()
    for item, minor in zip(owed, set_offs, strict=True):
        if not 0 <= minor <= item.outstanding:
            raise Broken("20", f"result {fact.id.hex()[:8]} takes off {minor} of {item.outstanding}")
        balances.update({past.acting(item.debtor, fact): minor})
        balances.subtract({past.acting(item.holder, fact): minor})
    if any(balances.values()):
        raise Broken("20", f"result {fact.id.hex()[:8]} changes somebody's net position")
    debts = [Debt(past.acting(item.debtor, fact), past.acting(item.holder, fact), item.outstanding) for item in owed]
    if sum(set_offs) != sum(largest_set_offs(debts)):
        raise Broken("20", f"result {fact.id.hex()[:8]} is not the most there is")


def _check_consent(join: EntryFact, past: Past) -> None:
    """Check that the holder has joined, with just what the debtor has agreed to bring."""
    *version, round_, consent = past.names(join.id)
    owed, agreed = past.owed(version), past.names(consent)
    is_brought = any(list(agreed[at : at + len(version)]) == version for at in range(1, len(agreed)))
    if past.fact(consent).kind != NETTING_AGREE or agreed[0] != round_ or not is_brought:
        raise Broken("20", f"{join.id.hex()[:8]} joins with what was not brought into the round")
    if past.fact(consent).author != past.acting(owed.debtor, past.fact(consent)):
        raise Broken("20", f"{join.id.hex()[:8]} joins with what its debtor has not brought")


def _check_lapsed(mover: EntryFact, round_: EntryId, ended: list[ObjectId | None], past: Past) -> None:
    """Check that whoever moves what takes part in a round does so after the round has lapsed."""
    if ObjectId(round_) in ended:
        raise Broken("20", f"{mover.id.hex()[:8]} moves what the end of a round has moved")
    if mover.time_ms < end_of_day_ms(str(past.body(round_)["ends"])):
        raise Broken("20", f"{mover.id.hex()[:8]} moves what a round still binds")


def _check_set_off(item: Obligation, past: Past) -> None:
    """Check that an obligation has lost just what results take off it, all of them or none."""
    joins = [join.id for join in past.of(NETTING_JOIN) if join.object == item.id]
    total = sum(past.set_off(end.id, join) for end in past.of(NETTING_APPLY) for join in joins)
    if total != item.set_off_minor:
        raise Broken("20", f"of obligation {item.id.hex()[:8]} {item.set_off_minor} was set off, not {total}")
