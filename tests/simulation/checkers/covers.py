"""Invariant 20 of guarantees and pools: nobody pays beyond its cap, pools keep to their rule, who has paid is owed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from tests.simulation.checkers.checker import Broken
from tests.simulation.checkers.past import Past

from cohong.book.guarantees import Guarantee, Pool
from cohong.book.objects import BookObject, Obligation
from cohong.book.question import day_of
from cohong.primitives.ids import EntryId, ObjectId
from cohong.primitives.kinds import (
    CREDIT_SUBROGATE,
    GUARANTEE_CALL,
    GUARANTEE_PAY,
    POOL_CLAIM,
    POOL_DRAW,
    POOL_PLEDGE,
)
from cohong.primitives.standing import EntryFact


def check_covers(past: Past, objects: Iterable[BookObject]) -> None:
    """Check every guarantee and pool.

    Raises:
        Broken: 20.
    """
    for fact in past.of(GUARANTEE_CALL, POOL_CLAIM):
        _check_demand(fact, past)
    for fact in past.of(GUARANTEE_PAY):
        _check_payment(fact, past)
    for fact in past.of(POOL_DRAW):
        _check_draw(fact, past)
    answered = [past.names(fact.id)[1] for fact in past.of(GUARANTEE_PAY, POOL_DRAW)]
    used = [past.names(fact.id)[-1] for fact in past.of(CREDIT_SUBROGATE)]
    if len(answered) != len(set(answered)) or len(used) != len(set(used)):
        raise Broken("20", "one demand is answered twice, or one payment used twice")
    found = {item.id: item for item in objects}
    for fact in past.of(CREDIT_SUBROGATE):
        _check_place(fact, past, found)
    for item in found.values():
        _check_figures(item, past)


def _check_demand(demand: EntryFact, past: Past) -> None:
    cover, *version = past.names(demand.id)
    owed, amount = past.owed(version), past.amount(demand.id)
    if not owed.is_in_default or not 0 < amount <= owed.outstanding:
        raise Broken(
            "20", f"{demand.id.hex()[:8]} asks for {amount} of {owed.outstanding}, or before there is a default"
        )
    if demand.author != past.acting(owed.holder, demand):
        raise Broken("20", f"{demand.id.hex()[:8]} asks for what is owed to somebody else")
    if demand.kind == POOL_CLAIM:
        return
    grant = _begun(cover, past)
    if demand.author != past.acting(past.member(grant, "beneficiary"), demand):
        raise Broken("20", f"{demand.id.hex()[:8]} calls a guarantee that was given to somebody else")
    if owed.debtor != past.member(grant, "debtor") or day_of(demand.time_ms) > str(past.body(grant)["until"]):
        raise Broken("20", f"{demand.id.hex()[:8]} calls a guarantee of something else, or that is over")


def _begun(version: EntryId, past: Past) -> EntryId:
    """Return what began the guarantee or pool of which something is a version."""
    return [version, *past.earlier(version)][-1]


def _check_payment(paid: EntryFact, past: Past) -> None:
    call, before = past.names(paid.id)[1], list(past.earlier(paid.id))
    total = past.amount(paid.id) + sum(past.amount(entry) for entry in before[:-1])
    if total > past.amount(before[-1], "cap"):
        raise Broken("20", f"guarantee {before[-1].hex()[:8]} pays {total}, above its cap")
    if past.amount(paid.id) > past.amount(call) or _begun(past.names(call)[0], past) != before[-1]:
        raise Broken("20", f"{paid.id.hex()[:8]} pays more than was called, or on another guarantee")
    if paid.author != past.acting(past.fact(before[-1]).author, paid):
        raise Broken("20", f"{paid.id.hex()[:8]} pays for somebody else")


def _check_draw(draw: EntryFact, past: Past) -> None:
    """Check a draw against the rule: first loss, concentration, caps, shares by proportion; and that it is the most."""
    before, names = list(past.earlier(draw.id)), past.names(draw.id)
    pledges = [name for name in names if past.fact(name).kind == POOL_PLEDGE]
    amount, shares, loss = past.amount(draw.id), past.sums(draw.id, "shares"), past.amount(names[1])
    debtor = past.owed(past.names(names[1])[1:]).debtor
    drawn, for_debtor = Counter[EntryId](), 0
    for earlier in before[:-1]:
        drawn.update(_shares(earlier, past))
        is_for = past.owed(past.names(past.names(earlier)[1])[1:]).debtor == debtor
        for_debtor += past.amount(earlier) if is_for else 0
    caps = [past.amount(pledge, "cap") for pledge in pledges]
    left = [cap - drawn[pledge] for cap, pledge in zip(caps, pledges, strict=True)]
    if any(_begun(past.names(pledge)[0], past) != before[-1] for pledge in pledges):
        raise Broken("20", f"draw {draw.id.hex()[:8]} is on what was pledged elsewhere")
    if any(day_of(draw.time_ms) > str(past.body(pledge)["until"]) for pledge in pledges):
        raise Broken("20", f"draw {draw.id.hex()[:8]} is on a pledge that is over")
    if draw.author != past.acting(past.fact(before[-1]).author, draw):
        raise Broken("20", f"draw {draw.id.hex()[:8]} is not the keeper's")
    most = min(Fraction(4 * loss, 5), Fraction(sum(caps), 10) - for_debtor, Fraction(sum(left)))
    if not amount <= most < amount + 1:
        raise Broken("20", f"draw {draw.id.hex()[:8]} of {amount} where the rule gives {most}")
    if sum(shares) != amount or any(not 0 <= share <= most for share, most in zip(shares, left, strict=True)):
        raise Broken("20", f"shares of draw {draw.id.hex()[:8]} are not {amount} in all, or beyond a pledge")
    due = [Fraction(amount * item, sum(left)) for item in left]
    beyond = [share - part for share, part in zip(shares, due, strict=True)]
    # Nobody is a whole unit off, and none is rounded up while another one, of a larger remainder, is rounded down.
    if max(map(abs, beyond)) >= 1 or max(beyond) - min(beyond) > 1:
        raise Broken("20", f"shares of draw {draw.id.hex()[:8]} are not in proportion")


def _shares(draw: EntryId, past: Past) -> dict[EntryId, int]:
    pledges = [name for name in past.names(draw) if past.fact(name).kind == POOL_PLEDGE]
    return dict(zip(pledges, past.sums(draw, "shares"), strict=True))


def _check_place(fact: EntryFact, past: Past, objects: dict[ObjectId, BookObject]) -> None:
    """Check that whoever has paid for an obligation stands in the holder's place for exactly that."""
    *version, paid = past.names(fact.id)
    before, minor = past.owed(version), past.amount(paid)
    demanded = past.names(past.names(paid)[1])[1:]
    if demanded != tuple(version) or minor > before.outstanding:
        raise Broken("20", f"{paid.hex()[:8]} was paid for something else, or is more than is owed")
    part = objects.get(ObjectId(paid))
    is_part = isinstance(part, Obligation) and part.part_of == before.id and part.terms.amount_minor == minor
    if is_part != (minor < before.outstanding):
        raise Broken("20", f"by {fact.id.hex()[:8]} somebody is owed something else than the {minor} that it has paid")
    if past.acting(past.fact(paid).author, fact) == past.acting(before.debtor, fact):
        raise Broken("20", f"by {fact.id.hex()[:8]} somebody owes itself")


def _check_figures(item: BookObject, past: Past) -> None:
    """Check that a guarantee or pool says of itself what its records say."""
    if isinstance(item, Guarantee):
        paid = [fact.id for fact in past.of(GUARANTEE_PAY) if fact.object == item.id]
        shown = (item.paid_minor, item.cap_minor, sorted(item.answered))
        counted = (sum(map(past.amount, paid)), past.amount(EntryId(item.id), "cap"))
        if shown != (*counted, sorted(past.names(entry)[1] for entry in paid)) or item.left_minor < 0:
            raise Broken("20", f"guarantee {item.id.hex()[:8]} does not add up")
    if isinstance(item, Pool):
        draws = [fact.id for fact in past.of(POOL_DRAW) if fact.object == item.id]
        drawn = Counter[EntryId]()
        for draw in draws:
            drawn.update(_shares(draw, past))
        is_all = sum(map(past.amount, draws)) == sum(minor for _, minor in item.by_debtor)
        if dict(item.drawn) != {ObjectId(pledge): minor for pledge, minor in drawn.items()} or not is_all:
            raise Broken("20", f"pool {item.id.hex()[:8]} does not add up")
