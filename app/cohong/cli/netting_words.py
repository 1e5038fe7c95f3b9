"""What is wrong with a file of obligations, or with what is set off of them, in words: where, what, and what to do."""

from typing import Final

from cohong.insight.debts_file import DebtsFileRefused, DebtsRefusal
from cohong.insight.netting import TOTAL_MINOR_MAX
from cohong.insight.verdict import Change, Verdict

FIRST_LINE: Final = 2
"""Of the file's first obligation."""

STEPS_SHOWN: Final = 12

REFUSALS: Final[dict[DebtsRefusal, str]] = {
    DebtsRefusal.ENCODING: "it is not UTF-8 text ({found}). Save the file as CSV in UTF-8.",
    DebtsRefusal.QUOTES: "its quotes do not close as they open ({found}). Put a name with a comma or a quote in "
    "quotes, and double the quotes in it.",
    DebtsRefusal.HEADER: "the first line is {found!r}. It must be: debtor,creditor,amount; in a file of set-offs "
    "debtor,creditor,amount,set_off.",
    DebtsRefusal.CELLS: "{found!r} has not as many cells as the header. Mend the line, or take it out.",
    DebtsRefusal.NAME: "{found!r} is nobody's name: it is empty, or has blanks around it. Write each name the same way "
    "everywhere.",
    DebtsRefusal.AMOUNT: "{found!r} is no amount. Write whole minor units, such as 12345 for 123.45: digits alone, and "
    "no obligation of nothing.",
    DebtsRefusal.TOTAL: f"up to here the obligations add up to {{found}}; at most {TOTAL_MINOR_MAX} can be netted at "
    "once. Net them in parts, or in larger units.",
    DebtsRefusal.OTHER_OBLIGATION: "{found!r} is not the obligation in the same line of the other file. Keep lines and "
    "order as `cohong netting solve --out` writes them.",
    DebtsRefusal.LINES: "the other file has {found} obligations, and this one another number. Keep a line for each, "
    "also where nothing is set off.",
}


def debts_refusal_sentence(refused: DebtsFileRefused) -> str:
    """Return where a file is not as it must be, why, and what to do."""
    return f"{refused.file}, line {refused.line}: {REFUSALS[refused.code].format(found=refused.found)}"


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
