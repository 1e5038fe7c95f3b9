"""What stands beside an obligation in words: other terms, notice, parts, offers, disputes, corrections."""

from collections.abc import Sequence

from cohong.api.views import CorrectionView, DisputeView, OfferView, RecordDetails
from cohong.cli.output import moment, money, print_line, print_table, short_id


def life_facts(details: RecordDetails) -> list[tuple[str, str]]:
    """Return what there is to say of an obligation beside its terms, a name and a value each."""
    currency = details.row.currency
    facts = []
    if details.first_due:
        facts.append(("As proposed", f"{money(details.first_amount_minor, currency)}, due {details.first_due}"))
    if details.written_off_minor:
        facts.append(("Written off", money(details.written_off_minor, currency)))
    if details.assigned_minor:
        facts.append(("Sold in parts", money(details.assigned_minor, currency)))
    if details.holder != details.row.creditor:
        facts.append(("Holder", f"{details.holder_name}  {details.holder}"))
    if details.recourse_to:
        facts.append(("Recourse to", f"{details.recourse_to_name}  {details.recourse_to}"))
    if details.part_of:
        facts.append(("Part of", details.part_of))
    if details.notice is not None:
        since = moment(details.notice.block_ms) if details.notice.block_ms else "no block yet"
        facts.append(("Notice", f"{details.notice.entry}, in the book since {since}"))
        if details.notice.default_ms:
            facts.append(("Default", f"by a block of {moment(details.notice.default_ms)} or later"))
    return facts


def tell_life(details: RecordDetails) -> None:
    """Print parts, offers, disputes and corrections, as far as there are any."""
    if details.parts:
        print_line("")
        print_table(
            ["Part sold", "Amount", "Outstanding", "State"],
            [
                [part.object, money(part.amount_minor, part.currency), money(part.outstanding_minor, part.currency),
                 part.state]
                for part in details.parts
            ],
        )  # fmt: skip
    if details.offers:
        print_line("")
        print_table(
            ["Offer", "By", "Amount", "Price", "Recourse", "Until", "Good"],
            [_offer(offer, details.row.currency) for offer in details.offers],
        )
    tell_objections(details.disputes, details.corrections)


def _offer(offer: OfferView, currency: str) -> list[str]:
    who = f"{offer.author_name or short_id(offer.author)} {'sells' if offer.side == 'sell' else 'buys'}"
    return [
        offer.offer, who, money(offer.amount_minor, currency), money(offer.price_minor, currency),
        "yes" if offer.recourse else "no", offer.valid_until, "yes" if offer.usable else "no",
    ]  # fmt: skip


def tell_objections(disputes: Sequence[DisputeView], corrections: Sequence[CorrectionView]) -> None:
    """Print disputes with their answers, and corrections."""
    for dispute in disputes:
        print_line("")
        print_line(f"Dispute {dispute.dispute}, {_state_of(dispute)}")
        who = dispute.opener_name or short_id(dispute.opener)
        print_line(f"  about {dispute.about}, by {who}, {moment(dispute.opened_ms)}: {dispute.says}")
        for answer in dispute.answers:
            who = answer.author_name or short_id(answer.author)
            print_line(f"  answer of {who}, {moment(answer.time_ms)}: {answer.says}")
    for item in corrections:
        print_line("")
        print_line(f"Correction {item.correction}, {_answer_to(item)}")
        who, asked = item.author_name or short_id(item.author), item.asked_name or short_id(item.asked)
        print_line(f"  about {item.about}, {who} asks {asked}, {moment(item.proposed_ms)}: {item.says}")


def _state_of(dispute: DisputeView) -> str:
    match dispute.state:
        case "upheld":
            return "over: the voters have ruled that its opener is right"
        case "dismissed":
            return "over: the voters have ruled that its opener is not right"
        case "closed":
            return f"closed by its opener ({dispute.outcome or 'not confirmed yet'})"
        case "refused":
            return "refused by the voters"
        case _:
            return "open"


def _answer_to(item: CorrectionView) -> str:
    if item.unanswered_ms:
        return f"takes effect: not answered by {moment(item.deadline_ms)}"
    if item.state != "proposed":
        return item.state
    return f"to be answered by {moment(item.deadline_ms)}" if item.deadline_ms else "not answered yet"
