"""Netting rounds: announced, agreed to, joined, and ended with a result or without one."""

from typing import Final

from tests.simulation.dealings import Dealing
from tests.simulation.undertakings.scene import Scene, names_said, nearly

from cohong.book.circulation import Debt
from cohong.book.objects import OWED, Obligation
from cohong.book.rounds import Round, RoundState
from cohong.insight.netting import largest_set_offs
from cohong.node.writing import reference_to
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId
from cohong.primitives.kinds import NETTING_ABORT, NETTING_AGREE, NETTING_ANNOUNCE, NETTING_APPLY, NETTING_JOIN

ROUNDS_MAX: Final = 2
"""So many are enough at once: what is about one of them is worth more than another one."""


def announce(scene: Scene) -> Dealing | None:
    """Announce a round, of what is due by some day."""
    owed, rounds = scene.obligations(*OWED), _open_rounds(scene)
    if not owed or len(rounds) >= ROUNDS_MAX or (rounds and scene.is_so(0.9)):
        return None
    due_until = max(item.due for item in owed) if scene.is_so(0.9) else scene.chance.choice(owed).due
    fields: dict[str, Value] = {
        "currency": "HKD", "due_until": due_until, "ends": scene.day(0, 30, 200, 200, 400), "says": "",
    }  # fmt: skip
    return Dealing(scene.chance.choice(scene.members), NETTING_ANNOUNCE, fields)


def _open_rounds(scene: Scene) -> list[Round]:
    found = [item for item in scene.objects(Round) if item.state is RoundState.OPEN]
    return [item for item in found if item.ends >= scene.today]


def _brought(scene: Scene, round_: Round) -> list[tuple[EntryId, list[Value]]]:
    """Return what debtors have agreed to bring into a round: the consents, with what each names after the round."""
    return [(entry, names_said(body)[1:]) for entry, body in scene.shelf.said(NETTING_AGREE, round_.id)]


def agree(scene: Scene) -> Dealing | None:
    """Bring what somebody owes into a round: mostly all of it that has not been brought yet."""
    round_ = scene.some(_open_rounds(scene) if scene.is_so(0.95) else scene.objects(Round))
    if round_ is None:
        return None
    said = [names for _, names in _brought(scene, round_)]
    owed = [
        item for item in _free(scene)
        if not any(_has(names, reference_to(item)) for names in said) or scene.is_so(0.03)
    ]  # fmt: skip
    some = scene.some(owed)
    if some is None:
        return None
    brought = [item for item in owed if item.terms.debtor == some.terms.debtor and scene.is_so(0.9)]
    names = [round_.version, *(name for item in brought for name in reference_to(item))]
    return Dealing(some.terms.debtor, NETTING_AGREE, {"names": list[Value](names)})


def _free(scene: Scene) -> list[Obligation]:
    """Return what no round binds, mostly."""
    binding = {item.id for item in _open_rounds(scene)}
    return [item for item in scene.obligations(*OWED) if item.locked_in not in binding or scene.is_so(0.03)]


def _has(names: list[Value], reference: list[Value]) -> bool:
    return any(names[start : start + len(reference)] == reference for start in range(len(names)))


def join(scene: Scene) -> Dealing | None:
    """Join a round with what is owed to somebody, mostly as its debtor has agreed to."""
    round_ = scene.some(_open_rounds(scene) if scene.is_so(0.95) else scene.objects(Round))
    brought = _brought(scene, round_) if round_ is not None else []
    free = _free(scene)
    agreed = [(item, entry) for item in free for entry, names in brought if _has(names, reference_to(item))]
    if free and brought and scene.is_so(0.03):
        agreed = [(scene.chance.choice(free), scene.chance.choice(brought)[0])]
    if round_ is None or not agreed:
        return None
    item, consent = scene.chance.choice(agreed)
    names = [*reference_to(item), EntryId(round_.id), consent]
    return Dealing(item.holder, NETTING_JOIN, {"names": names, "heads": scene.shelf.head(item.terms.debtor)})


def end(scene: Scene) -> Dealing | None:
    """End a round that some obligations have joined: with a result, right or nearly so, or with none."""
    joined = [item for item in scene.objects(Obligation) if item.locked_in is not None]
    rounds = [item for item in _open_rounds(scene) if any(one.locked_in == item.id for one in joined)]
    round_ = scene.some(rounds if scene.is_so(0.97) else scene.objects(Round))
    if round_ is None:
        return None
    if scene.is_so(0.05):
        return Dealing(round_.coordinator, NETTING_ABORT, {"names": [round_.version], "reason": ""})
    among = [item for item in joined if item.locked_in == round_.id and scene.is_so(0.97)]
    among += [item for item in joined if item.locked_in != round_.id and scene.is_so(0.15)]
    set_offs = largest_set_offs([Debt(item.terms.debtor, item.holder, item.outstanding_minor) for item in among])
    names = [round_.version, *(item.version for item in among)]
    # Others may yet join.
    if not any(set_offs) and scene.is_so(0.85):
        return None
    set_offs = nearly(scene, set_offs) if among and scene.is_so(0.25) else set_offs
    fields: dict[str, Value] = {"names": list[Value](names), "set_offs": list[Value](set_offs)}
    return Dealing(round_.coordinator, NETTING_APPLY, fields)
