"""Having a real node count its book again."""

from __future__ import annotations

import time

from tests.integration.firms import Firm

from cohong.api.views import AuditStatus

PATIENCE_S = 90.0


def audited(firm: Firm) -> AuditStatus:
    """Have a firm's book counted again, and return what was found."""
    status: AuditStatus = firm.ask("audit.start")
    deadline = time.monotonic() + PATIENCE_S
    while status.state == "running":
        assert time.monotonic() < deadline
        time.sleep(0.05)
        status = firm.ask("audit.status")
    return status
