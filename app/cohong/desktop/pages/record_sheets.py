"""The form for each kind of record that a member may write about an obligation, a dispute or a correction."""

from typing import Final

from cohong.desktop.pages.record_actions import AcceptSheet, ActionSheet, ClaimSheet, DeclineSheet, ReceiptSheet
from cohong.desktop.pages.record_covers import CallSheet, PoolClaimSheet, SubrogateSheet
from cohong.desktop.pages.record_objections import (
    AcceptCorrectionSheet,
    AnswerSheet,
    CloseDisputeSheet,
    CorrectionSheet,
    DeclineCorrectionSheet,
    DisputeSheet,
)
from cohong.desktop.pages.record_sales import AssignSheet, BuySheet, SellSheet
from cohong.desktop.pages.record_terms import (
    AgreeSheet,
    DefaultSheet,
    NoticeSheet,
    RecoverSheet,
    RestructureSheet,
    WriteOffSheet,
)

SHEETS: Final[dict[str, type[ActionSheet]]] = {
    sheet.kind: sheet
    for sheet in (
        AcceptSheet, DeclineSheet, ClaimSheet, ReceiptSheet, AgreeSheet, RestructureSheet, NoticeSheet, DefaultSheet,
        WriteOffSheet, RecoverSheet, DisputeSheet, CorrectionSheet, AnswerSheet, CloseDisputeSheet,
        AcceptCorrectionSheet, DeclineCorrectionSheet, SellSheet, BuySheet, AssignSheet, CallSheet,
        PoolClaimSheet, SubrogateSheet,
    )
}  # fmt: skip
"""Kind of `RecordDetails.actions`, or of a dispute's or correction's -> its form."""
