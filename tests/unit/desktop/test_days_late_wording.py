"""What is foretold of an invoice, in words."""

from dataclasses import dataclass

import msgspec

from cohong.api.views import ForetoldDays, PaymentForetold
from cohong.desktop.days_late_wording import DaysLateWords
from cohong.desktop.formatting import Formats

EN = DaysLateWords(Formats("en"))
FORETOLD = ForetoldDays(
    days=9.2, error_days=3.24, low=5, high=14, paid_on="2026-12-24", own=41, own_mean=9.51, everybody=2_000,
    everybody_mean=4.0,
)  # fmt: skip


@dataclass
class Found:
    """Makes an answer around a prediction."""

    foretold: ForetoldDays | None

    @property
    def view(self) -> PaymentForetold:
        return PaymentForetold(
            object="0a" * 32, debtor="0f" * 32, debtor_name="Pearl", side="holder", due="2026-12-15",
            as_of="2026-11-26", foretold=self.foretold, why="" if self.foretold else "too-few",
        )  # fmt: skip


def test_it_is_said_by_when_and_how_far_off_that_may_be() -> None:
    assert EN.foretold(Found(FORETOLD).view) == "Likely paid about 24 Dec 2026, 9 day(s) late"
    assert EN.spread(FORETOLD) == "Four times of five 5 to 14 days late; usual error 3.2 days."
    assert EN.grounds(FORETOLD).splitlines() == [
        "41 payment(s) of its own: 9.5 days late on average.",
        "2000 payment(s) of all members: 4.0 days late on average.",
        "A prediction of this computer, not a statement of anybody.",
    ]


def test_who_pays_within_terms_is_not_called_late() -> None:
    prompt = msgspec.structs.replace(FORETOLD, days=0.4, low=0, high=0, paid_on="2026-12-15")
    assert EN.foretold(Found(prompt).view) == "Likely paid by 15 Dec 2026, when it is due"
    assert EN.spread(prompt).startswith("Four times of five no later than it is due; ")
    same = msgspec.structs.replace(FORETOLD, low=9, high=9)
    assert EN.spread(same).startswith("Four times of five 9 days late; ")


def test_where_nothing_can_be_foretold_that_is_said() -> None:
    assert EN.foretold(Found(None).view) == "Too few payments are in the book to foretell anything."
    unknown = msgspec.structs.replace(FORETOLD, own=0, own_mean=None)
    assert EN.grounds(unknown).startswith("It has paid nothing yet that is in the book.\n2000 payment(s)")
