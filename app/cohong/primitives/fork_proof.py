"""Proof that a member wrote two entries at one place of its feed: two headers and their signatures."""

from dataclasses import dataclass
from typing import Final

from cohong.primitives.encoding import decode, encode
from cohong.primitives.entry import HEADER_BYTES_MAX, SIGNATURE_BYTES, Entry, Header, decode_header, entry_id
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId, MemberId

PROOF_BYTES_MAX: Final = 2 * (HEADER_BYTES_MAX + SIGNATURE_BYTES) + 64


@dataclass(frozen=True, slots=True)
class SignedHeader:
    """A header with its bytes and signature: what is left of an entry without its body."""

    header: Header
    header_bytes: bytes
    signature: bytes

    @property
    def id(self) -> EntryId:
        """SHA-256 of the header's bytes."""
        return entry_id(self.header_bytes)


@dataclass(frozen=True, slots=True)
class ForkProof:
    """Two signed headers of one author and seq, the one with the smaller id first, so that one fork has one proof."""

    first: SignedHeader
    second: SignedHeader

    @property
    def author(self) -> MemberId:
        """Who signed both."""
        return self.first.header.author

    @property
    def seq(self) -> int:
        """Where the two branches part."""
        return self.first.header.seq


def prove_fork(one: Entry, other: Entry) -> ForkProof:
    """Return the proof made of two different entries of one author at one seq."""
    signed = sorted(
        (SignedHeader(entry.header, entry.header_bytes, entry.signature) for entry in (one, other)),
        key=lambda item: item.id,
    )
    return ForkProof(signed[0], signed[1])


def encode_fork_proof(proof: ForkProof) -> bytes:
    """Return [header bytes, signature, header bytes, signature] as canonical bytes."""
    first, second = proof.first, proof.second
    return encode([first.header_bytes, first.signature, second.header_bytes, second.signature])


def decode_fork_proof(proof_bytes: bytes) -> ForkProof:
    """Return the proof in `proof_bytes`; its two signatures are still to be verified.

    Raises:
        RemoteProtocolError: not canonical, or the headers prove nothing (`proof-form`).
    """
    parts = decode(proof_bytes, bytes_max=PROOF_BYTES_MAX)
    if type(parts) is not list or len(parts) != 4:
        raise RemoteProtocolError("proof-form")
    signed = []
    for header_bytes, signature in ((parts[0], parts[1]), (parts[2], parts[3])):
        if type(header_bytes) is not bytes or type(signature) is not bytes or len(signature) != SIGNATURE_BYTES:
            raise RemoteProtocolError("proof-form")
        signed.append(SignedHeader(decode_header(header_bytes), header_bytes, signature))
    proof = ForkProof(signed[0], signed[1])
    one, other = signed[0].header, signed[1].header
    if (one.network, one.author, one.seq, one.prev) != (other.network, other.author, other.seq, other.prev):
        raise RemoteProtocolError("proof-form", "not one place of one feed")
    if proof.first.id >= proof.second.id:
        raise RemoteProtocolError("proof-form", "not in order")
    return proof
