"""The example in docs/protocol.md is what the code makes of its seed, nonce and salt."""

import re
from pathlib import Path

import pytest

from cohong.book.objects import natural_id
from cohong.crypto.signing import SigningKey
from cohong.primitives.charter import Charter, new_genesis
from cohong.primitives.encoding import encode
from cohong.primitives.entry import Header, body_hash, encode_header, entry_id, signed_bytes
from cohong.primitives.ids import NO_ENTRY, MemberId
from cohong.primitives.kinds import PROFILE_SET

DOCUMENT = Path(__file__).parents[3] / "docs" / "protocol.md"


def documented() -> dict[str, bytes]:
    """Return what the example says, by name. A line of hex without a name goes on with the line above."""
    example = DOCUMENT.read_text(encoding="utf-8").split("### Example", 1)[1].split("\n## ", 1)[0]
    found: dict[str, str] = {}
    name = ""
    for named, shown in re.findall(r"^    (\w*) +([0-9a-f]+)\b", example, re.MULTILINE):
        name = named or name
        found[name] = found.get(name, "") + shown
    return {name: bytes.fromhex(shown) for name, shown in found.items()}


def made() -> dict[str, bytes]:
    """Return the same, made anew."""
    key = SigningKey(b"\1" * 32)
    author = MemberId(key.member)
    genesis = new_genesis("Example", Charter((author,)), b"\2" * 32, 1_700_000_000_000)
    body = encode({"salt": b"\3" * 16, "kind": "firm", "name": {"en": "Example Ltd"}, "place": "", "identifiers": {}})
    header = encode_header(
        Header(genesis.network, author, 0, NO_ENTRY, 0, 1_700_000_001_000, PROFILE_SET, body_hash(body), len(body))
    )
    identity = entry_id(header)
    return {
        "author": author, "genesis": genesis.exact, "network": genesis.network, "body": body,
        "body_hash": body_hash(body), "header": header, "id": identity, "signed": signed_bytes(identity),
        "signature": key.sign(signed_bytes(identity)), "object": natural_id("profile", author),
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(made()))
def test_the_example_is_as_documented(name: str) -> None:
    assert documented()[name].hex() == made()[name].hex()
