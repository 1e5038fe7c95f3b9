"""What a client sees: read-only shapes of the node's answers and notifications.

Ids are lower-case hex. Money is integer minor units beside an ISO 4217 code. Days are ISO 8601 days, times
UTC milliseconds. Codes (states, levels, reasons) are for the client to word; no sentence in here is meant for
a user.
"""

from cohong.api.views.ageing import Ageing, AgeingLine, AgeingSum
from cohong.api.views.audits import AuditDifference, AuditStatus, Trace, TraceEntry, TraceVote
from cohong.api.views.base import Amount, Done, Level, State, View, Vote
from cohong.api.views.book import (
    AnchoredDigest,
    BookCounts,
    BookPage,
    BookSummary,
    Digest,
    HistoryItem,
    ObligationRow,
    ReceiptMade,
    RecordDetails,
    VoterLine,
    VotesBar,
    Written,
)
from cohong.api.views.bundles import BundleContents, BundleFeed, BundleReader, BundleStatus
from cohong.api.views.chain import ChainStatus
from cohong.api.views.consents import ConsentList, ConsentView, Purpose, ReadingNoted, ReadingView
from cohong.api.views.covers import (
    CoverLine,
    CoverList,
    DemandView,
    DrawnView,
    ExposureLine,
    GuaranteeView,
    PaidView,
    PledgeView,
    PoolDue,
    PoolView,
    ShareView,
)
from cohong.api.views.exports import AccountBalance, ExportStatus
from cohong.api.views.foretold import ForetoldDays, PaymentForetold
from cohong.api.views.imports import ImportStatus, PaymentMatch, PaymentsFound, RememberedImport
from cohong.api.views.life import (
    AnswerView,
    CorrectionView,
    DisputeState,
    DisputeView,
    NoticeView,
    Objections,
    OfferView,
)
from cohong.api.views.market import BidRow, BoardPage, BoardRow
from cohong.api.views.members import CurrencyFacts, MemberCard, MemberFacts
from cohong.api.views.motions import InviteMade, InviteView, JoinView, MotionView, MotionVoter, Thresholds
from cohong.api.views.netting import NettingPreview, RoundView, SetOff, SetOffStatement, WhatIfCleared
from cohong.api.views.profile import DeviceView, NewProfile, PenView, ProfileStatus
from cohong.api.views.reports import (
    DaysLate,
    LargestCounterparty,
    MonthOfPayments,
    PaymentFacts,
    PaymentReport,
    ScoreAt,
    ScoreChange,
    ScoreTerm,
)
from cohong.api.views.standing import TrustArc, TrustBound, TrustInCurrency, TrustPath, TrustView
from cohong.api.views.status import NetworkMade, NodeStatus, ReachView
from cohong.api.views.sync import CheatView, ForkView, OutboxRow, PeerRow, Pruned, SyncStatus

__all__ = [
    "AccountBalance",
    "Ageing",
    "AgeingLine",
    "AgeingSum",
    "Amount",
    "AnchoredDigest",
    "AnswerView",
    "AuditDifference",
    "AuditStatus",
    "BidRow",
    "BoardPage",
    "BoardRow",
    "BookCounts",
    "BookPage",
    "BookSummary",
    "BundleContents",
    "BundleFeed",
    "BundleReader",
    "BundleStatus",
    "ChainStatus",
    "CheatView",
    "ConsentList",
    "ConsentView",
    "CorrectionView",
    "CoverLine",
    "CoverList",
    "CurrencyFacts",
    "DaysLate",
    "DemandView",
    "DeviceView",
    "Digest",
    "DisputeState",
    "DisputeView",
    "Done",
    "DrawnView",
    "ExportStatus",
    "ExposureLine",
    "ForetoldDays",
    "ForkView",
    "GuaranteeView",
    "HistoryItem",
    "ImportStatus",
    "InviteMade",
    "InviteView",
    "JoinView",
    "LargestCounterparty",
    "Level",
    "MemberCard",
    "MemberFacts",
    "MonthOfPayments",
    "MotionView",
    "MotionVoter",
    "NettingPreview",
    "NetworkMade",
    "NewProfile",
    "NodeStatus",
    "NoticeView",
    "Objections",
    "ObligationRow",
    "OfferView",
    "OutboxRow",
    "PaidView",
    "PaymentFacts",
    "PaymentForetold",
    "PaymentMatch",
    "PaymentReport",
    "PaymentsFound",
    "PeerRow",
    "PenView",
    "PledgeView",
    "PoolDue",
    "PoolView",
    "ProfileStatus",
    "Pruned",
    "Purpose",
    "ReachView",
    "ReadingNoted",
    "ReadingView",
    "ReceiptMade",
    "RecordDetails",
    "RememberedImport",
    "RoundView",
    "ScoreAt",
    "ScoreChange",
    "ScoreTerm",
    "SetOff",
    "SetOffStatement",
    "ShareView",
    "State",
    "SyncStatus",
    "Thresholds",
    "Trace",
    "TraceEntry",
    "TraceVote",
    "TrustArc",
    "TrustBound",
    "TrustInCurrency",
    "TrustPath",
    "TrustView",
    "View",
    "Vote",
    "VoterLine",
    "VotesBar",
    "WhatIfCleared",
    "Written",
]
