"""Members invite, newcomers leave their joins, and people vote on letting them in: alone, or in the place of a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.simulation.machine import Machine
from tests.simulation.newcomers import Offer, Visit
from tests.simulation.operations.people import VOTERS_MIN, motion_of, say, unheard
from tests.simulation.operations.trading import DAY_MS, ask

from cohong.api.invitation import SEED_BYTES, Seat
from cohong.api.requests import WriteRecord
from cohong.node.desk import Desk
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import MEMBER_INVITE
from cohong.primitives.membership import ROLE_JOIN
from cohong.primitives.motion import Question, SetVoter, join_of

if TYPE_CHECKING:
    from tests.simulation.run import Run

NEWCOMERS_MAX = 3
OFFERS_MAX = 4
DAYS = (1, 7, 60)
USED_AGAIN_SHARE = 0.15
"""How often somebody comes with an invitation that another has used."""

AGAIN_SHARE = 0.5
REPLACE_SHARE = 0.3


def _draw_up(run: Run) -> tuple[Machine, Desk] | None:
    """Return a machine that is on and whose member is one of the network by its own knowledge, drawn."""
    up = [(machine, machine.desk) for machine in run.up() if machine.desk is not None and machine.desk.may_write]
    return run.newcomers.chance.choice(up) if up else None


def invite(run: Run) -> bool:
    """Let a member write an invitation for a one-time key, whose secret somebody gets at once."""
    drawn = _draw_up(run)
    if drawn is None or len(run.newcomers.offers) == OFFERS_MAX:
        return False
    machine, chance = drawn[0], run.newcomers.chance
    offer = Offer(machine, chance.randbytes(SEED_BYTES), machine.clock.now_ms() + chance.choice(DAYS) * DAY_MS)
    run.newcomers.offers.append(offer)
    fields = {"key": offer.key.hex(), "role": ROLE_JOIN, "valid_until": offer.until_ms}
    return ask(run, machine, WriteRecord(kind=MEMBER_INVITE, fields=fields))


def join(run: Run) -> bool:
    """Let somebody with an invitation visit a member with its join, or try again with the same one."""
    newcomers, chance = run.newcomers, run.newcomers.chance
    away = [visit for visit in newcomers.visits if not (visit.is_over or visit.is_up)]
    if away and chance.random() < AGAIN_SHARE:
        visit: Visit | None = chance.choice(away)
    else:
        seat = _draw_seat(run) if len(newcomers.visits) < NEWCOMERS_MAX else None
        visit = newcomers.ask(*seat) if seat is not None else None
    hosts = [machine for machine in run.up() if visit is not None and machine.id in visit.contacts]
    if visit is None or not hosts:
        return False
    visit.set_out(chance.choice(hosts))
    return True


def _draw_seat(run: Run) -> tuple[Seat, frozenset[MemberId]] | None:
    """Return what an invitation says that has been written: its seat, and who the members are."""
    newcomers = run.newcomers
    used, again = {visit.id for visit in newcomers.visits}, newcomers.chance.random() < USED_AGAIN_SHARE
    found = []
    for offer in newcomers.offers:
        desk = offer.inviter.desk
        seat = _seat(offer, desk) if desk is not None and (offer.key in used) == again else None
        if seat is not None and desk is not None:
            found.append((seat, desk.members))
    return newcomers.chance.choice(found) if found else None


def _seat(offer: Offer, desk: Desk) -> Seat | None:
    for entry, (_, given) in desk.replica.people.invites.items():
        if given.key == offer.key and given.valid_until_ms == offer.until_ms:
            fact = desk.replica.workspace.known(entry)
            block = desk.block_at(fact.height)
            return Seat(entry, offer.seed, given.role, fact.height, fact.time_ms, offer.until_ms, block)
    return None


def put_admission(run: Run) -> bool:
    """Put the question whether somebody that has asked is let in, or takes the place of a key that is lost."""
    drawn = _draw_up(run)
    if drawn is None:
        return False
    machine, desk = drawn
    lineage, chance = desk.replica.lineage, run.newcomers.chance
    asked = [join for join, (at, _) in desk.replica.people.joins.items() if not lineage.was_member(at.author)]
    if not asked:
        return False
    fields: dict[str, Any] = {"ask": "admit", "join": chance.choice(sorted(asked)).hex()}
    lost = _draw_lost(run, machine, desk)
    if lost is not None and chance.random() < REPLACE_SHARE:
        fields |= {"ask": "replace", "member": lost.hex()}
    return ask(run, machine, motion_of(machine, fields, chance))


def _draw_lost(run: Run, machine: Machine, desk: Desk) -> MemberId | None:
    """Return another member whose key is said to be lost; not a voter where one fewer would be too few."""
    charter = desk.replica.lineage.charter
    keeps = set(charter.roster) if len(charter.roster) <= VOTERS_MIN else set[MemberId]()
    others = sorted(desk.members - keeps - {machine.id})
    return run.newcomers.chance.choice(others) if others else None


def put_newcomer_as_voter(run: Run) -> bool:
    """Put the question whether a newcomer that is a member gets a vote."""
    drawn = _draw_up(run)
    if drawn is None:
        return False
    machine, desk = drawn
    voters = desk.replica.lineage.charter.roster
    found = [member for member in run.newcomers.admitted if member in desk.members and member not in voters]
    if not found:
        return False
    fields = {"ask": "voter", "member": run.newcomers.chance.choice(found).hex(), "vote": True}
    return ask(run, machine, motion_of(machine, fields, run.newcomers.chance))


def vote_on_newcomers(run: Run) -> bool:
    """Let everybody who is there say yes to what is asked about newcomers."""
    voted = [
        say(run, machine, motion, yes=True)
        for machine in run.up()
        for motion in unheard(machine)
        if _is_about_newcomer(run, machine, motion)
    ]
    return any(voted)


def _is_about_newcomer(run: Run, machine: Machine, motion: EntryId) -> bool:
    assert machine.desk is not None, "the machine is up"
    question: Question = machine.desk.replica.people.motions[motion][1].question
    if isinstance(question, SetVoter):
        return question.vote and question.member in run.newcomers.admitted
    return join_of(question) is not None
