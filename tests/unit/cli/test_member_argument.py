"""Whom a person means by what was typed: one member, or a refusal that names whom it may mean."""

from __future__ import annotations

import pytest
import typer

from cohong.api.views import MemberCard
from cohong.cli.member_argument import the_one


def card(name: str, digit: str, *, guessed: bool = False, name_hant: str = "", number: str = "") -> MemberCard:
    return MemberCard(
        member=digit * 64,
        name=name,
        name_hant=name_hant,
        identifiers={"hkbr": number} if number else {},
        guessed=guessed,
    )


LOTUS, LOTUS_TWO = card("Lotus Freight", "a", name_hant="蓮花貨運", number="39481726"), card("Lotus Freight Two", "b")


@pytest.mark.parametrize("text", ["lotus", "aaaa", "a b c 1"])
def test_the_only_one_that_is_found_is_meant(text: str) -> None:
    assert the_one([LOTUS], text) is LOTUS


@pytest.mark.parametrize("text", ["lotus freight ", "蓮花貨運", "39481726"])
def test_who_goes_by_just_this_is_meant_though_others_begin_with_it(text: str) -> None:
    assert the_one([LOTUS_TWO, LOTUS], text) is LOTUS


def test_of_several_none_is_taken_and_all_are_named() -> None:
    with pytest.raises(typer.BadParameter, match=r"several .*Lotus Freight \(aaaaaaaaaaaa\), Lotus Freight Two"):
        the_one([LOTUS, LOTUS_TWO], "lot")


def test_a_guess_is_asked_about_and_never_taken() -> None:
    with pytest.raises(typer.BadParameter, match=r"nobody .*did you mean Lotus Freight \(aaaaaaaaaaaa\)\?"):
        the_one([card("Lotus Freight", "a", guessed=True)], "Lotos Fraight")


def test_nobody_is_told_where_to_look() -> None:
    with pytest.raises(typer.BadParameter, match="cohong members"):
        the_one([], "zzz")
