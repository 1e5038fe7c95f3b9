"""Netting rounds. They are announced and aborted by `record.write`."""

from cohong.api.requests.base import Params


class OfRound(Params, frozen=True):
    """One netting round.

    Attributes:
        round: its id, that of its announcement.
        key: for what writes: made by the client before the first try.
    """

    round: str
    key: str = ""


class NettingWhatIf(Params, frozen=True):
    """How much more a round would clear with some liquidity.

    Attributes:
        liquidity: in minor units of the round's currency, at least 1.
    """

    round: str
    liquidity: int
