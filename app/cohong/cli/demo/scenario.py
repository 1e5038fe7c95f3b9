"""The demonstration from the first process to the last figure."""

import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from cohong.api.errors import ApiError, ApiErrorCode, ExitCode
from cohong.api.views import Digest, ImportStatus
from cohong.cli.demo import report
from cohong.cli.demo.firms import FIRMS
from cohong.cli.demo.network import (
    PASSPHRASE,
    Firm,
    LimitNeeded,
    NetworkNotReadyError,
    introduce,
    make_network,
    make_profiles,
)
from cohong.cli.demo.plan import TradePlan, limits_of_file, limits_of_sample, plan_of_file, plan_of_sample
from cohong.cli.demo.processes import ENDING_SIGNALS, NodeProcess, end_all, free_ports, signals_put_off, start_desktop
from cohong.cli.demo.sample_trade import SampleInvoice, sample_trade
from cohong.cli.demo.surroundings import STATE_FOLDER, DemoOptions, demo_folder, ended_by_signals, profile_dir_of
from cohong.cli.demo.trading import Trader
from cohong.cli.demo.watching import NodeDiedError, Seen, StalledError, Watch
from cohong.cli.node_client import NodeNotReachableError
from cohong.cli.node_process import NodeDidNotStartError
from cohong.cli.output import print_json, print_line, say
from cohong.cli.wording import not_reachable_sentence

SAMPLE_INVOICES: Final = 300
WATCHED_PACE_S: Final = 100.0
KILL_AT_SHARE: Final = 3
"""A node is killed when one record in so many is final."""

AWAY_S: Final = 2.0
LAST_WORDS_S: Final = 2.0
_DESKTOP_POLL_S: Final = 0.3


def run_demo(options: DemoOptions) -> int:
    """Carry the demonstration out; return the exit code. No process is left behind, whatever happens."""
    with ended_by_signals(), demo_folder(options) as folder:
        demo = _Demo(options, folder)
        try:
            return demo.run()
        except KeyboardInterrupt:
            say("Ending.")
            return ExitCode.DONE if not options.headless else 128 + signal.SIGINT
        except (StalledError, NetworkNotReadyError) as error:
            return demo.fail("stalled", str(error), f"Nothing moves any more.\n{error}")
        except NodeDiedError as error:
            return demo.fail("node-died", str(error), "A node has ended by itself.")
        except NodeNotReachableError as error:
            return demo.fail(error.reason, error.detail, not_reachable_sentence(error))
        except NodeDidNotStartError as error:
            return demo.fail("did-not-start", str(error), "A node does not start, or takes too long for it.")
        finally:
            demo.end()


class _Demo:
    def __init__(self, options: DemoOptions, folder: Path) -> None:
        self._options = options
        self._folder = folder
        self._clock = report.PhaseClock()
        self._stop = threading.Event()
        self._desktop: subprocess.Popen[bytes] | None = None
        self._killed: dict[str, Any] | None = None
        self._killer: threading.Thread | None = None
        state_dir = None if options.keep else folder / STATE_FOLDER
        self._firms = [
            Firm(place, FIRMS[place], NodeProcess(profile_dir_of(folder, place), port, state_dir=state_dir))
            for place, port in enumerate(free_ports(options.peers))
        ]

    def run(self) -> int:
        today = datetime.now(UTC).date()
        # A file that can't be read is refused before the first process is started.
        file_plan = self._plan_of_file()
        trade = self._sample(today)
        baseline = self._set_up(trade)
        if self._stop.is_set():
            return ExitCode.DONE
        if not self._options.headless:
            self._open_desktop()
        plan = file_plan or self._plan_of_sample(trade, today)
        traders = self._start_traders(plan)
        watch = Watch(self._firms, expected=plan.records, baseline=baseline, stop=self._stop)
        desktop_watch = threading.Thread(target=self._stop_with_desktop, daemon=True)
        desktop_watch.start()
        if self._options.invoices is not None:
            self._import(self._options.invoices)
        self._clock.end("import")
        digests = self._follow(watch, plan, traders)
        if digests is None:
            return ExitCode.DONE
        code = self._tell(plan, baseline, digests)
        if not self._options.headless:
            self._stay_until_window_closes()
        return code

    def end(self) -> None:
        """End every process; further signals do not interrupt it."""
        for number in ENDING_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        self._stop.set()
        if self._killer is not None:
            # It may be about to start its node again.
            self._killer.join(AWAY_S + 1)
        end_all([firm.node for firm in self._firms], self._desktop)

    def fail(self, error: str, detail: str, sentence: str) -> int:
        """Say why, and what the nodes said last; one that has just broken down may still be saying it."""
        say(sentence)
        deadline = time.monotonic() + LAST_WORDS_S
        while not any(firm.node.has_ended() for firm in self._firms) and time.monotonic() < deadline:
            time.sleep(_DESKTOP_POLL_S)
        for firm in self._firms:
            if firm.node.has_ended():
                say(f"{firm.sample.code} ended. Its last words:")
                for line in firm.node.log_end():
                    say(f"  {line}")
        if self._options.as_json:
            print_json({"error": error, "detail": detail, "message": f"The demonstration failed: {error}."})
        return ExitCode.REFUSED

    def _sample(self, today: date) -> list[SampleInvoice]:
        if self._options.invoices is not None:
            return []
        samples = [firm.sample for firm in self._firms]
        return sample_trade(samples, invoices=SAMPLE_INVOICES, today=today, seed=self._options.seed)

    def _set_up(self, trade: Sequence[SampleInvoice]) -> int:
        """Return how many records the set-up consists of, all of them final everywhere."""
        say(f"Starting {len(self._firms)} nodes in {self._folder}")
        make_profiles(self._firms)
        make_network(self._firms, self._currencies(trade))
        say("The network stands; the firms introduce themselves.")
        limits = self._limits(trade)
        introduce(self._firms, limits)
        # Of each firm the name, which its node tells by itself, and then who it is.
        records = 2 * len(self._firms) + len(limits)
        Watch(self._firms, expected=records, baseline=0, stop=self._stop).until_complete(lambda _seen: None)
        self._clock.end("setup")
        return records

    def _currencies(self, trade: Sequence[SampleInvoice]) -> set[str]:
        return {limit.currency for limit in self._limits(trade)}

    def _limits(self, trade: Sequence[SampleInvoice]) -> list[LimitNeeded]:
        if self._options.invoices is not None:
            return limits_of_file(len(self._firms), self._options.currency)
        return limits_of_sample(trade)

    def _plan_of_file(self) -> TradePlan | None:
        if self._options.invoices is None:
            return None
        return plan_of_file(self._options.invoices, firms=len(self._firms), currency=self._options.currency)

    def _plan_of_sample(self, trade: Sequence[SampleInvoice], today: date) -> TradePlan:
        pace_s = 0.0 if self._options.headless else WATCHED_PACE_S
        return plan_of_sample(trade, self._firms, today=today, pace_s=pace_s)

    def _start_traders(self, plan: TradePlan) -> list[Trader]:
        traders = [
            Trader(firm, firm_plan, self._stop)
            for firm, firm_plan in zip(self._firms, plan.firms, strict=True)
            if firm_plan.proposals or firm_plan.payments
        ]
        for trader in traders:
            trader.start()
        return traders

    def _import(self, path: Path) -> None:
        """Have the first firm import the file; return when all its proposals are signed."""
        node = self._firms[0].client
        status: ImportStatus = node.ask(
            "import.invoices",
            path=str(path.absolute()),
            currency=self._options.currency,
            deal_to=[firm.member for firm in self._firms[1:]],
            receipts="after-claim",
            send=True,
        )
        while status.state in ("reading", "ready", "sending") and not self._stop.is_set():
            time.sleep(_DESKTOP_POLL_S)
            status = node.ask("import.status", id=status.id)
        if status.state != "sent" and not self._stop.is_set():
            raise ApiError(ApiErrorCode.FILE_REFUSED, status.error or status.detail or status.state)

    def _follow(self, watch: Watch, plan: TradePlan, traders: Sequence[Trader]) -> list[Digest] | None:
        progress = report.Progress()
        trade_ended = False

        def on_seen(seen: Seen) -> None:
            nonlocal trade_ended
            progress.tell(seen)
            for trader in traders:
                if trader.error is not None:
                    raise trader.error
            if not trade_ended and seen.held_by_first >= plan.records:
                trade_ended = True
                self._clock.end("trade")
            if self._options.kill_one and self._killer is None:
                self._kill_when_due(watch, seen)

        digests = watch.until_complete(on_seen)
        if digests is not None:
            self._clock.end("final")
        return digests

    def _kill_when_due(self, watch: Watch, seen: Seen) -> None:
        if seen.final_everywhere * KILL_AT_SHARE < seen.expected:
            return
        victim = self._firms[min(2, len(self._firms) - 1)]
        watch.expected_away.add(victim.place)
        victim.node.kill()
        say(f"Killed the node of {victim.sample.name_en} with -9; it is started again in {AWAY_S:.0f} s.")
        self._killed = {"firm": victim.sample.code, "at_final": seen.final_everywhere, "away_s": AWAY_S}

        def start_again() -> None:
            if not self._stop.wait(AWAY_S):
                victim.node.start(PASSPHRASE)
                watch.expected_away.discard(victim.place)

        killer = threading.Thread(target=start_again, daemon=True)
        killer.start()
        # Noted only when it runs: who ends the demonstration waits for it.
        self._killer = killer

    def _tell(self, plan: TradePlan, baseline: int, digests: Sequence[Digest]) -> int:
        for firm in self._firms:
            if self._killed is not None and firm.sample.code == self._killed["firm"]:
                # The connection of before the kill is dead.
                firm.client = firm.node.connect()
        figures = report.result(
            self._firms,
            invoices=plan.invoices,
            records=plan.records,
            baseline=baseline,
            digests=digests,
            clock=self._clock,
            killed=self._killed,
        )
        if self._options.as_json:
            print_json(figures)
        else:
            report.tell_result(figures)
        good = report.is_good(figures, kill_asked=self._options.kill_one)
        return ExitCode.DONE if good else ExitCode.REFUSED

    def _open_desktop(self) -> None:
        first = self._firms[0]
        with signals_put_off():
            self._desktop = start_desktop(first.node.profile_dir, self._folder / "desktop.log")
        say(f"The window is that of {first.sample.name_en}; closing it, or Ctrl-C, ends everything.")
        say(f"Passphrase of all {len(self._firms)} profiles: {PASSPHRASE}")

    def _stop_with_desktop(self) -> None:
        while self._desktop is not None and not self._stop.is_set():
            if self._desktop.poll() is not None:
                self._stop.set()
                return
            self._stop.wait(_DESKTOP_POLL_S)

    def _stay_until_window_closes(self) -> None:
        print_line("All records are final on every node. The demonstration stays until you close the window.")
        self._stop.wait()
