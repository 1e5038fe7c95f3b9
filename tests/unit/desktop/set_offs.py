"""Lines of netting rounds for tests."""

from __future__ import annotations

from cohong.api.views import RoundView, SetOff, SetOffStatement

ENTRY = "9e" * 32
ROUND = "12" * 32


def key(name: str) -> str:
    """Return an id for a member of this name."""
    return name.encode().hex().ljust(64, "0")


def line(debtor: str, holder: str, before_minor: int, set_off_minor: int = 0, *, reference: str = "INV-1") -> SetOff:
    """Return what was set off of an obligation."""
    return SetOff(
        object="0f" * 32, reference=reference, debtor=key(debtor), debtor_name=debtor, holder=key(holder),
        holder_name=holder, currency="HKD", before_minor=before_minor, set_off_minor=set_off_minor,
        left_minor=before_minor - set_off_minor,
    )  # fmt: skip


def a_round(**changes: object) -> RoundView:
    """Return a round that Ann coordinates."""
    fields = {
        "id": ROUND, "coordinator": key("Ann"), "coordinator_name": "Ann", "currency": "HKD",
        "due_until": "2026-12-31", "ends": "2026-12-07", "says": "", "state": "open", "is_mine": False,
        "has_joined": False,
    }  # fmt: skip
    return RoundView(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def a_statement(cleared_minor: int, *, verified: bool = True) -> SetOffStatement:
    """Return the result of that round."""
    return SetOffStatement(
        round=ROUND, entry=ENTRY, time_ms=1_795_680_000_000, coordinator=key("Ann"), coordinator_name="Ann",
        currency="HKD", lines=[], as_debtor_minor=0, as_holder_minor=0, cleared_minor=cleared_minor, verified=verified,
    )  # fmt: skip
