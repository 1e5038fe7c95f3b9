"""Sentences in English for the codes of the node: what happened, where, and what to do about it.

The codes are those of `cohong.api.errors`, of the book's reasons and of `cohong.importing`; a code
without a sentence is shown as it is, so a newer node is still understood.
"""

import json
import os
import shlex
from collections.abc import Mapping
from typing import Final

from cohong.api.endpoint import default_profile_dir
from cohong.api.errors import ApiError, ApiErrorCode, ExitCode
from cohong.api.views import CheatView, ForkView
from cohong.cli.node_client import NodeNotReachableError
from cohong.cli.output import moment, short_id

ERRORS: Final[dict[ApiErrorCode, str]] = {
    ApiErrorCode.BAD_REQUEST: "The request does not fit what the node expects: {detail}.",
    ApiErrorCode.UNKNOWN_METHOD: "The node has no request called {detail}. Node and client may be of different "
    "versions: restart the node with `cohong node stop` and `cohong node run`.",
    ApiErrorCode.LOCKED: "The profile is locked. Unlock it with `cohong profile unlock`.",
    ApiErrorCode.NO_PROFILE: "There is no profile here yet. Make one with `cohong profile create`.",
    ApiErrorCode.PROFILE_EXISTS: "There is a profile here already, and it was left as it is. "
    "Choose another folder with --profile.",
    ApiErrorCode.WRONG_PASSPHRASE: "That passphrase does not open this profile. Try again, or use the "
    "recovery words: `cohong profile unlock --words`.",
    ApiErrorCode.WRONG_WORDS: "These are not the recovery words of this profile. Check their spelling and order.",
    ApiErrorCode.WEAK_PASSPHRASE: "The passphrase is too easy to guess. Use at least 15 characters, for "
    "instance several words that have nothing to do with one another.",
    ApiErrorCode.PROFILE_DAMAGED: "The profile's files are damaged ({detail}); the passphrase is not the "
    "matter. Keep a copy of the folder, and restore from a backup, or from the recovery words and a peer.",
    ApiErrorCode.NO_NETWORK: "This profile belongs to no network yet. Use `cohong network create` or "
    "`cohong network join`.",
    ApiErrorCode.NETWORK_EXISTS: "This profile belongs to a network already. Another one needs another "
    "profile: choose its folder with --profile.",
    ApiErrorCode.BAD_INVITATION: "That is not a whole invitation. Copy it again, from its first to its last sign.",
    ApiErrorCode.NOT_A_FOUNDER: "The invitation's network does not list this member. Send your member id "
    "(`cohong profile show`) to whoever founds it.",
    ApiErrorCode.NOT_REACHED: "None of the members that the invitation names could be reached. See that this machine "
    "is online and try again with the same text; or ask for a new invitation with other addresses.",
    ApiErrorCode.NOT_CARRIED_ON: "The network can't be carried on so ({detail}). `block`: no block has been agreed on "
    "yet, or this node does not hold the one named as final. An id: whoever has it is no member as of that block. "
    "Nothing has changed.",
    ApiErrorCode.BAD_ADDRESS: "Not an address: {detail}. Give HOST:PORT, for instance 203.0.113.7:4001.",
    ApiErrorCode.UNKNOWN_MEMBER: "No member of this network has the id {detail}. `cohong members` lists them.",
    ApiErrorCode.UNKNOWN_OBJECT: "This node has no obligation {detail}. It may not have arrived yet: see "
    "`cohong sync`.",
    ApiErrorCode.UNKNOWN_ENTRY: "This node has no entry {detail}. It may not have arrived yet: see `cohong sync`.",
    ApiErrorCode.UNKNOWN_IMPORT: "There is no import {detail}. `cohong import list` shows them.",
    ApiErrorCode.UNKNOWN_BLOCK: "This node has no final block {detail}. `cohong chain` tells how far the chain is.",
    ApiErrorCode.UNKNOWN_DEVICE: "You have no device of that name or key ({detail}). `cohong device list` shows them.",
    ApiErrorCode.NOT_ANCHORED: "There is no receipt of it: no block anchors a record while it is {detail}.",
    ApiErrorCode.WAITS_FOR_BLOCK: "Waiting for a charter block dated after {detail}; asked for one, try again in a "
    "minute. Nothing was signed.",
    ApiErrorCode.CATCHING_UP: "Nothing is signed at the moment, so that nothing is signed twice ({detail}): "
    "`cohong node status` says why, and what it waits for.",
    ApiErrorCode.CLOCK_WRONG: "This machine's clock is {detail}: over two minutes off from most members' clocks. "
    "Nothing is signed until it is set right: see `cohong node status`.",
    ApiErrorCode.QUOTA_USED_UP: "The charter lets one member write only so much in a day, and today's part is used up. "
    "Nothing was signed. Writing goes on {detail}, or as soon as a charter block includes what is written.",
    ApiErrorCode.PURPOSE_NEEDED: "That is a person, and what a person is looked up for is asked once a day: "
    "`cohong check report {detail} --purpose terms` (or review, guarantee, purchase, audit). It is noted on this "
    "machine only: `cohong lookups list`. Nothing was shown.",
    ApiErrorCode.UNKNOWN_JOB: "There is nothing under way called {detail}; the node forgets it when it stops.",
    ApiErrorCode.NOT_UNDOABLE: "Something of this import has been sent, so it can't be taken back. "
    "Nothing was removed.",
    ApiErrorCode.DISK_FULL: "The disk is full. Nothing was signed or lost; make room and try again.",
    ApiErrorCode.PORT_IN_USE: "Another program listens on {detail}. Choose another port with --listen.",
    ApiErrorCode.PROFILE_IN_USE: "Another node serves this profile already. Use that one, or stop it with "
    "`cohong node stop`.",
    ApiErrorCode.OVERLOADED: "The node has too much to do at the moment ({detail}). Try again in a few seconds.",
    ApiErrorCode.BAD_LINE: "The node could not read the request ({detail}). Node and client may be of "
    "different versions.",
    ApiErrorCode.INTERNAL: "Something went wrong inside the node ({detail}); its log has the particulars. "
    "Nothing needs to be undone.",
}

REASONS: Final[dict[str, str]] = {
    "malformed": "a field is missing, unknown, or out of form",
    "names-refused": "it rests on a record that the voters rejected",
    "wrong-names": "it does not name the records that it must rest on",
    "not-a-member": "somebody named in it is no member of this network",
    "not-a-party": "you, or whom you ask, are not among those whom this concerns",
    "same-party": "both sides of it are the same member",
    "currency": "the network's charter does not allow this currency",
    "dates": "its days are in an impossible order",
    "already-moved": "you have moved this version of the obligation already",
    "not-controller": "it is the other party that may do this now",
    "wrong-state": "the obligation is not in a state in which this can happen",
    "not-debtor": "only the debtor may do this",
    "expired": "the last day of the proposal or consent that it rests on has passed",
    "exceeds-outstanding": "the amount is more than what is outstanding",
    "exceeds-written-off": "the amount is more than what was written off",
    "in-future": "the value date is after today",
    "not-agreed": "the other side's consent is missing, or is for other figures or for an earlier version",
    "nothing-new": "amount and due day are what they have been",
    "amount": "the new amount must be above what is paid, written off or sold, and not above the present one",
    "not-assignable": "its terms do not allow it to be sold",
    "exceeds-cover": "the amount is more than is left of the guarantee, or than was called",
    "answered": "that call or claim has been answered already",
    "not-the-rule": "the pool's rule gives another sum, or other shares of it",
    "locked": "it takes part in a netting round that has not ended",
    "not-nettable": "its terms do not allow it to be set off",
    "out-of-scope": "it is of another currency or debtor than is covered or netted here, or due too late",
    "not-balanced": "somebody would owe or be owed more or less on balance than before",
    "not-optimal": "more could be set off among these obligations",
    "wrong-head": "the debtor's newest records have not been read; try again in a moment",
    "no-notice": "a default takes a notice (`record notice`) that a block has included 14 days before",
    "too-early": "a default takes a block dated 60 days after the due day and the days of grace",
    "disputed": "the debtor disputes it, and that is open",
    "not-yet": "the record that it rests on is not confirmed yet; try again in a moment",
    "no-effect": "it would change nothing as things stand",
    "no-reason": "a motion needs a reason: the voters decide by it",
    "already-put": "the same question is before the voters already",
    "not-a-voter": "only voters vote on motions, and you have no vote",
    "already-voted": "you have voted on it, and a vote cannot be taken back",
    "motion-ended": "the motion is over",
    "refused": "you are no member: your invitation has been used by somebody else",
    "observer": "you observe this network: you read along and write nothing",
    "asked": "you are no member yet: the voters have not let you in so far",
    "gone": "you are no member any more",
    "here-only": "some of your records are with no other member yet; wait until somebody is connected",
    "asked-elsewhere": "this profile has asked to join another network; use another profile",
    "taken-twice": "another device has taken the pen with the same file before",
    "pending": "an earlier record of yours about it is still being voted on; try again in a moment",
}
"""Why the book's rules refuse a record."""

REFUSED_FILES: Final[dict[str, str]] = {
    "not_found": "There is no file of that name.",
    "not_a_file": "That is a folder or a device, not a file.",
    "permission": "You are not allowed to read it.",
    "read_failed": "The disk or the network share failed while it was read.",
    "empty": "The file is empty.",
    "not_csv": "It is neither a CSV file nor a UBL invoice. Save it as one of them in the program that made it.",
    "too_large": "It is too large. Split it, for instance by month.",
    "too_many_columns": "It has too many columns to be a list of invoices.",
    "too_many_rows": "It has too many rows. Split it, for instance by month.",
    "line_too_long": "One of its lines is too long; a quote may be missing at the end of a cell.",
    "no_column": "A column that is needed was not recognised. Name it with --column FIELD=HEADER.",
    "no_such_column": "It has no column of the name that --column gives.",
    "bad_option": "One of the options has a value that no file could fit.",
    "unreadable_encoding": "Its characters can't be read. Say how it is encoded with --encoding.",
    "gzip_damaged": "The compressed file is damaged. Fetch it again.",
    "changed_while_reading": "It changed while it was read. Wait until it is complete.",
    "no_documents": "There is no UBL 2.1 invoice among these files. CSV files are imported one at a time.",
    "interrupted": "The node was stopped in the middle. What was read is there; import the file again for the rest.",
}

REFUSED_BUNDLES: Final[dict[str, str]] = {
    "not-a-bundle": "It is no bundle of Cohong.",
    "header-damaged": "Its beginning and its end are damaged or were cut off, and without them nothing can be opened. "
    "Copy it again, or ask for another.",
    "newer-version": "A later version of Cohong has made it. Update this one.",
    "wrong-network": "It is of another network.",
    "not-for-you": "It was made for other members, and only they can open it.",
    "contents-form": "What it says of itself is out of form. Ask its maker for another.",
    "end-form": "Its end is out of form. Ask its maker for another.",
    "not_found": "There is no such file or folder.",
    "not_a_file": "That is a folder or a device, not a file.",
    "permission": "You are not allowed to read or write it there.",
    "no_space": "There is no room for it.",
    "io_failed": "The disk or stick failed.",
    "hand-over": "It is no file of another device, or it is damaged.",
    "other-device": "It hands the pen to another device of yours; use it there.",
    "other-member": "It is of another member or network.",
    "exists": "A file of that name is there already and was left as it is. Name another, or use --replace.",
    "entry-damaged": "A record on this computer has been altered and is fetched again from the others. "
    "Try again later.",
}
"""Why a bundle was not read or written."""

PROBLEMS: Final[dict[str, str]] = {
    "unclosed_quote": "a quote is opened and never closed",
    "stray_quote": "text goes on after a closing quote",
    "wrong_cell_count": "more or fewer cells than the header",
    "missing_value": "a needed value is missing",
    "unreadable_text": "characters that can't be read",
    "control_character": "a control character",
    "too_long": "the text is too long",
    "not_a_date": "not a date",
    "impossible_date": "no such day, or day and month swapped",
    "date_out_of_range": "the date is before 1970 or after 2100",
    "bad_terms": "the days of credit are not a whole number",
    "due_before_issued": "due before it was issued",
    "settled_before_issued": "settled before it was issued",
    "not_plain_number": "not a plain amount",
    "unknown_currency": "not a currency",
    "ambiguous_currency": "the sign could mean several currencies",
    "currency_mismatch": "amount and currency column disagree",
    "zero_amount": "the amount is zero",
    "negative_amount": "the amount is negative",
    "too_many_decimals": "more decimals than the currency has",
    "too_large": "the amount is too large",
    "conflicts_with_line": "the same number as an earlier line, with other terms",
    "number_lacks_zeros": "same as invoice {number} but for leading zeros",
    "zeros_and_terms_differ": "like invoice {number} but for leading zeros, with another amount or other dates",
    "file_unreadable": "the file can't be read: see its permissions, or pack the archive anew without a password",
    "not_ubl": "no UBL 2.1 invoice; take it out, or export it as UBL 2.1",
    "xml_damaged": "the XML breaks off or is malformed at this line; export it again",
    "xml_forbidden": "it has a document type or entities, which are never read; export it without",
    "document_too_large": "larger than 32 MiB or nested too deeply for an invoice",
    "several_values": "there with different values; only one can hold. Enter this invoice by hand",
    "credit_note": "a credit note; it is no new claim. Enter a receipt or correction by hand",
    "corrected_invoice": "a corrected invoice; correct the earlier one instead",
    "pro_forma": "a pro forma invoice is no claim; import the final one",
    "other_seller": "the seller is another member; only they can enter it",
    "own_purchase": "this customer is you; the seller enters it, and you accept it",
    "payment_unmatched": "no invoice number in it, and no single open invoice of that member with this amount",
    "payment_ambiguous": "it could be for more than one invoice ({number}); record it by hand",
    "overpayment": "more than is left of invoice {number}; record by hand what is for it",
    "invoice_not_open": "nothing is left of invoice {number}",
    "invoice_in_other_currency": "invoice {number} is in another currency",
    "invoice_of_other_party": "invoice {number} is with another member than the file says",
    "payment_recorded": "a payment of this day and amount is recorded for invoice {number} already, by hand",
    "payment_refused": "the rules of the book refuse it: {number}",
    "unknown_counterparty": "nobody in the network is known by this name or number",
    "conflicts_with_record": "a record with this number and other terms exists already",
    "currency_not_allowed": "the network's charter does not allow this currency",
    "refused_by_rules": "the rules of the book refuse it",
}

ASSUMPTIONS: Final[dict[str, str]] = {
    "due_by_default_terms": "rows without a due date are due after the usual terms",
    "due_by_terms": "rows without a due date are due by their terms",
    "currency_unknown": "no currency is named; an import needs --currency",
    "date_order": "the order of day and month can't be told from the file",
    "date_order_conflict": "some dates have day and month the other way round",
    "two_digit_years": "years of two digits: 70 to 99 are 19xx, 00 to 69 are 20xx",
    "decimal_mark": "the decimal mark can't be told from the file",
    "decimal_mark_conflict": "some amounts have another decimal mark",
    "encoding": "the encoding is a guess",
    "encoding_damaged": "some characters can't be read in this encoding",
    "customer_by_name": "customers are told apart by name, since there is no code",
    "counterparty_is_seller": "the other party is the seller: this is what you owe",
    "sellers": "the documents are by these sellers; they go in as owed to you",
    "numbers_may_lack_zeros": "a spreadsheet may have removed leading zeros of invoice numbers",
}
"""What was taken for granted about a file, and should be looked at before an import."""

BAD_INVITATIONS: Final[dict[str, str]] = {
    "ended": "That invitation has ended. Ask whoever sent it for a new one.",
    "used": "This invitation has been used by somebody else. Ask for a new one, and use it in a new profile.",
}

NOT_REACHABLE: Final[dict[str, str]] = {
    "no-node": "No node runs for the profile {detail}. Start one with `cohong node run{flag}`.",
    "not-ours": "The socket of this profile belongs to another user ({detail}). Nothing was sent to it.",
    "gone": "The node went away while it was asked. See `cohong node status`.",
    "timeout": "The node does not answer. Stop it and start it again.",
    "not-a-node": "What answers on the profile's socket is no node ({detail}).",
}


def error_sentence(error: ApiError) -> str:
    """Return what to tell a person whose request was refused."""
    if error.code is ApiErrorCode.RULE:
        return f"The rules of the book refuse this record: {worded(REASONS, error.detail)}. Nothing was signed."
    if error.code is ApiErrorCode.FILE_REFUSED:
        return f"The file was not imported. {worded(REFUSED_FILES, refusal_code(error.detail))}"
    if error.code is ApiErrorCode.NOT_ANCHORED and error.detail.isdecimal():
        return (
            f"It is not anchored yet: the next block is due {moment(int(error.detail))}, or at once with `chain ask`."
        )
    if error.code is ApiErrorCode.BAD_INVITATION and error.detail in BAD_INVITATIONS:
        return BAD_INVITATIONS[error.detail]
    if error.code in (ApiErrorCode.QUOTA_USED_UP, ApiErrorCode.WAITS_FOR_BLOCK) and error.detail.isdecimal():
        return ERRORS[error.code].format(detail=moment(int(error.detail)))
    if error.code is ApiErrorCode.BUNDLE_REFUSED:
        return worded(REFUSED_BUNDLES, error.detail)
    return ERRORS[error.code].format(detail=error.detail or "–")


def not_reachable_sentence(error: NodeNotReachableError) -> str:
    """Return what to tell a person whose node does not answer."""
    return NOT_REACHABLE[error.reason].format(detail=error.detail, flag=profile_flag(error.detail))


def profile_flag(profile_dir: str) -> str:
    """Return what a command takes besides to be about this profile; nothing for the one that is meant anyhow."""
    return f" --profile {shlex.quote(profile_dir)}" if profile_dir != os.fspath(default_profile_dir()) else ""


def refusal_code(detail: str) -> str:
    """Return the code out of a refusal's detail: the code alone, or a JSON object with figures beside it."""
    try:
        found = json.loads(detail)
    except ValueError:
        return detail
    return str(found.get("code", detail)) if isinstance(found, dict) else detail


def worded(table: Mapping[str, str], code: str) -> str:
    """Return the words for a code; a code followed by a colon and particulars keeps them."""
    word, _, particulars = code.partition(":")
    known = table.get(word)
    if known is None:
        return code
    return f"{known} ({particulars.strip()})" if particulars else known


def promise_of(voters: int, final: str) -> str:
    """Return what so few voters cannot promise, in plain words; empty from four on."""
    if voters == 1:
        return "One voter: its own word, that nobody checks."
    if voters == 2:
        return "Two voters: each can stop everything, and a lost key ends the network."
    if voters == 3 and final == "two-thirds":
        return "Three voters: while one is away, nothing becomes final."
    if final == "majority":
        return "Final at a majority: one voter that signs both ways can break it, and is named for it."
    return ""


def fork_state(fork: ForkView) -> str:
    """Return what has become of a fork."""
    match fork.state:
        case "open":
            return "open: no voter signs what it wrote from there on; `cohong motion branch` asks which branch stands"
        case "expelled":
            return "its author is no member any more"
        case state:
            how = "ruled" if state == "ruled" else "settled by a block"
            return f"{how}: {f'the branch of {short_id(fork.stands)} stands' if fork.stands else 'no branch stands'}"


def cheat_sentence(cheat: CheatView) -> str:
    """Return who has signed both ways, and on what."""
    who, author = cheat.name or short_id(cheat.voter), cheat.author_name or short_id(cheat.author)
    match cheat.how:
        case "branches":
            return f"{who} signed for two branches of {author}'s feed at {cheat.seq}"
        case "record":
            return f"{who} signed for and against {author}'s record {short_id(cheat.record)}"
        case _:
            return f"{who} signed both ways in the agreement on a block"


def problem_words(reason: str, number: str) -> str:
    """Return what is wrong with a row of a file; `number` is that of the invoice which it is like."""
    words = worded(REASONS, number) if reason == "payment_refused" else number
    return worded(PROBLEMS, reason).replace("{number}", words)


def stop_words(error: str, detail: str) -> str:
    """Return why an import ended early."""
    if error == "cancelled":
        return "by you. What was recorded stays; import the file again for the rest."
    known = {code.value for code in ApiErrorCode}
    return error_sentence(ApiError(ApiErrorCode(error), detail)) if error in known else error


def exit_code_of(error: ApiError) -> ExitCode:
    """Return how a command ends that was refused."""
    if error.code in (ApiErrorCode.BAD_REQUEST, ApiErrorCode.UNKNOWN_METHOD, ApiErrorCode.BAD_ADDRESS):
        return ExitCode.USED_WRONGLY
    return ExitCode.REFUSED
