"""Which member a person means: by its id, by what lists show of the id, or by a name.

For commands that read, and for lists that stay on this machine. What is signed takes the whole id: it can't be taken
back, and names can be made to look alike.
"""

from collections.abc import Iterable
from typing import Annotated, Final, TypeAlias

import typer

from cohong.api.views import MemberCard
from cohong.cli.arguments import is_id
from cohong.cli.node_client import NodeClient
from cohong.cli.output import say, short_id
from cohong.cli.session import Session

MEMBER_HELP: Final = "The member: its id or the beginning of it, or its name."
_TOLD_MAX: Final = 5
_FOUND_MAX: Final = 20

MemberArgument: TypeAlias = Annotated[str, typer.Argument(metavar="MEMBER", help=MEMBER_HELP)]


def member_meant(node: NodeClient, text: str) -> str:
    """Return the id of the one member that `text` can mean, and say on stderr who that is if it is no whole id.

    Raises:
        typer.BadParameter: nobody or several go by it; it names whom it may mean.
    """
    if is_id(text):
        return text.lower()
    cards: list[MemberCard] = node.ask("check.search", text=text, count=_FOUND_MAX)
    card = the_one(cards, text)
    say(f"{_told(card)} {card.id_words}")
    return card.member


def member_filter(session: Session, text: str) -> str:
    """Return whose records alone are wanted: the id that `text` means, or nothing if it says nothing."""
    if not text:
        return ""
    with NodeClient.connect(session.profile_dir) as node:
        return member_meant(node, text)


def the_one(cards: Iterable[MemberCard], text: str) -> MemberCard:
    """Return the only one that was found without guessing, or the only one of them that goes by just this.

    Raises:
        typer.BadParameter: there is none such.
    """
    cards = list(cards)
    found = [card for card in cards if not card.guessed]
    exact = [card for card in found if text.strip().casefold() in names_of(card)]
    for only in (exact, found):
        if len(only) == 1:
            return only[0]
    perhaps = ", ".join(map(_told, cards[:_TOLD_MAX])) + (", …" if len(cards) > _TOLD_MAX else "")
    if found:
        raise typer.BadParameter(f"several go by {text!r}: {perhaps}. Give more of the name, or of the id.")
    meant = f"; did you mean {perhaps}?" if cards else ". `cohong members` lists who is known here."
    raise typer.BadParameter(f"nobody known here goes by {text!r}{meant}")


def names_of(card: MemberCard) -> set[str]:
    """Return what a member goes by, without case: id, names in any script, identifiers."""
    names = (card.member, card.name, card.name_hant, card.name_hans, *card.identifiers.values())
    return {name.strip().casefold() for name in names if name.strip()}


def _told(card: MemberCard) -> str:
    return f"{card.name or '–'} ({short_id(card.member)})"
