"""`cohong check trust` and `check experience`: what a member is worth to the one who asks."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Annotated, Any, Final

import typer

from cohong.api.framing import plain
from cohong.api.views import ExperienceView, ReadingNoted, TrustView
from cohong.cli.arguments import currency_digits
from cohong.cli.consent_words import reading_sentence
from cohong.cli.member_argument import MemberArgument, member_meant
from cohong.cli.node_client import NodeClient
from cohong.cli.output import print_facts, print_line, short_id
from cohong.cli.payment_facts_words import amount_words
from cohong.cli.session import session_of
from cohong.insight.experience_terms import Term


def trust(
    context: typer.Context,
    member: MemberArgument,
    currency: Annotated[str, typer.Option(help="This one alone: ISO 4217 code.")] = "",
) -> None:
    """Show how far you can trust a member with money, and over whom, by what was repaid between you and it.

    Where it has given you consent to read about it, that you have is recorded.
    """
    session = session_of(context)
    if currency:
        currency_digits(currency)
    with NodeClient.connect(session.profile_dir) as node:
        who = member_meant(node, member)
        found: TrustView = node.ask("check.trust", member=who, currency=currency)
        noted: ReadingNoted = node.ask("consent.read", member=who)
    session.answer(found, lambda: _tell_trust(plain(found), reading_sentence(noted)))


def _tell_trust(found: Mapping[str, Any], read: str) -> None:
    if read:
        print_line(read)
    if not found["currencies"]:
        print_line("Nothing that it has repaid to anybody is in the book: there is nothing that trust could go by.")
    for each in found["currencies"]:
        print_line(f"Trust in {each['currency']}: {amount_words(each['minor'], each['currency'])}")
        print_line(_bound_told(each))
        print_facts(_paths_told(each, found["names"]))
        if each["paths_count"] > len(each["paths"]):
            print_line(f"… and {each['paths_count'] - len(each['paths']):,} paths more")
        print_line("")


def _bound_told(each: Mapping[str, Any]) -> str:
    bound, code = each["bound"], each["currency"]
    whom = "it has repaid to others" if bound["side"] == "subject" else "others have repaid to you"
    counterparties = "1 member" if bound["members"] == 1 else f"{bound['members']:,} members"
    held = f"{amount_words(bound['holds_minor'], code)} that {whom} ({counterparties})"
    if not each["minor"]:
        return f"0 means: nobody who has repaid you has been repaid by it, within four hops. The tighter bound: {held}."
    least = amount_words(bound["at_most_minor"], code)
    return f"At most {0.8 ** bound['hops']:.4g} of {held}: {least}. Repayments count half for every 180 days."


def _paths_told(each: Mapping[str, Any], names: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    arcs = {(arc["creditor"], arc["debtor"]): arc for arc in each["arcs"]}
    for path in each["paths"]:
        members = path["members"]
        steps = "".join(
            f" ← {names[debtor] or short_id(debtor)} repaid {amount_words(arc['paid_minor'], each['currency'])}"
            f" ({arc['payments']:,}, to {arc['newest']})"
            for creditor, debtor in pairwise(members)
            for arc in [arcs[creditor, debtor]]
        )
        yield amount_words(path["arrives_minor"], each["currency"]), f"you{steps}"


def experience(context: typer.Context, member: MemberArgument) -> None:
    """Show what you may expect of a member, from -1 to +1, by what others say of it in words and in how it paid them.

    Where it has given you consent to read about it, that you have is recorded.
    """
    session = session_of(context)
    with NodeClient.connect(session.profile_dir) as node:
        who = member_meant(node, member)
        found: ExperienceView = node.ask("check.experience", member=who)
        noted: ReadingNoted = node.ask("consent.read", member=who)
    session.answer(found, lambda: _tell_experience(plain(found), reading_sentence(noted)))


def _tell_experience(found: Mapping[str, Any], read: str) -> None:
    if read:
        print_line(read)
    print_line(f"Expected experience: {found['expected']:+.2f} on a scale from -1 to +1")
    print_line(f"{found['ratings']:,} others rate it; weights learned from {found['learned_from']:,} ratings.")
    print_facts((f"{each['adds']:+.2f}", _TERMS[Term(each["term"])].format(each["value"])) for each in found["terms"])
    print_line("")
    if found["own"] is not None:
        print_facts([("You", _rating_told(found["own"]))])
    names = found["names"]
    print_facts((names[each["member"]] or short_id(each["member"]), _rating_told(each)) for each in found["raters"])


def _rating_told(each: Mapping[str, Any]) -> str:
    told = []
    if each["on_time"] or each["late"] or each["lost"]:
        outcomes = f"{each['on_time']:,} within terms, {each['late']:,} late, {each['lost']:,} given up"
        told.append(f"{outcomes}, {each['months']} months")
    if each["score"] is not None:
        told.append(f"says {each['score']:+d} of 10")
    return f"{each['value']:+.2f}: {'; '.join(told)}"


_TERMS: Final[dict[Term, str]] = {
    Term.ALWAYS: "what ratings come to in any case",
    Term.GOODNESS: "what others say of it ({:+.2f})",
    Term.LEANING: "how much kinder than others you are ({:+.2f})",
    Term.ANSWERED: "whether it rates you ({:.0f})",
    Term.ANSWER: "what it says of you ({:+.2f})",
    Term.UNRATED: "whether nobody else rates it ({:.0f})",
    Term.NEW_RATER: "whether you rate nobody else ({:.0f})",
    Term.SUBJECT_LATEST: "what was last said of it, fading in weeks ({:+.2f})",
    Term.RATER_LATEST: "what you last said of anybody, fading in days ({:+.2f})",
}
