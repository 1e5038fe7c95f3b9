"""Members that have signed two entries at one place of their feed: the proofs, and what has become of the forks."""

from collections.abc import Mapping

from cohong.api.requests import NoParams
from cohong.api.views import ForkView
from cohong.node.api_server import Handler
from cohong.node.desk import Desk
from cohong.node.service import NodeService
from cohong.primitives.fork_proof import ForkProof, encode_fork_proof
from cohong.primitives.ids import EntryId, MemberId


def fork_handlers(service: NodeService) -> Mapping[str, Handler]:
    """Return the handler of `forks.list`."""

    async def forks(_: NoParams) -> list[ForkView]:
        return await service.in_network().engine.call(_forks)

    return {"forks.list": forks}


def count_open_forks(desk: Desk) -> int:
    """Return how many members' forks nobody has decided on: those that keep voters from signing."""
    return sum(_is_alarm(desk, author) for author in desk.replica.heads.forked())


def _is_alarm(desk: Desk, author: MemberId) -> bool:
    seq, lineage = desk.replica.heads.fork_seq(author), desk.replica.lineage
    return seq is not None and not lineage.is_ruled(author, seq) and lineage.removed_at(author) is None


def _forks(desk: Desk) -> list[ForkView]:
    return [_fork(proof, found_ms, desk) for proof, found_ms in desk.ledger.proofs()]


def _fork(proof: ForkProof, found_ms: int, desk: Desk) -> ForkView:
    branches = _branches(proof, desk)
    state, stands = _outcome(proof, branches, desk)
    return ForkView(
        author=proof.author.hex(),
        name=desk.ledger.name_of(proof.author),
        seq=proof.seq,
        first=proof.first.id.hex(),
        second=proof.second.id.hex(),
        found_ms=found_ms,
        proof=encode_fork_proof(proof).hex(),
        state=state,  # type: ignore[arg-type]  # one of the words of the view
        stands=stands.hex() if stands is not None else "",
        branches=[entry.hex() for entry in branches],
    )


def _branches(proof: ForkProof, desk: Desk) -> list[EntryId]:
    """The entries right after the fork that are held, and the two of the proof, which may not be here."""
    workspace, prev = desk.replica.workspace, proof.first.header.prev
    held = workspace.ids_at(proof.author, proof.seq)
    return sorted({proof.first.id, proof.second.id, *(entry for entry in held if workspace.known(entry).prev == prev)})


def _outcome(proof: ForkProof, branches: list[EntryId], desk: Desk) -> tuple[str, EntryId | None]:
    heads, lineage = desk.replica.heads, desk.replica.lineage
    author, seq = proof.author, proof.seq
    if lineage.is_ruled(author, seq):
        return "ruled", lineage.ruling(author, seq)
    if not heads.is_open(author, seq, proof.first.header.prev):
        held = (entry for entry in branches if desk.replica.workspace.fact(entry) is not None)
        return "cut", next((entry for entry in held if not heads.is_dead(entry)), None)
    return ("expelled" if lineage.removed_at(author) is not None else "open"), None
