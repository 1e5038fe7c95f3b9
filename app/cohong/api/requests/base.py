"""What several requests share."""

import msgspec


class Params(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of all requests."""


class NoParams(Params, frozen=True):
    """For methods that take none."""


class OfObject(Params, frozen=True):
    """Names an obligation, a guarantee or a pool."""

    object: str


class OfEntry(Params, frozen=True):
    """Names an entry."""

    entry: str


class OfHeight(Params, frozen=True):
    """Names a block of the charter chain; -1 means the newest."""

    height: int = -1


class OfMember(Params, frozen=True):
    """Names a member."""

    member: str


class OfJob(Params, frozen=True):
    """Names something under way."""

    id: str
