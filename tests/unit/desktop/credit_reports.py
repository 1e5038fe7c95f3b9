"""Signed credit reports over made-up invoices: a good payer, a bad one, one in dispute, and one with a thin file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from tests.unit.desktop.reports import AS_OF, NAMES, SUBJECT, invoice
from tests.unit.verifier.chains import id_of, key_of

from cohong.exporting.credential import canonical, did_of, new_credential, signed
from cohong.insight.payment_report import exact, plain_line, report_on
from cohong.insight.trade_lines import Event, EventKind, Mark, TradeLine

CREATED: Final = f"{AS_OF}T09:30:00Z"
OPENED: Final = (Event(date.fromisoformat(AS_OF).toordinal() - 20, EventKind.DISPUTE_OPENED),)
NAME: Final = "珠江五金（香港）有限公司 Pearl Hardware"


def signed_report(
    lines: Sequence[TradeLine], *, name: str = NAME, own: bool = True, says: str = "", **more: Any
) -> bytes:
    """Return the file; `says` is what is said in disputes about the lines that have one."""
    subject = id_of("Pearl").hex() if own else SUBJECT
    plain = [plain_line(replace(line, key=f"{number:064x}")) for number, line in enumerate(lines)]
    for line in plain:
        if Mark.DISPUTED in line["marks"]:
            answer = {"author": line["creditor"], "time": CREATED, "says": "The crates were sealed when they left us."}
            line["disputes"] = [{
                "dispute": "dd" * 32, "opener": subject, "time": CREATED, "outcome": "open", "answers": [answer],
                "says": says or "Half of the crates were broken; we ask for a credit note before we pay the rest.",
            }]  # fmt: skip
    found = {"member": subject, "as_of": AS_OF, **report_on(lines, AS_OF, 1, 0.2), "voters": 4, "voters_in_touch": 3}
    report = {
        "version": 1,
        "network": {"id": "4e" * 32, "name": "Canton Hardware Circle"},
        "block": {"id": "b1" * 32, "height": 1_204, "time": CREATED},
        **exact({**found, "waiting": 0, "contested": 0, **more, "lines": plain, "lines_left_out": 0}),
        "names": {f"{number:02x}" * 32: each for number, each in enumerate(NAMES, 1)},
    }
    key = key_of("Pearl")
    evidence = [{"type": ["AnchoredRecords"], "way": "", "records": [""] * (3 * len(lines))}]
    credential = new_credential(
        "BusinessCreditReport", {"id": did_of(bytes.fromhex(subject)), "name": name, "report": report},
        issuer={"id": did_of(key.member), "name": "Pearl" if own else "Harbour Trading Ltd"}, created=CREATED,
        evidence=evidence,
    )  # fmt: skip
    return canonical(signed(credential, key.member, key.sign, created=CREATED))


def good() -> bytes:
    return signed_report(
        [*(invoice(number, (0, -4, 2, 0, 0, 9)[number % 6]) for number in range(40)), invoice(40, None, due_ago=-12)]
    )


def bad() -> bytes:
    lines = [invoice(number, (45, 12, 70, 3, 110, 28)[number % 6], due_ago=21 * number + 130) for number in range(24)]
    lines += [invoice(number, None, due_ago=15 * number + 10) for number in range(4)]
    lost = replace(invoice(3, None, due_ago=200), marks=frozenset({Mark.WRITTEN_OFF}))
    lines.append(replace(lost, given_up_minor=lost.amount_minor))
    lines += [invoice(number, 0, due_ago=90 + number, minor=99_000_000_000_00) for number in (2, 3)]
    return signed_report(lines, own=False, name="Golden Gate General Import, Export and Forwarding Co. Ltd", waiting=2)


def disputed(says: str = "") -> bytes:
    marks = frozenset({Mark.DISPUTED, Mark.DISPUTE_OPENED})
    lines = [invoice(number, (0, 5, 0)[number % 3]) for number in range(14)]
    lines += [invoice(number, None, due_ago=30 + number, marks=marks, events=OPENED) for number in range(14, 17)]
    return signed_report(lines, says=says)


def thin() -> bytes:
    return signed_report([invoice(0, 0, creditors=1), invoice(1, 5, creditors=1, due_ago=400)])


def empty() -> bytes:
    return signed_report([])


SAMPLES: Final[dict[str, Callable[[], bytes]]] = {
    "good": good, "bad": bad, "disputed": disputed, "thin": thin, "empty": empty,
}  # fmt: skip
