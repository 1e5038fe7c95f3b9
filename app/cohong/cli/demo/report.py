"""What the demonstration says: lines of progress, and the figures at the end."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cohong.api.views import BookSummary, Digest, ForkView
from cohong.cli.demo.network import Firm
from cohong.cli.demo.watching import Seen
from cohong.cli.output import money, print_facts, say
from cohong.primitives.money import format_plain

PROGRESS_EVERY_S: Final = 2.0


class PhaseClock:
    """Seconds by phase, one phase after the other."""

    def __init__(self) -> None:
        self._began_s = self._phase_began_s = time.monotonic()
        self.seconds: dict[str, float] = {}

    def end(self, phase: str) -> None:
        """Note that `phase` ends at this moment and the next one begins."""
        now_s = time.monotonic()
        self.seconds[phase] = round(now_s - self._phase_began_s, 2)
        self._phase_began_s = now_s

    def total_s(self) -> float:
        """Return the seconds since the beginning."""
        return round(time.monotonic() - self._began_s, 2)


@dataclass(slots=True)
class Progress:
    """Says how far the trade is, every PROGRESS_EVERY_S."""

    next_s: float = 0.0
    last: Seen | None = field(default=None, repr=False)

    def tell(self, seen: Seen) -> None:
        """Say one line, if it is time for one."""
        if seen.elapsed_s < self.next_s and not seen.is_complete:
            return
        self.next_s = seen.elapsed_s + PROGRESS_EVERY_S
        away = sum(node is None for node in seen.nodes)
        note = f", {away} node away" if away else ""
        rate = ""
        if self.last is not None and seen.elapsed_s > self.last.elapsed_s:
            done = seen.final_everywhere - self.last.final_everywhere
            rate = f", {max(0, done) / (seen.elapsed_s - self.last.elapsed_s):.0f}/s"
        self.last = seen
        say(
            f"{seen.elapsed_s:6.1f} s  {seen.held_by_first} of {seen.expected} records written, "
            f"{seen.final_everywhere} final on every node{rate}{note}"
        )


def result(
    firms: Sequence[Firm],
    *,
    invoices: int,
    records: int,
    baseline: int,
    digests: Sequence[Digest],
    clock: PhaseClock,
    killed: dict[str, Any] | None,
) -> dict[str, Any]:
    """Return the figures at the end, all but the clock's read from the nodes' own books."""
    first = digests[0]
    summary: BookSummary = firms[0].client.ask("book.summary")
    totals = {total.currency: format_plain(total.minor, total.currency) for total in summary.totals}
    moving_s = sum(clock.seconds.get(phase, 0.0) for phase in ("import", "trade", "final"))
    return {
        "peers": len(firms),
        "invoices": summary.invoices,
        "invoices_expected": invoices,
        "records": first.records - baseline,
        "records_expected": records,
        "confirmed": first.confirmed - baseline,
        "final": first.final - baseline,
        "rejected": first.rejected,
        "contested": first.contested,
        "digests": [digest.digest for digest in digests],
        "forks": sum(_forks(firm) for firm in firms),
        "settled": summary.settled,
        "late": summary.late,
        "mean_days_late": round(summary.mean_days_late_milli / 1000, 3),
        "total": next(iter(totals.values())) if len(totals) == 1 else "",
        "totals": totals,
        "killed": killed,
        "seconds": {**clock.seconds, "all": clock.total_s()},
        "records_per_second": round((first.records - baseline) / moving_s, 1) if moving_s else 0.0,
    }


def is_good(figures: dict[str, Any], *, kill_asked: bool) -> bool:
    """Whether all nodes agree on everything that was to come, and nobody was caught forking."""
    return (
        figures["records"] == figures["final"] == figures["records_expected"]
        and figures["invoices"] == figures["invoices_expected"]
        and len(figures["digests"]) == figures["peers"]
        and len(set(figures["digests"])) == 1
        and not figures["rejected"]
        and not figures["contested"]
        and not figures["forks"]
        and (figures["killed"] is not None or not kill_asked)
    )


def tell_result(figures: dict[str, Any]) -> None:
    """Print the figures for a person."""
    seconds = ", ".join(f"{phase} {value}" for phase, value in figures["seconds"].items())
    print_facts(
        [
            ("Nodes", str(figures["peers"])),
            ("Invoices", f"{figures['invoices']}, {figures['settled']} of them settled"),
            ("Records", f"{figures['records']}, {figures['final']} final on every node"),
            (
                "Settled late",
                f"{figures['late']}; all that is settled by {figures['mean_days_late']:.1f} days on average",
            ),
            ("Total", ", ".join(_money_of(code, text) for code, text in figures["totals"].items())),
            ("State digest", _digest_told(figures["digests"])),
            ("Forks", str(figures["forks"])),
            ("Seconds", seconds),
            ("Records a second", str(figures["records_per_second"])),
        ]
    )


def _digest_told(digests: Sequence[str]) -> str:
    """Return what the nodes' books come to: the same on all, or not."""
    different = len(set(digests))
    return f"{digests[0][:16]}…, " + ("the same on every node" if different == 1 else f"{different} different ones")


def _money_of(currency: str, plain: str) -> str:
    return money(int(plain.replace(".", "")), currency)


def _forks(firm: Firm) -> int:
    forks: list[ForkView] = firm.client.ask("forks.list")
    return len(forks)
