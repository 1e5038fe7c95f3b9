"""What voters say to agree on a block (protocol.md 5): bodies of four kinds of entries, and a certificate."""

from dataclasses import dataclass
from typing import TypeAlias, assert_never, cast

from cohong.primitives.block import HEAD_BYTES_MAX, LISTS_BYTES_MAX, Block, decode_block
from cohong.primitives.encoding import Value, decode, encode
from cohong.primitives.entry import SIGNATURE_BYTES, is_id
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.fields import Fields
from cohong.primitives.ids import ID_BYTES, BlockId, MemberId
from cohong.primitives.kinds import CHAIN_FINAL, CHAIN_PROPOSE, CHAIN_SKIP, CHAIN_VOTE

FINAL_DOMAIN = b"cohong/final/1\0"
CERTIFICATE_BYTES_MAX = 256 * 1024
ITERATION_MAX = 2**31
CODE = "chain-form"


@dataclass(frozen=True, slots=True)
class Propose:
    """The leader's block for an iteration: a new one, or the one notarized in the iteration `from_iteration`."""

    height: int
    iteration: int
    from_iteration: int | None
    block: Block


@dataclass(frozen=True, slots=True)
class Vote:
    """This voter would have the block."""

    height: int
    iteration: int
    block: BlockId


@dataclass(frozen=True, slots=True)
class Skip:
    """Nothing came of this iteration in time."""

    height: int
    iteration: int


@dataclass(frozen=True, slots=True)
class Final:
    """This voter has seen the block notarized in an iteration that it has not skipped.

    Attributes:
        sig: signature of `final_signed_bytes`, for certificates that stand without the feeds.
    """

    height: int
    iteration: int
    block: BlockId
    sig: bytes


ChainMessage: TypeAlias = Propose | Vote | Skip | Final


@dataclass(frozen=True, slots=True)
class Certificate:
    """Signatures of enough voters on one block in one iteration, by voter: the block is final."""

    height: int
    iteration: int
    block: BlockId
    signatures: tuple[tuple[MemberId, bytes], ...]


def final_signed_bytes(height: int, iteration: int, block: BlockId) -> bytes:
    """Return the bytes that a voter signs to make a block final."""
    return FINAL_DOMAIN + height.to_bytes(8, "big") + iteration.to_bytes(8, "big") + block


def chain_message_body(message: ChainMessage, salt: bytes) -> tuple[str, dict[str, Value]]:
    """Return the kind and the body of the entry that carries a message; `salt` is 16 random bytes."""
    body: dict[str, Value] = {"salt": salt, "height": message.height, "iteration": message.iteration}
    match message:
        case Propose(from_iteration=start, block=block):
            return CHAIN_PROPOSE, body | {"from": start, "head": block.head_bytes, "lists": block.lists_bytes}
        case Vote(block=identity):
            return CHAIN_VOTE, body | {"block": identity}
        case Skip():
            return CHAIN_SKIP, body
        case Final(block=identity, sig=sig):
            return CHAIN_FINAL, body | {"block": identity, "sig": sig}
        case _:
            assert_never(message)


def chain_message_from_body(kind: str, body: dict[str, Value]) -> ChainMessage:
    """Return the message in a decoded body of one of the four kinds.

    Raises:
        RemoteProtocolError: `chain-form` or `block-form`. The entry stays part of the feed and says nothing.
    """
    fields = Fields(body, _FIELDS[kind], CODE)
    height, iteration = fields.number("height", least=1), fields.number("iteration", most=ITERATION_MAX)
    if kind == CHAIN_SKIP:
        return Skip(height, iteration)
    if kind == CHAIN_PROPOSE:
        return _proposal(fields, height, iteration)
    block = BlockId(fields.blob("block", ID_BYTES))
    if kind == CHAIN_VOTE:
        return Vote(height, iteration, block)
    return Final(height, iteration, block, fields.blob("sig", SIGNATURE_BYTES))


_FIELDS = {
    CHAIN_PROPOSE: ("salt", "height", "iteration", "from", "head", "lists"),
    CHAIN_VOTE: ("salt", "height", "iteration", "block"),
    CHAIN_SKIP: ("salt", "height", "iteration"),
    CHAIN_FINAL: ("salt", "height", "iteration", "block", "sig"),
}


def _proposal(fields: Fields, height: int, iteration: int) -> Propose:
    start = None if fields.value("from") is None else fields.number("from", most=iteration - 1)
    head_bytes, lists_bytes = fields.exact("head"), fields.exact("lists")
    if len(head_bytes) > HEAD_BYTES_MAX or len(lists_bytes) > LISTS_BYTES_MAX:
        raise RemoteProtocolError(CODE, "a block too large")
    block = decode_block(head_bytes, lists_bytes)
    if block.head.height != height:
        raise RemoteProtocolError(CODE, "a block of another height")
    return Propose(height, iteration, start, block)


def encode_certificate(certificate: Certificate) -> bytes:
    """Return the canonical bytes of a certificate."""
    signatures: list[Value] = [[voter, sig] for voter, sig in certificate.signatures]
    return encode([certificate.height, certificate.iteration, certificate.block, signatures])


def decode_certificate(certificate_bytes: bytes) -> Certificate:
    """Return the certificate in `certificate_bytes`. Whether its signatures are good is not asked here.

    Raises:
        RemoteProtocolError: `certificate-form`: out of form, or voters not in order; or not canonical.
    """
    value = decode(certificate_bytes, bytes_max=CERTIFICATE_BYTES_MAX)
    if type(value) is not list or len(value) != 4:
        raise RemoteProtocolError("certificate-form")
    height, iteration, block, signatures = value
    if type(height) is not int or type(iteration) is not int or height < 1 or iteration < 0 or not is_id(block):
        raise RemoteProtocolError("certificate-form")
    if type(signatures) is not list or not all(map(_is_signature, signatures)):
        raise RemoteProtocolError("certificate-form")
    pairs = tuple((MemberId(voter), sig) for voter, sig in cast("list[tuple[bytes, bytes]]", signatures))
    if [voter for voter, _ in pairs] != sorted({voter for voter, _ in pairs}):
        raise RemoteProtocolError("certificate-form", "voters not in order, or one twice")
    return Certificate(height, iteration, BlockId(cast(bytes, block)), pairs)


def _is_signature(value: Value) -> bool:
    if type(value) is not list or len(value) != 2:
        return False
    return is_id(value[0]) and type(value[1]) is bytes and len(value[1]) == SIGNATURE_BYTES
