"""Netting rounds, guarantees, pools and consents as somebody might write them: mostly what the rules allow.

Each act looks for something that could come next, so that what takes many steps of several members comes about.
"""

from collections.abc import Sequence
from typing import Final

from tests.simulation.undertakings.covers import call, claim, create, draw, grant, pay, pledge, press, subrogate
from tests.simulation.undertakings.netting import agree, announce, end, join
from tests.simulation.undertakings.reading import consent, read, revoke
from tests.simulation.undertakings.scene import Act

NETTING: Final[Sequence[Act]] = (announce, agree, agree, join, join, join, join, end)
COVERS: Final[Sequence[Act]] = (press, grant, call, call, pay, pay, subrogate, subrogate)
POOLS: Final[Sequence[Act]] = (press, create, pledge, pledge, claim, draw, draw, subrogate, subrogate)
READING: Final[Sequence[Act]] = (consent, revoke, read, read)
