"""The profile of this node, as a client sees it."""

from typing import Literal

from cohong.api.views.base import View


class ProfileStatus(View, frozen=True):
    """The profile that a node serves.

    Attributes:
        state: `none` (nothing created yet), `locked`, `unlocked`, or `failed` (opened, but the ledger is
            damaged).
        member: the member id, known only when unlocked.
        name: what the member calls itself, for the unlock screen; kept in clear beside the slots.
        addresses: where others reach the node ("host:port"), as far as it knows; only when unlocked.
        failed_tries: wrong passphrases since the node started.
    """

    state: Literal["none", "locked", "unlocked", "failed"]
    name: str = ""
    member: str = ""
    addresses: list[str] = []
    failed_tries: int = 0


class NewProfile(View, frozen=True):
    """A profile just created: the words are shown once and kept nowhere in clear.

    Attributes:
        addresses: as in ProfileStatus.
    """

    member: str
    words: list[str]
    addresses: list[str] = []


class PenView(View, frozen=True):
    """Why nothing is signed, where that is so.

    Attributes:
        why: empty for nothing, else
            `restored`: the profile does not match what this computer wrote last;
            `claim`: others show own records that are not here;
            `copy`: another run of this profile is alive, as `through` has proved;
            `elsewhere`: a record has come in through `through` that this run did not sign;
            `rival`: what was signed here and never sent, from `rival` on, does not follow from what others hold;
            `damaged`: an own record is damaged here;
            `handed-over`: the pen was given to another device; `taking-over`: it comes from one;
            `taken-twice`: it was taken with a file that another device had used before;
            `reads-along`: this device has never had the member's key;
            `other-chain`: what the others hold is not the chain of whoever has invited this member.
        through: name of the member, or the beginning of its id.
        held: own entries that are here. `written`: how many this computer had written last, by its own note outside the
            profile; -1 where there is no such note. `shown`: how many others show.
        heard: voters that hold no more than what is here, of `needed`; `missing` are the others' names.
        can_override: whether `profile.sign_anyway` would help.
        is_overridden: whether that was asked for since the node started.
    """

    why: Literal[
        "", "restored", "claim", "copy", "elsewhere", "rival", "damaged", "handed-over", "taking-over", "taken-twice",
        "reads-along", "other-chain",
    ] = ""  # fmt: skip
    through: str = ""
    held: int = 0
    written: int = -1
    shown: int = 0
    rival: int = 0
    heard: int = 0
    needed: int = 0
    missing: list[str] = []
    can_override: bool = False
    is_overridden: bool = False


class DeviceView(View, frozen=True):
    """A device of the member that reads along, or may.

    Attributes:
        is_this: whether it is the one that answers.
        connected: whether it has a link with the one that answers.
        is_member: whether it is a member of its own; `is_linked`: whether that one says so too.
    """

    key: str
    name: str
    is_this: bool = False
    connected: bool = False
    is_member: bool = False
    is_linked: bool = False
