"""An entry of somebody's feed, made with the key at hand: where no replica writes it, as for a newcomer."""

from cohong.crypto.signing import SigningKey
from cohong.primitives.encoding import Value, encode
from cohong.primitives.entry import Entry, Header, body_hash, encode_header, entry_id, signed_bytes
from cohong.primitives.ids import NO_ENTRY, MemberId, NetworkId


def signed_entry(
    key: SigningKey,
    network: NetworkId,
    kind: str,
    body: dict[str, Value],
    *,
    height: int,
    time_ms: int,
    after: Entry | None = None,
) -> Entry:
    """Return the entry that follows upon `after` in the feed of a key, the first one if that is None."""
    body_bytes = encode(body)
    seq, prev = (0, NO_ENTRY) if after is None else (after.header.seq + 1, after.id)
    header = Header(
        network, MemberId(key.member), seq, prev, height, time_ms, kind, body_hash(body_bytes), len(body_bytes)
    )
    header_bytes = encode_header(header)
    identity = entry_id(header_bytes)
    return Entry(header, header_bytes, identity, key.sign(signed_bytes(identity)), body_bytes)
