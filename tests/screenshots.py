"""Pictures of the window on real nodes: `python -m tests.screenshots OUT`.

The demonstration's five firms trade first; four of them bring about what the Market shows. Then a newcomer asks to
join, motions are put, and three of the five nodes run: what the first firm writes gets a majority and no more; with
only two of them running it waits. So one picture of the Book shows every level.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync  # type: ignore[import-untyped]  # has no stubs
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from tests.picture_trade import Traded, trade

from cohong.api import requests, views
from cohong.desktop import tasks
from cohong.desktop.app import make_application
from cohong.desktop.languages import Translations
from cohong.desktop.main_window import MainWindow
from cohong.desktop.node_client import NodeClient
from cohong.desktop.node_process import NodeProcess
from cohong.desktop.pages.first_run import FirstRunGate
from cohong.desktop.pages.guarantee_sheets import GrantSheet
from cohong.desktop.pages.invite_sheet import InviteSheet
from cohong.desktop.pages.market_covers import GuaranteesTab
from cohong.desktop.pages.member_report import MemberReport
from cohong.desktop.pages.members import MembersPage
from cohong.desktop.pages.members_filter import MembersFilter
from cohong.desktop.pages.motion_new import NewMotionSheet, open_motion_form
from cohong.desktop.pages.motion_vote import VoteSheet
from cohong.desktop.pages.network import NetworkGate
from cohong.desktop.pages.record_details import RecordDetailsPane
from cohong.desktop.pages.record_trace import TraceSheet
from cohong.desktop.pages.report.body import ReportBody
from cohong.desktop.pages.round_details import RoundDetails
from cohong.desktop.pages.round_what_if import RoundWhatIf
from cohong.desktop.pages.unlock import UnlockGate
from cohong.desktop.pages.votes import VotesPage
from cohong.desktop.preferences import Preferences
from cohong.desktop.shell import Shell
from cohong.desktop.theme.theme import Theme, ThemeChoice
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.chart_card import ChartCard
from cohong.desktop.widgets.search_field import SearchField

T = TypeVar("T", bound=QWidget)

PASSPHRASE: Final = "five firms and one harbour"
SIZE: Final = (1240, 820)
FIRST_PORT: Final = 42_311
SETTLE_S: Final = 0.9
WAIT_S: Final = 90.0

CHOICES: Final[tuple[tuple[ThemeChoice, str], ...]] = (
    ("light", "en"), ("dark", "en"), ("light", "zh_HK"), ("dark", "zh_CN"),
)  # fmt: skip

INVOICE_FILE: Final = """Customer,Invoice No,Issue Date,Due Date,Amount,Currency
Pearl Components,INV-7001,2026-10-01,2026-10-31,"48,200.00",HKD
Pearl Components,INV-7002,2026-10-03,2026-11-02,"9,115.50",HKD
Lotus Freight,INV-7003,2026-10-05,2026-11-04,"12,300.00",HKD
Lotus Freight,INV-7004,2026-10-31,31/02/2026,"7,020.00",HKD
Silver Dragon,INV-7005,2026-10-07,2026-11-06,NaN,HKD
"""

PAYMENT_FILE: Final = """Tag,Bewegung,Betrag,Von
2026-11-20,FPS INV-900 thanks,"12,000.00",Pearl Components
2026-11-21,Rent of November,"-70,000.00",Landlord
"""


@dataclass(slots=True)
class Firm:
    """One firm's node process and a client of it."""

    profile_dir: Path
    port: int
    client: NodeClient = field(init=False)
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.client = NodeClient(self.profile_dir)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Start the node, locked, and wait until it answers."""
        command = [sys.executable, "-m", "cohong.node", "--profile", str(self.profile_dir)]
        command += ["--listen", self.address, "--exit-with-stdin", "--log-level", "error"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE)  # noqa: ASYNC220 - takes a moment, once
        self.client.start()
        await until(lambda: self.client.is_connected)

    async def unlock(self) -> None:
        await self.client.call("profile.unlock", requests.Unlock(passphrase=PASSPHRASE))

    async def stop(self) -> None:
        await self.client.close()
        process, self.process = self.process, None
        if process is not None:
            process.send_signal(signal.SIGTERM)
            await asyncio.to_thread(process.wait)


class Camera:
    """Takes pictures of the window into a folder."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder

    async def take(self, name: str, settle_s: float = SETTLE_S) -> None:
        """Wait until the window has come to rest, and take a picture."""
        await asyncio.sleep(settle_s)
        path = self._folder / f"{name}.png"
        self._window.grab().save(str(path))
        print(path, flush=True)


async def until(holds: Callable[[], object]) -> None:
    """Wait until `holds()` is true."""
    async with asyncio.timeout(WAIT_S):
        while not holds():  # noqa: ASYNC110 - what is waited for are widgets, which set no event
            await asyncio.sleep(0.02)


def main(argv: Sequence[str] | None = None) -> int:
    """Take all pictures; returns the exit code."""
    parser = argparse.ArgumentParser(prog="tests.screenshots", description="Pictures of the window on real nodes")
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("--profiles", type=Path, help="profiles that `cohong demo --keep --dir` has left")
    options = parser.parse_args(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="cohong-pictures-") as temporary:
        for name in ("STATE", "CONFIG", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(temporary, name.lower()))
        profiles = options.profiles or _trade(Path(temporary, "demo"))
        app = make_application()
        loop = qasync.QEventLoop(app)
        asyncio.set_event_loop(loop)
        with loop:
            loop.run_until_complete(_take_all(app, profiles, Path(temporary), options.out))
    return 0


def _trade(folder: Path) -> Path:
    command = [sys.executable, "-m", "cohong", "demo", "--headless", "--keep", "--dir", str(folder)]
    subprocess.run(command, check=True)
    return folder


async def _take_all(app: QApplication, profiles: Path, temporary: Path, out: Path) -> None:
    theme = Theme(app, "light", "en")
    shell = Shell(
        theme,
        Preferences(language="en"),
        Translations(),
        language="en",
        profile_dir=profiles / "firm-1",
        preferences_path=temporary / "desktop.json",
    )
    await _first_run(shell, temporary / "nobody", out)
    *firms, fourth = [Firm(profiles / f"firm-{n + 1}", FIRST_PORT + n) for n in range(4)]
    async with _window(shell, firms[0].profile_dir) as window:
        try:
            await firms[0].start()
            await _unlock(window, firms[0], theme, Camera(window, out))
            await _bring_up([*firms, fourth])
            traded = await trade([firm.client for firm in (*firms, fourth)])
            await fourth.stop()
            await _newcomer(shell, firms, temporary, out)
            await _put_motions(firms)
            await _stand_for(firms)
            await _trade_on(firms)
            await _places(window, shell, firms[0].client, temporary, Camera(window, out), traded)
        finally:
            for firm in (*firms, fourth):
                await firm.stop()


@asynccontextmanager
async def _window(shell: Shell, profile_dir: Path, *, link: str = "") -> AsyncIterator[MainWindow]:
    client = NodeClient(profile_dir)
    window = MainWindow(client, shell, NodeProcess(profile_dir), place="check", link=link)
    window.resize(*SIZE)
    window.show()
    client.start()
    try:
        yield window
    finally:
        await tasks.cancel_all()
        await client.close()
        window.close()
        window.deleteLater()
        await asyncio.sleep(SETTLE_S)


async def _first_run(shell: Shell, profile_dir: Path, out: Path) -> None:
    nobody = Firm(profile_dir, FIRST_PORT + 9)
    async with _window(shell, profile_dir) as window:
        camera = Camera(window, out)
        await nobody.start()
        await until(lambda: window.screen_name == "first-run")
        await camera.take("first-run-language")
        gate = _the(window, FirstRunGate)
        gate.go_on()
        gate.aim_step.name_edit.setText("Harbour Trading Ltd")
        await camera.take("first-run-aim")
        gate.go_on()
        await asyncio.sleep(SETTLE_S)
        gate.protect_step.suggest()
        await camera.take("first-run-passphrase")
        gate.go_on()
        await until(lambda: gate.step is gate.show_words_step)
        await camera.take("first-run-words")
    await nobody.stop()


async def _unlock(window: MainWindow, firm: Firm, theme: Theme, camera: Camera) -> None:
    await until(lambda: window.screen_name == "unlock")
    await camera.take("unlock-light")
    gate = _the(window, UnlockGate)
    gate.passphrase.set_text("not the right passphrase")
    theme.choose(choice="dark")
    gate.unlock()
    await camera.take("unlock-wrong-dark", 4)
    theme.choose(choice="light")
    await firm.unlock()
    await until(lambda: window.screen_name == "places")


async def _bring_up(firms: Sequence[Firm]) -> None:
    for firm in firms[1:]:
        await firm.start()
        await firm.unlock()
    for firm in firms:
        for other in firms:
            if other is not firm:
                status: views.NodeStatus = await other.client.call("node.status")
                await firm.client.call("peer.add", requests.AddPeer(member=status.member, addresses=[other.address]))
    await _until_connected(firms[0], len(firms) - 1)


async def _newcomer(shell: Shell, firms: Sequence[Firm], temporary: Path, out: Path) -> None:
    """Somebody is invited, looks at the invitation, and asks to join; pictures of both."""
    made: views.InviteMade = await firms[0].client.call("invite.make", requests.MakeInvite())
    newcomer = Firm(temporary / "newcomer", FIRST_PORT + 8)
    async with _window(shell, newcomer.profile_dir, link=made.text) as window:
        camera = Camera(window, out)
        await newcomer.start()
        profile = requests.CreateProfile(passphrase=PASSPHRASE, name="Blue Anchor Stores")
        await newcomer.client.call("profile.create", profile)
        for choice, language in CHOICES:
            _look(shell, choice, language)
            await until(lambda: window.screen_name == "network")
            gate = _the(window, NetworkGate)
            gate.invitation_edit.setPlainText(made.text)
            await camera.take(f"join-{choice}-{language}")
        _the(window, NetworkGate).join()
        await until(lambda: window.screen_name == "waiting")
        for choice, language in CHOICES:
            _look(shell, choice, language)
            await camera.take(f"join-waiting-{choice}-{language}")
        _look(shell, *CHOICES[0])
    await newcomer.stop()


async def _put_motions(firms: Sequence[Firm]) -> None:
    async def is_here() -> bool:
        chain: views.ChainStatus = await firms[1].client.call("chain.status")
        return bool(chain.joins)

    await _until_answer(is_here)
    chain: views.ChainStatus = await firms[1].client.call("chain.status")
    members: list[views.MemberCard] = await firms[1].client.call("members.list")
    absent = sorted(card.member for card in members if not card.connected and not card.me)
    for firm, motion in (
        (firms[2], requests.PutMotion(ask="voter", member=absent[0], vote=False, reason="Closed until March.", days=5)),
        (firms[2], requests.PutMotion(ask="expel", member=absent[1], reason="Its invoices stay unpaid since June.")),
        (firms[1], requests.PutMotion(ask="final", rule="majority", reason="Two of us are often away.")),
        (firms[1], requests.PutMotion(ask="admit", join=chain.joins[0].join, reason="Six years of good trade.")),
    ):
        written: views.Written = await firm.client.call("motion.put", motion)
        vote = requests.VoteOnMotion(motion=written.entry, yes=motion.ask != "expel")
        await firm.client.call("motion.vote", vote)


async def _stand_for(firms: Sequence[Firm]) -> None:
    """A guarantee of what is owed to the first firm, one that it has given, and a pool that it keeps."""
    members: list[views.MemberCard] = await firms[0].client.call("members.list")
    me = next(card.member for card in members if card.me)
    second: views.NodeStatus = await firms[1].client.call("node.status")
    third: views.NodeStatus = await firms[2].client.call("node.status")
    for firm, creditor, cap in ((firms[1], me, 40_000_000), (firms[0], second.member, 25_000_000)):
        fields = {
            "debtor": third.member, "beneficiary": creditor, "currency": "HKD", "cap": cap, "until": "2027-06-30",
            "says": "For the season.",
        }  # fmt: skip
        await firm.client.call("record.write", requests.WriteRecord(kind="guarantee.grant", fields=fields))
    pool = requests.WriteRecord(kind="pool.create", fields={"name": "Pearl River Guild", "currency": "HKD"})
    made: views.Written = await firms[0].client.call("record.write", pool)

    async def there() -> bool:
        found: views.CoverList = await firms[0].client.call("cover.list")
        return bool(found.pools and found.given and found.got)

    await _until_answer(there)
    pledge = requests.WriteRecord("pool.pledge", made.object, {"cap": 200_000_000, "until": "2027-12-31"})
    await firms[0].client.call("record.write", pledge)


async def _trade_on(firms: Sequence[Firm]) -> None:
    """Write records that only three, and then only two, of the five voters sign."""
    await _propose(firms[0], 5, "7F", level="majority")
    await firms[-1].stop()
    await _propose(firms[0], 4, "80", level="waiting")


async def _until_connected(firm: Firm, peers: int) -> None:
    async def connected() -> bool:
        status: views.NodeStatus = await firm.client.call("node.status")
        return status.peers_connected >= peers

    await _until_answer(connected)


async def _propose(firm: Firm, count: int, prefix: str, *, level: str) -> None:
    members: list[views.MemberCard] = await firm.client.call("members.list")
    others = [card for card in members if not card.me]
    written = ""
    for number in range(count):
        fields = {
            "debtor": others[number % len(others)].member,
            "creditor": next(card.member for card in members if card.me),
            "amount": 4_820_000 + 137_50 * number,
            "currency": "HKD",
            "issued": "2026-11-20",
            "due": "2026-12-20",
            "grace_days": 3,
            "reference": f"INV-{prefix}{number:02d}",
            "description": "Connectors, DAP Kwai Chung",
            "evidence": [],
            "assignable": True,
            "nettable": True,
            "valid_until": "2027-01-31",
        }
        record = requests.WriteRecord(kind="credit.propose", fields=fields, key=f"picture-{prefix}-{number}")
        written = (await firm.client.call("record.write", record)).object

    async def reached() -> bool:
        record: views.RecordDetails = await firm.client.call("book.record", requests.OfObject(object=written))
        return record.row.level == level

    await _until_answer(reached)


async def _until_answer(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(WAIT_S):
        while not await holds():  # noqa: ASYNC110 - each look is a request
            await asyncio.sleep(0.2)


async def _places(
    window: MainWindow, shell: Shell, client: NodeClient, temporary: Path, camera: Camera, traded: Traded
) -> None:
    rows: views.BookPage = await client.call("book.rows", requests.BookRows(filter="waiting", count=50))
    waiting = rows.rows[0].object
    everybodys: views.BookPage = await client.call("book.rows", requests.BookRows(filter="settled", count=500))
    settled = next(row.object for row in everybodys.rows if row.side == "holder")
    cards: list[views.MemberCard] = await client.call("members.list")
    other = next(card for card in cards if not card.me)
    invoices = temporary / "october.csv"
    invoices.write_text(INVOICE_FILE, encoding="utf-8")
    payments = temporary / "november.csv"
    payments.write_text(PAYMENT_FILE, encoding="utf-8")
    for choice, language in CHOICES:
        _look(shell, choice, language)
        ending = f"{choice}-{language}"
        shell.go("check")
        await asyncio.sleep(SETTLE_S)
        search = window.workspace.page.findChild(SearchField)
        assert isinstance(search, SearchField)
        # Not the report of the round before, but the results.
        search.clear()
        await asyncio.sleep(SETTLE_S)
        search.setText(other.name[:3])
        await camera.take(f"check-{ending}")
        shell.go("check", member=other.member)
        await _report(window, camera, ending)
        shell.go("book")
        await camera.take(f"book-{ending}")
        shell.go("book", object=waiting)
        await camera.take(f"record-{ending}")
        shell.go("book", object=settled)
        await camera.take(f"record-settled-{ending}")
        await _trace(window, camera, ending)
        shell.go("book", filter="disputed", object=traded.disputed)
        await camera.take(f"record-disputed-{ending}")
        shell.go("ageing")
        await camera.take(f"ageing-{ending}")
        await _market(window, shell, camera, traded, ending)
        await _guarantees(window, shell, camera, ending)
        shell.go("import", path=str(invoices))
        await camera.take(f"import-{ending}", 2)
        shell.go("payments", path=str(payments))
        await camera.take(f"payments-{ending}", 2)
        await _votes(window, shell, camera, ending)
        shell.go("sync")
        await camera.take(f"sync-{ending}")
        shell.go("settings")
        await camera.take(f"settings-{ending}")
    window.resize(860, 640)
    shell.go("votes", part="motions")
    await camera.take("votes-narrow")
    shell.go("members")
    await camera.take("members-narrow")
    shell.go("market", tab="netting", round=traded.settled)
    await camera.take("netting-narrow", 2)
    shell.go("book")
    await camera.take("book-narrow")
    shell.theme.choose(choice="light", text_percent=130)
    await camera.take("book-narrow-large-text")


async def _guarantees(window: MainWindow, shell: Shell, camera: Camera, ending: str) -> None:
    """The Guarantees, and the form with what one stands for before and after."""
    shell.go("market", tab="guarantees")
    await camera.take(f"guarantees-{ending}")
    tab = _the(window, GuaranteesTab)
    tab.grant()
    await asyncio.sleep(SETTLE_S)
    sheet = _the(window, GrantSheet)
    sheet.debtor_box.setCurrentIndex(0)
    sheet.creditor_box.setCurrentIndex(1)
    sheet.cap.figure.setText("100,000")
    await camera.take(f"guarantee-{ending}")
    sheet.dismiss()


async def _market(window: MainWindow, shell: Shell, camera: Camera, traded: Traded, ending: str) -> None:
    """The board, a netting round that is over, and one that is open with what liquidity would add to it."""
    shell.go("market", tab="board")
    await camera.take(f"market-{ending}")
    shell.go("market", tab="netting", round=traded.settled)
    await camera.take(f"netting-{ending}", 2)
    details = _the(window, RoundDetails)
    details.verticalScrollBar().setValue(details.verticalScrollBar().maximum())
    await camera.take(f"netting-statement-{ending}")
    shell.go("market", tab="netting", round=traded.open)
    await asyncio.sleep(SETTLE_S)
    card = _the(window, RoundWhatIf)
    card.amount.figure.setText("10,000.00")
    card.button.click()
    await camera.take(f"netting-what-if-{ending}", 3)


async def _report(window: MainWindow, camera: Camera, ending: str) -> None:
    """The report as it opens, and its charts."""
    await until(lambda: window.findChildren(ReportBody))
    await camera.take(f"report-{ending}")
    area = _the(_the(window, MemberReport), QScrollArea)
    area.ensureWidgetVisible(_the(window, ChartCard), 0, space(4))
    await camera.take(f"report-charts-{ending}")


async def _trace(window: MainWindow, camera: Camera, ending: str) -> None:
    """What the record that is open rests on."""
    _the(window, RecordDetailsPane).show_trace()
    await camera.take(f"trace-{ending}")
    _the(window, TraceSheet).dismiss()


async def _votes(window: MainWindow, shell: Shell, camera: Camera, ending: str) -> None:
    """The Votes and Members pages and their sheets."""
    shell.go("votes", part="records")
    await camera.take(f"votes-records-{ending}", 2)
    shell.go("votes", part="motions")
    await camera.take(f"votes-{ending}", 2)
    page = window.workspace.page
    assert isinstance(page, VotesPage)
    page.vote_on_first()
    await camera.take(f"vote-{ending}")
    _the(window, VoteSheet).dismiss()
    await open_motion_form(page, "final")
    await camera.take(f"motion-{ending}", 2)
    _the(window, NewMotionSheet).dismiss()
    shell.go("members")
    await camera.take(f"members-{ending}")
    members = window.workspace.page
    assert isinstance(members, MembersPage)
    narrowed = _the(window, MembersFilter)
    narrowed.choose("owing")
    await camera.take(f"members-owing-{ending}", 2)
    narrowed.show_everybody()
    members.invite()
    await camera.take(f"invite-{ending}")
    sheet = _the(window, InviteSheet)
    sheet.make()
    await camera.take(f"invited-{ending}", 2)
    sheet.dismiss()
    await asyncio.sleep(SETTLE_S)


def _look(shell: Shell, choice: ThemeChoice, language: str) -> None:
    shell.theme.choose(choice=choice)
    if shell.language != language:
        shell.speak(language)


def _the(window: QWidget, kind: type[T]) -> T:
    """Return the newest widget of a kind: one that was closed may not be deleted yet."""
    found = window.findChildren(kind)[-1]
    assert isinstance(found, kind)
    return found


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
