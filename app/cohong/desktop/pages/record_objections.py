"""Forms of disputes and corrections: opening and asking, answering, closing, accepting and declining."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit

from cohong.desktop.pages.book_columns import member_text
from cohong.desktop.pages.record_actions import TEXT_CHARS_MAX, ActionSheet
from cohong.desktop.widgets.choice_fields import ChoiceBox
from cohong.desktop.widgets.evidence_field import EvidenceField
from cohong.desktop.widgets.form_field import FormField, TextArea


class SayingSheet(ActionSheet):
    """A form with something to write."""

    def add_text(self, name: str, hint: str = "") -> None:
        """Add the field for the text, which may not be left empty."""
        self._says = TextArea(TEXT_CHARS_MAX)
        self._says_field = FormField(name, self._says, hint or self.tr("All members can read it."))
        self.body.addWidget(self._says_field)

    def add_evidence(self) -> None:
        """Add the field for files as evidence, which may be left empty."""
        self._evidence = EvidenceField()
        hint = self.tr("Only the fingerprint of a file goes into the record; show the file itself to whom you like.")
        self.body.addWidget(FormField(self.tr("Evidence"), self._evidence, hint))

    def fields(self) -> dict[str, Any] | None:
        problem = self._says.problem()
        self._says_field.set_error(problem)
        self.fit()
        return None if problem else {"says": self._says.said()}


class DisputeSheet(SayingSheet):
    """A party's objection to the record."""

    kind = "dispute.open"

    def title_text(self) -> str:
        return self.tr("Dispute this record")

    def _fill(self) -> None:
        self.add_text(self.tr("What is wrong with it"))
        self.add_evidence()
        self.say(
            self.tr(
                "Marks the record as disputed wherever it is shown, at once. While the debtor disputes it there can be "
                "no default, no sale and no netting. Only you can close the dispute, or the voters rule on it."
            )
        )
        self.add_buttons(self.tr("Dispute and sign"))

    def fields(self) -> dict[str, Any] | None:
        said = super().fields()
        return None if said is None else {**said, "evidence": self._evidence.hashes()}

    def done_text(self) -> str:
        return self.tr("Disputed. All members see it.")


class CorrectionSheet(SayingSheet):
    """What somebody asks another party to put right."""

    kind = "correct.propose"

    def title_text(self) -> str:
        return self.tr("Ask for a correction")

    def _fill(self) -> None:
        self._asked = ChoiceBox()
        for member, name in self._others().items():
            self._asked.addItem(member_text(name, member), member)
        if self._asked.count() > 1:
            self.body.addWidget(FormField(self.tr("Who is to put it right"), self._asked))
        self.add_text(self.tr("What is wrong, and how it should be"))
        self.add_evidence()
        who = self._asked.itemText(0) if self._asked.count() == 1 else self.tr("whom you choose")
        self.say(
            self.tr(
                "Asks {who} to answer within 40 days of the block that includes it. Without an answer it takes effect, "
                "as a mark beside the record; the record itself stays as it was signed."
            ).format(who=who)
        )
        self.add_buttons(self.tr("Ask and sign"))

    def _others(self) -> dict[str, str]:
        """The parties but oneself."""
        row, details, status = self.details.row, self.details, self.page.shell.status
        parties = {row.debtor: row.debtor_name, row.creditor: row.creditor_name}
        if details.holder:
            parties[details.holder] = details.holder_name
        me = status.member if status is not None else ""
        return {member: name for member, name in parties.items() if member != me}

    def fields(self) -> dict[str, Any] | None:
        said = super().fields()
        if said is None:
            return None
        return {**said, "asked": self._asked.currentData(), "evidence": self._evidence.hashes()}

    def done_text(self) -> str:
        return self.tr("Asked. The voters are signing it.")


class AnswerSheet(SayingSheet):
    """The other side's word on a dispute."""

    kind = "dispute.answer"

    def title_text(self) -> str:
        return self.tr("Answer the dispute")

    def _fill(self) -> None:
        self.add_text(self.tr("Your answer"))
        self.say(self.tr("Stands beside the dispute from now on. It does not close it: whoever opened it does."))
        self.add_buttons(self.tr("Answer and sign"))

    def done_text(self) -> str:
        return self.tr("Answered. The voters are signing it.")


class CloseDisputeSheet(ActionSheet):
    """The opener ends its dispute."""

    kind = "dispute.close"

    def title_text(self) -> str:
        return self.tr("Close the dispute")

    def _fill(self) -> None:
        self._outcome = ChoiceBox()
        self._outcome.addItem(self.tr("It is resolved"), "resolved")
        self._outcome.addItem(self.tr("I withdraw it"), "withdrawn")
        self._words = QLineEdit()
        self._words.setMaxLength(TEXT_CHARS_MAX)
        hint = self.tr("All members can read it. It may be left empty.")
        self.body.addWidget(FormField(self.tr("How it ends"), self._outcome))
        self.body.addWidget(FormField(self.tr("What there is to say"), self._words, hint))
        self.say(
            self.tr("Takes the mark off the record. The dispute stays in its history, and you may open another one.")
        )
        self.add_buttons(self.tr("Close and sign"))

    def fields(self) -> dict[str, Any] | None:
        return {"outcome": self._outcome.currentData(), "says": self._words.text().strip()}

    def done_text(self) -> str:
        return self.tr("Closed. The voters are signing it.")


class AcceptCorrectionSheet(ActionSheet):
    """Who was asked agrees."""

    kind = "correct.accept"

    def title_text(self) -> str:
        return self.tr("Accept the correction")

    def _fill(self) -> None:
        self.say(
            self.tr(
                "Says that you agree with what is asked. It stands beside the record, which stays as it was signed; "
                "record what follows from it yourself, such as new terms or an amount written off."
            )
        )
        self.add_buttons(self.tr("Accept and sign"))

    def fields(self) -> dict[str, Any] | None:
        return {}

    def done_text(self) -> str:
        return self.tr("Accepted. The voters are signing it.")


class DeclineCorrectionSheet(ActionSheet):
    """Who was asked does not agree."""

    kind = "correct.decline"

    def title_text(self) -> str:
        return self.tr("Decline the correction")

    def _fill(self) -> None:
        self._reason = QLineEdit()
        self._reason.setMaxLength(TEXT_CHARS_MAX)
        hint = self.tr("All members can read it. It may be left empty.")
        self.body.addWidget(FormField(self.tr("Reason"), self._reason, hint))
        self.say(self.tr("Says that you do not agree. What was asked and your answer both stay beside the record."))
        self.add_buttons(self.tr("Decline and sign"), danger=True)

    def fields(self) -> dict[str, Any] | None:
        return {"reason": self._reason.text().strip()}

    def done_text(self) -> str:
        return self.tr("Declined.")
