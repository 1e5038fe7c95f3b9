"""Devices of one member, and the pen that goes between them."""

from cohong.api.requests.base import Params


class HandOverFile(Params, frozen=True):
    """Give the pen to another device by a file.

    Attributes:
        path: of the file, which is made.
        passphrase: of the profile.
        device: key, or name, of the one device that may take it; empty for a new one.
    """

    path: str
    passphrase: str
    device: str = ""


class UseFile(Params, frozen=True):
    """Set this device up from a file that another one of the member has made, or take the pen with it.

    Attributes:
        path: of the file, which is used up.
        passphrase: of the profile that made it.
    """

    path: str
    passphrase: str


class MakeDevice(Params, frozen=True):
    """Let a device read along, and make the file that sets it up.

    Attributes:
        name: of the device; the members can read it.
    """

    path: str
    name: str


class LinkDevice(Params, frozen=True):
    """Name another member as a device of this one; the two are linked once it does so too."""

    member: str
    name: str


class OfDevice(Params, frozen=True):
    """Name one of the member's devices, by its key or its name."""

    device: str
