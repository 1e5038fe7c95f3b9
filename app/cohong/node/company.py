"""Whether enough of the others have been heard since this node was last alone.

Another run of the same profile may have written meanwhile: on the machine that it was copied to, or copied from. Only
the others can tell. So, each time that a node comes out of being alone, nothing that is new in its own feed leaves it
before they have told how far they hold that feed; and nothing that its user did not ask for is written before. It is a
matter of moments: as many as would end catching up, or those that there are after three seconds.
"""

from dataclasses import dataclass
from typing import Final

HEARD_MS: Final = 3_000
"""How long after the first greeting others may still come whose word would matter."""

ALONE_MS: Final = 10_000
"""After so long nobody is expected any more: what only votes and standing orders say is written."""


@dataclass(slots=True)
class Company:
    """The neighbours that have greeted this node.

    Attributes:
        is_heard: whether own entries may leave the machine, for all that the others know.
    """

    is_heard: bool = False
    _since_ms: int | None = None
    _is_alone: bool = True

    def look(self, now_ms: int, *, is_company: bool, is_enough: bool) -> None:
        """Take note of whether anybody is there, and whether their word is enough."""
        if self._since_ms is None or self._is_alone == is_company:
            self._since_ms, self._is_alone, self.is_heard = now_ms, not is_company, False
        if is_enough or (is_company and now_ms - self._since_ms >= HEARD_MS):
            self.is_heard = True

    def expects_nobody(self, now_ms: int) -> bool:
        """Return whether the others have been heard, or the node has been alone so long that it goes on by itself."""
        is_over = self._since_ms is not None and now_ms - self._since_ms >= ALONE_MS
        return self.is_heard or (self._is_alone and is_over)

    def next_ms(self, now_ms: int) -> int | None:
        """Return when something changes although nobody comes or goes."""
        if self._since_ms is None or self.expects_nobody(now_ms):
            return None
        return self._since_ms + (ALONE_MS if self._is_alone else HEARD_MS)
