"""What the motions of one charter block come to, as it is remembered beside the block."""

from dataclasses import dataclass
from typing import Final, cast

from cohong.primitives.charter import Charter
from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId, ObjectId

DECISIONS_BYTES_MAX: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the people said about a fork: the entry whose branch stands, None for no branch at all."""

    author: MemberId
    seq: int
    branch: EntryId | None


@dataclass(frozen=True, slots=True)
class DisputeRuling:
    """What the people said about a dispute: whether its opener is right."""

    dispute: EntryId
    upheld: bool


@dataclass(frozen=True, slots=True)
class KeeperNamed:
    """Who keeps a pool in the place of a key that was its keeper."""

    pool: ObjectId
    old: MemberId
    member: MemberId


@dataclass(frozen=True, slots=True)
class Amendment:
    """The part of a charter that a motion amends."""

    currencies: tuple[str, ...]
    entries_per_day: int
    grace_days: int
    stale_days: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the motions of one block come to, beside the change that its head names.

    Attributes:
        replaced: pairs of an old key and the one that takes over what it held.
        amendment: what a motion has changed in the charter, None if none has.
        seats: invitations by which the newcomers among them have come: each is good for one.
        disputes: what the people have ruled on disputes.
        keepers: whom they have named to keep a pool.
    """

    admitted: tuple[MemberId, ...] = ()
    expelled: tuple[MemberId, ...] = ()
    replaced: tuple[tuple[MemberId, MemberId], ...] = ()
    amendment: Amendment | None = None
    ruled: tuple[Ruling, ...] = ()
    seats: tuple[EntryId, ...] = ()
    disputes: tuple[DisputeRuling, ...] = ()
    keepers: tuple[KeeperNamed, ...] = ()


def amended(charter: Charter, amendment: Amendment | None) -> Charter:
    """Return the charter with other rules; the roster and what is final stay."""
    if amendment is None:
        return charter
    return Charter(
        charter.roster, amendment.currencies, charter.final, amendment.entries_per_day, amendment.grace_days,
        amendment.stale_days,
    )  # fmt: skip


def encode_decisions(decisions: Decisions) -> bytes:
    """Return canonical bytes for `decode_decisions`."""
    found = decisions.amendment
    amendment: Value = None
    if found is not None:
        amendment = [list[Value](found.currencies), found.entries_per_day, found.grace_days, found.stale_days]
    return encode(
        [
            list[Value](decisions.admitted),
            list[Value](decisions.expelled),
            [list[Value](pair) for pair in decisions.replaced],
            amendment,
            [[item.author, item.seq, item.branch] for item in decisions.ruled],
            list[Value](decisions.seats),
            [[item.dispute, item.upheld] for item in decisions.disputes],
            [[item.pool, item.old, item.member] for item in decisions.keepers],
        ]
    )


def decode_decisions(decisions_bytes: bytes) -> Decisions:
    """Return the decisions in bytes that this program has written.

    Raises:
        RemoteProtocolError: not canonical, or `decisions-form`: they were altered.
    """
    match decode(decisions_bytes, bytes_max=DECISIONS_BYTES_MAX):
        case [list() as admitted, list() as expelled, list() as replaced, amendment, list() as ruled, *rest]:
            # Blocks of earlier ledgers are kept without seats, without disputes, or without keepers.
            seats, disputes, keepers = (*rest, [], [], [])[:3]
            pairs = cast("list[tuple[MemberId, MemberId]]", replaced)
            rulings = cast("list[tuple[MemberId, int, EntryId | None]]", ruled)
            of_disputes = cast("list[tuple[EntryId, bool]]", disputes)
            of_pools = cast("list[tuple[ObjectId, MemberId, MemberId]]", keepers)
            return Decisions(
                tuple(cast("list[MemberId]", admitted)),
                tuple(cast("list[MemberId]", expelled)),
                tuple((old, new) for old, new in pairs),
                None if amendment is None else _amendment(amendment),
                tuple(Ruling(author, seq, branch) for author, seq, branch in rulings),
                tuple(cast("list[EntryId]", seats)),
                tuple(DisputeRuling(dispute, upheld) for dispute, upheld in of_disputes),
                tuple(KeeperNamed(pool, old, member) for pool, old, member in of_pools),
            )
        case _:
            raise RemoteProtocolError("decisions-form")


def _amendment(value: Value) -> Amendment:
    match value:
        case [list() as currencies, int() as entries_per_day, int() as grace_days, int() as stale_days]:
            return Amendment(tuple(cast("list[str]", currencies)), entries_per_day, grace_days, stale_days)
        case _:
            raise RemoteProtocolError("decisions-form")
