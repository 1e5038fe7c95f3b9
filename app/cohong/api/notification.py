"""What a node tells its clients of its own accord."""

from typing import Any

import msgspec


class Notification(msgspec.Struct, frozen=True, kw_only=True):
    """Something changed. Numbered from 1 for the life of a node; sent after the change is durable.

    Attributes:
        number: what to ask for after a reconnect (`node.subscribe` with `after`). Numbers grow; `book`
            notices in quick succession are merged, so some numbers are never seen.
        topic: `book` (objects: hex ids of obligations that changed, at most 200; empty means many), `members`,
            `motions` (a motion, vote, invitation or join came), `charter` (a block has become final), `peers`, `drafts`
            (`sent` and `left` in `value` once what was held has gone), `import` (one ImportStatus in `value`),
            `bundle` (one BundleStatus), `export` (one ExportStatus), `audit` (one AuditStatus), `network`, `fork`,
            `profile`, `search` (more members can be found by name), `watch` (the watch list or an own limit), `damage`,
            `resync` (notices were missed: read anew what is shown).
    """

    number: int
    topic: str
    objects: list[str] = []
    value: dict[str, Any] = {}
