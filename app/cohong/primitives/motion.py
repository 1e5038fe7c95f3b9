"""What people put to the vote (protocol.md 5, Motions): the question, a voter's answer, and the wish for a block."""

from dataclasses import dataclass
from typing import Final, TypeAlias, assert_never, cast

from cohong.primitives.charter import (
    CURRENCIES_MAX,
    DAYS_MAX,
    FINAL_MAJORITY,
    FINAL_TWO_THIRDS,
    STALE_DAYS_MIN,
    is_currency_code,
)
from cohong.primitives.encoding import Value
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fields import Fields
from cohong.primitives.ids import ID_BYTES, EntryId, MemberId

REASON_CHARS_MAX: Final = 500
CODE: Final = "motion-form"


@dataclass(frozen=True, slots=True)
class Admit:
    """Make the author of a `member.join` a member."""

    join: EntryId


@dataclass(frozen=True, slots=True)
class SetVoter:
    """Give a member a vote, or take it away."""

    member: MemberId
    vote: bool


@dataclass(frozen=True, slots=True)
class Expel:
    """End somebody's membership. What it wrote stays."""

    member: MemberId


@dataclass(frozen=True, slots=True)
class Replace:
    """Let the author of a `member.join` take the place of a key that is lost or stolen."""

    old: MemberId
    join: EntryId


@dataclass(frozen=True, slots=True)
class Amend:
    """Change the rules: currencies (empty for all), a member's entries a day, days of grace, and until stale."""

    currencies: tuple[str, ...]
    entries_per_day: int
    grace_days: int
    stale_days: int


@dataclass(frozen=True, slots=True)
class SetFinal:
    """Change how many voters make a record final: `two-thirds` or `majority`."""

    rule: str


@dataclass(frozen=True, slots=True)
class RuleBranch:
    """Say which branch of a fork stands: that of the entry `branch` at the fork's place, or none."""

    author: MemberId
    seq: int
    branch: EntryId | None


@dataclass(frozen=True, slots=True)
class RuleDispute:
    """Say whether the opener of a dispute is right. Either way it is open no longer."""

    dispute: EntryId
    upheld: bool


@dataclass(frozen=True, slots=True)
class NameKeeper:
    """Put a member in the place of a pool's keeper that is a member no more.

    Attributes:
        pool: the `pool.create`.
        old: the key that keeps the pool so far.
    """

    pool: EntryId
    old: MemberId
    member: MemberId


Question: TypeAlias = Admit | SetVoter | Expel | Replace | Amend | SetFinal | RuleBranch | RuleDispute | NameKeeper


def named_by(question: Question) -> list[EntryId]:
    """Return the entries that a `motion.put` has to name: what its question is about, where that is an entry."""
    if isinstance(question, RuleDispute):
        return [question.dispute]
    if isinstance(question, NameKeeper):
        return [question.pool]
    join = join_of(question)
    return [join] if join is not None else []


def join_of(question: Question) -> EntryId | None:
    """Return the `member.join` that a question is about, None for any other."""
    return question.join if isinstance(question, Admit | Replace) else None


@dataclass(frozen=True, slots=True)
class Motion:
    """A question put to the voters.

    Attributes:
        valid_until_ms: no block dated after it can carry the motion out.
    """

    question: Question
    reason: str
    valid_until_ms: int


@dataclass(frozen=True, slots=True)
class MotionVote:
    """One voter's answer to a motion; the first in its feed counts."""

    motion: EntryId
    yes: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """The wish for a charter block dated after a moment."""

    after_ms: int


def motion_body(motion: Motion, salt: bytes) -> dict[str, Value]:
    """Return the body of the `motion.put` that carries a motion; `salt` is 16 random bytes."""
    return {
        "salt": salt,
        "names": list[Value](named_by(motion.question)),
        "question": _question_map(motion.question),
        "reason": motion.reason,
        "valid_until": motion.valid_until_ms,
    }


def _question_map(question: Question) -> dict[str, Value]:
    match question:
        case Admit(join):
            return {"ask": "admit", "join": join}
        case SetVoter(member, vote):
            return {"ask": "voter", "member": member, "vote": vote}
        case Expel(member):
            return {"ask": "expel", "member": member}
        case Replace(old, join):
            return {"ask": "replace", "old": old, "join": join}
        case Amend(currencies, entries_per_day, grace_days, stale_days):
            return {
                "ask": "charter", "currencies": list[Value](currencies), "entries_per_day": entries_per_day,
                "grace_days": grace_days, "stale_days": stale_days,
            }  # fmt: skip
        case SetFinal(rule):
            return {"ask": "final", "rule": rule}
        case RuleBranch(author, seq, branch):
            return {"ask": "branch", "author": author, "seq": seq, "branch": branch}
        case RuleDispute(dispute, upheld):
            return {"ask": "dispute", "dispute": dispute, "upheld": upheld}
        case NameKeeper(pool, old, member):
            return {"ask": "keeper", "pool": pool, "old": old, "member": member}
        case _:
            assert_never(question)


def motion_from_body(body: dict[str, Value]) -> Motion:
    """Return the motion in a decoded body.

    Raises:
        RemoteProtocolError: `motion-form`. The entry stays part of the feed and says nothing.
    """
    fields = Fields(body, ("salt", "names", "question", "reason", "valid_until"), CODE)
    question = _question(fields.value("question"))
    if fields.ids("names", 1) != named_by(question):
        raise RemoteProtocolError(CODE, "names")
    return Motion(question, fields.text("reason", REASON_CHARS_MAX), fields.time_ms("valid_until"))


_QUESTION_FIELDS: Final[dict[Value, tuple[str, ...]]] = {
    "admit": ("ask", "join"),
    "voter": ("ask", "member", "vote"),
    "expel": ("ask", "member"),
    "replace": ("ask", "old", "join"),
    "charter": ("ask", "currencies", "entries_per_day", "grace_days", "stale_days"),
    "final": ("ask", "rule"),
    "branch": ("ask", "author", "seq", "branch"),
    "dispute": ("ask", "dispute", "upheld"),
    "keeper": ("ask", "pool", "old", "member"),
}


def _question(value: Value) -> Question:
    ask = value.get("ask") if type(value) is dict else None
    if type(ask) is not str or ask not in _QUESTION_FIELDS:
        raise RemoteProtocolError(CODE, "ask")
    fields = Fields(value, _QUESTION_FIELDS[ask], CODE)
    match ask:
        case "admit":
            return Admit(EntryId(fields.blob("join", ID_BYTES)))
        case "voter":
            return SetVoter(_member(fields, "member"), fields.flag("vote"))
        case "expel":
            return Expel(_member(fields, "member"))
        case "replace":
            return Replace(_member(fields, "old"), EntryId(fields.blob("join", ID_BYTES)))
        case "charter":
            return _amendment(fields)
        case "final":
            return _final(fields)
        case "dispute":
            return RuleDispute(EntryId(fields.blob("dispute", ID_BYTES)), fields.flag("upheld"))
        case "keeper":
            pool = EntryId(fields.blob("pool", ID_BYTES))
            return NameKeeper(pool, _member(fields, "old"), _member(fields, "member"))
        case _:
            branch = None if fields.value("branch") is None else EntryId(fields.blob("branch", ID_BYTES))
            return RuleBranch(_member(fields, "author"), fields.number("seq"), branch)


def _member(fields: Fields, name: str) -> MemberId:
    return MemberId(fields.blob(name, ID_BYTES))


def _amendment(fields: Fields) -> Amend:
    currencies = fields.value("currencies")
    if type(currencies) is not list or len(currencies) > CURRENCIES_MAX or not all(map(is_currency_code, currencies)):
        raise RemoteProtocolError(CODE, "currencies")
    codes = tuple(cast("list[str]", currencies))
    if list(codes) != sorted(set(codes)):
        raise RemoteProtocolError(CODE, "currencies are not sorted, or one is named twice")
    return Amend(
        codes,
        fields.number("entries_per_day", least=1),
        fields.number("grace_days", most=DAYS_MAX),
        fields.number("stale_days", least=STALE_DAYS_MIN, most=10 * DAYS_MAX),
    )


def _final(fields: Fields) -> SetFinal:
    rule = fields.text("rule", 16)
    if rule not in (FINAL_TWO_THIRDS, FINAL_MAJORITY):
        raise RemoteProtocolError(CODE, "rule")
    return SetFinal(rule)


def motion_vote_body(vote: MotionVote, salt: bytes) -> dict[str, Value]:
    """Return the body of a `motion.vote`; `salt` is 16 random bytes."""
    return {"salt": salt, "names": [vote.motion], "yes": vote.yes}


def motion_vote_from_body(body: dict[str, Value]) -> MotionVote:
    """Return the vote in a decoded body.

    Raises:
        RemoteProtocolError: `motion-form`.
    """
    fields = Fields(body, ("salt", "names", "yes"), CODE)
    return MotionVote(EntryId(fields.only_name()), fields.flag("yes"))


def ask_body(ask: Ask, salt: bytes) -> dict[str, Value]:
    """Return the body of a `chain.ask`; `salt` is 16 random bytes."""
    return {"salt": salt, "after": ask.after_ms}


def ask_from_body(body: dict[str, Value]) -> Ask:
    """Return the wish in a decoded body.

    Raises:
        RemoteProtocolError: `motion-form`.
    """
    return Ask(Fields(body, ("salt", "after"), CODE).time_ms("after"))
