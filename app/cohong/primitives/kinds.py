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
MEMBER_INVITE: Final = "member.invite"
MEMBER_JOIN: Final = "member.join"
MOTION_PUT: Final = "motion.put"
MOTION_VOTE: Final = "motion.vote"
DEVICE_SET: Final = "device.set"
CHAIN_ASK: Final = "chain.ask"
CHAIN_PROPOSE: Final = "chain.propose"
CHAIN_VOTE: Final = "chain.vote"
CHAIN_SKIP: Final = "chain.skip"
CHAIN_FINAL: Final = "chain.final"

WITHOUT_VOTES: Final = frozenset({
    BALLOT, MEMBER_INVITE, MEMBER_JOIN, MOTION_PUT, MOTION_VOTE, DEVICE_SET,
    CHAIN_ASK, CHAIN_PROPOSE, CHAIN_VOTE, CHAIN_SKIP, CHAIN_FINAL,
})  # fmt: skip
"""Kinds that are no records. Every other kind is one, known to this version or not: an unknown one is held."""

KIND_CHARS_MAX: Final = 32


def is_record(kind: str) -> bool:
    """Return whether an entry of this kind changes the shared book and so needs votes."""
    return kind not in WITHOUT_VOTES
