"""What is wrong with a file of obligations, set-offs or ratings, in words: where, what, and what to do."""

from typing import Final

from cohong.insight.netting import TOTAL_MINOR_MAX
from cohong.insight.table_file import FileFault, FileRefused

REFUSALS: Final[dict[FileFault, str]] = {
    FileFault.ENCODING: "it is not UTF-8 text ({found}). Save the file as CSV in UTF-8.",
    FileFault.QUOTES: "its quotes do not close as they open ({found}). Put a name with a comma or a quote in "
    "quotes, and double the quotes in it.",
    FileFault.DEBTS_HEADER: "the first line is {found!r}. It must be: debtor,creditor,amount; in a file of set-offs "
    "debtor,creditor,amount,set_off.",
    FileFault.CELLS: "it has {found} cells. Commas part them; mend the line, or take it out.",
    FileFault.NAME: "{found!r} is nobody's name: it is empty, or has blanks around it. Write each name the same way "
    "everywhere.",
    FileFault.AMOUNT: "{found!r} is no amount. Write whole minor units, such as 12345 for 123.45: digits alone, and "
    "no obligation of nothing.",
    FileFault.TOTAL: f"up to here the obligations add up to {{found}}; at most {TOTAL_MINOR_MAX} can be netted at "
    "once. Net them in parts, or in larger units.",
    FileFault.OTHER_OBLIGATION: "{found!r} is not the obligation in the same line of the other file. Keep lines and "
    "order as `cohong netting solve --out` writes them.",
    FileFault.LINES: "the other file has {found} obligations, and this one another number. Keep a line for each, "
    "also where nothing is set off.",
    FileFault.RATING: "{found!r} is no rating. Write a number from -10 to 10.",
    FileFault.TIME: "{found!r} is no time. Write seconds since 1970, such as 1289241911.",
    FileFault.MEMBER_NAME: "{found!r} is no name for a member. Use at most 120 characters, and no control characters.",
    FileFault.WHOLE: "{found} is no whole number, as an endorsement's score is. Write one from -10 to 10.",
    FileFault.MOMENT: "{found} is no moment at which it can have been signed. Write seconds since 1970, from "
    "86400 (its second day) until now.",
    FileFault.LABEL: "{found!r} is no label. Write +1 for an honest rater and -1 for one who is not.",
    FileFault.LABELLED_TWICE: "{found!r} has a label further up. Keep one of the two.",
    FileFault.TOO_FEW: "{found} ratings of others are in it; too few to foretell any.",
}


def file_sentence(refused: FileRefused) -> str:
    """Return where a file is not as it must be, why, and what to do."""
    where = "" if refused.code is FileFault.TOO_FEW else f", line {refused.line}"
    return f"{refused.file}{where}: {REFUSALS[refused.code].format(found=refused.found)}"
