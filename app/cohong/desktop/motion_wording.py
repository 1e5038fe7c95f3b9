"""Motions in words: what is asked, what changes if it passes, how it stands, and what to beware of before voting."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QObject

from cohong.api.views import ChainStatus, MotionView
from cohong.desktop.formatting import Formats, listed, peer_text
from cohong.desktop.translatable import QT_TRANSLATE_NOOP

FEW_VOTERS: Final = 3
_ID_SHOWN: Final = 8

STANDS: Final[dict[str, tuple[str, str]]] = {
    "open": (QT_TRANSLATE_NOOP("MotionWords", "Open"), "info"),
    "passed": (QT_TRANSLATE_NOOP("MotionWords", "Passed, waits for the next block"), "accent"),
    "lost": (QT_TRANSLATE_NOOP("MotionWords", "Cannot pass any more"), "neutral"),
    "idle": (QT_TRANSLATE_NOOP("MotionWords", "Would change nothing any more"), "neutral"),
    "done": (QT_TRANSLATE_NOOP("MotionWords", "Carried out"), "good"),
    "ended": (QT_TRANSLATE_NOOP("MotionWords", "Ended, not carried out"), "neutral"),
}
"""How a motion stands: the words, and the meaning whose colours its badge takes."""

_FEW: Final[dict[tuple[int, bool], str]] = {
    (1, True): QT_TRANSLATE_NOOP("MotionWords", "With one voter the book is that voter's own word: nobody checks it."),
    (2, True): QT_TRANSLATE_NOOP(
        "MotionWords", "With two voters each can stop everything, and a lost key ends the network."
    ),
    (3, True): QT_TRANSLATE_NOOP("MotionWords", "With three voters nothing becomes final while one of them is away."),
    (3, False): QT_TRANSLATE_NOOP(
        "MotionWords", "With three voters and records final at two, one voter that signs both ways can break the book."
    ),
}
"""What to know about networks of few voters; by their number, and whether the final level takes all of them."""


def motion_question(motion: MotionView) -> str:
    """Return the motion as one question."""
    translate = QCoreApplication.translate
    fields = motion.fields
    match motion.ask:
        case "admit":
            words = translate("MotionWords", "Admit {who} as a member?")
        case "voter" if fields.get("vote"):
            words = translate("MotionWords", "Give {who} a vote?")
        case "voter":
            words = translate("MotionWords", "Take the vote of {who} away?")
        case "expel":
            words = translate("MotionWords", "Expel {who}?")
        case "replace":
            words = translate("MotionWords", "Replace the lost key of {who} by a new one?")
        case "final" if fields.get("rule") == "majority":
            words = translate("MotionWords", "Make records final at more than half of the voters?")
        case "final":
            words = translate("MotionWords", "Make records final only at more than two thirds of the voters?")
        case "branch" if fields.get("branch"):
            words = translate("MotionWords", "Let one of the branches of {who} stand?")
        case "branch":
            words = translate("MotionWords", "Let none of the branches of {who} stand?")
        case "charter":
            words = translate("MotionWords", "Change the rules of the network?")
        case "dispute" if fields.get("upheld"):
            words = translate("MotionWords", "Uphold the dispute of {who}?")
        case "dispute":
            words = translate("MotionWords", "Dismiss the dispute of {who}?")
        case "keeper":
            words = translate("MotionWords", "Make {who} the keeper of the pool {pool}?").replace(
                "{pool}", _pool(motion)
            )
        case other:
            words = other  # from a newer node
    return words.replace("{who}", who_text(motion))


def motion_effect(motion: MotionView, chain: ChainStatus, formats: Formats) -> str:
    """Return what changes if the motion passes, in a sentence or two."""
    translate, fields = QCoreApplication.translate, motion.fields
    match motion.ask:
        case "admit":
            words = translate(
                "MotionWords", "{who} may read the book and write records. A vote takes a motion of its own."
            )
        case "voter" if motion.fields.get("vote"):
            words = translate("MotionWords", "{who} votes on records and motions.")
            words = MotionWords().after(words, motion)
        case "voter":
            words = translate("MotionWords", "{who} stays a member, without a vote.")
            words = MotionWords().after(words, motion)
        case "expel" if is_observer(motion.member, chain):
            words = translate("MotionWords", "{who} reads along no more. What it has read it keeps.")
        case "expel":
            words = translate(
                "MotionWords", "{who} can neither write nor vote any more. What it wrote before stays in the book."
            )
            if motion.member in chain.voters:
                words = MotionWords().after(words, motion)
        case "replace":
            words = translate(
                "MotionWords",
                "All that {who} owes, is owed and may do passes to the new key {key}. The old key can do nothing more.",
            ).replace("{key}", key_text(newcomer_of(motion, chain)))
        case "final":
            words = translate("MotionWords", "Records are final at {final} of {voters} voters instead of {now}.")
            words = words.format(final=motion.after.final_at, voters=motion.after.voters, now=chain.final_at)
        case "branch":
            words = _branch_effect(motion)
        case "dispute" if motion.fields.get("upheld"):
            words = translate("MotionWords", "The dispute is over, and {who} is right. What it has stopped can go on.")
        case "dispute":
            words = translate(
                "MotionWords", "The dispute is over, and {who} is not right. What it has stopped can go on."
            )
        case "keeper":
            words = translate(
                "MotionWords",
                "{who} draws on the pool for claims, by its rule alone. What {old} holds for the pledgers stays there.",
            ).replace("{old}", name_text(str(fields.get("old_name", "")), str(fields.get("old", ""))))
        case _:
            words = _rules_effect(motion, chain, formats)
    return words.replace("{who}", who_text(motion))


def _pool(motion: MotionView) -> str:
    return peer_text(str(motion.fields.get("pool_name", ""))) or key_text(str(motion.fields.get("pool", "")))


def motion_warnings(motion: MotionView, chain: ChainStatus) -> list[str]:
    """Return what to know before a vote on the motion, a sentence each; none for most motions."""
    translate = QCoreApplication.translate
    warnings = []
    if motion.ask == "expel":
        warnings.append(
            translate("MotionWords", "This cannot be undone: {who} can come back only as a new member, with a new key.")
        )
    if motion.ask == "replace":
        warnings.append(
            translate(
                "MotionWords",
                "Whoever holds the new key becomes {who}. Ask {who} by a way that you trust whether it is theirs, and "
                "compare the key, before you vote for it.",
            )
        )
    if motion.ask == "final":
        warnings.append(MotionWords().final_warning(motion, chain))
    changes_voters = motion.ask == "voter" or (motion.ask == "expel" and motion.member in chain.voters)
    if changes_voters:
        warnings.append(few_voters_text(motion.after.voters, motion.after.final_at))
    return [words.replace("{who}", who_text(motion)) for words in warnings if words]


def few_voters_text(voters: int, final_at: int) -> str:
    """Return what to know about a network with so few voters; empty for one of more than three."""
    source = _FEW.get((voters, final_at == voters))
    return QCoreApplication.translate("MotionWords", source) if source else ""


def motion_stands(motion: MotionView) -> str:
    """Return how a motion stands, a key of STANDS."""
    if motion.state != "open":
        return motion.state
    if motion.idle:
        return "idle"
    return "lost" if motion.voters - motion.no < motion.needed else "open"


def stands_text(stands: str) -> str:
    """Return the words for how a motion stands."""
    return QCoreApplication.translate("MotionWords", STANDS[stands][0])


def needs_me(motion: MotionView) -> bool:
    """Return whether the motion waits for this member's vote."""
    return motion.may_vote and motion_stands(motion) == "open"


def who_text(motion: MotionView) -> str:
    """Return whom the motion is about."""
    return name_text(motion.member_name, motion.member)


def name_text(name: str, member: str) -> str:
    """Return a member's name, or the start of its id where it has given none."""
    return peer_text(name) if name.strip() else key_text(member)


def key_text(identity: str) -> str:
    """Return the start of an id in two groups, to compare by eye."""
    return f"{identity[:4]} {identity[4:_ID_SHOWN]}" if identity else "–"


def whole_key_text(identity: str) -> str:
    """Return an id in groups of eight, to compare with what a person reads out; it wraps between them."""
    return " ".join(identity[place : place + _ID_SHOWN] for place in range(0, len(identity), _ID_SHOWN)) or "–"


def is_observer(member: str, chain: ChainStatus) -> bool:
    """Return whether somebody only reads along."""
    return any(join.member == member and join.state == "observer" for join in chain.joins)


def newcomer_of(motion: MotionView, chain: ChainStatus) -> str:
    """Return the id of the member whose join the motion names; empty if the join is not held."""
    return next((join.member for join in chain.joins if join.join == motion.join), "")


class MotionWords(QObject):
    """The sentences with plurals: `lupdate` knows those that a QObject's `tr` says, and no others."""

    def after(self, effect: str, motion: MotionView) -> str:
        """Return an effect with how many voters there are then, and what it takes of them."""
        after = motion.after
        words = self.tr(
            "{effect} There are %n voter(s) then: a majority at {majority}, final at {final}.", "", after.voters
        )
        figures = words.replace("{majority}", str(after.majority_at)).replace("{final}", str(after.final_at))
        return figures.replace("{effect}", effect)

    def final_warning(self, motion: MotionView, chain: ChainStatus) -> str:
        """Return what another rule for final records costs."""
        voters, final_at = motion.after.voters, motion.after.final_at
        if motion.fields.get("rule") == "majority":
            words = self.tr(
                "More voters may be away, and fewer have to cheat: %n voter(s) that provably sign both ways are then "
                "enough for two contradicting records to be final, instead of {now}.",
                "",
                2 * final_at - voters,
            )
            return words.format(now=2 * chain.final_at - len(chain.voters))
        return self.tr(
            "Final records are harder to undo then, but nothing becomes final with more than %n voter(s) away.",
            "",
            voters - final_at,
        )


def _branch_effect(motion: MotionView) -> str:
    translate = QCoreApplication.translate
    branch = motion.fields.get("branch")
    if branch:
        return translate(
            "MotionWords", "The branch that begins with {entry} goes on and is voted on; what is on any other is void."
        ).replace("{entry}", key_text(str(branch)))
    return translate("MotionWords", "All that {who} wrote from its entry {seq} on is void, on all branches.").replace(
        "{seq}", str(motion.fields.get("seq", ""))
    )


def _rules_effect(motion: MotionView, chain: ChainStatus, formats: Formats) -> str:
    """What is different from the rules in force, figure by figure."""
    changes = rule_changes(motion.fields, chain, formats)
    return "\n".join(f"{name}: {before} → {after}" for name, before, after in changes)


def rule_changes(fields: dict[str, Any], chain: ChainStatus, formats: Formats) -> list[tuple[str, str, str]]:
    """Return the rules that differ from those in force: name, figure now, figure then."""
    translate = QCoreApplication.translate
    every = translate("MotionWords", "all")
    rules = (
        (
            translate("MotionWords", "Currencies"),
            listed(chain.currencies) or every,
            listed(fields["currencies"]) or every,
        ),
        (
            translate("MotionWords", "Entries a member may write in a day"),
            formats.count(chain.entries_per_day),
            formats.count(fields["entries_per_day"]),
        ),
        (
            translate("MotionWords", "Days of grace after an end that a record relies on"),
            formats.count(chain.grace_days),
            formats.count(fields["grace_days"]),
        ),
        (
            translate("MotionWords", "Days until records under old rules are too late"),
            formats.count(chain.stale_days),
            formats.count(fields["stale_days"]),
        ),
    )
    return [rule for rule in rules if rule[1] != rule[2]]
