"""The profile, and where its node is reached."""

from cohong.api.requests.base import Params


class CreateProfile(Params, frozen=True):
    """Make a new profile and unlock it. `words` restores an earlier key; without them a new one is made.

    `name` is told to the members as soon as the node is in a network: a `profile.set` record that it writes by itself.
    """

    passphrase: str
    name: str = ""
    words: list[str] = []


class Unlock(Params, frozen=True):
    """Open the profile with its passphrase, or with its 24 words."""

    passphrase: str = ""
    words: list[str] = []


class RenameProfile(Params, frozen=True):
    """Change what the member calls itself; the others are told by a record of its own."""

    name: str


class SetReach(Params, frozen=True):
    """Choose how this node reaches others; it holds from now on.

    Attributes:
        proxy: `socks5://HOST:PORT`, with `USER:PASSWORD@` where it wants a login; empty for none.
        discovery: whether to look for members' nodes in the local network. Never done with a proxy.
    """

    proxy: str = ""
    discovery: bool = True


class ChangePassphrase(Params, frozen=True):
    """Rewrite the passphrase slot."""

    old: str
    new: str


class SignAnyway(Params, frozen=True):
    """Sign although something speaks against it, until the node stops.

    Attributes:
        why: what the user has been warned of, as `node.status` gave it (`pen.why`); refused if it is another by now.
    """

    why: str
