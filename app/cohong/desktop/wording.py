"""Every code of the node in words. No other module of the desktop words what the node says.

The tables hold English source texts by code; a translation has the context `Wording`. A code that is not here comes
from a newer node: it is shown as it is, which is better than nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.views import CorrectionView, DisputeView
from cohong.desktop.formatting import listed, peer_text
from cohong.desktop.node_client import NodeUnreachable
from cohong.desktop.translatable import QT_TRANSLATE_NOOP

STATES: Final[dict[str, str]] = {
    "draft": QT_TRANSLATE_NOOP("Wording", "Draft"),
    "proposed": QT_TRANSLATE_NOOP("Wording", "Proposed"),
    "active": QT_TRANSLATE_NOOP("Wording", "Active"),
    "overdue": QT_TRANSLATE_NOOP("Wording", "Overdue"),
    "settled": QT_TRANSLATE_NOOP("Wording", "Settled"),
    "declined": QT_TRANSLATE_NOOP("Wording", "Declined"),
    "defaulted": QT_TRANSLATE_NOOP("Wording", "In default"),
    "cured": QT_TRANSLATE_NOOP("Wording", "Paid after default"),
    "written-off": QT_TRANSLATE_NOOP("Wording", "Written off"),
    "recovered": QT_TRANSLATE_NOOP("Wording", "Recovered"),
}

LEVELS: Final[dict[str, str]] = {
    "draft": QT_TRANSLATE_NOOP("Wording", "Draft"),
    "waiting": QT_TRANSLATE_NOOP("Wording", "Waiting"),
    "majority": QT_TRANSLATE_NOOP("Wording", "Majority"),
    "final": QT_TRANSLATE_NOOP("Wording", "Final"),
    "rejected": QT_TRANSLATE_NOOP("Wording", "Rejected"),
    "contested": QT_TRANSLATE_NOOP("Wording", "Contested"),
    "beaten": QT_TRANSLATE_NOOP("Wording", "Beaten"),
    "void": QT_TRANSLATE_NOOP("Wording", "Void"),
}

LEVEL_MEANINGS: Final[dict[str, str]] = {
    "draft": QT_TRANSLATE_NOOP("Wording", "Only on this computer, not signed yet."),
    "waiting": QT_TRANSLATE_NOOP("Wording", "Signed, but no majority of the voters has signed for it yet."),
    "majority": QT_TRANSLATE_NOOP("Wording", "More than half of the voters have signed for it."),
    "final": QT_TRANSLATE_NOOP("Wording", "More than two thirds of the voters have signed for it."),
    "rejected": QT_TRANSLATE_NOOP("Wording", "The voters refused it; the reason is with the record."),
    "contested": QT_TRANSLATE_NOOP(
        "Wording", "Two records contradict each other, or the votes on it do: somebody has signed both ways."
    ),
    "beaten": QT_TRANSLATE_NOOP("Wording", "Another record about the same thing got the votes first."),
    "void": QT_TRANSLATE_NOOP(
        "Wording", "A final block has left it out: it came too late, or lies off the branch that stands."
    ),
}

KINDS: Final[dict[str, str]] = {
    "profile.set": QT_TRANSLATE_NOOP("Wording", "Profile"),
    "limit.set": QT_TRANSLATE_NOOP("Wording", "Credit limit"),
    "credit.propose": QT_TRANSLATE_NOOP("Wording", "Proposed"),
    "credit.accept": QT_TRANSLATE_NOOP("Wording", "Accepted"),
    "credit.decline": QT_TRANSLATE_NOOP("Wording", "Declined"),
    "credit.claim": QT_TRANSLATE_NOOP("Wording", "Payment claimed"),
    "credit.receipt": QT_TRANSLATE_NOOP("Wording", "Receipt"),
    "credit.agree": QT_TRANSLATE_NOOP("Wording", "New terms agreed to"),
    "credit.restructure": QT_TRANSLATE_NOOP("Wording", "New terms"),
    "credit.notice": QT_TRANSLATE_NOOP("Wording", "Notice of default"),
    "credit.default": QT_TRANSLATE_NOOP("Wording", "Default"),
    "credit.write_off": QT_TRANSLATE_NOOP("Wording", "Written off"),
    "credit.recover": QT_TRANSLATE_NOOP("Wording", "Recovered"),
    "offer.sell": QT_TRANSLATE_NOOP("Wording", "Offered for sale"),
    "offer.buy": QT_TRANSLATE_NOOP("Wording", "Offer to buy"),
    "credit.assign": QT_TRANSLATE_NOOP("Wording", "Sold"),
    "credit.subrogate": QT_TRANSLATE_NOOP("Wording", "Passed to whoever paid"),
    "guarantee.grant": QT_TRANSLATE_NOOP("Wording", "Guarantee"),
    "guarantee.call": QT_TRANSLATE_NOOP("Wording", "Guarantee called"),
    "guarantee.pay": QT_TRANSLATE_NOOP("Wording", "Guarantee paid"),
    "pool.create": QT_TRANSLATE_NOOP("Wording", "Guarantee pool"),
    "pool.pledge": QT_TRANSLATE_NOOP("Wording", "Pledge to a pool"),
    "pool.claim": QT_TRANSLATE_NOOP("Wording", "Claim on a pool"),
    "pool.draw": QT_TRANSLATE_NOOP("Wording", "Draw on a pool"),
    "netting.announce": QT_TRANSLATE_NOOP("Wording", "Netting round announced"),
    "netting.agree": QT_TRANSLATE_NOOP("Wording", "Netting agreed to"),
    "netting.join": QT_TRANSLATE_NOOP("Wording", "Netting round joined"),
    "netting.apply": QT_TRANSLATE_NOOP("Wording", "Netted"),
    "netting.abort": QT_TRANSLATE_NOOP("Wording", "Netting round ended"),
    "dispute.open": QT_TRANSLATE_NOOP("Wording", "Disputed"),
    "dispute.answer": QT_TRANSLATE_NOOP("Wording", "Answer to a dispute"),
    "dispute.close": QT_TRANSLATE_NOOP("Wording", "Dispute closed"),
    "correct.propose": QT_TRANSLATE_NOOP("Wording", "Correction asked for"),
    "correct.accept": QT_TRANSLATE_NOOP("Wording", "Correction accepted"),
    "correct.decline": QT_TRANSLATE_NOOP("Wording", "Correction declined"),
    "endorse.set": QT_TRANSLATE_NOOP("Wording", "Endorsement"),
    "consent.grant": QT_TRANSLATE_NOOP("Wording", "Consent to read"),
    "consent.revoke": QT_TRANSLATE_NOOP("Wording", "Consent taken back"),
    "access.receipt": QT_TRANSLATE_NOOP("Wording", "Reading under a consent"),
}

ACTIONS: Final[dict[str, str]] = {
    "credit.accept": QT_TRANSLATE_NOOP("Wording", "Accept"),
    "credit.decline": QT_TRANSLATE_NOOP("Wording", "Decline"),
    "credit.claim": QT_TRANSLATE_NOOP("Wording", "Say that it is paid"),
    "credit.receipt": QT_TRANSLATE_NOOP("Wording", "Record a receipt"),
    "credit.agree": QT_TRANSLATE_NOOP("Wording", "Agree to new terms"),
    "credit.restructure": QT_TRANSLATE_NOOP("Wording", "Change the terms"),
    "credit.notice": QT_TRANSLATE_NOOP("Wording", "Give notice"),
    "credit.default": QT_TRANSLATE_NOOP("Wording", "Record a default"),
    "credit.write_off": QT_TRANSLATE_NOOP("Wording", "Write off"),
    "credit.recover": QT_TRANSLATE_NOOP("Wording", "Record a recovery"),
    "offer.sell": QT_TRANSLATE_NOOP("Wording", "Offer for sale"),
    "offer.buy": QT_TRANSLATE_NOOP("Wording", "Offer to buy"),
    "credit.assign": QT_TRANSLATE_NOOP("Wording", "Sell"),
    "credit.subrogate": QT_TRANSLATE_NOOP("Wording", "Pass on to whoever paid"),
    "guarantee.call": QT_TRANSLATE_NOOP("Wording", "Call a guarantee"),
    "guarantee.pay": QT_TRANSLATE_NOOP("Wording", "Pay on the guarantee"),
    "pool.pledge": QT_TRANSLATE_NOOP("Wording", "Pledge"),
    "pool.claim": QT_TRANSLATE_NOOP("Wording", "Claim from a pool"),
    "pool.draw": QT_TRANSLATE_NOOP("Wording", "Draw on the pool"),
    "netting.agree": QT_TRANSLATE_NOOP("Wording", "Agree to netting"),
    "netting.join": QT_TRANSLATE_NOOP("Wording", "Join a netting round"),
    "netting.apply": QT_TRANSLATE_NOOP("Wording", "Write the result of the round"),
    "netting.abort": QT_TRANSLATE_NOOP("Wording", "End the round without a result"),
    "dispute.open": QT_TRANSLATE_NOOP("Wording", "Dispute"),
    "dispute.answer": QT_TRANSLATE_NOOP("Wording", "Answer the dispute"),
    "dispute.close": QT_TRANSLATE_NOOP("Wording", "Close the dispute"),
    "correct.propose": QT_TRANSLATE_NOOP("Wording", "Ask for a correction"),
    "correct.accept": QT_TRANSLATE_NOOP("Wording", "Accept the correction"),
    "correct.decline": QT_TRANSLATE_NOOP("Wording", "Decline the correction"),
    "consent.revoke": QT_TRANSLATE_NOOP("Wording", "Take the consent back"),
    "access.receipt": QT_TRANSLATE_NOOP("Wording", "Record that it was read"),
}

DISPUTE_STATES: Final[dict[str, str]] = {
    "open": QT_TRANSLATE_NOOP("Wording", "Open"),
    "closed": QT_TRANSLATE_NOOP("Wording", "Closed"),
    "resolved": QT_TRANSLATE_NOOP("Wording", "Resolved"),
    "withdrawn": QT_TRANSLATE_NOOP("Wording", "Withdrawn"),
    "upheld": QT_TRANSLATE_NOOP("Wording", "Upheld by the voters"),
    "dismissed": QT_TRANSLATE_NOOP("Wording", "Dismissed by the voters"),
    "refused": QT_TRANSLATE_NOOP("Wording", "Does not stand"),
}
"""How a dispute stands; where its opener has closed it, how."""

CORRECTION_STATES: Final[dict[str, str]] = {
    "proposed": QT_TRANSLATE_NOOP("Wording", "To be answered"),
    "accepted": QT_TRANSLATE_NOOP("Wording", "Accepted"),
    "declined": QT_TRANSLATE_NOOP("Wording", "Declined"),
    "unanswered": QT_TRANSLATE_NOOP("Wording", "In effect, unanswered"),
}

MARKS: Final[dict[str, str]] = {
    "disputed": QT_TRANSLATE_NOOP("Wording", "Disputed"),
    "correction": QT_TRANSLATE_NOOP("Wording", "Correction open"),
    "assigned": QT_TRANSLATE_NOOP("Wording", "Sold"),
}
"""Marks of a record that are said wherever it is shown. The others show in its level and its amounts."""

VOTES: Final[dict[str, str]] = {
    "yes": QT_TRANSLATE_NOOP("Wording", "Signed"),
    "no": QT_TRANSLATE_NOOP("Wording", "Against"),
    "both": QT_TRANSLATE_NOOP("Wording", "Signed both ways"),
    "hold": QT_TRANSLATE_NOOP("Wording", "Held"),
    "none": QT_TRANSLATE_NOOP("Wording", "Not yet"),
}

REASONS: Final[dict[str, str]] = {
    "malformed": QT_TRANSLATE_NOOP("Wording", "A field of the record is missing or out of form."),
    "names-refused": QT_TRANSLATE_NOOP("Wording", "It rests on a record that was rejected."),
    "wrong-names": QT_TRANSLATE_NOOP("Wording", "It names too few, too many, or the wrong kind of records."),
    "not-a-member": QT_TRANSLATE_NOOP("Wording", "Somebody named in it is not a member of this network."),
    "not-a-party": QT_TRANSLATE_NOOP("Wording", "Its author, or whom it asks, is not among those whom this concerns."),
    "same-party": QT_TRANSLATE_NOOP("Wording", "Both sides of it are the same member."),
    "currency": QT_TRANSLATE_NOOP("Wording", "This network does not use that currency."),
    "dates": QT_TRANSLATE_NOOP("Wording", "Its days are in an impossible order."),
    "already-moved": QT_TRANSLATE_NOOP("Wording", "Its author has already moved the same version elsewhere."),
    "not-controller": QT_TRANSLATE_NOOP("Wording", "Only the other party may do this now."),
    "wrong-state": QT_TRANSLATE_NOOP("Wording", "This cannot be done in the record's present state."),
    "not-debtor": QT_TRANSLATE_NOOP("Wording", "Only the debtor may do this."),
    "expired": QT_TRANSLATE_NOOP("Wording", "The last day for this has passed."),
    "exceeds-outstanding": QT_TRANSLATE_NOOP("Wording", "The amount is larger than what is outstanding."),
    "exceeds-written-off": QT_TRANSLATE_NOOP("Wording", "The amount is larger than what was written off."),
    "in-future": QT_TRANSLATE_NOOP("Wording", "The value date lies in the future."),
    "not-agreed": QT_TRANSLATE_NOOP(
        "Wording", "The other side's consent is missing, or it is for another amount, another day or an earlier state."
    ),
    "nothing-new": QT_TRANSLATE_NOOP("Wording", "Amount and due day are what they have been."),
    "amount": QT_TRANSLATE_NOOP(
        "Wording", "The new amount must be above what has been paid or given up, and not above the present one."
    ),
    "not-assignable": QT_TRANSLATE_NOOP("Wording", "Its terms do not allow it to be sold."),
    "locked": QT_TRANSLATE_NOOP("Wording", "It takes part in a netting round. This has to wait until that is over."),
    "not-nettable": QT_TRANSLATE_NOOP("Wording", "Its terms do not allow it to be netted."),
    "out-of-scope": QT_TRANSLATE_NOOP(
        "Wording", "It is of another currency or debtor than is covered or netted here, or due too late."
    ),
    "not-balanced": QT_TRANSLATE_NOOP(
        "Wording", "Somebody would owe or be owed more or less on balance than before the round."
    ),
    "exceeds-cover": QT_TRANSLATE_NOOP("Wording", "That is more than is left of the guarantee, or than was called."),
    "answered": QT_TRANSLATE_NOOP("Wording", "That call or claim has been answered already."),
    "not-the-rule": QT_TRANSLATE_NOOP("Wording", "The pool's rule gives another sum, or other shares of it."),
    "not-optimal": QT_TRANSLATE_NOOP("Wording", "More could be set off among these obligations."),
    "wrong-head": QT_TRANSLATE_NOOP(
        "Wording", "It was written without having read the debtor's newest records. Try again in a moment."
    ),
    "no-notice": QT_TRANSLATE_NOOP(
        "Wording", "A default takes a notice to the debtor that a block has included two weeks before."
    ),
    "too-early": QT_TRANSLATE_NOOP(
        "Wording", "A default may be recorded sixty days after the due day and the days of grace."
    ),
    "disputed": QT_TRANSLATE_NOOP("Wording", "The debtor disputes it. This has to wait until that is over."),
}

REFUSALS: Final[dict[str, str]] = {
    "taken-twice": QT_TRANSLATE_NOOP("Wording", "Another device has taken the pen with the same file before."),
    "no-effect": QT_TRANSLATE_NOOP("Wording", "As things stand, this would change nothing."),
    "no-reason": QT_TRANSLATE_NOOP("Wording", "Say why: the voters decide by it."),
    "already-put": QT_TRANSLATE_NOOP("Wording", "The same question is before the voters already. Vote on that one."),
    "not-a-voter": QT_TRANSLATE_NOOP("Wording", "Only voters vote on motions, and you have no vote."),
    "already-voted": QT_TRANSLATE_NOOP("Wording", "You have voted on this. A vote cannot be taken back."),
    "observer": QT_TRANSLATE_NOOP("Wording", "You observe this network: you read along and write nothing."),
    "asked": QT_TRANSLATE_NOOP("Wording", "You are no member yet: the voters have not let you in so far."),
    "refused": QT_TRANSLATE_NOOP("Wording", "You are no member: your invitation has been used by somebody else."),
    "gone": QT_TRANSLATE_NOOP("Wording", "You are no member any more, so nothing of yours is signed."),
    "motion-ended": QT_TRANSLATE_NOOP("Wording", "This motion is over."),
    "asked-elsewhere": QT_TRANSLATE_NOOP(
        "Wording", "This profile has asked to join another network. Use another profile for this one."
    ),
    "not-yet": QT_TRANSLATE_NOOP(
        "Wording", "The record that this rests on has no majority yet. Try again in a moment."
    ),
    "nothing-joined": QT_TRANSLATE_NOOP(
        "Wording", "Nothing has joined this round yet, so there is nothing to set off."
    ),
    "round-not-ended": QT_TRANSLATE_NOOP("Wording", "This round has no result yet."),
    "pending": QT_TRANSLATE_NOOP(
        "Wording", "An earlier record of yours about this is still being voted on. Try again in a moment."
    ),
}
"""Why the node itself refuses to write something, beside the book's rules."""

WHY_OFFLINE: Final[dict[str, str]] = {
    "unreachable": QT_TRANSLATE_NOOP("Wording", "Its address cannot be reached from here."),
    "connection-refused": QT_TRANSLATE_NOOP("Wording", "Nobody answers at its address."),
    "no-answer": QT_TRANSLATE_NOOP("Wording", "It does not answer in time."),
    "wrong-peer": QT_TRANSLATE_NOOP("Wording", "Somebody else answers at its address."),
    "not-admitted": QT_TRANSLATE_NOOP("Wording", "It does not let this member in."),
    "handshake-failed": QT_TRANSLATE_NOOP("Wording", "What answers at its address is not a node."),
    "peer-is-full": QT_TRANSLATE_NOOP("Wording", "It has no room for another connection."),
    "we-are-full": QT_TRANSLATE_NOOP("Wording", "This node has no room for another connection."),
    "link-lost": QT_TRANSLATE_NOOP("Wording", "The connection was lost."),
    "protocol-breach": QT_TRANSLATE_NOOP("Wording", "It sent something that a node must not send."),
    "penalised": QT_TRANSLATE_NOOP("Wording", "It broke the protocol and is left alone for a while."),
    "no-address": QT_TRANSLATE_NOOP("Wording", "Its address is not known."),
    "not-a-member": QT_TRANSLATE_NOOP("Wording", "It is not a member of this network."),
    "proxy-failed": QT_TRANSLATE_NOOP("Wording", "The proxy does not answer or refuses."),
    "copy-running": QT_TRANSLATE_NOOP("Wording", "It is connected to this profile on another computer."),
}

IMPORT_STATES: Final[dict[str, str]] = {
    "reading": QT_TRANSLATE_NOOP("Wording", "Reading"),
    "cancelling": QT_TRANSLATE_NOOP("Wording", "Stopping"),
    "ready": QT_TRANSLATE_NOOP("Wording", "Ready to send"),
    "sending": QT_TRANSLATE_NOOP("Wording", "Sending"),
    "sent": QT_TRANSLATE_NOOP("Wording", "Sent"),
    "undone": QT_TRANSLATE_NOOP("Wording", "Undone"),
    "failed": QT_TRANSLATE_NOOP("Wording", "Failed"),
}

FILE_REFUSALS: Final[dict[str, str]] = {
    "not_found": QT_TRANSLATE_NOOP("Wording", "The file is no longer there."),
    "not_a_file": QT_TRANSLATE_NOOP("Wording", "This is a folder or a device, not a file."),
    "permission": QT_TRANSLATE_NOOP("Wording", "You may not read this file."),
    "read_failed": QT_TRANSLATE_NOOP("Wording", "The disk or network share failed while the file was read."),
    "empty": QT_TRANSLATE_NOOP("Wording", "The file is empty."),
    "not_csv": QT_TRANSLATE_NOOP(
        "Wording", "This is neither a CSV file nor a UBL invoice. Export your invoices as one of them and try again."
    ),
    "too_large": QT_TRANSLATE_NOOP("Wording", "The file is too large. Split it, for example by year."),
    "too_many_columns": QT_TRANSLATE_NOOP("Wording", "The file has more columns than an invoice list can have."),
    "too_many_rows": QT_TRANSLATE_NOOP("Wording", "The file has too many rows. Split it, for example by year."),
    "line_too_long": QT_TRANSLATE_NOOP("Wording", "A line of the file is far too long for an invoice."),
    "no_column": QT_TRANSLATE_NOOP(
        "Wording", "A column that is needed was not found. Say which column has the customer, number, date and amount."
    ),
    "no_such_column": QT_TRANSLATE_NOOP("Wording", "A column that was chosen is not in the file."),
    "bad_option": QT_TRANSLATE_NOOP("Wording", "A setting of this import makes no sense for the file."),
    "unreadable_encoding": QT_TRANSLATE_NOOP(
        "Wording", "The file's characters could not be read. Choose its encoding."
    ),
    "gzip_damaged": QT_TRANSLATE_NOOP("Wording", "The compressed file is damaged. Copy or download it again."),
    "changed_while_reading": QT_TRANSLATE_NOOP("Wording", "The file changed while it was read. Try again."),
    "no_documents": QT_TRANSLATE_NOOP(
        "Wording", "There is no UBL invoice among these files. CSV files are imported one at a time."
    ),
}

BUNDLE_REFUSALS: Final[dict[str, str]] = {
    "not-a-bundle": QT_TRANSLATE_NOOP("Wording", "This is not a file of Cohong's records."),
    "header-damaged": QT_TRANSLATE_NOOP(
        "Wording", "The file is damaged at both ends and cannot be opened. Copy it again, or ask for another."
    ),
    "newer-version": QT_TRANSLATE_NOOP("Wording", "A later version of Cohong has made this file. Update this one."),
    "wrong-network": QT_TRANSLATE_NOOP("Wording", "This file is of another network."),
    "not-for-you": QT_TRANSLATE_NOOP("Wording", "This file was made for other members, and only they can open it."),
    "contents-form": QT_TRANSLATE_NOOP("Wording", "The file contradicts itself. Ask whoever made it for another."),
    "end-form": QT_TRANSLATE_NOOP("Wording", "The file contradicts itself. Ask whoever made it for another."),
    "not_found": QT_TRANSLATE_NOOP("Wording", "There is no such file or folder."),
    "not_a_file": QT_TRANSLATE_NOOP("Wording", "This is a folder or a device, not a file."),
    "permission": QT_TRANSLATE_NOOP("Wording", "You may not read or write there."),
    "no_space": QT_TRANSLATE_NOOP("Wording", "There is no room for the file."),
    "io_failed": QT_TRANSLATE_NOOP("Wording", "The disk or stick failed."),
    "hand-over": QT_TRANSLATE_NOOP("Wording", "This is no file of another device, or it is damaged."),
    "other-device": QT_TRANSLATE_NOOP("Wording", "This file hands the pen to another device of yours. Use it there."),
    "other-member": QT_TRANSLATE_NOOP("Wording", "This file is of another member or network."),
    "exists": QT_TRANSLATE_NOOP("Wording", "A file of that name is there already and was left as it is."),
    "entry-damaged": QT_TRANSLATE_NOOP(
        "Wording", "A record on this computer has been altered and is fetched again from the others. Try again later."
    ),
}

ROW_PROBLEMS: Final[dict[str, str]] = {
    "unclosed_quote": QT_TRANSLATE_NOOP("Wording", "A quotation mark is never closed"),
    "stray_quote": QT_TRANSLATE_NOOP("Wording", "Text after a closing quotation mark"),
    "wrong_cell_count": QT_TRANSLATE_NOOP("Wording", "More or fewer cells than the header"),
    "missing_value": QT_TRANSLATE_NOOP("Wording", "A value is missing"),
    "unreadable_text": QT_TRANSLATE_NOOP("Wording", "Characters that the file's encoding does not have"),
    "control_character": QT_TRANSLATE_NOOP("Wording", "A control character in the text"),
    "too_long": QT_TRANSLATE_NOOP("Wording", "The text is too long"),
    "not_a_date": QT_TRANSLATE_NOOP("Wording", "Not a date"),
    "impossible_date": QT_TRANSLATE_NOOP("Wording", "No such day"),
    "date_out_of_range": QT_TRANSLATE_NOOP("Wording", "Before 1970 or after 2100"),
    "bad_terms": QT_TRANSLATE_NOOP("Wording", "The days of credit make no sense"),
    "due_before_issued": QT_TRANSLATE_NOOP("Wording", "Due before it was issued"),
    "settled_before_issued": QT_TRANSLATE_NOOP("Wording", "Paid before it was issued"),
    "not_plain_number": QT_TRANSLATE_NOOP("Wording", "Not a plain amount"),
    "unknown_currency": QT_TRANSLATE_NOOP("Wording", "Not a currency code"),
    "ambiguous_currency": QT_TRANSLATE_NOOP("Wording", "¥ or $ alone does not say which currency"),
    "currency_mismatch": QT_TRANSLATE_NOOP("Wording", "The cell names another currency than the row"),
    "zero_amount": QT_TRANSLATE_NOOP("Wording", "The amount is zero"),
    "negative_amount": QT_TRANSLATE_NOOP("Wording", "The amount is negative"),
    "too_many_decimals": QT_TRANSLATE_NOOP("Wording", "More decimals than the currency has"),
    "too_large": QT_TRANSLATE_NOOP("Wording", "The amount is too large"),
    "conflicts_with_line": QT_TRANSLATE_NOOP("Wording", "An earlier line has this number with other terms"),
    "number_lacks_zeros": QT_TRANSLATE_NOOP("Wording", "Same as invoice {number} but for leading zeros"),
    "file_unreadable": QT_TRANSLATE_NOOP("Wording", "The file cannot be read. Copy it, or pack it without a password"),
    "not_ubl": QT_TRANSLATE_NOOP("Wording", "Not a UBL 2.1 invoice. Export it as UBL 2.1"),
    "xml_damaged": QT_TRANSLATE_NOOP("Wording", "The XML is damaged at this line. Export it again"),
    "xml_forbidden": QT_TRANSLATE_NOOP("Wording", "DOCTYPE and entities are never read. Export it without"),
    "document_too_large": QT_TRANSLATE_NOOP("Wording", "Over 32 MiB, or nested too deeply for an invoice"),
    "several_values": QT_TRANSLATE_NOOP("Wording", "There with different values. Enter this invoice by hand"),
    "credit_note": QT_TRANSLATE_NOOP("Wording", "A credit note is no new claim. Enter it by hand"),
    "corrected_invoice": QT_TRANSLATE_NOOP("Wording", "A corrected invoice. Correct the earlier one instead"),
    "pro_forma": QT_TRANSLATE_NOOP("Wording", "A pro forma invoice is no claim. Import the final one"),
    "zeros_and_terms_differ": QT_TRANSLATE_NOOP(
        "Wording", "Like invoice {number} but for leading zeros, with another amount or other dates"
    ),
}

ERRORS: Final[dict[ApiErrorCode, str]] = {
    ApiErrorCode.BAD_REQUEST: QT_TRANSLATE_NOOP("Wording", "That could not be understood. Nothing was changed."),
    ApiErrorCode.UNKNOWN_METHOD: QT_TRANSLATE_NOOP(
        "Wording", "The running node is another version than this window. Close both and start again."
    ),
    ApiErrorCode.LOCKED: QT_TRANSLATE_NOOP("Wording", "The profile is locked. Unlock it first."),
    ApiErrorCode.NO_PROFILE: QT_TRANSLATE_NOOP("Wording", "There is no profile here yet."),
    ApiErrorCode.PROFILE_EXISTS: QT_TRANSLATE_NOOP("Wording", "There is a profile here already. Nothing was changed."),
    ApiErrorCode.WRONG_PASSPHRASE: QT_TRANSLATE_NOOP(
        "Wording", "That passphrase does not open this profile. Check Caps Lock and your input method."
    ),
    ApiErrorCode.WRONG_WORDS: QT_TRANSLATE_NOOP(
        "Wording", "Those words do not fit. Check their order and spelling; all 24 are needed."
    ),
    ApiErrorCode.WEAK_PASSPHRASE: QT_TRANSLATE_NOOP(
        "Wording", "That passphrase is too easy to guess. Use at least 15 characters, or six random words."
    ),
    ApiErrorCode.PROFILE_DAMAGED: QT_TRANSLATE_NOOP(
        "Wording",
        "The profile's file is damaged. This is not about your passphrase. Restore a backup, or use your recovery "
        "words on a new profile; your records come back from the other members.",
    ),
    ApiErrorCode.NO_NETWORK: QT_TRANSLATE_NOOP("Wording", "This profile has not joined a network yet."),
    ApiErrorCode.NETWORK_EXISTS: QT_TRANSLATE_NOOP("Wording", "This profile already belongs to a network."),
    ApiErrorCode.BAD_INVITATION: QT_TRANSLATE_NOOP(
        "Wording", "That is not a whole invitation. Copy all of its text and paste it again."
    ),
    ApiErrorCode.NOT_A_FOUNDER: QT_TRANSLATE_NOOP(
        "Wording", "The invitation does not name you. Send your member ID to whoever created the network."
    ),
    ApiErrorCode.NOT_REACHED: QT_TRANSLATE_NOOP(
        "Wording", "None of the members that the invitation names could be reached. Try again with the same text."
    ),
    ApiErrorCode.NOT_CARRIED_ON: QT_TRANSLATE_NOOP(
        "Wording",
        "The network cannot be carried on so: its voters have agreed on no block yet, or a founder was no member when "
        "they did. Nothing has changed.",
    ),
    ApiErrorCode.BAD_ADDRESS: QT_TRANSLATE_NOOP("Wording", "That is not an address. Write it as host:port."),
    ApiErrorCode.UNKNOWN_MEMBER: QT_TRANSLATE_NOOP("Wording", "No member of this network has that ID."),
    ApiErrorCode.UNKNOWN_OBJECT: QT_TRANSLATE_NOOP("Wording", "This record is no longer here."),
    ApiErrorCode.UNKNOWN_ENTRY: QT_TRANSLATE_NOOP("Wording", "This entry is not on this computer."),
    ApiErrorCode.UNKNOWN_IMPORT: QT_TRANSLATE_NOOP("Wording", "This import is no longer here."),
    ApiErrorCode.UNKNOWN_BLOCK: QT_TRANSLATE_NOOP("Wording", "This block is not on this computer."),
    ApiErrorCode.UNKNOWN_DEVICE: QT_TRANSLATE_NOOP("Wording", "You have no such device any more."),
    ApiErrorCode.NOT_ANCHORED: QT_TRANSLATE_NOOP("Wording", "This record is not anchored yet."),
    ApiErrorCode.RULE: QT_TRANSLATE_NOOP("Wording", "The rules of the book do not allow this."),
    ApiErrorCode.WAITS_FOR_BLOCK: QT_TRANSLATE_NOOP(
        "Wording", "This waits for a charter block of today. One has been asked for: try again in a minute."
    ),
    ApiErrorCode.CATCHING_UP: QT_TRANSLATE_NOOP(
        "Wording",
        "Nothing is signed at the moment, so that nothing is signed twice. The bar at the foot of the window says why.",
    ),
    ApiErrorCode.CLOCK_WRONG: QT_TRANSLATE_NOOP(
        "Wording",
        "This computer's clock is off from most members' clocks. Nothing is signed until it is set right.",
    ),
    ApiErrorCode.QUOTA_USED_UP: QT_TRANSLATE_NOOP(
        "Wording",
        "You have written as much today as the charter lets one member write. Nothing was signed; it goes on at "
        "midnight UTC, or as soon as a charter block includes what you have written.",
    ),
    ApiErrorCode.PURPOSE_NEEDED: QT_TRANSLATE_NOOP(
        "Wording",
        "This is about a person, and nothing is shown before you have said what for. Open the report in Check: you are "
        "asked there, once a day.",
    ),
    ApiErrorCode.FILE_REFUSED: QT_TRANSLATE_NOOP("Wording", "This file cannot be imported."),
    ApiErrorCode.BUNDLE_REFUSED: QT_TRANSLATE_NOOP("Wording", "This file cannot be read or written."),
    ApiErrorCode.UNKNOWN_JOB: QT_TRANSLATE_NOOP("Wording", "This is no longer under way."),
    ApiErrorCode.NOT_UNDOABLE: QT_TRANSLATE_NOOP(
        "Wording", "Some of this import was sent already, so it cannot be undone as a whole."
    ),
    ApiErrorCode.DISK_FULL: QT_TRANSLATE_NOOP(
        "Wording", "The disk is full. Nothing was lost; free some space and try again."
    ),
    ApiErrorCode.PORT_IN_USE: QT_TRANSLATE_NOOP("Wording", "Another program uses the port for connections."),
    ApiErrorCode.PROFILE_IN_USE: QT_TRANSLATE_NOOP("Wording", "Another program has this profile open."),
    ApiErrorCode.OVERLOADED: QT_TRANSLATE_NOOP("Wording", "The node is busy. Try again in a moment."),
    ApiErrorCode.BAD_LINE: QT_TRANSLATE_NOOP("Wording", "That could not be understood. Nothing was changed."),
    ApiErrorCode.INTERNAL: QT_TRANSLATE_NOOP(
        "Wording", "The node met a fault of its own. It goes on; its log has the particulars."
    ),
}

INVITATION_ENDED: Final = "ended"
INVITATION_USED: Final = "used"
_INVITATION_ENDED: Final = QT_TRANSLATE_NOOP("Wording", "This invitation has ended. Ask whoever sent it for a new one.")
_INVITATION_USED: Final = QT_TRANSLATE_NOOP(
    "Wording",
    "This invitation has been used by somebody else. Ask for a new one, and use it in a new profile.",
)
_HERE_ONLY: Final = QT_TRANSLATE_NOOP(
    "Wording", "Some of your records are with no other member yet. Wait until somebody is connected."
)
_UNREACHABLE: Final = QT_TRANSLATE_NOOP("Wording", "The node does not answer. It is tried again by itself.")
_UNEXPECTED: Final = QT_TRANSLATE_NOOP(
    "Wording", "Something in this window failed. Your records are safe; the log has the particulars."
)


def state_text(state: str) -> str:
    """Return the word for an obligation's state."""
    return _worded(STATES, state)


def level_text(level: str) -> str:
    """Return the word for a level."""
    return _worded(LEVELS, level)


def level_meaning(level: str) -> str:
    """Return the sentence that says what a level means."""
    return _worded(LEVEL_MEANINGS, level)


def kind_text(kind: str) -> str:
    """Return what an entry of this kind did."""
    return _worded(KINDS, kind)


def action_text(kind: str) -> str:
    """Return the label of the button that writes a record of this kind."""
    return _worded(ACTIONS, kind)


def dispute_state_text(dispute: DisputeView) -> str:
    """Return how a dispute stands."""
    return _worded(DISPUTE_STATES, dispute.outcome if dispute.state == "closed" and dispute.outcome else dispute.state)


def correction_state_text(correction: CorrectionView) -> str:
    """Return how a correction stands."""
    is_in_effect = correction.unanswered_ms > 0 and correction.state == "proposed"
    return _worded(CORRECTION_STATES, "unanswered" if is_in_effect else correction.state)


def marks_text(marks: Iterable[str]) -> str:
    """Return the marks of a record that are said with it; empty if there are none."""
    return listed(_worded(MARKS, mark) for mark in marks if mark in MARKS)


def vote_text(vote: str) -> str:
    """Return the word for a vote."""
    return _worded(VOTES, vote)


def reason_text(reason: str) -> str:
    """Return the sentence for a reason of the book's rules."""
    return _worded(REASONS, reason)


def refusal_text(code: str) -> str:
    """Return the sentence for why the node will not write something."""
    return _worded(REFUSALS, code)


def why_text(why: str) -> str:
    """Return the sentence for why a peer is not connected."""
    return _worded(WHY_OFFLINE, why)


def import_state_text(state: str) -> str:
    """Return the word for the state of an import."""
    return _worded(IMPORT_STATES, state)


def file_refusal_text(code: str) -> str:
    """Return the sentence for why a whole file is refused."""
    return _worded(FILE_REFUSALS, code)


def row_problem_text(reason: str, number: str = "") -> str:
    """Return what is wrong with a row of a file; `number` is that of the invoice which it is like."""
    return _worded(ROW_PROBLEMS, reason).replace("{number}", peer_text(number, 40))


def error_text(error: ApiError | NodeUnreachable) -> str:
    """Return what happened, and where it helps what to do."""
    if isinstance(error, NodeUnreachable):
        return _say(_UNREACHABLE)
    if error.code is ApiErrorCode.RULE and error.detail == "here-only":
        return _say(_HERE_ONLY)
    if error.code is ApiErrorCode.RULE and error.detail in REASONS:
        return reason_text(error.detail)
    if error.code is ApiErrorCode.RULE and error.detail in REFUSALS:
        return refusal_text(error.detail)
    if error.code is ApiErrorCode.BAD_INVITATION and error.detail == INVITATION_ENDED:
        return _say(_INVITATION_ENDED)
    if error.code is ApiErrorCode.BAD_INVITATION and error.detail == INVITATION_USED:
        return _say(_INVITATION_USED)
    if error.code is ApiErrorCode.FILE_REFUSED and error.detail in FILE_REFUSALS:
        return file_refusal_text(error.detail)
    if error.code is ApiErrorCode.BUNDLE_REFUSED and error.detail in BUNDLE_REFUSALS:
        return _worded(BUNDLE_REFUSALS, error.detail)
    return _say(ERRORS[error.code])


def unexpected_text() -> str:
    """Return the sentence for a fault of the window itself."""
    return _say(_UNEXPECTED)


def _worded(table: Mapping[str, str], code: str) -> str:
    source = table.get(code)
    return _say(source) if source else code


def _say(source: str) -> str:
    return QCoreApplication.translate("Wording", source)
