"""How a debtor pays, beside what is for sale."""

from cohong.api.views import MemberCard, MemberFacts
from cohong.desktop.formatting import Formats
from cohong.desktop.sale_wording import payment_facts_text

EN = Formats("en")


def facts(**figures: int) -> MemberFacts:
    counted = {
        "invoices": 0, "settled": 0, "paid_within_terms": 0, "late": 0, "days_late_sum": 0, "worst_days_late": 0,
        "mean_days_late_milli": -1, "counterparties": 0,
    }  # fmt: skip
    card = MemberCard(member="0f" * 32, name="Pearl <b>")
    return MemberFacts(card=card, first_day="", last_day="", **{**counted, **figures})  # type: ignore[arg-type]  # figures


def test_how_a_debtor_pays_has_its_denominators() -> None:
    known = facts(
        invoices=60, settled=52, paid_within_terms=41, late=13, mean_days_late_milli=11_040, worst_days_late=94,
        defaulted=1, disputed=2,
    )  # fmt: skip
    assert payment_facts_text(known, EN) == (
        "Pearl <b>: 41 of 52 settled invoices paid within terms (79 %), 11.0 days beyond terms on average, "
        "94 at worst. Paid late or overdue: 13 of 60 (22 %). In default: 1. Disputed: 2."
    )


def test_where_nothing_can_be_said_that_is_said() -> None:
    assert payment_facts_text(facts(), EN) == "Nothing is recorded yet of how Pearl <b> pays."
    assert payment_facts_text(facts(invoices=3, late=1), EN) == (
        "Pearl <b>: of 3 recorded none is settled yet, 1 overdue."
    )
