"""How far a sender may run ahead of its reader."""

from __future__ import annotations

import pytest

from cohong.p2p.credit import ReceiveCredit, SendCredit, cost_of
from cohong.p2p.link_frames import ACK_EVERY, CREDIT_MAX, FRAME_BYTES_MAX, FRAME_CHARGE, FrameBreach


def test_credit_is_there_up_to_the_limit_and_not_one_above() -> None:
    credit = SendCredit()
    credit.spend(CREDIT_MAX - 10)
    assert credit.has_room(10)
    assert not credit.has_room(11)
    assert credit.outstanding == CREDIT_MAX - 10


def test_what_the_reader_took_may_be_sent_again() -> None:
    credit = SendCredit()
    credit.spend(CREDIT_MAX)
    credit.acknowledge(CREDIT_MAX)
    assert credit.has_room(CREDIT_MAX)


def test_an_acknowledgement_of_more_than_was_sent_or_less_than_before_is_a_breach() -> None:
    credit = SendCredit()
    credit.spend(100)
    with pytest.raises(FrameBreach):
        credit.acknowledge(101)
    credit.acknowledge(50)
    credit.acknowledge(50)
    with pytest.raises(FrameBreach):
        credit.acknowledge(49)


def test_a_sender_that_ignores_its_credit_is_a_breach() -> None:
    credit = ReceiveCredit()
    credit.receive(CREDIT_MAX)
    with pytest.raises(FrameBreach):
        credit.receive(1)


def test_an_acknowledgement_is_due_each_time_enough_was_taken() -> None:
    credit = ReceiveCredit()
    credit.receive(CREDIT_MAX)
    assert credit.consume(ACK_EVERY - 1) is None
    assert credit.consume(1) == ACK_EVERY
    assert credit.consume(ACK_EVERY) == 2 * ACK_EVERY
    credit.receive(2 * ACK_EVERY)


def test_the_largest_frame_can_always_be_sent_in_the_end() -> None:
    """What a reader may leave unacknowledged for good must leave room for the largest frame."""
    credit = SendCredit()
    credit.spend(ACK_EVERY - 1)
    assert credit.has_room(FRAME_BYTES_MAX + FRAME_CHARGE)


def test_an_empty_frame_costs_something() -> None:
    assert cost_of(b"") == FRAME_CHARGE
