"""A member's own record that may yet move a version keeps it from writing another one for it."""

import pytest
from tests.simulation.charter_histories import ALWAYS_MS
from tests.unit.protocol.readers import Reader
from tests.unit.protocol.stories import A, B, C, D, Story

from cohong.api.errors import ApiError
from cohong.api.requests import WriteRecord
from cohong.node.writing import PENDING, intents_of

RECEIPT = {"amount": 1, "value_date": "2025-10-01", "method": "", "reference": ""}


def refusal(story: Story) -> str:
    """Return why A may write no receipt for what it has sold."""
    reader = Reader(story.scribe, A)
    reader.take_all(now_ms=ALWAYS_MS)
    request = WriteRecord(kind="credit.receipt", object=story.proposal.id.hex(), fields=dict(RECEIPT))
    with pytest.raises(ApiError) as refused:
        intents_of([request], reader.replica, A, ALWAYS_MS)
    return refused.value.detail


def test_a_sale_is_pending_until_it_is_final() -> None:
    story = Story()
    story.assign(A, story.accept, story.offer(C, 10, story.accept))
    refusals = [refusal(story)]
    for voter in (B, C, D):
        story.agree(voter)
        refusals.append(refusal(story))
    assert refusals == [PENDING] * 3 + ["not-controller"]
