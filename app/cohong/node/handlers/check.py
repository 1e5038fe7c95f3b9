"""Members: looking one up, and the facts of how it pays."""

from collections.abc import Mapping, Sequence
from typing import Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.requests import NoParams, OfMember, Search
from cohong.api.views import CurrencyFacts, MemberCard, MemberFacts
from cohong.crypto.id_words import id_words
from cohong.ledger import member_views
from cohong.ledger.book_views import BookRow
from cohong.ledger.ledger import Ledger
from cohong.node.api_server import Handler
from cohong.node.handlers.book import today
from cohong.node.handlers.rows import mean_milli, obligation_rows
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.primitives.ids import ID_BYTES, MemberId

RESULTS_MAX: Final = 100


def check_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handlers of `check.*` and `members.list`."""

    async def search(params: Search) -> list[MemberCard]:
        session = service.in_network()
        count = max(1, min(params.count, RESULTS_MAX))
        found = await trio.to_thread.run_sync(session.profile.ledger.search_members, params.text, count)
        return _cards(session, found)

    async def members(_: NoParams) -> list[MemberCard]:
        session = service.in_network()
        roster = sorted(session.lineage.members)
        found = await trio.to_thread.run_sync(session.profile.ledger.member_cards, roster)
        return _cards(session, found)

    async def member(params: OfMember) -> MemberFacts:
        session = service.in_network()
        identity = member_of(params.member)
        if not session.lineage.was_member(identity):
            raise ApiError(ApiErrorCode.UNKNOWN_MEMBER, params.member)
        ledger = session.profile.ledger
        facts, rows = await trio.to_thread.run_sync(lambda: _facts_and_rows(ledger, identity, session.me))
        recent = await session.engine.call(lambda desk: obligation_rows(rows, desk))
        card = _cards(session, [facts.card])[0]
        linked = await session.engine.call(lambda desk: desk.replica.people.devices.linked(identity, desk.members))
        shown = [*linked, *(item.author for item in facts.endorsements)]
        names = await trio.to_thread.run_sync(ledger.names_of, shown)
        return MemberFacts(
            card=card,
            linked=[names.get(other) or other.hex()[:8] for other in linked],
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
            currencies=[
                CurrencyFacts(
                    currency=sums.currency,
                    open_minor=sums.open_minor,
                    overdue_minor=sums.overdue_minor,
                    settled_minor=sums.settled_minor,
                    highest_minor=sums.highest_minor,
                )
                for sums in facts.currencies
            ],
            endorsements=[
                [names.get(item.author, item.author.hex()[:8]), item.score, item.comment, item.id.hex()]
                for item in facts.endorsements
            ],
            recent=recent,
            forked=facts.forked,
            defaulted=facts.defaulted,
            written_off=facts.written_off,
            disputed=facts.disputed,
        )

    return {"check.search": search, "check.member": member, "members.list": members}


def _facts_and_rows(
    ledger: Ledger, member: MemberId, me: MemberId
) -> tuple[member_views.MemberFacts, Sequence[BookRow]]:
    with ledger.one_state():
        facts = ledger.member_facts(member, today=today())
        return facts, ledger.book_rows(facts.recent, me=me, today=today())


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


def _cards(session: Session, found: Sequence[member_views.MemberCard]) -> list[MemberCard]:
    peers = {MemberId(peer.member): peer for peer in session.network.peers()}
    cards = []
    for card in found:
        peer, profile = peers.get(card.member), card.profile
        names = dict(profile.names) if profile is not None else {}
        connected = peer is not None and peer.connected
        cards.append(
            MemberCard(
                member=card.member.hex(),
                name=card.name,
                id_words=id_words(card.member),
                name_hant=names.get("zh_hant", ""),
                name_hans=names.get("zh_hans", ""),
                kind=profile.kind if profile is not None else "",
                place=profile.place if profile is not None else "",
                identifiers=dict(profile.identifiers) if profile is not None else {},
                voter=card.member in session.lineage.charter.roster,
                me=card.member == session.me,
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
        )
    return cards
