"""What a ballot's body must look like."""

from typing import Any

import pytest
from tests.simulation.feeds import member

from cohong.primitives.ballot import ACKS_MAX, VOTES_MAX, Ack, Ballot, ballot_body, ballot_from_body
from cohong.primitives.encoding import decode, encode
from cohong.primitives.errors import RemoteProtocolError
from cohong.primitives.ids import EntryId

SALT, ID = bytes(16), EntryId(bytes(32))
EMPTY: dict[str, Any] = {"salt": SALT, "ack": [], "no": [], "hold": [], "yes": []}


def ids(count: int) -> list[Any]:
    return [number.to_bytes(32, "big") for number in range(count)]


def test_a_ballot_is_read_as_it_was_written() -> None:
    ballot = Ballot((Ack(member(0), 7, ID),), ((ID, "dates"),), (ID,), (ID,))
    body = decode(encode(ballot_body(ballot, SALT)), bytes_max=1_000)
    assert isinstance(body, dict)
    assert ballot_from_body(body) == ballot


@pytest.mark.parametrize(
    "changes",
    [
        {"ack": None}, {"no": {}}, {"hold": b""}, {"yes": ()}, {"names": []}, {"ack": [[member(0), 0]]},
        {"ack": [[member(0), -1, ID]]}, {"ack": [[member(0), True, ID]]}, {"ack": [[bytes(31), 0, ID]]},
        {"ack": [[member(0), 0, bytes(33)]]}, {"ack": [[member(0), 0, ID], [member(0), 1, ID]]}, {"ack": [ID]},
        {"no": [ID]}, {"no": [[ID]]}, {"no": [[ID, ""]]}, {"no": [[ID, "r" * 33]]}, {"no": [[ID, b"r"]]},
        {"no": [[bytes(31), "r"]]}, {"hold": [bytes(31)]}, {"hold": ["x" * 32]}, {"yes": [None]},
        {"ack": [[identity, 0, ID] for identity in ids(ACKS_MAX + 1)]}, {"hold": ids(VOTES_MAX + 1)},
        {"hold": ids(500), "yes": ids(VOTES_MAX - 499)},
    ],
)  # fmt: skip
def test_a_ballot_out_of_form_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(RemoteProtocolError, match="ballot-form"):
        ballot_from_body({**EMPTY, **changes})


@pytest.mark.parametrize("missing", ["ack", "no", "hold", "yes", "salt"])
def test_a_ballot_without_one_of_its_fields_is_refused(missing: str) -> None:
    with pytest.raises(RemoteProtocolError, match="ballot-form"):
        ballot_from_body({field: value for field, value in EMPTY.items() if field != missing})


def test_limits_are_exact() -> None:
    acks: list[Any] = [[identity, 0, ID] for identity in ids(ACKS_MAX)]
    ballot = ballot_from_body({**EMPTY, "ack": acks, "hold": ids(VOTES_MAX), "no": []})
    assert (len(ballot.ack), len(ballot.hold)) == (ACKS_MAX, VOTES_MAX)
    assert ballot_from_body({**EMPTY, "no": [[ID, "r" * 32]]}).no == ((ID, "r" * 32),)
