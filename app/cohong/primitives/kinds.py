"""The kinds of entries, and which of them are records (need votes)."""

from typing import Final

PROFILE_SET: Final = "profile.set"
LIMIT_SET: Final = "limit.set"
CREDIT_PROPOSE: Final = "credit.propose"
CREDIT_ACCEPT: Final = "credit.accept"
CREDIT_DECLINE: Final = "credit.decline"
CREDIT_CLAIM: Final = "credit.claim"
CREDIT_RECEIPT: Final = "credit.receipt"
CREDIT_AGREE: Final = "credit.agree"
CREDIT_RESTRUCTURE: Final = "credit.restructure"
CREDIT_NOTICE: Final = "credit.notice"
CREDIT_DEFAULT: Final = "credit.default"
CREDIT_WRITE_OFF: Final = "credit.write_off"
CREDIT_RECOVER: Final = "credit.recover"
CREDIT_ASSIGN: Final = "credit.assign"
CREDIT_SUBROGATE: Final = "credit.subrogate"
GUARANTEE_GRANT: Final = "guarantee.grant"
GUARANTEE_CALL: Final = "guarantee.call"
GUARANTEE_PAY: Final = "guarantee.pay"
POOL_CREATE: Final = "pool.create"
POOL_PLEDGE: Final = "pool.pledge"
POOL_CLAIM: Final = "pool.claim"
POOL_DRAW: Final = "pool.draw"
OFFER_SELL: Final = "offer.sell"
OFFER_BUY: Final = "offer.buy"
NETTING_ANNOUNCE: Final = "netting.announce"
NETTING_AGREE: Final = "netting.agree"
NETTING_JOIN: Final = "netting.join"
NETTING_APPLY: Final = "netting.apply"
NETTING_ABORT: Final = "netting.abort"
DISPUTE_OPEN: Final = "dispute.open"
DISPUTE_ANSWER: Final = "dispute.answer"
DISPUTE_CLOSE: Final = "dispute.close"
CORRECT_PROPOSE: Final = "correct.propose"
CORRECT_ACCEPT: Final = "correct.accept"
CORRECT_DECLINE: Final = "correct.decline"
ENDORSE_SET: Final = "endorse.set"
CONSENT_GRANT: Final = "consent.grant"
CONSENT_REVOKE: Final = "consent.revoke"
ACCESS_RECEIPT: Final = "access.receipt"

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
