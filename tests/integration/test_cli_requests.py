"""The command line against a real API server: every request is reachable, and every answer is shown in both ways."""

from __future__ import annotations

import json
import math
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
import trio

from cohong.api import views
from cohong.api.endpoint import socket_path
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import decode_result
from cohong.api.requests import METHODS, Params
from cohong.cli.main import exit_code_after
from cohong.cli.node_client import NodeClient
from cohong.insight.experience_terms import Term
from cohong.insight.payment_report import report_on
from cohong.insight.trade_lines import TradeLine
from cohong.node.api_server import Handler, serve_api
from cohong.node.notifier import Notifier

MEMBER = "ab" * 32
OTHER = "cd" * 32
ENTRY = "ef" * 32
BLOCK = "ab" * 32

ROW = views.ObligationRow(
    object=ENTRY,
    reference="0000611365",
    side="holder",
    debtor=OTHER,
    debtor_name="[red]Pearl\x1b[31m",
    creditor=MEMBER,
    creditor_name="Harbour",
    counterparty=OTHER,
    counterparty_name="[red]Pearl\x1b[31m",
    currency="HKD",
    amount_minor=5594,
    outstanding_minor=5594,
    issued="2013-01-02",
    due="2013-02-01",
    days_late=3,
    state="active",
    level="final",
    signed=5,
    voters=5,
    changed_ms=1_700_000_000_000,
)
CARD = views.MemberCard(member=OTHER, name="Pearl", name_hant="明珠", voter=True)
VOTES = views.VotesBar(
    entry=ENTRY,
    level="majority",
    yes=3,
    no=0,
    hold=0,
    voters=5,
    majority_at=3,
    final_at=4,
    strength=1,
    lines=[views.VoterLine(voter=OTHER, name="Pearl", vote="yes")],
)
IMPORT = views.ImportStatus(
    id="i1",
    file="/a/b.csv",
    state="sent",
    rows=3,
    added=2,
    bad=1,
    problems=[{"line": 3, "column": "amount", "value": "NaN", "reason": "not_plain_number"}],
    totals=[views.Amount(currency="HKD", minor=100)],
)
STATUS = views.ProfileStatus(state="unlocked", member=MEMBER, name="Harbour")
MADE = views.NetworkMade(network=ENTRY, name="N", invitation="cohong-invitation")
PEN = views.PenView(why="restored", held=3, written=5, needed=2, missing=["Harbour"], can_override=True)
DONE = views.Done()
WRITTEN = views.Written(entry=ENTRY, object=ENTRY, seq=7, peers=2)
REPORT: views.PaymentReport = decode_result(
    "check.report",
    json.dumps(
        {
            "member": OTHER,
            "as_of": "2027-01-31",
            **report_on([TradeLine(OTHER, "HKD", 100, 740_000, 740_030)], "2027-01-31", 1, math.inf),
        }
    ).encode(),
)
DAYS_LATE = views.PaymentForetold(
    object=ENTRY,
    debtor=OTHER,
    debtor_name="Pearl",
    side="holder",
    due="2026-12-15",
    as_of="2026-11-26",
    foretold=views.ForetoldDays(
        days=9.2,
        error_days=3.2,
        low=5,
        high=14,
        paid_on="2026-12-24",
        own=41,
        own_mean=9.5,
        everybody=2_000,
        everybody_mean=4.0,
    ),
)
TRUST = views.TrustView(
    member=OTHER, viewer=MEMBER, as_of="2027-01-31", read_ms=1, names={MEMBER: "Harbour", OTHER: ""},
    currencies=[
        views.TrustInCurrency(
            currency="HKD", minor=800, paths_count=2,
            paths=[views.TrustPath(members=[MEMBER, OTHER], carried_minor=1_000, arrives_minor=800)],
            arcs=[
                views.TrustArc(creditor=MEMBER, debtor=OTHER, holds_minor=1_000, paid_minor=2_000, payments=2,
                               newest="2027-01-01", objects=[ENTRY]),
            ],
            bound=views.TrustBound(side="subject", holds_minor=1_000, members=1, hops=1, at_most_minor=800),
        ),
        views.TrustInCurrency(
            currency="CNY", minor=0, paths_count=0, paths=[], arcs=[],
            bound=views.TrustBound(side="viewer", holds_minor=0, members=0, hops=1, at_most_minor=0),
        ),
    ],
)  # fmt: skip
RATING = views.RatingOf(member=MEMBER, value=0.3, months=3, on_time=4, late=1, lost=0, score=-2)
EXPERIENCE = views.ExperienceView(
    member=OTHER, viewer=MEMBER, as_of="2027-01-31", read_ms=1, names={MEMBER: ""}, expected=-0.25,
    terms=[views.ExperienceTerm(term=term, value=0.5, weight=0.1, adds=0.05) for term in Term], ratings=7,
    learned_from=1_000, own=RATING, raters=[RATING],
)  # fmt: skip
STEPS: list[views.LimitStep] = ["repaid-to-me", "repaid-to-all", "believed", "grade", "thin", "overdue", "rounded"]
LIMITS = views.LimitReport(
    member=OTHER,
    name="Pearl",
    as_of="2026-11-26",
    grade="B",
    currencies=[
        views.LimitInCurrency(
            currency="HKD",
            suggested_minor=400,
            reasons=[views.LimitReason(step=step, figure=4, after_minor=400) for step in STEPS],
            own_minor=None,
            open_minor=5,
            asked_minor=0,
        )
    ],
)
LOOK = views.WatchLook(
    grade="B",
    points=74,
    on_time=0.9,
    confidence="high",
    overdue=[views.Amount(currency="HKD", minor=5_000)],
    disputed=0,
    defaults=0,
    lost=0,
)
WATCHED = views.WatchList(
    members=[
        views.WatchedMember(
            member=OTHER,
            name="Pearl",
            note="asked for 60 days",
            review_on="2026-01-31",
            review_due=True,
            seen_ms=1,
            before=LOOK,
            now=LOOK,
            changes=[
                views.WatchChange(figure="overdue", before=5_000, after=0, worse=False, currency="HKD"),
                views.WatchChange(figure="on-time", before=None, after=0.9, worse=None),
            ],
            records=[
                views.WatchRecord(
                    entry=ENTRY,
                    object=ENTRY,
                    kind="credit.receipt",
                    author=MEMBER,
                    author_name="Harbour",
                    time_ms=1,
                    level="final",
                    reference="7",
                    currency="HKD",
                    amount_minor=5_000,
                )
            ],
            records_in_all=1,
        )
    ],
    changed=1,
    due=1,
    as_of="2026-11-26",
)
RINGS = views.RingCheck(
    member=OTHER,
    as_of="2027-01-31",
    read_ms=1,
    currencies=[views.ComesBack(currency="HKD", paid_minor=20_000, back_minor=5_000)],
)
FACTS = views.MemberFacts(
    card=CARD,
    invoices=3,
    settled=2,
    paid_within_terms=1,
    late=1,
    days_late_sum=6,
    mean_days_late_milli=3000,
    worst_days_late=6,
    counterparties=1,
    first_day="2013-01-01",
    last_day="2013-12-01",
    currencies=[views.CurrencyFacts(currency="HKD", open_minor=1, overdue_minor=0, settled_minor=2, highest_minor=3)],
)
MOTION = views.MotionView(
    motion=ENTRY, ask="admit", member=OTHER, member_name="Newcomer", join=ENTRY, fields={"join": ENTRY}, reason="known",
    put_by=MEMBER, put_by_name="Harbour", put_ms=1, valid_until_ms=2, state="open", idle=False, yes=1, no=0, needed=2,
    voters=3, my_vote="none", may_vote=True, after=views.Thresholds(voters=3, majority_at=2, final_at=3),
    lines=[views.MotionVoter(voter=MEMBER, name="Harbour", vote="yes")],
)  # fmt: skip
CHAIN = views.ChainStatus(
    height=3, block=ENTRY, time_ms=1, epoch=1, voters=[MEMBER, OTHER], members=3, majority_at=2, final_at=2,
    final="two-thirds", currencies=["HKD"], entries_per_day=50_000, grace_days=7, stale_days=90, anchored=12,
    to_anchor=1, next_ms=5, iteration=-1, present=2, is_member=True, is_voter=True,
    joins=[views.JoinView(join=ENTRY, member=OTHER, name="New", invited_by="Harbour", time_ms=1, state="waiting")],
)  # fmt: skip

REACH = views.ReachView(proxy="socks5://127.0.0.1:9050", discovery=True)
TRACE = views.Trace(
    object=ENTRY, reference="INV-1", currency="HKD", amount_minor=10_000, received_minor=2_500, outstanding_minor=7_500,
    state="active",
    entries=[
        views.TraceEntry(
            entry=ENTRY, kind="credit.propose", author=MEMBER, author_name="Harbour", seq=0, time_ms=1, level="final",
            applied=True, adds_minor=10_000, rests_on=[], fields={}, signature="00", good=True,
            votes=[
                views.TraceVote(voter=MEMBER, name="Harbour", vote="yes", entry=ENTRY, seq=0, time_ms=1, good=True),
                views.TraceVote(voter=OTHER, name="", vote="no", reason="dates"),
            ],
        )
    ],
)  # fmt: skip
ROUND = views.RoundView(
    id=ENTRY, coordinator=MEMBER, coordinator_name="Harbour", currency="HKD", due_until="2026-12-31", ends="2026-12-31",
    says="month's end", state="open", is_mine=True, has_joined=True, participants=3, obligations=4, joined_minor=100,
)  # fmt: skip
PREVIEW = views.NettingPreview(
    round=ENTRY, currency="HKD", owe_minor=3, owed_minor=2, obligations=2, mine_minor=1, all_minor=3, gross_minor=9
)
WHAT_IF = views.WhatIfCleared(
    round=ENTRY, currency="HKD", liquidity_minor=50, obligations=4, gross_minor=2450, cleared_minor=2100,
    lent_minor=150, pooled_minor=200,
)  # fmt: skip
STATEMENT = views.SetOffStatement(
    round=ENTRY, entry=ENTRY, time_ms=1, coordinator=MEMBER, coordinator_name="", currency="HKD", as_debtor_minor=5,
    as_holder_minor=5, cleared_minor=15, verified=True,
    lines=[
        views.SetOff(
            object=ENTRY, reference="INV-1", debtor=MEMBER, debtor_name="Harbour", holder=OTHER, holder_name="",
            currency="HKD", before_minor=9, set_off_minor=5, left_minor=4,
        )
    ],
)  # fmt: skip
DEMAND = views.DemandView(
    entry=ENTRY, author=OTHER, author_name="Pearl", object=ENTRY, reference="INV-1", amount_minor=5, due_minor=4,
    says="", time_ms=1, level="final", usable=True,
)  # fmt: skip
CONSENT = views.ConsentView(
    id=ENTRY, subject=MEMBER, subject_name="Harbour", reader=OTHER, reader_name="", scope="report", purpose="terms",
    until="2026-12-31", says="", state="revoked", given_ms=1, revoked_ms=2, reason="", count=1,
    readings=[views.ReadingView(entry=ENTRY, time_ms=3, level="final", late=True)],
)  # fmt: skip
COVERS = views.CoverList(
    given=[
        views.GuaranteeView(
            id=ENTRY, guarantor=MEMBER, guarantor_name="Harbour", debtor=OTHER, debtor_name="Pearl", beneficiary=OTHER,
            beneficiary_name="", currency="HKD", cap_minor=9, left_minor=4, until="2026-12-31", is_over=False, says="",
            calls=[DEMAND], side="guarantor",
        )
    ],
    got=[],
    of_my_debts=[],
    pools=[
        views.PoolView(
            id=ENTRY, keeper=OTHER, keeper_name="Pearl", name="Guild", currency="HKD", is_mine=False, is_kept=False,
            pledged_minor=9, left_minor=9, debtor_most_minor=0, claims=[], drawn=[],
            pledges=[
                views.PledgeView(
                    id=ENTRY, member=MEMBER, member_name="", cap_minor=9, left_minor=9, until="2026-12-31",
                    is_over=False, is_mine=True,
                )
            ],
        )
    ],
)  # fmt: skip
EXPOSURE = views.ExposureLine(currency="HKD", now_minor=1, worst_minor=9, now_after_minor=1, worst_after_minor=12)
EXPORTED = views.BundleStatus(
    id="j1", doing="export", state="done", file="x.cohong", bundle=ENTRY, maker=MEMBER, entries=3, done=3, whole=True
)
SHOWN_BUNDLE = views.BundleContents(
    id=ENTRY, maker=MEMBER, is_member=False, made_ms=1, size=10, for_me=True, parts=1, whole=False, damaged=[1],
    readers=[views.BundleReader(member=OTHER, name="Pearl")],
    feeds=[views.BundleFeed(member=OTHER, first_seq=0, last_seq=2)],
)  # fmt: skip
EXPORT = views.ExportStatus(id="j1", doing="book", state="done", file="book.xlsx", rows=3)
AUDIT = views.AuditStatus(state="done", entries=3, records=2, digest_kept=ENTRY, digest_counted=ENTRY)

DISPUTE = views.DisputeView(
    dispute=ENTRY, about=OTHER, opener=OTHER, opener_name="Pearl", opened_ms=1, level="final",
    says="[red]broken\x1b[31m", evidence=[], state="open", outcome="", actions=["dispute.answer"],
    answers=[views.AnswerView(author=MEMBER, author_name="Harbour", says="whole", time_ms=2, level="final")],
)  # fmt: skip
CORRECTION = views.CorrectionView(
    correction=ENTRY, about=OTHER, author=OTHER, author_name="", asked=MEMBER, asked_name="Harbour", says="number",
    evidence=[], proposed_ms=1, state="proposed", deadline_ms=2, unanswered_ms=3,
)  # fmt: skip
OFFER = views.OfferView(
    offer=ENTRY, side="buy", author=OTHER, author_name="Pearl", amount_minor=500, price_minor=450, recourse=True,
    valid_until="2030-01-31", usable=True,
)  # fmt: skip

FOR_SALE = views.BoardRow(
    offer=ENTRY, object=OTHER, reference="INV-1", holder=OTHER, holder_name="Pearl", debtor=MEMBER,
    debtor_name="Harbour", currency="HKD", amount_minor=10_000, price_minor=9_500, recourse=False,
    valid_until="2030-01-31", due="2030-06-01", days_to_due=90, discount_bp=2028, disputed=True, bids=1, own=False,
)  # fmt: skip

BID = views.BidRow(
    offer=ENTRY, object=OTHER, reference="INV-1", buyer=OTHER, buyer_name="", holder=MEMBER, holder_name="Harbour",
    debtor=OTHER, debtor_name="Pearl", currency="HKD", amount_minor=10_000, price_minor=9_500, recourse=True,
    valid_until="2030-01-31", due="2030-06-01", discount_bp=None, disputed=True, own=False,
)  # fmt: skip

ANSWERS: dict[str, Any] = {
    "netting.rounds": [ROUND],
    "netting.preview": PREVIEW,
    "netting.what_if": WHAT_IF,
    "netting.join": [WRITTEN],
    "netting.settle": WRITTEN,
    "netting.statement": STATEMENT,
    "netting.debts": STATEMENT.lines,
    "consent.list": views.ConsentList(given=[CONSENT], received=[]),
    "consent.read": views.ReadingNoted(consent=CONSENT, entry=ENTRY, refused=""),
    "lookup.list": views.LookUpPage(
        rows=[views.LookUpView(member=OTHER, name="Chan Tai Man", time_ms=1, purpose="review", consent="")],
        total=12,
        days_kept=365,
    ),
    "lookup.keep": views.Done(done=2),
    "lookup.clear": views.Done(done=12),
    "cover.list": COVERS,
    "cover.exposure": [EXPOSURE],
    "cover.due": views.PoolDue(
        currency="HKD", amount_minor=1, after_first_loss_minor=4, left_for_debtor_minor=1, left_minor=9, shares=[]
    ),
    "cover.history": [],
    "market.bids": [BID],
    "market.board": views.BoardPage(total=1, first=0, revision=1, rows=[FOR_SALE]),
    "dispute.list": views.Objections(disputes=[DISPUTE], corrections=[CORRECTION]),
    "book.trace": TRACE,
    "bundle.export": EXPORTED,
    "bundle.show": SHOWN_BUNDLE,
    "bundle.import": EXPORTED,
    "bundle.status": EXPORTED,
    "bundle.cancel": EXPORTED,
    "export.book": EXPORT,
    "export.statement": EXPORT,
    "export.lookups": EXPORT,
    "export.status": EXPORT,
    "export.cancel": EXPORT,
    "audit.start": AUDIT,
    "audit.status": AUDIT,
    "audit.cancel": AUDIT,
    "profile.status": STATUS,
    "profile.create": views.NewProfile(member=MEMBER, words=[f"word{number}" for number in range(24)]),
    "profile.unlock": STATUS,
    "profile.lock": STATUS,
    "profile.rename": STATUS,
    "reach.status": REACH,
    "reach.set": REACH,
    "profile.passphrase": DONE,
    "profile.sign_anyway": DONE,
    "profile.hand_over": DONE,
    "profile.take_over": STATUS,
    "device.make": DONE,
    "device.list": [views.DeviceView(key=ENTRY, name="laptop", connected=True)],
    "device.link": DONE,
    "device.remove": DONE,
    "network.create": MADE,
    "network.join": MADE,
    "network.invitation": MADE,
    "invite.make": views.InviteMade(invite=ENTRY, text="cohong:join?x", role="join", valid_until_ms=9),
    "invite.withdraw": WRITTEN,
    "invite.list": [
        views.InviteView(invite=ENTRY, author=MEMBER, author_name="", role="observe", valid_until_ms=9, used_by="")
    ],
    "motion.list": [MOTION],
    "motion.preview": MOTION,
    "motion.put": WRITTEN,
    "motion.vote": WRITTEN,
    "chain.status": CHAIN,
    "chain.ask": WRITTEN,
    "peer.add": DONE,
    "node.prune": views.Pruned(ballots=7, bytes=4096),
    "node.status": views.NodeStatus(version="0", member=MEMBER, counters={"malformed": 2}, catching_up=True, pen=PEN),
    "node.stop": DONE,
    "record.write": WRITTEN,
    "record.write_many": [WRITTEN],
    "book.rows": views.BookPage(total=1, first=0, revision=4, rows=[ROW]),
    "book.counts": views.BookCounts(by_filter={"all": 1}, owed_to_me=[views.Amount(currency="HKD", minor=1)]),
    "book.ageing": views.Ageing(
        day="2026-01-02",
        lines=[
            views.AgeingLine(
                counterparty=OTHER,
                counterparty_name="Pearl",
                currency="HKD",
                records=2,
                bands=[1, 2, 3, 4, 5],
                total_minor=15,
            )
        ],
        sums=[views.AgeingSum(currency="HKD", records=2, bands=[1, 2, 3, 4, 5], total_minor=15)],
        left_out=1,
    ),
    "book.record": views.RecordDetails(
        row=ROW,
        grace_days=0,
        description="tea",
        received_minor=0,
        assignable=True,
        nettable=True,
        valid_until="2013-03-01",
        history=[
            views.HistoryItem(
                entry=ENTRY,
                kind="credit.propose",
                author=MEMBER,
                author_name="Harbour",
                seq=1,
                time_ms=1,
                level="final",
                yes=5,
                no=0,
                hold=0,
                strength=3,
            ),
            views.HistoryItem(
                entry=MEMBER,
                kind="credit.agree",
                author=OTHER,
                author_name="",
                seq=1,
                time_ms=1,
                level="final",
                yes=5,
                no=0,
                hold=0,
                strength=3,
                fields={"amount": 5000, "due": "2013-06-01", "valid_until": "2030-01-31"},
            ),
        ],
        holder=OTHER,
        holder_name="[red]Pearl",
        first_amount_minor=6000,
        first_due="2013-01-31",
        written_off_minor=100,
        assigned_minor=200,
        recourse_to=MEMBER,
        recourse_to_name="Harbour",
        part_of=BLOCK,
        parts=[ROW],
        notice=views.NoticeView(entry=ENTRY, block_ms=1, default_ms=2),
        offers=[OFFER],
        disputes=[DISPUTE],
        corrections=[CORRECTION],
    ),
    "book.votes": VOTES,
    "book.summary": views.BookSummary(
        invoices=1,
        settled=0,
        late=0,
        days_late_sum=0,
        mean_days_late_milli=-1,
        totals=[views.Amount(currency="HKD", minor=5594)],
        outstanding=[],
    ),
    "book.digest": views.Digest(
        digest=ENTRY,
        objects=1,
        entries=1,
        records=1,
        waiting=0,
        confirmed=1,
        final=1,
        rejected=0,
        contested=0,
        forks=0,
    ),
    "book.anchored_digest": views.AnchoredDigest(height=1, block=ENTRY, digest=ENTRY, objects=1, records=1),
    "drafts.put": DONE,
    "drafts.send": views.Done(done=3),
    "drafts.recall": views.Done(done=3),
    "drafts.restore": views.Done(done=2),
    "drafts.remove": views.Done(done=2),
    "check.search": [CARD],
    "check.member": FACTS,
    "check.report": REPORT,
    "check.grades": [views.CardGrade(member=OTHER, grade="B")],
    "check.rings": RINGS,
    "check.days_late": DAYS_LATE,
    "check.trust": TRUST,
    "check.experience": EXPERIENCE,
    "limit.suggest": LIMITS,
    "limit.set": DONE,
    "limit.list": [
        views.OwnLimit(member=OTHER, name="Pearl", currency="HKD", amount_minor=900, open_minor=500, asked_minor=1)
    ],
    "today.show": views.Today(
        as_of="2026-11-26", motions=2, proposals=1, disputes=1, corrections=1, corrections_by_ms=1_800_000_000_000
    ),
    "watch.list": WATCHED,
    "watch.set": DONE,
    "watch.remove": DONE,
    "watch.seen": DONE,
    "check.fit": views.ExperienceFit(
        ratings=3, members=2, leave_one_out=views.FitOf(rmse=0.2, correlation=None), forward=None
    ),
    "members.list": [CARD],
    "members.rows": views.MemberPage(
        total=3,
        first=0,
        revision=1,
        rows=[
            views.MemberRow(
                member=OTHER,
                name="[red]Pearl\x1b[31m",
                part="voter",
                exposures=[views.MemberExposure(currency="HKD", open_minor=4_820_000, limit_minor=4_000_000)],
                watched=True,
            ),
            views.MemberRow(member=MEMBER, name="", me=True),
        ],
    ),
    "sync.status": views.SyncStatus(
        peers=[views.PeerRow(member=OTHER, name="Pearl", connected=False, why="unreachable")],
        outbox=[
            views.OutboxRow(
                entry=ENTRY,
                object=ENTRY,
                kind="credit.propose",
                reference="1",
                time_ms=1,
                where="here",
                peers=0,
                level="waiting",
                yes=1,
                voters=5,
                waits_for=["Pearl"],
            )
        ],
        outbox_total=1,
        damaged=["Pearl 7"],
        put_off=["Pearl"],
        is_quota_used_up=True,
        quota_until_ms=1_700_000_000_000,
    ),
    "forks.list": [
        views.ForkView(
            author=OTHER,
            name="Pearl",
            seq=3,
            first=ENTRY,
            second=MEMBER,
            found_ms=1,
            proof="00",
            state="ruled",
            stands=ENTRY,
            branches=[ENTRY, MEMBER],
        )
    ],
    "cheats.list": [
        views.CheatView(
            voter=OTHER,
            name="Cheat",
            how="branches",
            author=MEMBER,
            author_name="Pearl",
            seq=3,
            record="",
            first=ENTRY,
            second=MEMBER,
            signed_ms=1,
            proof="00",
            is_member=True,
        )
    ],
    "import.invoices": IMPORT,
    "import.match": views.PaymentsFound(
        file="february.csv", rows=1, bad=1, problems=[{"line": 2, "reason": "overpayment", "other": "17"}]
    ),
    "import.payments": IMPORT,
    "import.status": IMPORT,
    "import.list": [IMPORT],
    "import.send": IMPORT,
    "import.cancel": IMPORT,
    "import.undo": IMPORT,
    "import.remembered": views.RememberedImport(known=True, file="invoices.csv"),
    "import.problems": views.Done(done=1),
}


SHOWN = {"chain.ask": "chain.status", "consent.read": "check.member"}
"""What a command shows that asks for one thing and then for another."""


class Node(threading.Thread):
    """An API server with canned answers, which notes what it was asked."""

    def __init__(self, profile_dir: Path) -> None:
        super().__init__(daemon=True)
        self.path = socket_path(profile_dir)
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.refusals: dict[str, ApiError] = {}
        self.notifier = Notifier()
        self.ready = threading.Event()
        self._token: trio.lowlevel.TrioToken
        self._scope: trio.CancelScope

    def run(self) -> None:
        trio.run(self._serve)

    def stop(self) -> None:
        with suppress(trio.RunFinishedError):
            self._token.run_sync_soon(self._scope.cancel)
        self.join(10)

    def publish(self, topic: str) -> None:
        self._token.run_sync_soon(self.notifier.publish, topic)

    async def _serve(self) -> None:
        self._token = trio.lowlevel.current_trio_token()
        handlers = {method: self._handler(method) for method in ANSWERS}
        async with trio.open_nursery() as nursery:
            self._scope = nursery.cancel_scope
            await nursery.start(serve_api, self.path, handlers, self.notifier)
            self.ready.set()

    def _handler(self, method: str) -> Handler:
        async def answer(params: Params) -> object:
            self.asked.append((method, msgspec.to_builtins(params)))
            if method in self.refusals:
                raise self.refusals[method]
            return ANSWERS[method]

        return answer


@pytest.fixture
def profile_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", os.fspath(runtime))
    return tmp_path / "profile"


@pytest.fixture
def node(profile_dir: Path) -> Iterator[Node]:
    running = Node(profile_dir)
    running.start()
    assert running.ready.wait(10)
    yield running
    running.stop()


@pytest.fixture
def secret(tmp_path: Path) -> str:
    path = tmp_path / "passphrase"
    path.write_text("correct horse battery\nnot this\n")
    return os.fspath(path)


def commands(secret: str, tmp_path: Path) -> dict[str, list[str]]:
    """A command for each request that a shell can make."""
    invoices = tmp_path / "invoices.csv"
    invoices.write_text("customer,number,date,amount\n")
    return {
        "profile.status": ["profile", "show"],
        "profile.create": ["profile", "create", "--passphrase-file", secret, "--name", "Harbour"],
        "profile.unlock": ["profile", "unlock", "--passphrase-file", secret],
        "profile.lock": ["profile", "lock"],
        "profile.sign_anyway": ["profile", "sign-anyway", "--confirm", "sign anyway"],
        "profile.hand_over": [
            "profile",
            "hand-over",
            secret,
            "--passphrase-file",
            secret,
            "--confirm",
            "hand over",
        ],
        "profile.take_over": ["profile", "take-over", secret, "--passphrase-file", secret],
        "device.make": ["device", "add", "laptop", secret],
        "device.list": ["device", "list"],
        "device.link": ["device", "link", OTHER, "laptop"],
        "device.remove": ["device", "remove", "laptop"],
        "profile.rename": ["profile", "rename", "Harbour International"],
        "reach.status": ["network", "reach"],
        "reach.set": ["network", "reach", "--proxy", "", "--no-discovery"],
        "profile.passphrase": [
            "profile",
            "passphrase",
            "--passphrase-file",
            secret,
            "--new-passphrase-file",
            secret,
        ],
        "network.create": [
            *("network", "create", "--name", "N", "--member", f"{OTHER}@127.0.0.1:4001"),
            *("--currency", "HKD", "--final", "majority", "--block", BLOCK),
        ],
        "network.join": ["network", "join", "cohong-invitation"],
        "network.invitation": ["network", "invitation"],
        "invite.make": ["invite", "make", "--observe"],
        "invite.list": ["invite", "list"],
        "invite.withdraw": ["invite", "withdraw", ENTRY[:8]],
        "motion.list": ["motion", "list"],
        "motion.preview": ["api", "call", "motion.preview", f'{{"ask": "admit", "join": "{ENTRY}"}}'],
        "motion.put": ["motion", "admit", ENTRY, "--reason", "known"],
        "motion.vote": ["motion", "vote", ENTRY, "--yes"],
        "chain.status": ["chain"],
        "chain.ask": ["chain", "--ask"],
        "node.prune": ["node", "prune"],
        "peer.add": ["peer", "add", OTHER, "127.0.0.1:4001"],
        "node.status": ["node", "status"],
        "node.stop": ["node", "stop"],
        "record.write": ["record", "endorse", OTHER, "--score", "-3", "--comment", "late"],
        "record.write_many": ["api", "call", "record.write_many", '{"records": [{"kind": "profile.set"}]}'],
        "node.subscribe": ["api", "call", "node.subscribe"],
        "book.rows": [
            "book",
            "list",
            "--filter",
            "overdue",
            "--sort",
            "due",
            "--ascending",
            "--debtor",
            OTHER,
            "--currency",
            "HKD",
        ],
        "book.counts": ["book", "counts"],
        "book.ageing": ["book", "ageing", "--i-owe"],
        "book.record": ["book", "show", ENTRY],
        "book.trace": ["record", "trace", ENTRY],
        "market.bids": ["market", "bids"],
        "market.board": ["market", "board", "--filter", "others", "--currency", "HKD", "--sort", "discount"],
        "dispute.list": ["dispute", "list", "--about", OTHER],
        "book.votes": ["book", "votes", ENTRY],
        "book.summary": ["book", "summary"],
        "book.digest": ["book", "digest"],
        "book.anchored_digest": ["book", "digest", "--at", "1"],
        "drafts.put": ["api", "call", "drafts.put", '{"id": "d1", "fields": {}}'],
        "drafts.send": ["drafts", "send"],
        "drafts.recall": ["drafts", "recall"],
        "drafts.restore": ["drafts", "restore", "d1", "d2"],
        "drafts.remove": ["drafts", "remove", "d1", "d2"],
        "check.search": ["check", "search", "明珠"],
        "check.member": ["check", "member", OTHER],
        "check.report": ["check", "report", OTHER],
        "check.grades": ["api", "call", "check.grades", f'{{"members": ["{OTHER}"]}}'],
        "check.rings": ["check", "rings", OTHER],
        "check.days_late": ["check", "days-late", ENTRY],
        "check.trust": ["check", "trust", OTHER, "--currency", "HKD"],
        "check.experience": ["check", "experience", OTHER],
        "limit.suggest": ["limit", "suggest", OTHER],
        "limit.set": ["limit", "set", OTHER, "--currency", "HKD", "--amount", "4000"],
        "limit.list": ["limit", "list"],
        "today.show": ["today"],
        "watch.list": ["watch", "list"],
        "watch.set": ["watch", "add", OTHER, "--review", "2027-01-31", "--note", "asked for 60 days"],
        "watch.remove": ["watch", "remove", OTHER],
        "watch.seen": ["watch", "seen"],
        "check.fit": ["insight", "evaluate", "--from-book", "--words-only"],
        "members.list": ["members"],
        "members.rows": ["members", "--only", "owing", "--by", "owed", "--currency", "HKD"],
        "sync.status": ["sync"],
        "forks.list": ["forks"],
        "cheats.list": ["cheats"],
        "import.invoices": ["import", "invoices", os.fspath(invoices), "--currency", "HKD"],
        "import.match": ["import", "payments", os.fspath(invoices), "--currency", "HKD", "--dry-run"],
        "import.payments": ["import", "payments", os.fspath(invoices), "--currency", "HKD"],
        "import.status": ["import", "status", "i1"],
        "import.list": ["import", "list"],
        "import.send": ["import", "send", "i1"],
        "import.cancel": ["import", "cancel", "i1"],
        "import.undo": ["import", "undo", "i1"],
        "import.remembered": ["api", "call", "import.remembered", '{"headers": ["Customer"]}'],
        "import.problems": ["import", "problems", "i1", os.fspath(tmp_path / "out.csv")],
        "export.book": ["book", "export", os.fspath(tmp_path / "book.xlsx"), "--filter", "overdue", "--debtor", OTHER],
        "export.statement": ["book", "statement", os.fspath(tmp_path / "account.csv"), "--with", OTHER],
        "export.lookups": ["lookups", "export", os.fspath(tmp_path / "lookups.csv")],
        "export.status": ["api", "call", "export.status", '{"id": "j1"}'],
        "export.cancel": ["api", "call", "export.cancel", '{"id": "j1"}'],
        "netting.rounds": ["netting", "list"],
        "netting.preview": ["netting", "preview", ENTRY],
        "netting.what_if": ["netting", "what-if", ENTRY, "0.50"],
        "netting.join": ["netting", "join", ENTRY],
        "netting.settle": ["netting", "settle", ENTRY],
        "netting.statement": ["netting", "statement", ENTRY],
        "netting.debts": ["netting", "debts", ENTRY],
        "consent.list": ["consent", "receipts"],
        "consent.read": ["check", "member", OTHER, "--purpose", "review"],
        "lookup.list": ["lookups", "list", "--count", "9"],
        "lookup.keep": ["lookups", "keep", "90"],
        "lookup.clear": ["lookups", "clear", "--all"],
        "cover.list": ["cover", "list"],
        "cover.exposure": ["cover", "exposure"],
        "cover.due": ["api", "call", "cover.due", f'{{"pool": "{ENTRY}", "obligation": "{ENTRY}", "amount": 5}}'],
        "cover.history": ["api", "call", "cover.history", f'{{"object": "{ENTRY}"}}'],
        "bundle.export": ["bundle", "export", "x.cohong", "--since", "2026-01-01", "--for", OTHER, "--feeds", MEMBER],
        "bundle.show": ["bundle", "show", "x.cohong"],
        "bundle.import": ["bundle", "import", "x.cohong"],
        "bundle.status": ["api", "call", "bundle.status", '{"id": "j1"}'],
        "bundle.cancel": ["api", "call", "bundle.cancel", '{"id": "j1"}'],
        "audit.start": ["audit"],
        "audit.status": ["api", "call", "audit.status"],
        "audit.cancel": ["api", "call", "audit.cancel"],
    }


def run(profile_dir: Path, *arguments: str) -> int:
    return exit_code_after([*arguments, "--profile", os.fspath(profile_dir)])


def test_every_request_is_reachable_and_answered_as_json_and_in_words(
    node: Node, profile_dir: Path, secret: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reachable = commands(secret, tmp_path)
    # What a receipt or a credit report comes to is a file: tests/integration has them with real nodes.
    assert set(reachable) == set(METHODS) - {"receipt.make", "report.make"}
    for method, arguments in reachable.items():
        node.asked.clear()
        assert run(profile_dir, *arguments, "--json") == 0, method
        told = capsys.readouterr()
        assert told.out.count("\n") == 1
        if method != "node.subscribe":
            assert json.loads(told.out) == msgspec.to_builtins(ANSWERS[SHOWN.get(method, method)])
            assert method in [asked for asked, _params in node.asked]
        assert run(profile_dir, *arguments) == 0, method
        told = capsys.readouterr()
        assert told.out.strip(), method
        assert all(char.isprintable() or char == "\n" for char in told.out)


def test_what_is_typed_is_what_the_node_is_asked(node: Node, profile_dir: Path, secret: str, tmp_path: Path) -> None:
    wanted: dict[str, dict[str, Any]] = {
        "profile.create": {"passphrase": "correct horse battery", "name": "Harbour", "words": []},
        "network.create": {
            "name": "N",
            "founders": [{"member": OTHER, "addresses": ["127.0.0.1:4001"]}],
            "currencies": ["HKD"],
            "final": "majority",
            "continues": True,
            "block": BLOCK,
        },
        "book.rows": {
            "filter": "overdue",
            "sort": "due",
            "descending": False,
            "text": "",
            "debtor": OTHER,
            "counterparty": "",
            "currency": "HKD",
            "first": 0,
            "count": 50,
        },
        "check.search": {"text": "明珠", "count": 20},
        "drafts.remove": {"ids": ["d1", "d2"]},
    }
    for method, params in wanted.items():
        node.asked.clear()
        assert run(profile_dir, *commands(secret, tmp_path)[method]) == 0
        assert node.asked[0] == (method, params)


def test_a_member_can_be_meant_by_name(node: Node, profile_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(profile_dir, "limit", "suggest", "明珠") == 0
    assert node.asked == [("check.search", {"text": "明珠", "count": 20}), ("limit.suggest", {"member": OTHER})]
    assert f"Pearl ({OTHER[:12]})" in capsys.readouterr().err


def test_the_shell_says_which_filters_there_are(profile_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(profile_dir, "members", "--only", "foo") == 2
    assert "everybody, owing, watched, over-limit" in capsys.readouterr().err


def written_record(node: Node) -> dict[str, Any]:
    (params,) = (params for method, params in node.asked if method == "record.write")
    assert len(params.pop("key")) == 32
    node.asked.clear()
    return params


def test_records_have_the_fields_of_their_kind(node: Node, profile_dir: Path) -> None:
    assert run(profile_dir, "record", "profile", "--name-en", "H", "--name-hans", "海", "--place", "HK") == 0
    assert written_record(node) == {
        "kind": "profile.set",
        "object": "",
        "fields": {"kind": "firm", "name": {"en": "H", "zh_hans": "海"}, "place": "HK", "identifiers": {}},
    }
    limit = ["--counterparty", OTHER, "--side", "debtor", "--currency", "JPY", "--amount", "500"]
    assert run(profile_dir, "record", "limit", *limit, "--until", "2030-01-31", "--auto-accept") == 0
    assert written_record(node)["fields"] == {
        "counterparty": OTHER,
        "side": "debtor",
        "currency": "JPY",
        "amount": 500,
        "terms_days": 30,
        "until": "2030-01-31",
        "auto_accept": True,
    }
    terms = ["--amount", "12.50", "--currency", "HKD", "--issued", "2026-01-01", "--due", "2026-01-31"]
    assert run(profile_dir, "record", "propose", "--debtor", OTHER, *terms, "--reference", "0007") == 0
    proposed = written_record(node)
    assert proposed["fields"]["creditor"] == MEMBER
    assert (proposed["fields"]["amount"], proposed["fields"]["reference"]) == (1250, "0007")
    assert run(profile_dir, "record", "accept", ENTRY) == 0
    assert written_record(node) == {"kind": "credit.accept", "object": ENTRY, "fields": {}}
    assert run(profile_dir, "record", "decline", ENTRY, "--reason", "wrong price") == 0
    assert written_record(node)["fields"] == {"reason": "wrong price"}


def test_steps_of_an_obligation_have_the_fields_of_their_kind(node: Node, profile_dir: Path) -> None:
    until = ["--valid-until", "2030-01-31"]
    assert run(profile_dir, "record", "agree", ENTRY, "--amount", "50", *until) == 0
    assert written_record(node) == {
        "kind": "credit.agree",
        "object": ENTRY,
        "fields": {"amount": 5000, "due": ROW.due, "valid_until": "2030-01-31"},
    }
    assert run(profile_dir, "record", "restructure", ENTRY) == 0
    assert written_record(node)["fields"] == {"amount": 5000, "due": "2013-06-01", "consent": MEMBER}
    assert run(profile_dir, "record", "restructure", ENTRY, "--consent", OTHER) == 2
    node.asked.clear()
    assert run(profile_dir, "record", "notice", ENTRY, "--says", "pay") == 0
    assert written_record(node) == {"kind": "credit.notice", "object": ENTRY, "fields": {"says": "pay"}}
    assert run(profile_dir, "record", "default", ENTRY) == 0
    assert written_record(node)["kind"] == "credit.default"
    assert run(profile_dir, "record", "write-off", ENTRY, "--reason", "gone") == 0
    assert written_record(node)["fields"] == {"amount": 5594, "reason": "gone"}
    assert run(profile_dir, "record", "recover", ENTRY, "--value-date", "2026-01-31") == 0
    assert written_record(node)["fields"]["amount"] == 100
    offer = ["--price", "45", "--amount", "50", "--recourse", *until]
    assert run(profile_dir, "market", "buy", ENTRY, *offer) == 0
    bid = {"amount": 5000, "price": 4500, "recourse": True, "valid_until": "2030-01-31"}
    assert written_record(node) == {"kind": "offer.buy", "object": ENTRY, "fields": bid}
    assert run(profile_dir, "market", "sell", ENTRY, "--price", "45") == 0
    assert written_record(node)["fields"]["amount"] == 5594
    assert run(profile_dir, "market", "assign", ENTRY, "--offer", OTHER) == 0
    assert written_record(node) == {"kind": "credit.assign", "object": ENTRY, "fields": {"consent": OTHER}}
    assert run(profile_dir, "dispute", "close", ENTRY, "--withdrawn") == 0
    assert written_record(node)["fields"] == {"outcome": "withdrawn", "says": ""}
    assert run(profile_dir, "dispute", "open", ENTRY, "--says", "broken", "--evidence", OTHER) == 0
    assert written_record(node)["fields"] == {"says": "broken", "evidence": [OTHER]}
    assert run(profile_dir, "correct", "propose", ENTRY, "--asked", OTHER, "--says", "number") == 0
    assert written_record(node)["fields"] == {"asked": OTHER, "says": "number", "evidence": []}


def test_payment_is_all_that_is_outstanding_unless_said(node: Node, profile_dir: Path) -> None:
    assert run(profile_dir, "record", "claim", ENTRY, "--value-date", "2026-01-31") == 0
    assert written_record(node)["fields"]["amount"] == 5594
    receipt = ["record", "receipt", ENTRY, "--value-date", "2026-01-31", "--claim", OTHER, "--method", "FPS"]
    assert run(profile_dir, *receipt, "--amount", "5.5") == 0
    assert written_record(node)["fields"] == {
        "amount": 550,
        "value_date": "2026-01-31",
        "method": "FPS",
        "reference": "",
        "claim": OTHER,
    }
    assert run(profile_dir, *receipt, "--amount", "5.555") == 2


def test_refusal_is_exit_code_1_and_says_why(node: Node, profile_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    node.refusals["record.write"] = ApiError(ApiErrorCode.RULE, "exceeds-outstanding")
    assert run(profile_dir, "record", "accept", ENTRY, "--json") == 1
    told = capsys.readouterr()
    answer = json.loads(told.out)
    assert (answer["error"], answer["detail"]) == ("rule", "exceeds-outstanding")
    assert "more than what is outstanding" in told.err


def test_import_that_failed_is_exit_code_1(
    node: Node, profile_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = views.ImportStatus(id="i", file="f", state="failed", error="no_column")
    monkeypatch.setitem(ANSWERS, "import.invoices", failed)
    (tmp_path / "f.csv").write_text("x")
    assert run(profile_dir, "import", "invoices", os.fspath(tmp_path / "f.csv")) == 1
    assert node.asked[0][1]["path"] == os.fspath(tmp_path / "f.csv")


def test_parameters_that_do_not_fit_are_exit_code_2(node: Node, profile_dir: Path) -> None:
    assert run(profile_dir, "book", "list", "--filter", "nonsense") == 2
    assert run(profile_dir, "api", "call", "book.burn") == 2
    assert run(profile_dir, "api", "call", "book.record", '{"objekt": 1}') == 2
    assert run(profile_dir, "network", "create", "--name", "N", "--final", "unanimous") == 2
    assert node.asked == []


def test_discover_gives_the_openrpc_document(node: Node, profile_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(profile_dir, "api", "discover", "--json") == 0
    assert json.loads(capsys.readouterr().out)["openrpc"] == "1.3.2"
    assert run(profile_dir, "api", "discover") == 0
    assert "book.rows" in capsys.readouterr().out


def test_client_keeps_notifications_that_come_between_answers(node: Node, profile_dir: Path) -> None:
    with NodeClient.connect(profile_dir) as client:
        client.ask("node.subscribe", after=0)
        node.publish("members")
        assert client.wait_for_change(["members"], timeout_s=10)
        node.publish("peers")
        node.publish("network")
        for _ in range(20):
            client.ask("node.status")
        topics = [client.next_notification(10), client.next_notification(10)]
        assert [told.topic for told in topics if told is not None] == ["peers", "network"]
        assert client.next_notification(0.05) is None


def test_node_that_stops_in_the_middle_is_not_reachable(node: Node, profile_dir: Path) -> None:
    with NodeClient.connect(profile_dir) as client:
        node.stop()
        assert run(profile_dir, "node", "status") == 3
        with pytest.raises(Exception, match="gone"):
            client.ask("node.status")


def test_open_motions_are_listed_with_the_reason_the_effect_and_what_to_beware_of(
    profile_dir: Path, node: Node, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(profile_dir, "motion", "list") == 0
    told = capsys.readouterr().out
    assert "Admit Newcomer?" in told
    assert "Why: known" in told
    assert "If it passes: Newcomer may read the book and write records" in told


def test_a_motion_without_a_reason_is_not_put(
    profile_dir: Path, node: Node, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(profile_dir, "motion", "admit", ENTRY) == 2
    assert "--reason" in capsys.readouterr().err
    assert not [method for method, _ in node.asked if method == "motion.put"]
