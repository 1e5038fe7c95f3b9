"""What hostile members do with what is owed: sell it twice, move what was moved, use consents for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.adversary import Adversary, part_of
from tests.simulation.dealings import Dealing, Held, dealing, misled
from tests.simulation.feeds import terms
from tests.simulation.operations.dealing import AGREED_MS, write_about
from tests.simulation.operations.trading import answer_by

from cohong.book.objects import BookObject, Obligation, ObligationState
from cohong.book.question import day_of
from cohong.book.transitions import MOVERS
from cohong.primitives.encoding import Value
from cohong.primitives.entry import Entry
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import CREDIT_ASSIGN, CREDIT_PROPOSE, OFFER_BUY, is_record
from cohong.protocol.heads import BRANCHES_MAX

if TYPE_CHECKING:
    from tests.simulation.run import Run

TRIES = 12
"""So often something is drawn that this very member may write."""

MISLED_SHARE = 0.3
STALE_SHARE = 0.2
NOBODY: frozenset[MemberId] = frozenset()


def deal(run: Run) -> bool:
    """Write a record about what stands: such as it may, or by whom it may not, with names that are out of place."""
    adversary, shelf = run.draw_adversary(), _shelf(run)
    drawn = _drawn(run, adversary, shelf) if adversary is not None and shelf is not None else None
    if adversary is None or shelf is None or drawn is None:
        return False
    _write(run, adversary, _perhaps_misled(run, drawn, shelf), run.draw_end(adversary))
    return True


def move_twice(run: Run) -> bool:
    """Move one version by two records: in turn, or on two branches of the feed, each shown to some."""
    adversary, shelf = run.draw_adversary(), _shelf(run)
    if adversary is None or shelf is None or len(adversary.tips()) >= BRANCHES_MAX:
        return False
    one = _drawn(run, adversary, shelf, movers_only=True)
    other = _drawn(run, adversary, shelf, movers_only=True)
    if one is None or other is None:
        return False
    _write_both(run, adversary, one, Dealing(adversary.id, other.kind, {**other.body, "names": one.body["names"]}))
    return True


def sell_twice(run: Run) -> bool:
    """Sell a receivable to two buyers, or by one offer twice: in turn, or on two branches, each shown to some."""
    adversary, shelf = run.draw_adversary(), _shelf(run)
    if adversary is None or shelf is None or len(adversary.tips()) >= BRANCHES_MAX:
        return False
    offered = _offered(adversary, shelf)
    if not offered:
        _lend(run, adversary)
        offered = _offered(adversary, shelf)
    if not offered:
        return False
    item, offers = run.chance.choice(offered)
    sales = [_sale(item, run.chance.choice(offers), shelf) for _ in range(2)]
    _write_both(run, adversary, *sales)
    return True


def _lend(run: Run, adversary: Adversary) -> None:
    """Let somebody owe a hostile member something, and two others want to buy it."""
    machine, after = run.draw_up(), run.draw_end(adversary)
    if machine is None:
        return
    fields = terms(machine.id, adversary.id, run.chance.randint(2, 900), f"L-{len(adversary.written)}")
    time_ms = max(run.timeline.now_ms, after.header.time_ms if after is not None else 0)
    adversary.write(CREDIT_PROPOSE, fields, after=after, time_ms=time_ms)
    run.pause(AGREED_MS)
    answer_by(run, machine)
    run.pause(AGREED_MS)
    for buyer in [other for other in run.up() if other is not machine][:2]:
        write_about(run, buyer, OFFER_BUY, lambda item, rules: _is_held_by(item, adversary))
    run.pause(AGREED_MS)


def _is_held_by(item: BookObject, adversary: Adversary) -> bool:
    return isinstance(item, Obligation) and item.holder == adversary.id and item.state is ObligationState.ACTIVE


def _offered(adversary: Adversary, shelf: Held) -> list[tuple[Obligation, list[EntryId]]]:
    held = [item for item in shelf.objects() if isinstance(item, Obligation) and item.holder == adversary.id]
    return [(item, offers) for item in held if (offers := _for_today(shelf, item))]


def _for_today(shelf: Held, item: Obligation) -> list[EntryId]:
    """Return the offers to buy an obligation as it stands."""
    version = list(item.named_by or (item.version,))
    offers = shelf.said(OFFER_BUY, item.id)
    return [offer for offer, body in offers if body["names"] == version]


def _sale(item: Obligation, offer: EntryId, shelf: Held) -> Dealing:
    names: list[Value] = [*(item.named_by or (item.version,)), offer]
    return Dealing(item.holder, CREDIT_ASSIGN, {"names": names, "heads": shelf.head(item.terms.debtor)})


def _write_both(run: Run, adversary: Adversary, one: Dealing, other: Dealing) -> None:
    after = run.draw_end(adversary)
    if run.chance.random() < 0.4:
        _write(run, adversary, other, _write(run, adversary, one, after))
        return
    some = part_of(run.machines, run.chance)
    _write(run, adversary, one, after, hidden=some)
    _write(run, adversary, other, after, hidden=frozenset(run.honest) - some)


def _shelf(run: Run) -> Held | None:
    machine = run.draw_up()
    return Held(machine.disk, machine.desk.replica) if machine is not None and machine.desk is not None else None


def _drawn(run: Run, adversary: Adversary, shelf: Held, *, movers_only: bool = False) -> Dealing | None:
    """Return a record that is for this member to write, if one comes up; else one that is not, by it."""
    today = day_of(run.timeline.now_ms)
    for _ in range(TRIES):
        drawn = dealing(run.chance, shelf, run.partners, today)
        if drawn is None or (drawn.author == adversary.id and (drawn.kind in MOVERS or not movers_only)):
            return drawn
    return None if movers_only else dealing(run.chance, shelf, run.partners, today, author=adversary.id)


def _perhaps_misled(run: Run, drawn: Dealing, shelf: Held) -> Dealing:
    draw = run.chance.random()
    if draw < MISLED_SHARE:
        return misled(drawn, [entry.id for entry in _records(run)[-30:]], run.chance)
    if draw < MISLED_SHARE + STALE_SHARE:
        return _stale(run, drawn, shelf)
    return drawn


def _stale(run: Run, drawn: Dealing, shelf: Held) -> Dealing:
    """Return a record about another version of what it is about, or about what somebody tried to make one."""
    names = drawn.body["names"]
    assert isinstance(names, list), "every dealing names something"
    first = shelf.replica.workspace.known(EntryId(names[0]))  # type: ignore[arg-type]  # names are ids
    others = shelf.replica.workspace.about(first.object) if first.object is not None else []
    if not others:
        return drawn
    renamed: list[Value] = [run.chance.choice(others).fact.id, *names[1:]]
    return Dealing(drawn.author, drawn.kind, {**drawn.body, "names": list(dict.fromkeys(renamed))})


def _records(run: Run) -> list[Entry]:
    written = run.writings.seen(run.writings.values())
    return [entry for entry in written if is_record(entry.header.kind)]


def _write(
    run: Run, adversary: Adversary, dealt: Dealing, after: Entry | None, *, hidden: frozenset[MemberId] = NOBODY
) -> Entry:
    """Write a record at a time and a height that the entries which it points to allow."""
    names, heads = dealt.body["names"], dealt.body.get("heads")
    assert isinstance(names, list), "every dealing names something"
    ids = {*names, *(head[2] for head in heads if isinstance(head, list))} if isinstance(heads, list) else {*names}
    pointed = [entry for entry in run.writings.values() if entry.id in ids] + ([after] if after is not None else [])
    time_ms = max([run.timeline.now_ms, *(entry.header.time_ms for entry in pointed)])
    height = max([run.height(adversary), *(entry.header.height for entry in pointed)])
    return adversary.write(dealt.kind, dealt.body, after=after, hidden=hidden, time_ms=time_ms, height=height)
