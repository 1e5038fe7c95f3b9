"""Bytes that leave the machine, made from fixed keys, salts and times: two firms, one invoice, and all about it."""

import hashlib
from pathlib import Path

from cohong.book.making import move, propose
from cohong.book.objects import MovedObject
from cohong.book.question import Question
from cohong.crypto.signing import SigningKey
from cohong.primitives.ballot import Ack, Ballot, ballot_body
from cohong.primitives.charter import Charter, Genesis, new_genesis
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import (
    Entry,
    Header,
    body_hash,
    decode_body,
    encode_entry,
    encode_header,
    entry_id,
    signed_bytes,
)
from cohong.primitives.fork_proof import encode_fork_proof, prove_fork
from cohong.primitives.ids import NO_ENTRY, MemberId
from cohong.primitives.standing import EntryFact, Record
from cohong.protocol.frames import (
    FOLLOW,
    STOP,
    Addresses,
    AllTold,
    Clock,
    Differing,
    Entries,
    FollowMany,
    Frame,
    HeadsGrown,
    Hello,
    More,
    Proof,
    Symbols,
    Tip,
    Want,
    encode_frame,
)
from cohong.protocol.reconcile import Encoder, mark

VECTORS = Path(__file__).with_name("protocol.json")
TIME_MS = 1_760_000_000_000

SELLER, BUYER = (SigningKey(hashlib.sha256(name).digest()) for name in (b"seller", b"buyer"))


def build() -> dict[str, object]:
    """Return every vector, bytes in hex."""
    roster = tuple(sorted(MemberId(key.member) for key in (SELLER, BUYER)))
    genesis = new_genesis("Canton", Charter(roster, ("CNY", "HKD")), bytes(range(32)), TIME_MS)
    proposal = _entry(genesis, SELLER, None, "credit.propose", _terms())
    accept = _entry(genesis, BUYER, None, "credit.accept", {"names": [proposal.id]})
    said = Ballot(
        ack=(Ack(MemberId(SELLER.member), 0, proposal.id),),
        no=((accept.id, "wrong-state"),),
        hold=(proposal.id,),
        yes=(proposal.id,),
    )
    body = ballot_body(said, _salt(3))
    ballot = _entry(genesis, BUYER, accept, "ballot", body)
    paid: dict[str, Value] = {
        "names": [accept.id], "amount": 1_234_500, "value_date": "2025-11-10", "method": "FPS", "reference": "",
    }  # fmt: skip
    receipt = _entry(genesis, SELLER, proposal, "credit.receipt", paid)
    other = _entry(genesis, SELLER, proposal, "credit.receipt", {**paid, "amount": 1})
    table = {
        reference: mark(seq, 77 * seq, is_forked=seq == 2) for seq, reference in enumerate((5, 2**40 - 1, 0, 10**11))
    }
    tips = (Tip(MemberId(SELLER.member), 1, receipt.id), Tip(MemberId(BUYER.member), 1, ballot.id))
    frames: dict[str, Frame] = {
        "hello": Hello(genesis.network, TIME_MS, 0, tips),
        "heads": HeadsGrown(tips[:1]),
        "entries": Entries((proposal, receipt)),
        "want": Want(MemberId(BUYER.member), 3, 7),
        "follow": Want(MemberId(BUYER.member), 3, FOLLOW),
        "stop": Want(MemberId(BUYER.member), STOP, STOP),
        "proof": Proof(prove_fork(receipt, other)),
        "addresses": Addresses(((MemberId(BUYER.member), "192.0.2.7:4701"),)),
        "clock": Clock(TIME_MS),
        "hello_untold": Hello(genesis.network, TIME_MS, 3, (), 65),
        "symbols": Symbols(Encoder(table).take(40)),
        "more": More(12),
        "differing": Differing(tuple(table.items())),
        "all_told": AllTold(),
        "follow_many": FollowMany(((SELLER.member[:8], 2), (BUYER.member[:8], 0))),
    }
    return {
        "genesis": {"bytes": genesis.exact.hex(), "network": genesis.network.hex()},
        "entries": {
            name: _shown(entry)
            for name, entry in {
                "proposal": proposal, "accept": accept, "ballot": ballot, "receipt": receipt, "other": other,
            }.items()
        },
        "fork_proof": encode_fork_proof(prove_fork(receipt, other)).hex(),
        "frames": {name: encode_frame(frame).hex() for name, frame in frames.items()},
        "digest": _digest(proposal, accept, receipt),
    }  # fmt: skip


def _terms() -> dict[str, Value]:
    return {
        "debtor": BUYER.member, "creditor": SELLER.member, "amount": 12_345_00, "currency": "HKD",
        "issued": "2025-10-01", "due": "2025-10-31", "grace_days": 5, "reference": "INV-0042",
        "description": "茶葉 tea", "evidence": [hashlib.sha256(b"invoice").digest()], "assignable": True,
        "nettable": False, "valid_until": "2025-12-31",
    }  # fmt: skip


def _salt(number: int) -> bytes:
    return hashlib.sha256(bytes([number])).digest()[:16]


def _entry(genesis: Genesis, key: SigningKey, prev: Entry | None, kind: str, body: dict[str, Value]) -> Entry:
    body_bytes = encode({"salt": _salt(len(body)), **body})
    header = Header(
        genesis.network, MemberId(key.member), prev.header.seq + 1 if prev else 0, prev.id if prev else NO_ENTRY,
        0, TIME_MS + 1_000, kind, body_hash(body_bytes), len(body_bytes),
    )  # fmt: skip
    header_bytes = encode_header(header)
    identity = entry_id(header_bytes)
    return Entry(header, header_bytes, identity, key.sign(signed_bytes(identity)), body_bytes)


def _shown(entry: Entry) -> dict[str, str]:
    assert entry.body_bytes is not None
    return {
        "author": entry.header.author.hex(),
        "header": entry.header_bytes.hex(),
        "id": entry.id.hex(),
        "signed": signed_bytes(entry.id).hex(),
        "signature": entry.signature.hex(),
        "body": entry.body_bytes.hex(),
        "entry": encode_entry(entry).hex(),
    }


def record_of(entry: Entry) -> Record:
    """Return an entry as the record that the book folds."""
    assert entry.body_bytes is not None
    header = entry.header
    fact = EntryFact(
        entry.id, header.author, header.seq, header.prev, header.time_ms, header.height, header.kind
    )  # fmt: skip
    return Record(fact, decode_body(entry.body_bytes))


def _digest(proposal: Entry, accept: Entry, receipt: Entry) -> dict[str, str]:
    obligation: MovedObject = propose(record_of(proposal))
    for step in (accept, receipt):
        obligation = move(obligation, Question(record_of(step), (), obligation))
    state = encode([[obligation.id, obligation.version, obligation.digest_state()]])
    return {"state": state.hex(), "digest": hashlib.sha256(state).hexdigest()}
