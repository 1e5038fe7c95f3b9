"""What stands beside an obligation, as clients see it: notice, offers, disputes. On the engine's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cohong.api.views import AnswerView, CorrectionView, DisputeState, DisputeView, NoticeView, OfferView
from cohong.book.disputes import Correction, CorrectionState
from cohong.book.objects import Obligation, Offer
from cohong.book.question import day_of
from cohong.ledger.life_views import DisputeLine
from cohong.node.block_wishes import default_ms
from cohong.node.desk import Desk
from cohong.node.handlers.rows import shown_fields
from cohong.node.levels import LEVELS
from cohong.primitives.ids import EntryId, MemberId
from cohong.primitives.kinds import CORRECT_ACCEPT, CORRECT_DECLINE, DISPUTE_ANSWER, DISPUTE_CLOSE
from cohong.primitives.standing import EntryFact, Level
from cohong.protocol.corrections import deadline_ms, unanswered_since

_NEVER: Final = (Level.REJECTED, Level.BEATEN, Level.VOID)
"""Levels of what does not count."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Makes views of what stands beside an obligation."""

    desk: Desk

    def name(self, member: MemberId) -> str:
        """Return what a member calls itself, empty if it has not said."""
        return self.desk.ledger.name_of(member)

    def notice(self, obligation: Obligation) -> NoticeView | None:
        """Return the holder's notice of default, and since when a default may follow."""
        replica, lineage = self.desk.replica, self.desk.replica.lineage
        if obligation.notice is None:
            return None
        fact = replica.workspace.known(obligation.notice)
        height = lineage.cut_height(fact.author, fact.seq)
        return NoticeView(
            entry=fact.id.hex(),
            block_ms=lineage.time_at(height) if height is not None else 0,
            default_ms=default_ms(obligation, replica) or 0,
        )

    def offer(self, item: Offer, obligation: Obligation | None) -> OfferView:
        """Return an offer on an obligation, which is None if it does not stand any more."""
        is_of_today = obligation is not None and item.obligation_version == obligation.version
        return OfferView(
            offer=item.version.hex(),
            side="sell" if item.side == "sell" else "buy",
            author=item.author.hex(),
            author_name=self.name(item.author),
            amount_minor=item.amount_minor,
            price_minor=item.price_minor,
            recourse=item.recourse,
            valid_until=item.valid_until,
            usable=is_of_today and item.valid_until >= day_of(self.desk.now_ms),
        )

    def dispute(self, item: DisputeLine) -> DisputeView:
        """Return a dispute with what was said to it."""
        said = sorted(item.answers, key=lambda record: (record.fact.time_ms, record.fact.id))
        return DisputeView(
            dispute=item.id.hex(),
            about=item.about.hex(),
            opener=item.opener.hex(),
            opener_name=self.name(item.opener),
            opened_ms=item.time_ms,
            level=LEVELS[item.level],
            says=item.says,
            evidence=[document.hex() for document in item.evidence],
            state=_state_of(item),
            outcome=item.outcome,
            answers=[
                AnswerView(
                    author=record.fact.author.hex(),
                    author_name=self.name(record.fact.author),
                    says=str(shown_fields(record.body)["says"]),
                    time_ms=record.fact.time_ms,
                    level=LEVELS[record.fact.level],
                )
                for record in said
                if record.fact.kind == DISPUTE_ANSWER
            ],
            actions=self._actions_on_dispute(item),
        )

    def _actions_on_dispute(self, item: DisputeLine) -> list[str]:
        """Return what this member may write about a dispute, once it stands."""
        if not item.is_open or not item.concerned or not self._may_write:
            return []
        holder_of = self.desk.replica.lineage.rules.holder_of
        opener = holder_of(item.opener)
        if self.desk.me == opener:
            return [DISPUTE_CLOSE]
        return [DISPUTE_ANSWER] if self.desk.me in map(holder_of, item.concerned) else []

    def correction(self, item: Correction) -> CorrectionView:
        """Return a correction with how long there is to answer it, or that nobody has."""
        replica, lineage = self.desk.replica, self.desk.replica.lineage
        fact = replica.workspace.known(EntryId(item.id))
        answers = answers_to(fact, replica.workspace.movers(fact.id))
        height = unanswered_since(fact, answers, lineage)
        is_asked = self.desk.me == lineage.rules.holder_of(item.asked) and self._may_write
        is_open = item.state is CorrectionState.PROPOSED and not any(a.author == self.desk.me for a in answers)
        return CorrectionView(
            correction=item.id.hex(),
            about=item.about.hex(),
            author=item.author.hex(),
            author_name=self.name(item.author),
            asked=item.asked.hex(),
            asked_name=self.name(item.asked),
            says=item.says,
            evidence=[document.hex() for document in item.evidence],
            proposed_ms=item.proposed_ms,
            state=item.state.value,
            deadline_ms=deadline_ms(fact, lineage) or 0,
            unanswered_ms=lineage.time_at(height) if height is not None else 0,
            actions=[CORRECT_ACCEPT, CORRECT_DECLINE] if is_asked and is_open else [],
        )

    @property
    def _may_write(self) -> bool:
        return not (self.desk.catch_up.active or self.desk.closed)


def _state_of(item: DisputeLine) -> DisputeState:
    if item.level in _NEVER:
        return "refused"
    if item.upheld is not None:
        return "upheld" if item.upheld else "dismissed"
    return "open" if item.is_open else "closed"


def answers_to(correction: EntryFact, movers: Sequence[EntryFact]) -> list[EntryFact]:
    """Return the answers to a correction among the records that move it, those that do not count left out."""
    return [fact for fact in movers if fact.moves == correction.id and fact.level not in _NEVER]
