"""What is left of libp2p's log."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from cohong.p2p.quiet_logging import LINES_A_PLACE, QuietHandler


@pytest.fixture
def noisy() -> Iterator[logging.Logger]:
    logger = logging.getLogger("noisy_library")
    logger.propagate = False
    logger.handlers = [QuietHandler()]
    yield logger
    logger.handlers.clear()


def test_the_text_of_a_record_is_not_passed_on_and_its_place_is(
    noisy: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    noisy.warning("peer said %r", b"secret frame")
    ours = [record for record in caplog.records if record.name == "cohong.p2p.quiet_logging"]
    assert len(ours) == 1
    assert ours[0].getMessage().startswith("libp2p warned place=noisy_library:")
    assert "secret" not in ours[0].getMessage()


def test_a_flood_from_one_place_becomes_a_few_lines(noisy: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(1000):
        noisy.error("again")
    noisy.error("another place")
    ours = [record for record in caplog.records if record.name == "cohong.p2p.quiet_logging"]
    assert len(ours) == LINES_A_PLACE + 1


def test_an_exception_shows_only_its_class(noisy: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError("secret frame")
    except ValueError:
        noisy.exception("failed")
    ours = [record for record in caplog.records if record.name == "cohong.p2p.quiet_logging"]
    assert ours[0].getMessage().endswith("error=ValueError")
    assert ours[0].exc_info is None


def test_what_is_less_than_a_warning_is_dropped(noisy: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    noisy.setLevel(logging.DEBUG)
    noisy.info("chatter")
    assert not [record for record in caplog.records if record.name == "cohong.p2p.quiet_logging"]
