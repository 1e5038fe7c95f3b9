"""How many voters suffice (protocol.md 1 and 3)."""

from cohong.primitives.block import Block
from cohong.primitives.charter import FINAL_MAJORITY, Charter
from cohong.primitives.standing import Level


def confirmed_size(voters: int) -> int:
    """Return c(n) = floor(n/2) + 1: how many voters must have signed for a record before it is confirmed.

    Two sets of that size share at least 2 c(n) - n voters: one if n is odd, two if it is even.
    """
    return voters // 2 + 1


def final_size(voters: int) -> int:
    """Return f(n) = floor(2n/3) + 1: how many voters must have signed for a record before it is final.

    Two conflicting final records have at least 2 f(n) - n > n/3 voters in common, each with two signatures as proof.
    For n = 3t + 1 it is 2t + 1, as in FastPay (Baudet, Danezis, Sonnino 2020). Charters with `final: majority` ask for
    c(n) instead: see `level_size`.
    """
    return 2 * voters // 3 + 1


def level_size(level: Level, charter: Charter) -> int:
    """Return how many voters of the charter's roster the level CONFIRMED or FINAL takes."""
    voters = len(charter.roster)
    if level is Level.FINAL and charter.final != FINAL_MAJORITY:
        return final_size(voters)
    return confirmed_size(voters)


def block_size(block: Block, charter: Charter) -> int:
    """Return how many votes, and then finals, a block takes under the charter that agrees it.

    As many as make a record final; more than half for a removal, so that a majority can part with voters who left.
    """
    is_removal = block.head.change is not None and block.head.change.verb == "remove"
    return confirmed_size(len(charter.roster)) if is_removal else level_size(Level.FINAL, charter)


def rejected_size(level_needed: Level, charter: Charter) -> int:
    """Return how many `no` put the level out of reach: n - q(n) + 1."""
    return len(charter.roster) - level_size(level_needed, charter) + 1


def strength(approvals: int, level_needed: Level, charter: Charter) -> int:
    """Return how many voters would provably have signed both ways before a conflicting record could reach the level.

    yes + q(n) - n with one roster, never below 0.
    """
    return max(0, approvals + level_size(level_needed, charter) - len(charter.roster))
