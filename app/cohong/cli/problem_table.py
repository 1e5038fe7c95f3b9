"""Rows of a file that an import did not take, as a table."""

from collections.abc import Mapping, Sequence
from typing import Any

from cohong.cli.output import print_line, print_table
from cohong.cli.wording import problem_words


def print_problems(problems: Sequence[Mapping[str, Any]]) -> None:
    """Print where each is, what stands there and what is wrong with it; nothing if there are none."""
    if not problems:
        return
    rows = [
        [*(str(problem.get(name, "")) for name in ("line", "column", "value")), _words(problem)] for problem in problems
    ]
    print_line("")
    print_table(["Line", "Column", "Value", "Problem"], rows, right=("Line",))


def _words(problem: Mapping[str, Any]) -> str:
    return problem_words(str(problem.get("reason", "")), str(problem.get("other", "")))
