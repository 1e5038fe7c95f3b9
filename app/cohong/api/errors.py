"""Codes of what the node refuses. Clients word them; `detail` names the thing and is no sentence."""

from enum import IntEnum, StrEnum
from typing import Final


class ApiErrorCode(StrEnum):
    """Why a request was refused."""

    BAD_REQUEST = "bad-request"
    """Not JSON-RPC, or parameters that do not fit the method."""
    UNKNOWN_METHOD = "unknown-method"
    LOCKED = "locked"
    """The profile must be unlocked first."""
    NO_PROFILE = "no-profile"
    PROFILE_EXISTS = "profile-exists"
    WRONG_PASSPHRASE = "wrong-passphrase"
    WRONG_WORDS = "wrong-words"
    WEAK_PASSPHRASE = "weak-passphrase"
    PROFILE_DAMAGED = "profile-damaged"
    """The slots or the ledger are damaged: not a matter of the passphrase."""
    NO_NETWORK = "no-network"
    NETWORK_EXISTS = "network-exists"
    BAD_INVITATION = "bad-invitation"
    NOT_A_FOUNDER = "not-a-founder"
    """The invitation's roster does not have this member."""
    NOT_CARRIED_ON = "not-carried-on"
    """The network can't be taken over so; `detail`: `block` (no block has been agreed on, or it is not final here), or
    the id of somebody who is no member as of that block."""
    NOT_REACHED = "not-reached"
    """None of the members that an invitation names answered."""
    BAD_ADDRESS = "bad-address"
    UNKNOWN_MEMBER = "unknown-member"
    UNKNOWN_OBJECT = "unknown-object"
    UNKNOWN_ENTRY = "unknown-entry"
    UNKNOWN_IMPORT = "unknown-import"
    UNKNOWN_BLOCK = "unknown-block"
    UNKNOWN_DEVICE = "unknown-device"
    NOT_ANCHORED = "not-anchored"
    """`detail` is when the next block is due, in milliseconds, or the level of a record that none will anchor as it
    stands."""
    RULE = "rule"
    """The book's rules refuse the record; `detail` is the reason code of `cohong.book.reasons`."""
    WAITS_FOR_BLOCK = "waits-for-block"
    """The rules go by the date of the newest block, which is too old; another one has been asked for. `detail` is the
    moment after which it must be dated, in milliseconds."""
    CATCHING_UP = "catching-up"
    CLOCK_WRONG = "clock-wrong"
    """This machine's clock is off from most members' clocks: `detail` is `fast` or `slow`."""
    QUOTA_USED_UP = "quota-used-up"
    """The charter lets a member write no more today; `detail` is when it may go on at the latest, in milliseconds."""
    PURPOSE_NEEDED = "purpose-needed"
    """The report is about a person, and nobody has said today what it is read for: `consent.read` says so. `detail` is
    the member's id."""
    FILE_REFUSED = "file-refused"
    """`detail` is the refusal code of `cohong.importing`."""
    BUNDLE_REFUSED = "bundle-refused"
    """`detail` is a code: of `cohong.bundle` (docs/bundles.md), of the file system, or `exists`."""
    UNKNOWN_JOB = "unknown-job"
    NOT_UNDOABLE = "not-undoable"
    """Something of the import was sent."""
    DISK_FULL = "disk-full"
    PORT_IN_USE = "port-in-use"
    PROFILE_IN_USE = "profile-in-use"
    OVERLOADED = "overloaded"
    BAD_LINE = "bad-line"
    """The line is not JSON, not JSON-RPC 2.0, a batch, or too long; `detail` says which."""
    INTERNAL = "internal"
    """A fault in the node itself: its log has the particulars, and the node goes on."""


JSON_RPC_NUMBER: Final = {
    ApiErrorCode.BAD_LINE: -32600,
    ApiErrorCode.UNKNOWN_METHOD: -32601,
    ApiErrorCode.BAD_REQUEST: -32602,
    ApiErrorCode.INTERNAL: -32603,
}
"""JSON-RPC's own numbers; what is no JSON is -32700. Other codes go out as -32000, the word in `data`."""


class ApiError(Exception):
    """A request refused. Nothing of it was carried out."""

    def __init__(self, code: ApiErrorCode, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail


class ExitCode(IntEnum):
    """How a command of the shell ends."""

    DONE = 0
    REFUSED = 1
    USED_WRONGLY = 2
    NODE_NOT_REACHABLE = 3
