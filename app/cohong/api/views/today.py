"""What today asks of this member."""

from __future__ import annotations

from cohong.api.views.base import View


class Today(View, frozen=True):
    """How much of each there is; as of a day.

    Attributes:
        changed, due: members on the watch list who have changed since they were looked at; who are to be reviewed.
        motions, drafts, to_send: as in `node.status`.
        proposals: of obligations by others, which this member may accept or decline and has not.
        disputes: open ones of others about obligations, which concern this member and which it has not answered.
        corrections: asked of this member about obligations, not answered, and in time still.
        corrections_by_ms: until when the first of them is to be answered; 0 while none is included by a block, with
            which the time begins.
    """

    as_of: str
    changed: int = 0
    due: int = 0
    motions: int = 0
    drafts: int = 0
    to_send: int = 0
    proposals: int = 0
    disputes: int = 0
    corrections: int = 0
    corrections_by_ms: int = 0
