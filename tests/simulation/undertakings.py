"""Netting rounds, guarantees, pools and consents as somebody might write them: mostly what the rules allow.

Each act looks for something that could come next, so that what takes many steps of several members comes about.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, TypeVar

from tests.simulation.dealings import Dealing, Shelf, default_of

from cohong.book.circulation import Debt
from cohong.book.consents import Consent
from cohong.book.guarantees import Guarantee, Pledge, Pool, draw_of
from cohong.book.objects import OWED, Obligation, ObligationState
from cohong.book.rounds import Round, RoundState
from cohong.insight.netting import largest_set_offs
from cohong.node.writing import reference_to
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import (
    ACCESS_RECEIPT,
    CONSENT_GRANT,
    CONSENT_REVOKE,
    CREDIT_NOTICE,
    CREDIT_SUBROGATE,
    GUARANTEE_CALL,
    GUARANTEE_GRANT,
    GUARANTEE_PAY,
    NETTING_ABORT,
    NETTING_AGREE,
    NETTING_ANNOUNCE,
    NETTING_APPLY,
    NETTING_JOIN,
    POOL_CLAIM,
    POOL_CREATE,
    POOL_DRAW,
    POOL_PLEDGE,
)

ROUNDS_MAX: Final = 2
POOLS_MAX: Final = 1
PLEDGES_MAX: Final = 5
GRANTS_MAX: Final = 4
"""So many of each are enough at once: what is about one of them is worth more than another one."""

Found = TypeVar("Found")


@dataclass(frozen=True)
class Scene:
    """The book as it is, who there is, and the day."""

    chance: random.Random
    shelf: Shelf
    members: Sequence[MemberId]
    today: str

    def objects(self, what: type[Found]) -> list[Found]:
        """Return the objects of one type."""
        return [item for item in self.shelf.objects() if isinstance(item, what)]

    def obligations(self, *states: ObligationState) -> list[Obligation]:
        """Return the obligations in some states."""
        return [item for item in self.objects(Obligation) if item.state in states]

    def some(self, items: Sequence[Found]) -> Found | None:
        """Return one of some things, None if there is none."""
        return self.chance.choice(items) if items else None

    def is_so(self, share: float) -> bool:
        """Return true in so many of all cases."""
        return self.chance.random() < share

    def day(self, *days: int) -> str:
        """Return a day so many days from today, one of those given."""
        return (date.fromisoformat(self.today) + timedelta(days=self.chance.choice(days))).isoformat()

    def around(self, *tops: int) -> int:
        """Return an amount at or near one of several tops."""
        top = self.chance.choice(tops)
        return max(1, self.chance.choice([1, top // 2, top - 1, top, top, top, top + 1]))


Act = Callable[[Scene], Dealing | None]


def undertaking(scene: Scene, acts: Sequence[Act]) -> Dealing | None:
    """Return what comes next of one of some acts that are possible; mostly by whom the rules allow it."""
    for act in scene.chance.sample(acts, len(acts)):
        found = act(scene)
        if found is not None:
            return found if scene.is_so(0.95) else replace(found, author=scene.chance.choice(scene.members))
    return None


def _names(body: dict[str, Value]) -> list[Value]:
    names = body["names"]
    assert isinstance(names, list), "what stands is well-formed"
    return names


# Netting rounds.


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
    return [(entry, _names(body)[1:]) for entry, body in scene.shelf.said(NETTING_AGREE, round_.id)]


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
    set_offs = _nearly(scene, set_offs) if among and scene.is_so(0.25) else set_offs
    fields: dict[str, Value] = {"names": list[Value](names), "set_offs": list[Value](set_offs)}
    return Dealing(round_.coordinator, NETTING_APPLY, fields)


def _nearly(scene: Scene, set_offs: list[int]) -> list[int]:
    """Return what it should not be: too much or too little of one or of all, of one what is another's, or nothing."""
    by, at, other = scene.chance.choice([-1, 1]), *scene.chance.choices(range(len(set_offs)), k=2)
    one = [minor + by * (place == at) for place, minor in enumerate(set_offs)]
    moved = [minor - by * (place == other) for place, minor in enumerate(one)]
    every = [minor + by * (minor > 0) for minor in set_offs]
    wrong = scene.chance.choice([one, moved, every, [0] * len(set_offs)])
    return [max(0, minor) for minor in wrong]


# Defaults and guarantees.


def press(scene: Scene) -> Dealing | None:
    """Give notice of default; later, record it."""
    owed = scene.obligations(ObligationState.ACTIVE)
    noticed = [item for item in owed if item.notice is not None]
    found = scene.some(noticed if noticed and scene.is_so(0.7) else owed)
    if found is None:
        return None
    if found.notice is not None:
        return default_of(found, scene.shelf)
    return Dealing(found.holder, CREDIT_NOTICE, {"names": reference_to(found), "says": "pay"})


def grant(scene: Scene) -> Dealing | None:
    """Stand for what a debtor owes to somebody."""
    owed = scene.obligations(ObligationState.DEFAULTED) or scene.obligations(*OWED)
    others = scene.objects(Guarantee)
    found = scene.some(owed)
    if found is None or len(others) >= GRANTS_MAX:
        return None
    third = [key for key in scene.members if key not in found.parties or scene.is_so(0.05)]
    if not third:
        return None
    fields: dict[str, Value] = {
        "debtor": found.terms.debtor, "beneficiary": found.holder,
        "currency": "HKD" if scene.is_so(0.95) else "CNY",
        "cap": scene.around(found.outstanding_minor, 2 * found.outstanding_minor),
        "until": scene.day(0, 60, 900, 900), "says": "",
    }  # fmt: skip
    return Dealing(scene.chance.choice(third), GUARANTEE_GRANT, fields)


def _demand(scene: Scene, kind: str, cover: Guarantee | Pool, found: Obligation, *tops: int) -> Dealing:
    fields: dict[str, Value] = {"amount": scene.around(*tops), "version": found.version, "says": ""}
    return Dealing(found.holder, kind, {**fields, "names": [cover.version, *reference_to(found)]})


def _in_default(scene: Scene) -> list[Obligation]:
    return scene.obligations(*((ObligationState.DEFAULTED,) if scene.is_so(0.97) else OWED))


def call(scene: Scene) -> Dealing | None:
    """Call a guarantee, for something in default."""
    fitting = [
        (guarantee, item) for guarantee in scene.objects(Guarantee) for item in _in_default(scene)
        if (item.terms.debtor, item.holder) == (guarantee.debtor, guarantee.beneficiary) or scene.is_so(0.02)
    ]  # fmt: skip
    if not fitting:
        return None
    guarantee, item = scene.chance.choice(fitting)
    least = min(guarantee.left_minor, item.outstanding_minor)
    return _demand(scene, GUARANTEE_CALL, guarantee, item, least, least, guarantee.left_minor, item.outstanding_minor)


def _unanswered(scene: Scene, kind: str, cover: Guarantee | Pool) -> tuple[EntryId, dict[str, Value]] | None:
    found = scene.shelf.said(kind, cover.id)
    return scene.some([item for item in found if item[0] not in cover.answered or scene.is_so(0.05)])


def pay(scene: Scene) -> Dealing | None:
    """Pay on a guarantee that was called."""
    called = [(item, said) for item in scene.objects(Guarantee) if (said := _unanswered(scene, GUARANTEE_CALL, item))]
    if not called:
        return None
    guarantee, (entry, says) = scene.chance.choice(called)
    asked = says["amount"]
    assert isinstance(asked, int), "what stands is well-formed"
    tops = [min(asked, guarantee.left_minor)] * 3 + [asked, guarantee.left_minor, guarantee.cap_minor]
    fields: dict[str, Value] = {
        "names": [guarantee.version, entry], "amount": scene.around(*tops), "value_date": scene.day(0, 0, 0, 0, 3),
        "method": "", "reference": "", "version": says["version"],
    }  # fmt: skip
    return Dealing(guarantee.guarantor, GUARANTEE_PAY, fields)


def subrogate(scene: Scene) -> Dealing | None:
    """Put whoever has paid in the holder's place."""
    said = scene.shelf.said
    paid = [found for item in scene.objects(Guarantee) for found in said(GUARANTEE_PAY, item.id)]
    paid += [found for item in scene.objects(Pool) for found in said(POOL_DRAW, item.id)]
    is_astray = scene.is_so(0.05)
    fitting = [
        (item, entry) for item in scene.obligations(*OWED) for entry, body in paid
        if body["version"] == item.version or is_astray
    ]  # fmt: skip
    if not fitting:
        return None
    item, entry = scene.chance.choice(fitting)
    return Dealing(item.holder, CREDIT_SUBROGATE, {"names": [*reference_to(item), entry]})


# Pools.


def create(scene: Scene) -> Dealing | None:
    """Begin a pool."""
    if len(scene.objects(Pool)) >= POOLS_MAX:
        return None
    return Dealing(scene.chance.choice(scene.members), POOL_CREATE, {"name": "Guild", "currency": "HKD"})


def pledge(scene: Scene) -> Dealing | None:
    """Put something up in a pool: so much that a tenth of it all is something."""
    pool = scene.some(scene.objects(Pool))
    if pool is None or len([item for item in scene.objects(Pledge) if item.pool == pool.id]) >= PLEDGES_MAX:
        return None
    fields: dict[str, Value] = {
        "cap": scene.chance.choice([1, 7, 50, 100, 333, 1_000]), "until": scene.day(0, 60, 900, 900, 900),
    }  # fmt: skip
    return Dealing(scene.chance.choice(scene.members), POOL_PLEDGE, {**fields, "names": [pool.version]})


def claim(scene: Scene) -> Dealing | None:
    """Claim on a pool, for something in default."""
    pool, item = scene.some(scene.objects(Pool)), scene.some(_in_default(scene))
    if pool is None or item is None:
        return None
    return _demand(scene, POOL_CLAIM, pool, item, item.outstanding_minor)


def draw(scene: Scene) -> Dealing | None:
    """Draw on a pool for a claim: by its rule, or nearly so."""
    claimed = [(item, said) for item in scene.objects(Pool) if (said := _unanswered(scene, POOL_CLAIM, item))]
    if not claimed:
        return None
    pool, (entry, says) = scene.chance.choice(claimed)
    pledges = [
        item for item in scene.objects(Pledge)
        if item.pool == pool.id and scene.is_so(0.95) and (item.until >= scene.today or scene.is_so(0.05))
    ]  # fmt: skip
    loss, names = says["amount"], _names(says)
    debtors = [item.terms.debtor for item in scene.objects(Obligation) if item.version == says["version"]]
    assert isinstance(loss, int), "what stands is well-formed"
    if not pledges or not debtors:
        return None
    amount, shares = draw_of(pool, pledges, loss, debtors[0])
    shares = _nearly(scene, shares) if scene.is_so(0.2) else shares
    amount = sum(shares) if scene.is_so(0.9) else scene.around(amount, loss)
    fields: dict[str, Value] = {"amount": amount, "version": says["version"], "shares": list[Value](shares)}
    more = [pool.version, entry, *names[1:], *(item.version for item in pledges)]
    return Dealing(pool.keeper, POOL_DRAW, {**fields, "names": list[Value](more)})


# What is read about somebody.


def consent(scene: Scene) -> Dealing | None:
    """Let somebody read about oneself."""
    subject, reader = scene.chance.choices(scene.members, k=2)
    fields: dict[str, Value] = {
        "reader": reader, "scope": "report", "purpose": "terms", "until": scene.day(0, 30, 200), "says": "",
    }  # fmt: skip
    return Dealing(subject, CONSENT_GRANT, fields)


def revoke(scene: Scene) -> Dealing | None:
    """Take a consent back."""
    found = scene.some(scene.objects(Consent))
    return Dealing(found.subject, CONSENT_REVOKE, {"names": [found.version], "reason": ""}) if found else None


def read(scene: Scene) -> Dealing | None:
    """Say that one has read under a consent, as it was given, whatever has become of it."""
    found = scene.some(scene.objects(Consent))
    return Dealing(found.reader, ACCESS_RECEIPT, {"names": [EntryId(found.id)]}) if found else None


NETTING: Final[Sequence[Act]] = (announce, agree, agree, join, join, join, join, end)
COVERS: Final[Sequence[Act]] = (press, grant, call, call, pay, pay, subrogate, subrogate)
POOLS: Final[Sequence[Act]] = (press, create, pledge, pledge, claim, draw, draw, subrogate, subrogate)
READING: Final[Sequence[Act]] = (consent, revoke, read, read)
