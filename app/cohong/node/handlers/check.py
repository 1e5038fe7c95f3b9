"""Members: looking one up, and the facts of how it pays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import NoParams, OfMember, Search
from cohong.api.views import CurrencyFacts, MemberCard, MemberFacts
from cohong.crypto.id_words import id_words
from cohong.ledger import member_views
from cohong.ledger.book_views import BookRow
from cohong.ledger.ledger import Ledger
from cohong.node.api_server import Handler
from cohong.node.desk import Desk
from cohong.node.handlers.book import today
from cohong.node.handlers.rows import mean_milli, obligation_rows
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.p2p.network import PeerState
from cohong.primitives.ids import ID_BYTES, MemberId

RESULTS_MAX: Final = 100


def check_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `check.*` and `members.list`."""

    async def search(params: Search) -> list[MemberCard]:
        session = service.in_network()
        count, cards = max(1, min(params.count, RESULTS_MAX)), _Cards.of(session)
        ledger = session.profile.ledger
        return await trio.to_thread.run_sync(lambda: list(map(cards.card, ledger.search_members(params.text, count))))

    async def members(_: NoParams) -> list[MemberCard]:
        session = service.in_network()
        everybody, cards, ledger = sorted(session.lineage.members), _Cards.of(session), session.profile.ledger
        # On another thread: of many thousands that takes seconds.
        return await trio.to_thread.run_sync(lambda: list(map(cards.card, ledger.member_cards(everybody))))

    async def member(params: OfMember) -> MemberFacts:
        session = service.in_network()
        identity = member_of(params.member)
        if not session.lineage.was_member(identity):
            raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, params.member)
        ledger = session.profile.ledger
        facts, rows = await trio.to_thread.run_sync(lambda: _facts_and_rows(ledger, identity, session.me))
        card = _Cards.of(session).card(facts.card)
        return await session.engine.call(lambda desk: _member_facts(facts, rows, card, desk))

    return {"check.search": search, "check.member": member, "members.list": members}


def _facts_and_rows(
    ledger: Ledger, member: MemberId, me: MemberId
) -> tuple[member_views.MemberFacts, Sequence[BookRow]]:
    with ledger.one_state():
        facts = ledger.member_facts(member, today=today())
        return facts, ledger.book_rows(facts.recent, me=me, today=today())


def _member_facts(
    facts: member_views.MemberFacts, rows: Sequence[BookRow], card: MemberCard, desk: Desk
) -> MemberFacts:
    name_of = desk.ledger.name_of
    linked = desk.replica.people.devices.linked(facts.card.member, desk.members)
    return MemberFacts(
        card=card,
        linked=[name_of(other) or other.hex()[:8] for other in linked],
        invoices=facts.invoices,
        settled=facts.settled,
        paid_within_terms=facts.paid_within_terms,
        late=facts.late,
        days_late_sum=facts.days_late_sum,
        mean_days_late_milli=mean_milli(facts.days_late_sum, facts.settled),
        worst_days_late=facts.worst_days_late,
        counterparties=facts.counterparties,
        first_day=facts.first_day,
        last_day=facts.last_day,
        currencies=list(map(_currency_facts, facts.currencies)),
        endorsements=[
            [name_of(item.author) or item.author.hex()[:8], item.score, item.comment, item.id.hex()]
            for item in facts.endorsements
        ],
        recent=obligation_rows(rows, desk),
        forked=facts.forked,
        defaulted=facts.defaulted,
        written_off=facts.written_off,
        disputed=facts.disputed,
    )


def _currency_facts(sums: member_views.CurrencySums) -> CurrencyFacts:
    return CurrencyFacts(
        currency=sums.currency,
        open_minor=sums.open_minor,
        overdue_minor=sums.overdue_minor,
        settled_minor=sums.settled_minor,
        highest_minor=sums.highest_minor,
    )


def member_of(text: str) -> MemberId:
    """Return the member that a request names by its id in hex.

    Raises:
        ApiError: it is no id.
    """
    try:
        identity = bytes.fromhex(text)
    except ValueError as error:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text) from error
    if len(identity) != ID_BYTES:
        raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, text)
    return MemberId(identity)


@dataclass(frozen=True, slots=True)
class _Cards:
    """Makes cards, on any thread."""

    me: MemberId
    voters: frozenset[MemberId]
    peers: Mapping[MemberId, PeerState]

    @classmethod
    def of(cls, session: Session) -> Self:
        peers = {MemberId(peer.member): peer for peer in session.network.peers()}
        return cls(session.me, frozenset(session.lineage.charter.roster), peers)

    def card(self, card: member_views.MemberCard) -> MemberCard:
        peer, profile = self.peers.get(card.member), card.profile
        names = dict(profile.names) if profile is not None else {}
        connected = peer is not None and peer.connected
        return MemberCard(
            member=card.member.hex(),
            name=card.name,
            id_words=id_words(card.member),
            name_hant=names.get("zh_hant", ""),
            name_hans=names.get("zh_hans", ""),
            kind=profile.kind if profile is not None else "",
            place=profile.place if profile is not None else "",
            identifiers=dict(profile.identifiers) if profile is not None else {},
            voter=card.member in self.voters,
            me=card.member == self.me,
            connected=connected,
            last_seen_ms=0 if peer is None or connected else peer.since_ms,
            invoices=card.invoices,
            settled=card.settled,
            paid_within_terms=card.paid_within_terms,
            look_alike=card.like is not None,
            like=card.like[0].hex() if card.like else "",
            like_name=card.like[1] if card.like else "",
            guessed=card.is_guess,
        )
