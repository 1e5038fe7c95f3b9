"""Bundles: records on a stick."""

from typing import Literal

from cohong.api.views.base import View


class BundleFeed(View, frozen=True):
    """The part of one feed that a bundle holds.

    Attributes:
        fresh: how many of its places are beyond what this node holds of the feed.
    """

    member: str
    first_seq: int
    last_seq: int
    name: str = ""
    fresh: int = 0


class BundleReader(View, frozen=True):
    """Somebody whom a bundle was made for."""

    member: str
    name: str = ""


class BundleContents(View, frozen=True):
    """A bundle, looked at.

    Attributes:
        is_member: whether this node knows its maker as a member. What is in it proves itself either way.
        size: of the file, in bytes.
        for_me: whether this member can open it; if not, `feeds`, `entries` and `proofs` are not known.
        entries, proofs: by its maker's word.
        parts: how many it has; as many as are seen where its end is missing.
        damaged: numbers of parts that are damaged or missing, at most 1,000; none of the others suffers from it.
        whole: whether all parts and the end are there.
    """

    id: str
    maker: str
    is_member: bool
    made_ms: int
    size: int
    readers: list[BundleReader]
    for_me: bool
    parts: int
    whole: bool
    maker_name: str = ""
    feeds: list[BundleFeed] = []
    entries: int = 0
    proofs: int = 0
    damaged: list[int] = []


class BundleStatus(View, frozen=True):
    """An export or import of a bundle, running or done. Known until the node stops.

    Attributes:
        file: path.
        size, size_done: bytes of the file, and how many of them have been read.
        entries: how many there are to write or to take in, by the bundle's word.
        done: how many of them have been dealt with.
        known, fresh, waiting, refused: of an import, what has become of them: here before; new; in memory until what
            they point to comes (they are lost when the node stops: import again after the bundle they need); no part
            of any feed.
        damaged: numbers of parts that could not be read, at most 1,000.
        whole: whether all parts and the end were there.
        error: code of what stopped it.
    """

    id: str
    doing: Literal["export", "import"]
    state: Literal["running", "done", "cancelled", "failed"]
    file: str
    bundle: str = ""
    maker: str = ""
    size: int = 0
    size_done: int = 0
    entries: int = 0
    done: int = 0
    parts: int = 0
    known: int = 0
    fresh: int = 0
    waiting: int = 0
    refused: int = 0
    blocks: int = 0
    proofs: int = 0
    damaged: list[int] = []
    whole: bool = False
    started_ms: int = 0
    took_ms: int = 0
    error: str = ""
    detail: str = ""
