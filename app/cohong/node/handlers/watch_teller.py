"""What is watched, as clients see it."""

from __future__ import annotations

from collections.abc import Mapping

from cohong.api.views import Amount, WatchChange, WatchedMember, WatchLook, WatchRecord
from cohong.insight.watching import Look, changes_between
from cohong.ledger.news import NewsLine
from cohong.node.levels import LEVELS
from cohong.node.watch_list import Now, Watch
from cohong.primitives.ids import MemberId


def watched_member(watch: Watch, now: Now, names: Mapping[MemberId, str], day: str) -> WatchedMember:
    """Return a watched member as it is now, with what has come since it was last looked at."""
    lines, in_all = now.news
    return WatchedMember(
        member=watch.member.hex(),
        name=names.get(watch.member, ""),
        note=watch.note,
        review_on=watch.review_on,
        review_due=bool(watch.review_on) and watch.review_on <= day,
        seen_ms=watch.seen_ms,
        before=_look(watch.seen),
        now=_look(now.look),
        changes=[
            WatchChange(
                figure=change.figure.value,
                before=change.before,
                after=change.after,
                worse=change.is_worse,
                currency=change.currency,
            )
            for change in changes_between(watch.seen, now.look)
        ],
        records=[_record(line, names) for line in lines],
        records_in_all=in_all,
    )


def _look(look: Look) -> WatchLook:
    return WatchLook(
        grade=look.grade,
        points=look.points,
        on_time=look.on_time,
        confidence=look.confidence,
        overdue=[Amount(currency=code, minor=minor) for code, minor in sorted(look.overdue_minor.items())],
        disputed=look.disputed,
        defaults=look.defaults,
        lost=look.lost,
    )


def _record(line: NewsLine, names: Mapping[MemberId, str]) -> WatchRecord:
    return WatchRecord(
        entry=line.entry.hex(),
        object=line.subject.hex(),
        kind=line.kind,
        author=line.author.hex(),
        author_name=names.get(line.author, ""),
        time_ms=line.time_ms,
        level=LEVELS[line.level],
        reference=line.reference,
        currency=line.currency,
        amount_minor=line.amount_minor,
    )
