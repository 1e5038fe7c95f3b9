"""What a search result says of a member: one sentence on how it pays, red flags, and two lines to paste elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cohong.api.views import CardGrade, MemberCard
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.report_wording import ReportWords


class CheckWords(QObject):
    """Words a card in the language of the window; an object of Qt, for `lupdate` knows plurals by its `tr` alone."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._report = ReportWords(formats)

    # How it pays

    def reason(self, grade: CardGrade) -> str:
        """Return why the grade is what it is, or why there is none, in a sentence."""
        turned_out = grade.paid_within_terms + grade.late + grade.lost
        if grade.too_many:
            return self.tr("A large file: open the report for its grade.")
        if not grade.invoices:
            return self.tr("No invoice with it as debtor was ever recorded: that says nothing, good or bad.")
        if not turned_out:
            return self.tr("%n invoice(s), none paid or overdue yet. Ask for references.", "", grade.invoices)
        many = grade.counterparties
        if grade.thin:
            words = self.tr("{paid} paid within terms, but only %n counterparty(ies): ask for references.", "", many)
        elif not grade.late and not grade.lost:
            words = self.tr("{paid} paid within terms, never late; %n counterparty(ies).", "", many)
        elif not grade.mean_days_late:
            words = self.tr("{paid} paid within terms, {late} not paid in time; %n counterparty(ies).", "", many)
        else:
            words = self.tr("{paid} paid within terms, {days} days late on average; %n counterparty(ies).", "", many)
        paid = self.tr("{part} of {whole}").format(
            part=self._formats.count(grade.paid_within_terms), whole=self._formats.count(turned_out)
        )
        days = self._formats.decimal(round((grade.mean_days_late or 0) * 1000))
        return words.format(paid=paid, days=days, late=self._formats.count(grade.late + grade.lost))

    def grade(self, grade: CardGrade) -> str:
        """Return the grade with its name, that the file is thin, or a dash where there is nothing to grade."""
        if grade.too_many:
            return self.tr("Large file")
        if not grade.paid_within_terms + grade.late + grade.lost:
            return self.tr("No data")
        if grade.grade is None:
            return self._report.grade(None)
        return self.tr("Grade {grade}").format(grade=grade.grade)

    def confidence(self, grade: CardGrade) -> str:
        """Return how sure the grade is; empty where there is none."""
        return self._report.sureness(grade.sureness) if grade.grade else ""

    def as_of(self, grade: CardGrade) -> str:
        """Return the time of the newest record; empty where there is none."""
        if not grade.as_of_ms:
            return ""
        return self.tr("as of {time}").format(time=self._formats.time(grade.as_of_ms))

    # Flags

    def flags(self, grade: CardGrade) -> list[tuple[str, str]]:
        """Return what should stop a reader, each with the meaning that it is coloured by."""
        found = []
        if grade.forked:
            found.append((self.tr("signed both ways"), "conflict"))
        if grade.defaults:
            found.append((self.tr("%n default(s)", "", grade.defaults), "danger"))
        if grade.lost:
            found.append((self.tr("%n given up", "", grade.lost), "danger"))
        if grade.disputed:
            found.append((self.tr("%n open dispute(s)", "", grade.disputed), "warning"))
        return found

    def look_alike(self, card: MemberCard) -> str:
        """Return whose name this one could be taken for."""
        words = self.tr("Nearly the same name as {name} ({id}). Compare the ID before you rely on it.")
        return words.replace("{name}", peer_text(card.like_name)).replace("{id}", short_id(card.like))

    # For the clipboard

    def summary(self, card: MemberCard, grade: CardGrade, network: str) -> str:
        """Return who a member is and how it pays, in two lines."""
        names = member_names(card)
        who = " · ".join([*names, card.member])
        flags = [text for text, _ in self.flags(grade)]
        if card.look_alike:
            flags.append(self.look_alike(card))
        grade_text = listed(text for text in (self.grade(grade), self.confidence(grade)) if text)
        parts = [grade_text, self.reason(grade), *flags, self.as_of(grade), peer_text(network)]
        return f"{who}\n{' · '.join(part for part in parts if part)}"


def member_names(card: MemberCard) -> list[str]:
    """Return the member's different names, the principal one first; the start of the id where there is none."""
    names = [peer_text(name) for name in (card.name, card.name_hant, card.name_hans) if name.strip()]
    return list(dict.fromkeys(names)) or [short_id(card.member)]


def short_id(member: str) -> str:
    """Return the start of an id in two groups, to compare by eye."""
    return f"{member[:4]} {member[4:8]}"


def id_shown(card: MemberCard) -> list[str]:
    """Return what stands for the id on a card: words to compare over the telephone, and its start."""
    return [*([card.id_words] if card.id_words else []), short_id(card.member)]
