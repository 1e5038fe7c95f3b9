"""Voters that have signed both ways: for two branches of a feed, for and against one record, or for two blocks.

Each is shown with the two entries that prove it. Nothing is kept of what the ballots tell: who is a suspect
follows from the counts at any time, and the two ballots are looked for once and remembered while the node runs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import trio

from cohong.api.requests import NoParams
from cohong.api.views import CheatView
from cohong.ledger.double_votes import Pair
from cohong.ledger.ledger import Ledger
from cohong.node.api_server import Handler
from cohong.node.service import NodeService
from cohong.node.session import Session
from cohong.node.suspects import Suspect, suspects_of
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry
from cohong.primitives.ids import MemberId

PROOF_BODY_MAX: Final = 65_536
"""Of a longer body, which only a proposed block has, the proof shows the hash in the header."""


@dataclass(slots=True)
class CheatFinder:
    """Finds the proofs, each once."""

    service: NodeService
    _found: dict[tuple[object, ...], Pair | None] = field(default_factory=dict)

    async def all(self) -> list[CheatView]:
        """Return everybody of whom it is proved, by name."""
        session = self.service.in_network()
        ledger = session.profile.ledger
        contradicted = await trio.to_thread.run_sync(ledger.double_votes.contradicted)
        suspects = await session.engine.call(lambda desk: suspects_of(desk, contradicted))
        if not suspects:
            return []
        proofs = [await trio.to_thread.run_sync(self._proof, suspect, ledger) for suspect in suspects]
        return await self._views(session, [(s, pair) for s, pair in zip(suspects, proofs, strict=True) if pair])

    def _proof(self, suspect: Suspect, ledger: Ledger) -> Pair | None:
        about = suspect.about.id if suspect.about is not None else None
        key = (suspect.voter, suspect.how, about, suspect.first, suspect.second)
        if key not in self._found:
            self._found[key] = _look_for(suspect, ledger)
        pair = self._found[key]
        if pair is None or suspect.decided is None:
            return pair
        return pair if max(entry.header.height for entry in pair) < suspect.decided else None

    @staticmethod
    async def _views(session: Session, found: list[tuple[Suspect, Pair]]) -> list[CheatView]:
        about = {suspect.about.author for suspect, _ in found if suspect.about is not None}
        shown = {suspect.voter for suspect, _ in found} | about
        names = await trio.to_thread.run_sync(session.profile.ledger.names_of, shown)
        members = session.lineage.members
        views = [_view(suspect, pair, names, is_member=suspect.voter in members) for suspect, pair in found]
        return sorted(views, key=lambda view: (view.name, view.voter, view.first, view.second))


def cheat_handlers(finder: CheatFinder) -> Mapping[str, Handler]:
    """Return the handler of `cheats.list`."""

    async def cheats(_: NoParams) -> list[CheatView]:
        return await finder.all()

    return {"cheats.list": cheats}


def _look_for(suspect: Suspect, ledger: Ledger) -> Pair | None:
    if suspect.how == "record":
        assert suspect.about is not None, "it is about a record"
        return ledger.double_votes.on_record(suspect.voter, suspect.about.id)
    assert suspect.first is not None and suspect.second is not None, "there are two"
    if suspect.how == "branches":
        return ledger.double_votes.on_branches(suspect.voter, suspect.first, suspect.second)
    first, second = ledger.double_votes.entry(suspect.first), ledger.double_votes.entry(suspect.second)
    return (first, second) if first is not None and second is not None else None


def _view(suspect: Suspect, pair: Pair, names: Mapping[MemberId, str], *, is_member: bool) -> CheatView:
    first, second = sorted(pair, key=lambda entry: (entry.header.seq, entry.id))
    about = suspect.about
    return CheatView(
        voter=suspect.voter.hex(),
        name=names.get(suspect.voter, ""),
        how=suspect.how,
        author=about.author.hex() if about is not None else "",
        author_name=names.get(about.author, "") if about is not None else "",
        seq=about.seq if about is not None else -1,
        record=about.id.hex() if about is not None and suspect.how == "record" else "",
        first=first.id.hex(),
        second=second.id.hex(),
        signed_ms=max(first.header.time_ms, second.header.time_ms),
        proof=encode([_parts(first), _parts(second)]).hex(),
        is_member=is_member,
    )


def _parts(entry: Entry) -> Value:
    body = entry.body_bytes if len(entry.body_bytes or b"") <= PROOF_BODY_MAX else None
    return [entry.header_bytes, entry.signature, body]
