"""Guarantees and pools in words: who stands for whom, and how it stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from cohong.api.views import DemandView, ExposureLine, GuaranteeView, PoolDue, PoolView
from cohong.desktop.formatting import Formats, peer_text
from cohong.desktop.motion_wording import name_text
from cohong.desktop.translatable import QT_TRANSLATE_NOOP

STATES: Final[dict[str, tuple[str, str]]] = {
    "stands": (QT_TRANSLATE_NOOP("Covers", "In force"), "good"),
    "called": (QT_TRANSLATE_NOOP("Covers", "Called"), "warning"),
    "claimed": (QT_TRANSLATE_NOOP("Covers", "Claimed from"), "warning"),
    "partly": (QT_TRANSLATE_NOOP("Covers", "Partly paid"), "info"),
    "used": (QT_TRANSLATE_NOOP("Covers", "Used up"), "neutral"),
    "over": (QT_TRANSLATE_NOOP("Covers", "Expired"), "neutral"),
    "bare": (QT_TRANSLATE_NOOP("Covers", "No pledges"), "neutral"),
}
"""How a guarantee or pool stands: the words, and the meaning whose colours its badge takes."""


def cover_state(cover: GuaranteeView | PoolView) -> tuple[str, str]:
    """Return how a guarantee or pool stands in words, and the meaning whose colours they take."""
    words, meaning = STATES[_state_of(cover)]
    return QCoreApplication.translate("Covers", words), meaning


def _state_of(cover: GuaranteeView | PoolView) -> str:
    demands = cover.claims if isinstance(cover, PoolView) else cover.calls
    if any(item.usable and item.due_minor for item in demands):
        return "claimed" if isinstance(cover, PoolView) else "called"
    whole = cover.pledged_minor if isinstance(cover, PoolView) else cover.cap_minor
    if whole == 0:
        return "bare"
    if cover.left_minor == 0:
        return "used"
    if isinstance(cover, GuaranteeView) and cover.is_over:
        return "over"
    return "partly" if isinstance(cover, GuaranteeView) and cover.left_minor < whole else "stands"


def cover_title(cover: GuaranteeView | PoolView) -> str:
    """Return what it is in one line, from this member's side."""
    translate = QCoreApplication.translate
    if isinstance(cover, PoolView):
        words = (
            translate("Covers", "Pool {name}, kept by me")
            if cover.is_mine
            else translate("Covers", "Pool {name}, kept by {keeper}")
        )
        return words.format(name=peer_text(cover.name, 60), keeper=name_text(cover.keeper_name, cover.keeper))
    if cover.side == "guarantor":
        words = translate("Covers", "I stand for {debtor} towards {creditor}")
    elif cover.side == "creditor":
        words = translate("Covers", "{guarantor} stands for {debtor} towards me")
    else:
        words = translate("Covers", "{guarantor} stands for me towards {creditor}")
    return words.format(
        guarantor=name_text(cover.guarantor_name, cover.guarantor),
        debtor=name_text(cover.debtor_name, cover.debtor),
        creditor=name_text(cover.beneficiary_name, cover.beneficiary),
    )


def demand_text(demand: DemandView, currency: str, formats: Formats) -> str:
    """Return who has called or claimed how much, for what, and what is due of it."""
    translate = QCoreApplication.translate
    if not demand.usable:
        words = translate(
            "Covers", "{who} asked for {amount} for {reference}, which has changed since. Nothing is due."
        )
    elif demand.due_minor == demand.amount_minor:
        words = translate("Covers", "{who} asks for {amount} for {reference}.")
    else:
        words = translate("Covers", "{who} asks for {amount} for {reference}; {due} of it is due.")
    return words.format(
        who=name_text(demand.author_name, demand.author),
        amount=formats.money(currency, demand.amount_minor),
        reference=peer_text(demand.reference),
        due=formats.money(currency, demand.due_minor),
    )


def exposure_text(line: ExposureLine, formats: Formats, *, signing: bool) -> str:
    """Return what one stands for in one currency, before and after, in a sentence for a screen reader."""
    translate = QCoreApplication.translate
    words = translate("Covers", "Now {now} is called and not paid; at worst you pay {worst}.")
    if signing:
        words += " " + translate("Covers", "After signing: {now_after} called, {worst_after} at worst.")
    minor = {
        "now": line.now_minor, "worst": line.worst_minor, "now_after": line.now_after_minor,
        "worst_after": line.worst_after_minor,
    }  # fmt: skip
    return words.format(**{name: formats.money(line.currency, value) for name, value in minor.items()})


def due_rows(due: PoolDue, loss_minor: int, formats: Formats) -> list[tuple[str, str]]:
    """Return how the rule of a pool comes to what it pays for a loss, step by step."""
    translate, money = QCoreApplication.translate, formats.money
    first_loss = loss_minor - due.after_first_loss_minor
    return [
        (translate("Covers", "Claimed"), money(due.currency, loss_minor)),
        (translate("Covers", "Stays with the creditor"), money(due.currency, first_loss)),
        (translate("Covers", "Left for this debtor"), money(due.currency, due.left_for_debtor_minor)),
        (translate("Covers", "Left of the pledges"), money(due.currency, due.left_minor)),
        (translate("Covers", "The pool pays"), money(due.currency, due.amount_minor)),
    ]
