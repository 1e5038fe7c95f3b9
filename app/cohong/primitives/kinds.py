"""The kinds of entries, and which of them are records (need votes)."""

from typing import Final

PROFILE_SET: Final = "profile.set"
LIMIT_SET: Final = "limit.set"
CREDIT_PROPOSE: Final = "credit.propose"
CREDIT_ACCEPT: Final = "credit.accept"
CREDIT_DECLINE: Final = "credit.decline"
CREDIT_CLAIM: Final = "credit.claim"
CREDIT_RECEIPT: Final = "credit.receipt"
ENDORSE_SET: Final = "endorse.set"

BALLOT: Final = "ballot"
MEMBER_JOIN: Final = "member.join"

WITHOUT_VOTES: Final = frozenset({
    BALLOT, MEMBER_JOIN, "member.invite", "motion.put", "motion.vote", "chain.ask",
    "chain.propose", "chain.vote", "chain.skip", "chain.final",
})  # fmt: skip
"""Kinds that are no records. Every other kind is one, known to this version or not: an unknown one is held."""

KIND_CHARS_MAX: Final = 32


def is_record(kind: str) -> bool:
    """Return whether an entry of this kind changes the shared book and so needs votes."""
    return kind not in WITHOUT_VOTES
