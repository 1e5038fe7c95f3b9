"""What a motion asks, as a form: one panel for each kind of question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from cohong.api import views
from cohong.desktop.formatting import peer_text
from cohong.desktop.motion_wording import key_text, name_text
from cohong.desktop.theme.tokens import space
from cohong.desktop.widgets.choice_fields import ChoiceBox, CountBox
from cohong.desktop.widgets.form_field import FormField, member_box, member_of
from cohong.desktop.widgets.labels import Label, MutedLabel
from cohong.desktop.widgets.page_stack import PageStack

ENTRIES_MAX: Final = 10_000_000
DAYS_MAX: Final = 365

Choice = tuple[str, str]
"""An id, and the words for it."""


class Panel(QWidget):
    """Fields for one kind of question.

    Signals:
        changed: something else is asked.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space(3))

    def params(self) -> dict[str, Any] | None:
        """Return the fields of `PutMotion`, None while something is missing."""
        raise NotImplementedError

    def add_box(self, name: str, choices: Sequence[Choice], hint: str = "") -> QComboBox:
        """Add a field to choose one of `choices`."""
        box = member_box(choices)
        box.currentTextChanged.connect(self.changed)
        self.column.addWidget(FormField(name, box, hint))
        return box


class SubjectPanel(Panel):
    """Chooses whom the question is about: the choice goes into the field `key`, beside the fields `ask`."""

    def __init__(self, name: str, choices: Sequence[Choice], hint: str, key: str, **ask: Any) -> None:
        super().__init__()
        self._ask, self._key = ask, key
        self._box = self.add_box(name, choices, hint)

    def choose(self, identity: str) -> None:
        """Choose from outside."""
        self._box.setCurrentIndex(self._box.findData(identity))

    def params(self) -> dict[str, Any] | None:
        chosen = member_of(self._box)
        return {**self._ask, self._key: chosen} if chosen else None


class ReplacePanel(Panel):
    """Chooses whose key is lost, and the join of the new one."""

    def __init__(self, members: Sequence[Choice], joins: Sequence[Choice], no_joins: str) -> None:
        super().__init__()
        self._old = self.add_box(self.tr("Whose key is lost or stolen"), members)
        hint = self.tr("Its owner asks to join with a new profile first, by an invitation like any newcomer.")
        self._join = self.add_box(self.tr("The new key"), joins, hint if joins else f"{no_joins} {hint}")

    def params(self) -> dict[str, Any] | None:
        old, join = member_of(self._old), member_of(self._join)
        return {"ask": "replace", "member": old, "join": join} if old and join else None


class RulesPanel(Panel):
    """The rules in force, to be changed."""

    def __init__(self, chain: views.ChainStatus) -> None:
        super().__init__()
        self._currencies = QLineEdit(" ".join(chain.currencies))
        self._currencies.textChanged.connect(self.changed)
        self.column.addWidget(
            FormField(self.tr("Currencies"), self._currencies, self.tr("Codes such as HKD; none means all."))
        )
        self._entries = number_field(chain.entries_per_day, 1, ENTRIES_MAX)
        self._grace = number_field(chain.grace_days, 0, DAYS_MAX)
        self._stale = number_field(chain.stale_days, 1, DAYS_MAX)
        row = QHBoxLayout()
        row.setSpacing(space(3))
        for name, field in (
            (self.tr("Entries in a day"), self._entries),
            (self.tr("Days of grace"), self._grace),
            (self.tr("Days until too late"), self._stale),
        ):
            field.valueChanged.connect(self.changed)
            row.addWidget(FormField(name, field))
        self.column.addLayout(row)
        self.column.addWidget(
            MutedLabel(
                self.tr(
                    "Each member may write so many entries in a day. Grace is given after an end that a record relies "
                    "on. Records written under old rules are too late after so many days."
                )
            )
        )

    def params(self) -> dict[str, Any] | None:
        return {
            "ask": "charter",
            "currencies": self._currencies.text().upper().replace(",", " ").split(),
            "entries_per_day": self._entries.value(),
            "grace_days": self._grace.value(),
            "stale_days": self._stale.value(),
        }


class FinalPanel(Panel):
    """Offers the rule that is not in force."""

    def __init__(self, chain: views.ChainStatus) -> None:
        super().__init__()
        self._rule = "two-thirds" if chain.final == "majority" else "majority"
        words = (
            self.tr("Records are final now at more than half of the voters. The motion makes it more than two thirds.")
            if chain.final == "majority"
            else self.tr(
                "Records are final now at more than two thirds of the voters. The motion makes it more than half."
            )
        )
        self.column.addWidget(Label(words, wrap=True))

    def params(self) -> dict[str, Any] | None:
        return {"ask": "final", "rule": self._rule}


class BranchPanel(Panel):
    """Chooses a fork, and which of its branches is to stand."""

    def __init__(self, forks: Sequence[views.ForkView]) -> None:
        super().__init__()
        self._forks = list(forks)
        self._fork = self.add_box(self.tr("Who has signed both ways"), [self._of(fork) for fork in forks])
        self._branch = ChoiceBox()
        self._branch.currentIndexChanged.connect(self.changed)
        self.column.addWidget(FormField(self.tr("Which branch stands"), self._branch))
        self._fork.currentIndexChanged.connect(self._fill)
        if self._forks:
            self._fork.setCurrentIndex(0)

    def choose(self, author: str) -> None:
        """Choose the fork of an author."""
        place = next((place for place, fork in enumerate(self._forks) if fork.author == author), 0)
        self._fork.setCurrentIndex(place)

    def params(self) -> dict[str, Any] | None:
        place = self._fork.currentIndex()
        if place < 0:
            return None
        fork = self._forks[place]
        return {"ask": "branch", "member": fork.author, "seq": fork.seq, "branch": self._branch.currentData()}

    def _of(self, fork: views.ForkView) -> Choice:
        words = self.tr("{who}, from entry {seq} on")
        return f"{fork.author}{fork.seq}", words.format(who=name_text(fork.name, fork.author), seq=fork.seq)

    def _fill(self, place: int) -> None:
        self._branch.clear()
        if place < 0:
            return
        fork, begins = self._forks[place], self.tr("The one that begins with {entry}")
        # Whom a block has expelled no cut goes on for: of its branches none can be made to stand any more.
        for entry in fork.branches if fork.state == "open" else ():
            self._branch.addItem(begins.format(entry=key_text(entry)), entry)
        self._branch.addItem(self.tr("None of them"), "")


class KeeperPanel(Panel):
    """Chooses a pool whose keeper is gone, and who keeps it from then on."""

    def __init__(self, pools: Sequence[views.PoolView], members: Sequence[Choice]) -> None:
        super().__init__()
        gone = self.tr("{pool}, kept by {who} so far")
        self._pool = self.add_box(
            self.tr("Pool"),
            [
                (item.id, gone.format(pool=peer_text(item.name), who=name_text(item.keeper_name, item.keeper)))
                for item in pools
            ],
        )
        self._pool.setCurrentIndex(0)
        self._member = self.add_box(self.tr("Who keeps it from then on"), members)

    def params(self) -> dict[str, Any] | None:
        pool, member = member_of(self._pool), member_of(self._member)
        return {"ask": "keeper", "pool": pool, "member": member} if pool and member else None


class QuestionForm(QWidget):
    """The kind of question, and below it that kind's panel.

    Signals:
        changed: something else is asked.
    """

    changed = Signal()

    def __init__(
        self,
        members: Sequence[views.MemberCard],
        chain: views.ChainStatus,
        forks: Sequence[views.ForkView],
        pools: Sequence[views.PoolView] = (),
    ) -> None:
        super().__init__()
        self.kind = ChoiceBox()
        self._stack = PageStack()
        self._panels: dict[str, Panel] = {}
        for name, words, panel in self._make_panels(members, chain, forks, pools):
            self.kind.addItem(words, name)
            self._panels[name] = panel
            self._stack.add_page(panel)
            panel.changed.connect(self.changed)
        self.kind.currentIndexChanged.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(3))
        column.addWidget(FormField(self.tr("What the voters are asked"), self.kind))
        column.addWidget(self._stack)
        self._turn()

    def choose(self, ask: str, subject: str) -> None:
        """Fill in a question to begin with; an empty `subject` leaves it open."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(ask)))
        panel = self._panels[str(self.kind.currentData())]
        if subject and isinstance(panel, SubjectPanel | BranchPanel):
            panel.choose(subject)

    def params(self) -> dict[str, Any] | None:
        """Return the fields of `PutMotion`, None while something is missing."""
        return self._panels[str(self.kind.currentData())].params()

    def _turn(self) -> None:
        self._stack.show_page(self._panels[str(self.kind.currentData())])
        self.changed.emit()

    def _make_panels(
        self,
        members: Sequence[views.MemberCard],
        chain: views.ChainStatus,
        forks: Sequence[views.ForkView],
        pools: Sequence[views.PoolView],
    ) -> list[tuple[str, str, Panel]]:
        """Return name, title and fields of each kind that can be put."""
        voters = set(chain.voters)
        everybody = [(card.member, _member_words(card)) for card in members]
        joins = [
            (join.join, f"{peer_text(join.name)} ({key_text(join.member)})")
            for join in chain.joins
            if join.state in ("waiting", "voting", "observer")
        ]
        observers = [
            (
                join.member,
                self.tr("{name} (observer)").replace("{name}", f"{peer_text(join.name)} ({key_text(join.member)})"),
            )
            for join in chain.joins
            if join.state == "observer"
        ]
        no_joins = "" if joins else self.tr("Nobody has asked to join.")
        member = self.tr("Member")
        with_vote = [choice for choice in everybody if choice[0] in voters]
        without = [choice for choice in everybody if choice[0] not in voters]
        all_vote = "" if without else self.tr("All members have a vote.")
        found: list[tuple[str, str, Panel]] = [
            ("admit", self.tr("Admit a newcomer as a member"),
             SubjectPanel(self.tr("Newcomer"), joins, no_joins, "join", ask="admit")),
            ("give", self.tr("Give a member a vote"),
             SubjectPanel(member, without, all_vote, "member", ask="voter", vote=True)),
            ("take", self.tr("Take a member's vote away"),
             SubjectPanel(member, with_vote, "", "member", ask="voter", vote=False)),
            ("expel", self.tr("Expel a member or an observer"),
             SubjectPanel(member, [*everybody, *observers], "", "member", ask="expel")),
            ("replace", self.tr("Replace a lost or stolen key"), ReplacePanel(everybody, joins, no_joins)),
            ("charter", self.tr("Change the rules"), RulesPanel(chain)),
            ("final", self.tr("Change how many make a record final"), FinalPanel(chain)),
        ]  # fmt: skip
        undecided = [fork for fork in forks if fork.state in ("open", "expelled")]
        if undecided:
            found.append(("branch", self.tr("Say which branch of a fork stands"), BranchPanel(undecided)))
        unkept = [item for item in pools if not item.is_kept]
        if unkept:
            found.append(("keeper", self.tr("Name another keeper of a pool"), KeeperPanel(unkept, everybody)))
        return found


def _member_words(card: views.MemberCard) -> str:
    """Name and the start of the id: two members may have one name."""
    return f"{peer_text(card.name)} ({key_text(card.member)})" if card.name.strip() else key_text(card.member)


def number_field(value: int, least: int, most: int) -> QSpinBox:
    """Return a field for a number; thousands are grouped."""
    field = CountBox()
    field.setRange(least, most)
    field.setValue(value)
    field.setGroupSeparatorShown(True)
    # The style sheet takes the buttons away, and with them the field's inner margin.
    field.lineEdit().setTextMargins(space(2), 0, space(2), 0)
    return field
