"""What a receipt proves and what not, in words and as plain values."""

from collections.abc import Sequence
from typing import Any, Final

from cohong.cli.output import moment, money, short_id
from cohong.primitives.money import UnknownCurrency
from cohong.verifier.canonical import ReceiptRefused
from cohong.verifier.receipt import Proof, SignedBlock

REFUSALS: Final[dict[str, str]] = {
    "form": "The file is neither receipt nor report, or bytes of it have changed. Of a report, check the "
    ".json: the .pdf or .html beside it proves nothing.",
    "too-large": "The file is too large for a receipt or report.",
    "version": "The receipt is of a newer version of the protocol. Check it with a newer Cohong.",
    "other-network": "It is of another network than the one named, or its genesis has been changed.",
    "foreign-record": "The record in it was written in another network.",
    "needs-block": "The receipt starts from a later block. Give --block with that block's id, from a source that you "
    "trust, or ask for a receipt from the beginning.",
    "other-block": "The receipt neither starts from the block that you know nor ends with it. Ask for one made with "
    "--from-block and that id.",
    "charter": "The charter in it is not the one that the known block has.",
    "order": "The blocks in it do not follow one another.",
    "epoch": "A change of who votes is missing in it, or is there twice.",
    "change": "A block in it changes who votes in a way that was not possible.",
    "voter": "A block in it is signed by somebody who had no vote, or by one voter twice.",
    "signature": "A signature in it is not good.",
    "too-few": "Too few voters signed a block in it.",
    "path": "The record is not among those that the block anchored.",
    "body": "What the record says has been changed.",
    "json": "The file is no JSON of one meaning: it is cut off, or has a name twice, or a number that is none.",
    "credential": "The file is no Verifiable Credential signed by its issuer with eddsa-jcs-2022 and a did:key.",
    "report": "The credential is no credit report of this version of Cohong, or a part of it is missing.",
    "line": "An invoice in the report says something else than its own signed records.",
    "figures": "The facts or the grade do not follow from the invoices in the report by the rules that this version of "
    "Cohong knows. Ask for a new report, or check it with the newest Cohong.",
}


def refusal_sentence(refused: ReceiptRefused) -> str:
    """Return why a receipt proves nothing."""
    detail = f" ({refused.detail})" if refused.detail else ""
    return f"Not proven. {REFUSALS[refused.code]}{detail}"


def proof_facts(proof: Proof) -> list[tuple[str, str]]:
    """Return what is proven, as names and values."""
    facts = [
        ("Network", f"{proof.network_name} ({proof.network.hex()})"),
        ("Record", proof.entry.hex()),
        ("Kind", proof.kind),
        ("Author", proof.author.hex()),
        ("In its feed", f"entry {proof.seq}"),
        ("Written", f"{moment(proof.time_ms)} by the author's clock"),
        ("Anchored", f"by block {proof.block_height} of {moment(proof.block_time_ms)}"),
        ("", f"as number {proof.place + 1} of the {proof.count} records anchored by then"),
        ("Block", proof.block.hex()),
    ]
    if proof.body is None:
        return [*facts, ("What it says", "left out; its author signed a hash of it")]
    return facts + [
        (f"  {name}", _field(name, value, proof.body)) for name, value in proof.body.items() if name != "salt"
    ]


def _field(name: str, value: object, body: dict[str, object]) -> str:
    if name == "amount" and isinstance(value, int) and isinstance(body.get("currency"), str):
        try:
            return money(value, str(body["currency"]))
        except UnknownCurrency:
            return str(value)
    return ", ".join(map(str, _plain_list(value))) if isinstance(value, list) else str(plain(value))


def _plain_list(values: list[object]) -> list[object]:
    return [plain(value) for value in values]


def way_sentences(proof: Proof) -> list[str]:
    """Return who signed the blocks on the way."""
    return steps_sentences(proof.start, proof.steps)


def steps_sentences(start: bytes | None, steps: Sequence[SignedBlock]) -> list[str]:
    """Return where the way begins, and who signed each block on it."""
    if start is not None:
        begin = f"From block {start.hex()}, which you said you know; nothing before it was checked."
    else:
        begin = "From the founding of the network."
    return [begin, *map(_step_sentence, steps)]


def _step_sentence(step: SignedBlock) -> str:
    signed = f"Block {step.height} of {moment(step.time_ms)}: signed by {step.signed} of {step.voters} voters"
    match step.change:
        case ("add", bytes() as voter):
            what = f"; it gave {short_id(voter.hex())} a vote"
        case ("remove", bytes() as voter):
            what = f"; it took the vote of {short_id(voter.hex())}"
        case ("final", str() as rule):
            what = f"; from then on, final is by {rule}"
        case _:
            what = ""
    return f"{signed} ({step.needed} needed){what}."


def limits_of(proof: Proof) -> list[str]:
    """Return what the receipt does not say."""
    newer = "" if proof.start is not None else " A newer block that you know stops that: name it with --block."
    return [
        f"What came after block {proof.block_height}: whether it was answered, paid or passed on is in other records.",
        "That what the record says is true: the voters checked it by the rules of the book, not against the world.",
        "Anything, should the keys of enough voters of one roster on the way be in one hand: whoever has them can make "
        f"up another chain.{newer}",
    ]


def proof_values(proof: Proof) -> dict[str, Any]:
    """Return what is proven and what not as plain values, ids in hex."""
    return {
        "proven": True,
        "network": proof.network.hex(),
        "network_name": proof.network_name,
        "entry": proof.entry.hex(),
        "author": proof.author.hex(),
        "seq": proof.seq,
        "time_ms": proof.time_ms,
        "kind": proof.kind,
        "body": plain(proof.body),
        "block": proof.block.hex(),
        "height": proof.block_height,
        "block_time_ms": proof.block_time_ms,
        "place": proof.place,
        "count": proof.count,
        "start": plain(proof.start),
        "steps": [
            {
                "block": step.id.hex(),
                "height": step.height,
                "time_ms": step.time_ms,
                "change": plain(None if step.change is None else list(step.change)),
                "signed": step.signed,
                "needed": step.needed,
                "voters": step.voters,
            }
            for step in proof.steps
        ],
        "does_not_say": limits_of(proof),
    }


def plain(value: object) -> object:
    """Return a value as JSON has it: bytes in hex."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list):
        return _plain_list(value)
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return value
