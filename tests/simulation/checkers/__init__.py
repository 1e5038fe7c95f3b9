"""What must hold at all times and in the end, each with its number in the list of invariants."""

from tests.simulation.checkers.ballots import Ballots
from tests.simulation.checkers.bounds import Bounds
from tests.simulation.checkers.carrying import Carrying
from tests.simulation.checkers.chain import OneChain
from tests.simulation.checkers.checker import BeyondHelp, Broken, Checker
from tests.simulation.checkers.ending import Ending
from tests.simulation.checkers.epochs import Epochs
from tests.simulation.checkers.finality import Finality
from tests.simulation.checkers.going_back import GoingBack
from tests.simulation.checkers.joining import Joining
from tests.simulation.checkers.lateness import Lateness
from tests.simulation.checkers.motions import Motions
from tests.simulation.checkers.own_feed import OwnFeed
from tests.simulation.checkers.receipts import Receipts
from tests.simulation.checkers.recounting import Recounting
from tests.simulation.checkers.replaying import Replaying
from tests.simulation.checkers.votes import Votes

CHECKERS: tuple[type[Checker], ...] = (
    OwnFeed,
    Ballots,
    GoingBack,
    OneChain,
    Votes,
    Bounds,
    Recounting,
    Replaying,
    Carrying,
    Receipts,
    Ending,
    Finality,
    Lateness,
    Epochs,
    Motions,
    Joining,
)

__all__ = ["CHECKERS", "BeyondHelp", "Broken", "Checker"]
