"""What is wrong with what is set off, in words: where, what, and what to do."""

from typing import Final

from cohong.insight.verdict import Change, Verdict

FIRST_LINE: Final = 2
"""Of the file's first obligation."""

STEPS_SHOWN: Final = 12


def fault_sentence(verdict: Verdict) -> str:
    """Return why a set-off does not stand; empty if it does."""
    if verdict.exceeding is not None:
        return f"Line {verdict.exceeding + FIRST_LINE} sets off more than is owed. Nothing beyond it can be set off."
    if verdict.unbalanced is not None:
        who, minor = verdict.unbalanced
        how = f"{abs(minor)} {'better' if minor > 0 else 'worse'} off"
        return f"It is not fair: {who} would be {how}. Of each, as much must be set off as debtor as it is as creditor."
    if verdict.improvement:
        more_minor = sum(change.minor for change in verdict.improvement)
        return f"It is not the most there is: {more_minor} more can be set off, by {_changes(verdict.improvement)}."
    return ""


def _changes(changes: tuple[Change, ...]) -> str:
    told = [
        f"{abs(change.minor)} {'more' if change.minor > 0 else 'less'} of what {change.debtor} owes {change.creditor} "
        f"(line {change.number + FIRST_LINE})"
        for change in changes[:STEPS_SHOWN]
    ]
    rest = len(changes) - len(told)
    return ", ".join(told) + (f", and {rest} more changes" if rest else "")
