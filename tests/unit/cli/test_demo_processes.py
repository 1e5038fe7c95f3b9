"""No process of the demonstration is started without being noted."""

from __future__ import annotations

import signal

import pytest

from cohong.cli.demo.processes import ENDING_SIGNALS, signals_put_off
from cohong.cli.demo.surroundings import ended_by_signals


@pytest.mark.parametrize("number", ENDING_SIGNALS)
def test_a_signal_between_a_process_and_its_note_ends_the_demonstration_after_the_note(number: signal.Signals) -> None:
    noted = []
    with ended_by_signals(), pytest.raises(KeyboardInterrupt), signals_put_off():
        signal.raise_signal(number)
        noted.append("process")
    assert noted == ["process"]


def test_a_signal_after_the_note_ends_the_demonstration_at_once() -> None:
    with ended_by_signals():
        with signals_put_off():
            pass
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
