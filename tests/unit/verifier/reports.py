"""Signed credit reports over records that a real chain anchors: for tests of the verifier."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from typing import Any

from tests.unit.verifier.chains import START_MS, Anchored, id_of, key_of

from cohong.exporting.credential import did_of, new_credential, signed
from cohong.insight.payment_report import exact, line_of, plain_line, report_on
from cohong.insight.trade_lines import Mark, Payment, TradeLine
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry, Header, body_hash, encode_header, entry_id, signed_bytes
from cohong.primitives.ids import NO_ENTRY, EntryId
from cohong.primitives.merkle import inclusion_path
from cohong.primitives.receipt import encode_place, encode_way
from cohong.protocol.chain.receipts import heights_to, receipt_of

CREATED = "2026-11-26T10:00:00Z"
AS_OF = "2026-11-26"
DEBTOR, CREDITORS = "Debtor", ("First", "Second", "Third", "Fourth")


@dataclass
class Trade:
    """A chain, and records of one debtor's obligations, each by whoever would write it."""

    chain: Anchored = field(default_factory=lambda: Anchored(3))
    seqs: dict[str, int] = field(default_factory=dict)

    def write(self, author: str, kind: str, *names: EntryId, time_ms: int = START_MS, **body: Value) -> EntryId:
        """Return the id of a record that the next block anchors."""
        key, seq = key_of(author), self.seqs.get(author, 0)
        self.seqs[author] = seq + 1
        named: dict[str, Value] = {"names": list[Value](names)} if names else {}
        body_bytes = encode({**body, **named, "salt": bytes(16)})
        header = Header(
            self.chain.lineage.genesis.network, id_of(author), seq, NO_ENTRY, self.chain.lineage.height, time_ms, kind,
            body_hash(body_bytes), len(body_bytes),
        )  # fmt: skip
        header_bytes = encode_header(header)
        identity = entry_id(header_bytes)
        self.chain.records.append(Entry(header, header_bytes, identity, key.sign(signed_bytes(identity)), body_bytes))
        return identity

    def owe(self, creditor: str, number: int, *, amount: int = 1_000_000) -> tuple[EntryId, EntryId]:
        """Return the proposal and the acceptance of an obligation."""
        proposal = self.write(
            creditor, "credit.propose", debtor=id_of(DEBTOR), creditor=id_of(creditor), amount=amount, currency="HKD",
            issued="2026-08-01", due="2026-09-01", grace_days=5, reference=f"INV-{number}", description="Brackets",
            evidence=[], assignable=True, nettable=True, valid_until="2026-08-31",
        )  # fmt: skip
        return proposal, self.write(DEBTOR, "credit.accept", proposal)

    def pay(self, creditor: str, version: EntryId, amount: int, day: str) -> EntryId:
        """Return the receipt."""
        return self.write(creditor, "credit.receipt", version, amount=amount, value_date=day, method="", reference="")

    def line(self, proposal: EntryId, creditor: str, **changes: Any) -> dict[str, Any]:
        """Return the line of a paid obligation, or as it is changed."""
        line = TradeLine(
            id_of(creditor).hex(), "HKD", 1_000_000, 739_829, 739_860, 5, (Payment(739_858, 1_000_000),),
            key=proposal.hex(),
        )  # fmt: skip
        return {**plain_line(line), **changes}

    def evidence(self) -> dict[str, Any]:
        """Return all records under the newest block."""
        chain = self.chain
        chain.add()
        count, last = len(chain.records), chain.blocks[-1]
        finals = {final.block.head.height: final for final in chain.blocks}
        blocks = [finals[height] for height in heights_to(last.block.head.height, chain.lineage)]
        ids = [entry.id for entry in chain.records]
        receipts = [
            receipt_of(entry, place, inclusion_path(ids, place, count), blocks, chain.lineage)
            for place, entry in enumerate(chain.records)
        ]
        return {
            "type": ["AnchoredRecords"],
            "way": b64encode(encode_way(receipts[0])).decode(),
            "records": [b64encode(encode_place(receipt)).decode() for receipt in receipts],
        }

    def report(self, lines: list[dict[str, Any]], *, issuer: str = DEBTOR, bare: bool = False) -> dict[str, Any]:
        """Return the signed report over these lines, with all records or with none."""
        found = report_on([line_of(line) for line in lines], AS_OF, 0, 0.0)
        evidence = [] if bare else [self.evidence()]
        genesis = self.chain.lineage.genesis
        report = {
            "version": 1,
            "network": {"id": genesis.network.hex(), "name": genesis.name},
            "block": None,
            **exact({"member": id_of(DEBTOR).hex(), "as_of": AS_OF, **found, "lines": lines, "lines_left_out": 0}),
            "names": {},
        }
        return sign({"id": did_of(id_of(DEBTOR)), "name": "", "report": report}, evidence, issuer=issuer)


def sign(subject: dict[str, Any], evidence: list[dict[str, Any]], *, issuer: str) -> dict[str, Any]:
    """Return a signed report credential."""
    key = key_of(issuer)
    credential = new_credential(
        "BusinessCreditReport", subject, issuer={"id": did_of(key.member), "name": issuer}, created=CREATED,
        evidence=evidence,
    )  # fmt: skip
    return signed(credential, key.member, key.sign, created=CREATED)


def paid_trade() -> tuple[Trade, list[dict[str, Any]]]:
    """Return four creditors, each paid in full in time, and their lines."""
    trade, lines = Trade(), []
    for number, creditor in enumerate(CREDITORS):
        proposal, accepted = trade.owe(creditor, number)
        trade.pay(creditor, accepted, 1_000_000, "2026-08-30")
        lines.append(trade.line(proposal, creditor))
    return trade, lines


def disputed(line: dict[str, Any], dispute: EntryId, opener: str, says: str) -> dict[str, Any]:
    """Return a line with an open dispute."""
    marks = sorted({*line["marks"], Mark.DISPUTED, Mark.DISPUTE_OPENED})
    told = {"dispute": dispute.hex(), "opener": id_of(opener).hex(), "time": CREATED, "says": says, "outcome": "open"}
    return {**line, "marks": marks, "disputes": [{**told, "answers": []}]}
