"""Making a bundle, block by block, so that none of it but the block in hand is in memory."""

from collections.abc import Sequence
from dataclasses import dataclass

from cohong.bundle.layout import (
    END_NUMBER,
    HEADER_NUMBER,
    Contents,
    Header,
    encode_end,
    encode_head,
    encode_header,
    seal_contents,
    seal_part,
    signed_of_block,
    signed_of_header,
)
from cohong.crypto.sealing import seal_to
from cohong.crypto.signing import SigningKey
from cohong.primitives.errors import LocalProtocolError
from cohong.primitives.ids import MemberId, NetworkId


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is random in a bundle; none of it serves for another one.

    Attributes:
        nonce: 16 bytes.
        content_key: 32 bytes.
        ephemeral_seeds: 32 bytes for each reader.
    """

    nonce: bytes
    content_key: bytes
    ephemeral_seeds: Sequence[bytes]


class BundleWriter:
    """Makes the blocks of one bundle."""

    def __init__(
        self,
        network: NetworkId,
        key: SigningKey,
        readers: Sequence[MemberId],
        contents: Contents,
        secrets: Secrets,
        time_ms: int,
    ) -> None:
        self._key = key
        self._content_key = secrets.content_key
        sealed = _sealed(readers, secrets)
        sealed_contents = seal_contents(secrets.content_key, secrets.nonce, contents)
        self.header: Header = encode_header(
            network, MemberId(key.member), time_ms, secrets.nonce, sealed, sealed_contents
        )  # fmt: skip
        self.parts = 0

    def header_block(self) -> bytes:
        """Return the block that begins the bundle, and ends it once more."""
        exact = self.header.exact
        return encode_head(HEADER_NUMBER, exact, self._key.sign(signed_of_header(exact))) + exact

    def part_block(self, frame_bytes: bytes) -> bytes:
        """Return the next part's block, which holds this frame."""
        self.parts += 1
        return self._block(self.parts, seal_part(self._content_key, self.header.id, self.parts, frame_bytes))

    def end_blocks(self) -> bytes:
        """Return what follows upon the last part."""
        return self._block(END_NUMBER, encode_end(self.parts)) + self.header_block()

    def _block(self, number: int, payload: bytes) -> bytes:
        unsigned = encode_head(number, payload, b"")
        signed = signed_of_block(self.header.id, number, len(payload), unsigned[16:48])
        return unsigned + self._key.sign(signed) + payload


def _sealed(readers: Sequence[MemberId], secrets: Secrets) -> dict[MemberId, bytes]:
    sealed = {}
    for member, seed in zip(sorted(set(readers)), secrets.ephemeral_seeds, strict=True):
        key = seal_to(member, secrets.content_key, seed)
        if key is None:
            raise LocalProtocolError("a member's id is a good key: it has signed its join")
        sealed[member] = key
    return sealed
