"""Netting rounds in words: how one stands, what it would do for this member, and what its result came to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from cohong.api.views import NettingPreview, RoundView, SetOff, SetOffStatement, WhatIfCleared
from cohong.desktop.formatting import Formats
from cohong.desktop.motion_wording import name_text
from cohong.desktop.translatable import QT_TRANSLATE_NOOP

STATES: Final[dict[str, tuple[str, str]]] = {
    "open": (QT_TRANSLATE_NOOP("NettingWords", "Open to join"), "info"),
    "ending": (QT_TRANSLATE_NOOP("NettingWords", "Ending, being voted on"), "warning"),
    "applied": (QT_TRANSLATE_NOOP("NettingWords", "Set off"), "good"),
    "aborted": (QT_TRANSLATE_NOOP("NettingWords", "Ended without a result"), "neutral"),
    "lapsed": (QT_TRANSLATE_NOOP("NettingWords", "Lapsed: nobody ended it in time"), "neutral"),
}
"""How a round stands: the words, and the meaning whose colours its badge takes."""


def round_state(round_: RoundView) -> tuple[str, str]:
    """Return how a round stands in words, and the meaning whose colours they take."""
    state = "ending" if round_.state == "open" and round_.is_ending else round_.state
    words, meaning = STATES.get(state, (state, "neutral"))
    return QCoreApplication.translate("NettingWords", words), meaning


def round_title(round_: RoundView, formats: Formats) -> str:
    """Return what a round is about in one line."""
    translate = QCoreApplication.translate
    words = translate("NettingWords", "{who}: {currency} due by {day}")
    return words.format(
        who=name_text(round_.coordinator_name, round_.coordinator),
        currency=round_.currency,
        day=formats.day(round_.due_until),
    )


def joined_in_all(round_: RoundView, formats: Formats) -> str:
    """Return what everybody has brought."""
    translate = QCoreApplication.translate
    if not round_.obligations:
        return translate("NettingWords", "Nothing yet") if round_.state == "open" else "–"
    words = translate("NettingWords", "{amount} in {obligations} obligations of {members} members")
    return words.format(
        amount=formats.money(round_.currency, round_.joined_minor),
        obligations=formats.count(round_.obligations),
        members=formats.count(round_.participants),
    )


def joined_short(round_: RoundView, formats: Formats) -> str:
    """Return the same, short enough for a table."""
    if not round_.obligations:
        return joined_in_all(round_, formats)
    words = QCoreApplication.translate("NettingWords", "{amount} of {members} members")
    return words.format(
        amount=formats.money(round_.currency, round_.joined_minor), members=formats.count(round_.participants)
    )


def my_part(round_: RoundView, formats: Formats) -> str:
    """Return what this member brings to a round, short enough for a table."""
    translate = QCoreApplication.translate
    if not round_.mine:
        return "–"
    if round_.has_joined or round_.state != "open":
        words = translate("NettingWords", "{joined} of {mine} joined")
        return words.format(joined=formats.count(round_.mine_joined), mine=formats.count(round_.mine))
    return translate("NettingWords", "{mine} could join").format(mine=formats.count(round_.mine))


def joined_text(round_: RoundView, formats: Formats) -> str:
    """Return how much of what this member brings has joined, for one that takes part."""
    translate = QCoreApplication.translate
    if not round_.mine:
        return translate(
            "NettingWords", "You take part. Nothing that you owe or are owed is within what this round clears."
        )
    if round_.mine_joined == round_.mine:
        words = translate("NettingWords", "You take part. All {mine} of your obligations have joined.")
    else:
        words = translate(
            "NettingWords",
            "You take part. {joined} of your {mine} obligations have joined; the rest waits for the other party to "
            "take part.",
        )
    return words.format(joined=formats.count(round_.mine_joined), mine=formats.count(round_.mine))


def preview_text(preview: NettingPreview, formats: Formats) -> str:
    """Return what a round could do for this member if everybody took part."""
    translate = QCoreApplication.translate
    money = formats.money
    if not preview.obligations:
        return translate("NettingWords", "You owe nothing and are owed nothing that this round could clear.")
    if not preview.mine_minor:
        words = translate(
            "NettingWords", "You owe {owe}, you are owed {owed}; none of it lies on a circle that could disappear."
        )
    else:
        words = translate("NettingWords", "You owe {owe}, you are owed {owed}; about {mine} of both could disappear.")
    return words.format(
        owe=money(preview.currency, preview.owe_minor),
        owed=money(preview.currency, preview.owed_minor),
        mine=money(preview.currency, preview.mine_minor),
    )


def preview_of_all(preview: NettingPreview, formats: Formats) -> str:
    """Return what could disappear for everybody together."""
    translate = QCoreApplication.translate
    words = translate(
        "NettingWords",
        "If everybody took part, {all} of {gross} would be set off in all. Computed on this machine; nothing is "
        "written and nobody is asked.",
    )
    money = formats.money
    return words.format(
        all=money(preview.currency, preview.all_minor), gross=money(preview.currency, preview.gross_minor)
    )


def what_if_rows(found: WhatIfCleared, formats: Formats) -> list[tuple[str, str]]:
    """Return what liquidity would clear in addition: without any, lent, and through a pool; each with its name."""
    translate = QCoreApplication.translate

    def money(minor: int) -> str:
        return formats.money(found.currency, minor)

    liquidity = money(found.liquidity_minor)
    without = translate("NettingWords", "{cleared} of {gross} would be cleared.")
    lent = translate("NettingWords", "{more} would clear in addition, if members could borrow {liquidity} in all.")
    pooled = translate(
        "NettingWords", "{more} would clear in addition, if each member could be down by {liquidity} with a pool."
    )
    return [
        (
            translate("NettingWords", "Without any"),
            without.format(cleared=money(found.cleared_minor), gross=money(found.gross_minor)),
        ),
        (translate("NettingWords", "Lent"), lent.format(more=money(found.lent_minor), liquidity=liquidity)),
        (
            translate("NettingWords", "A pool in between"),
            pooled.format(more=money(found.pooled_minor), liquidity=liquidity),
        ),
    ]


def what_if_basis(found: WhatIfCleared, formats: Formats, *, is_open: bool, time_ms: int) -> str:
    """Return what that was computed from, and when."""
    translate = QCoreApplication.translate
    if is_open:
        words = translate(
            "NettingWords", "Computed at {time}, as if everybody took part with all {obligations} obligations."
        )
    else:
        words = translate("NettingWords", "Computed at {time} from the {obligations} obligations that had joined.")
    return words.format(time=formats.clock(time_ms), obligations=formats.count(found.obligations))


def check_text(statement: SetOffStatement, formats: Formats) -> str:
    """Return what this machine has found when it computed a result anew."""
    translate = QCoreApplication.translate
    cleared = formats.money(statement.currency, statement.cleared_minor)
    if statement.verified:
        words = translate(
            "NettingWords",
            "Recomputed on this machine: {cleared} is the most that can be cleared, and nobody's net position "
            "has changed.",
        )
    else:
        words = translate(
            "NettingWords",
            "Recomputed on this machine: {cleared} were set off, and that is not right. More could be cleared, or "
            "somebody's net position has changed.",
        )
    return words.format(cleared=cleared)


def debt_text(line: SetOff, formats: Formats) -> str:
    """Return who owed whom, and what became of it, for the obligations between two members."""
    translate = QCoreApplication.translate
    if not line.set_off_minor:
        words = translate("NettingWords", "{debtor} owes {holder} {before}.")
    elif line.left_minor:
        words = translate("NettingWords", "{debtor} owed {holder} {before}: {set_off} set off, {left} left.")
    else:
        words = translate("NettingWords", "{debtor} owed {holder} {before}: all of it set off.")
    return words.format(
        debtor=name_text(line.debtor_name, line.debtor),
        holder=name_text(line.holder_name, line.holder),
        before=formats.money(line.currency, line.before_minor),
        set_off=formats.money(line.currency, line.set_off_minor),
        left=formats.money(line.currency, line.left_minor),
    )
