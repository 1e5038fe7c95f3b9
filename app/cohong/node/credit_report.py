"""The business credit report: what this member says of how another one, or itself, pays, signed, with what proves it.

It is a W3C Verifiable Credential, so that anybody's software can check the signature; the records in its evidence are
for `cohong verify` (docs/credit-report.md).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from cohong.crypto.signing import SigningKey
from cohong.exporting.credential import did_of, new_credential, signed
from cohong.insight.payment_report import exact
from cohong.insight.trade_lines import Mark
from cohong.ledger.errors import EntryDamaged
from cohong.ledger.ledger import Ledger
from cohong.ledger.life_views import DisputeLine
from cohong.node.report_evidence import evidence_of, newest_block
from cohong.primitives.ids import EntryId, MemberId, ObjectId
from cohong.primitives.kinds import DISPUTE_ANSWER
from cohong.primitives.standing import FinalBlock
from cohong.protocol.chain.lineage import Lineage

KIND: Final = "BusinessCreditReport"
VERSION: Final = 1
LINES_MAX: Final = 2_000
PROVEN_MAX: Final = 500
"""Obligations whose records are in the evidence: those that come first."""


def credit_report(
    found: Mapping[str, Any], ledger: Ledger, lineage: Lineage, key: SigningKey, *, now_ms: int, with_records: bool
) -> dict[str, Any]:
    """Return the signed credential. On any thread.

    Args:
        found: a `payment_report` with lines.
        with_records: without them it is smaller and shows no invoice's text; it is the issuer's word, no more.
    """
    lines = [dict(line) for line in found["lines"]]
    entries = list[EntryId]()
    for number, line in enumerate(lines):
        disputes = _disputes(line, ledger)
        if disputes:
            line["disputes"] = list(map(_plain_dispute, disputes))
        if with_records and number < PROVEN_MAX and _names_its_parties(line, found["member"], ledger):
            entries += _entries(line, disputes, ledger)
    block = newest_block(ledger, lineage)
    evidence = evidence_of(entries, ledger, lineage, block) if block is not None and entries else {}
    member, mentioned = MemberId(bytes.fromhex(found["member"])), _mentioned(found, lines)
    names = ledger.names_of({member, MemberId(key.member), *mentioned})
    report = {
        "version": VERSION,
        "network": {"id": lineage.genesis.network.hex(), "name": lineage.genesis.name},
        "block": _plain_block(block),
        **exact({**found, "lines": lines}),
        "names": {who.hex(): names[who] for who in sorted(mentioned & names.keys())},
    }
    created = _moment(now_ms)
    credential = new_credential(
        KIND,
        {"id": did_of(member), "name": names.get(member, ""), "report": report},
        issuer={"id": did_of(key.member), "name": names.get(MemberId(key.member), "")},
        created=created,
        evidence=[evidence] if evidence else [],
    )
    return signed(credential, key.member, key.sign, created=created)


def _names_its_parties(line: Mapping[str, Any], subject: str, ledger: Ledger) -> bool:
    """Return whether the record has the keys of the line. With one that was replaced, the line is the issuer's word."""
    debtor, creditor = ledger.debtor_lines.parties(ObjectId(bytes.fromhex(line["obligation"])))
    return (debtor.hex(), creditor.hex()) == (subject, line["creditor"])


def _disputes(line: Mapping[str, Any], ledger: Ledger) -> Sequence[DisputeLine]:
    if not {Mark.DISPUTED, Mark.DISPUTE_OPENED, Mark.DISPUTE_LOST}.intersection(line["marks"]):
        return ()
    return ledger.life(ObjectId(bytes.fromhex(line["obligation"]))).disputes


def _plain_dispute(dispute: DisputeLine) -> dict[str, Any]:
    ruled = {True: "upheld", False: "dismissed", None: ""}[dispute.upheld]
    return {
        "dispute": dispute.id.hex(),
        "opener": dispute.opener.hex(),
        "time": _moment(dispute.time_ms),
        "says": dispute.says,
        "outcome": "open" if dispute.is_open else ruled or dispute.outcome or "refused",
        "answers": [
            {"author": answer.fact.author.hex(), "time": _moment(answer.fact.time_ms), "says": str(answer.body["says"])}
            for answer in dispute.answers
            if answer.fact.kind == DISPUTE_ANSWER and answer.fact.level.stands and answer.body is not None
        ],
    }


def _entries(line: Mapping[str, Any], disputes: Sequence[DisputeLine], ledger: Ledger) -> Iterator[EntryId]:
    """Yield the records that an obligation's figures rest on, and those of its disputes."""
    try:
        facts = ledger.tracer.records_behind(ObjectId(bytes.fromhex(line["obligation"])))
    except EntryDamaged:
        # It heals from other members' copies; until then the line is the issuer's word.
        facts = []
    yield from (fact.id for fact in facts if fact.applied)
    for dispute in disputes:
        yield EntryId(dispute.id)
        yield from (answer.fact.id for answer in dispute.answers)


def _plain_block(block: FinalBlock | None) -> dict[str, Any] | None:
    if block is None:
        return None
    head = block.block.head
    return {"id": block.block.id.hex(), "height": head.height, "time": _moment(head.time_ms)}


def _mentioned(found: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]) -> set[MemberId]:
    """Return who occurs in the report beside its subject."""
    disputes = [dispute for line in lines for dispute in line.get("disputes", ())]
    who = {
        *(line["creditor"] for line in lines),
        *(each["creditor"] for each in found["facts"]["largest"]),
        *(dispute["opener"] for dispute in disputes),
        *(answer["author"] for dispute in disputes for answer in dispute["answers"]),
    }
    return {MemberId(bytes.fromhex(identity)) for identity in who}


def _moment(time_ms: int) -> str:
    return datetime.fromtimestamp(time_ms // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
