"""Voters that sign both ways are named with their proof, on every node and for good."""

from __future__ import annotations

from pathlib import Path

import trio
from tests.integration.firms import carry, eventually, found, settled_alike
from tests.integration.forger import Forger

from cohong.crypto.signing import verify
from cohong.primitives.ballot import ballot_from_body
from cohong.primitives.encoding import decode
from cohong.primitives.entry import decode_body, decode_header, entry_id, signed_bytes
from cohong.primitives.ids import EntryId, MemberId


def test_a_voter_for_and_against_one_record_is_named_with_both_ballots_and_stays_so(node_folder: Path) -> None:
    folder = node_folder / "both-ways"
    folder.mkdir()
    firms = found(folder, 4)
    cheat, rest = firms[3], firms[:3]
    try:
        # A founder without a record has nothing that a forged entry could follow upon.
        cheat.propose(rest[0].member, "INV-HONEST")
        settled_alike(firms, 1)
        cheat.stop()
        for firm in rest[1:]:
            firm.stop()
        author = rest[0]
        subject = author.propose(rest[1].member, "INV-WAITS")
        written = author.ask("book.record", object=subject).history[0]
        assert author.ask("cheats.list") == []
        forger = Forger(cheat, [author])
        trio.run(
            forger.vote_twice, EntryId(bytes.fromhex(subject)), MemberId(bytes.fromhex(author.member)), written.seq
        )
        eventually(lambda: len(author.ask("cheats.list")) == 1, "the double voter is named")
        (named,) = author.ask("cheats.list")
        assert (named.voter, named.how, named.record, named.is_member) == (cheat.member, "record", subject, True)
        assert _proved(named.proof) == (cheat.member, [True, False])
        votes = {line.voter: line.vote for line in author.ask("book.votes", entry=subject).lines}
        assert votes[cheat.member] == "both"

        for firm in rest[1:]:
            firm.start(unlock=True)
        for firm in rest[1:]:
            eventually(lambda firm=firm: len(firm.ask("cheats.list")) == 1, "everybody knows")  # type: ignore[misc]  # mypy cannot infer lambdas with defaults
        carry(rest, ask="expel", member=cheat.member, reason="signed both ways")
        author.ask("node.prune")
        author.stop()
        author.start(unlock=True)
        (after,) = author.ask("cheats.list")
        assert (after.proof, after.is_member) == (named.proof, False)
    finally:
        for firm in firms:
            firm.stop()


def _proved(proof: str) -> tuple[str, list[bool]]:
    """Return who has signed both ballots of a proof, and whether each is for its record; checked as anyone can."""
    authors, is_for = set(), []
    parts = decode(bytes.fromhex(proof), bytes_max=1_000_000)
    assert isinstance(parts, list)
    for part in parts:
        assert isinstance(part, list)
        header_bytes, signature, body = (bytes(item) for item in part if isinstance(item, bytes))
        header = decode_header(header_bytes)
        assert verify(header.author, signed_bytes(entry_id(header_bytes)), signature)
        authors.add(header.author.hex())
        is_for.append(not ballot_from_body(decode_body(body)).no)
    (author,) = authors
    return author, is_for
