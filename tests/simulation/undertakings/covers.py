"""Defaults, and what others stand for then: guarantees and pools."""

from typing import Final

from tests.simulation.dealings import Dealing, default_of
from tests.simulation.undertakings.scene import Scene, names_said, nearly

from cohong.book.guarantees import Guarantee, Pledge, Pool, draw_of
from cohong.book.objects import OWED, Obligation, ObligationState
from cohong.node.writing import reference_to
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId
from cohong.primitives.kinds import (
    CREDIT_NOTICE,
    CREDIT_SUBROGATE,
    GUARANTEE_CALL,
    GUARANTEE_GRANT,
    GUARANTEE_PAY,
    POOL_CLAIM,
    POOL_CREATE,
    POOL_DRAW,
    POOL_PLEDGE,
)

POOLS_MAX: Final = 1
PLEDGES_MAX: Final = 5
GRANTS_MAX: Final = 4
"""So many are enough: what is about one of them is worth more than another one."""


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
    loss, names = says["amount"], names_said(says)
    debtors = [item.terms.debtor for item in scene.objects(Obligation) if item.version == says["version"]]
    assert isinstance(loss, int), "what stands is well-formed"
    if not pledges or not debtors:
        return None
    amount, shares = draw_of(pool, pledges, loss, debtors[0])
    shares = nearly(scene, shares) if scene.is_so(0.2) else shares
    amount = sum(shares) if scene.is_so(0.9) else scene.around(amount, loss)
    fields: dict[str, Value] = {"amount": amount, "version": says["version"], "shares": list[Value](shares)}
    more = [pool.version, entry, *names[1:], *(item.version for item in pledges)]
    return Dealing(pool.keeper, POOL_DRAW, {**fields, "names": list[Value](more)})
