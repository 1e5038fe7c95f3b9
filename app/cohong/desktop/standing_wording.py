"""What a member is worth to the one who looks, in words: trust with its bound and paths, experience by its terms."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QObject

from cohong.api.views import ExperienceTerm, ExperienceView, RatingOf, TrustInCurrency, TrustPath, TrustView
from cohong.desktop.formatting import Formats
from cohong.desktop.motion_wording import name_text
from cohong.insight.experience_terms import Term

ADDS_MIN: Final = 0.005
"""A term that adds less than this is left out of the table: it would read 0.00."""
_PASSES: Final = {1: 800, 2: 640, 3: 512, 4: 410}
"""Thousandths that arrive over so many hops."""


class StandingWords(QObject):
    """Words in the language of the window; an object of Qt, for `lupdate` knows plurals by its `tr` alone."""

    def __init__(self, formats: Formats, me: str, names: Mapping[str, str]) -> None:
        super().__init__()
        self._formats = formats
        self._me = me
        self._names = names

    # Trust

    def nothing_repaid(self) -> str:
        """Return why there is no trust in any currency."""
        return self.tr("It has repaid nothing yet that is in the book, so there is nothing that trust could go by.")

    def bound(self, each: TrustInCurrency) -> str:
        """Return what no path gets around; where there is no path, what 0 means."""
        bound, formats = each.bound, self._formats
        if not each.minor:
            return self.tr("0 means: nobody who has repaid you has been repaid by it, over four hops at most.")
        if bound.side == "subject":
            words = self.tr("At most {share} of {held}, which it has repaid to %n member(s).", "", bound.members)
        else:
            words = self.tr("At most {share} of {held}, which %n member(s) have repaid to you.", "", bound.members)
        held = formats.money(each.currency, bound.holds_minor)
        return words.format(share=formats.decimal(_PASSES[bound.hops], digits=2), held=held)

    def how(self, found: TrustView) -> str:
        """Return how trust is counted, and as of when."""
        words = self.tr("Repayments count half for every 180 days; four fifths pass each hop. Read {time}.")
        return words.format(time=self._formats.time(found.read_ms))

    def path(self, path: TrustPath) -> str:
        """Return who is on a path, from the one who looks on."""
        return " ← ".join(map(self.name, path.members))

    def sentences(self, each: TrustInCurrency, path: TrustPath) -> list[str]:
        """Return what each hop of a path rests on."""
        arcs = {(arc.creditor, arc.debtor): arc for arc in each.arcs}
        told = []
        for creditor, debtor in pairwise(path.members):
            arc = arcs[creditor, debtor]
            count = arc.payments
            if creditor == self._me:
                words = self.tr("{debtor} has repaid you {paid} in %n payment(s), the last on {day}.", "", count)
            else:
                words = self.tr("{debtor} has repaid {creditor} {paid} in %n payment(s), the last on {day}.", "", count)
            paid, day = self._formats.money(each.currency, arc.paid_minor), self._formats.day(arc.newest)
            told.append(words.format(debtor=self.name(debtor), creditor=self.name(creditor), paid=paid, day=day))
        return told

    def more_paths(self, each: TrustInCurrency, shown: int) -> str:
        """Return how many paths are not shown; empty for none."""
        rest = each.paths_count - shown
        return self.tr("%n more path(s) carry the rest.", "", rest) if rest > 0 else ""

    # Expected experience

    def scale(self, found: ExperienceView) -> str:
        """Return what the figure is and what it rests on."""
        if not found.ratings:
            return self.tr("Nobody else has had any experience with it that is in the book.")
        return self.tr("on a scale from \u22121 to +1, by what %n other(s) have had from it", "", found.ratings)

    def own(self, rating: RatingOf | None) -> str:
        """Return what the one who looks has had from the member."""
        if rating is None:
            return self.tr("You yourself have had none with it.")
        words = self.tr("Your own experience is {value}, and is no part of this: {trade}.")
        return words.format(value=self.signed(rating.value), trade=self.trade(rating))

    def trade(self, rating: RatingOf) -> str:
        """Return how what is owed to one member has turned out."""
        words = self.tr("{on_time} within terms, {late} late, {lost} given up")
        count = self._formats.count
        return words.format(on_time=count(rating.on_time), late=count(rating.late), lost=count(rating.lost))

    def learned(self, found: ExperienceView) -> str:
        """Return where the weights come from."""
        words = self.tr("The weights are learned from %Ln rating(s) in the book.", "", found.learned_from)
        caution = self.tr("A prediction of this computer, not a statement of anybody.")
        return f"{words} {caution}"

    def term(self, each: ExperienceTerm) -> str:
        """Return what a term is."""
        return {
            Term.ALWAYS: self.tr("What ratings come to in any case"),
            Term.GOODNESS: self.tr("What others say of it"),
            Term.LEANING: self.tr("How much kinder than others you are"),
            Term.ANSWERED: self.tr("That it rates you at all"),
            Term.ANSWER: self.tr("What it says of you"),
            Term.UNRATED: self.tr("That nobody else rates it"),
            Term.NEW_RATER: self.tr("That you rate nobody else"),
            Term.SUBJECT_LATEST: self.tr("What was last said of it, fading within weeks"),
            Term.RATER_LATEST: self.tr("What you said last, fading within days"),
        }[Term(each.term)]

    def signed(self, value: float) -> str:
        """Return `+0.42`, with a real minus sign below zero."""
        figure = self._formats.decimal(round(abs(value) * 1000), digits=2)
        return figure if round(abs(value), 2) == 0 else ("+" if value > 0 else "\u2212") + figure

    def score(self, score: int | None) -> str:
        """Return what an endorsement gives, `+3`; nothing without one."""
        return "" if score is None else f"{score:+d}".replace("-", "\u2212")

    def name(self, member: str) -> str:
        """Return what a member is called."""
        return self.tr("You") if member == self._me else name_text(self._names.get(member, ""), member)
