"""Watch all nodes until every record is final on each of them, or until nothing moves any more."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cohong.api.errors import ApiError
from cohong.api.views import Digest, NodeStatus
from cohong.cli.demo.network import Firm
from cohong.cli.node_client import NodeClient, NodeNotReachableError

POLL_S: Final = 0.4
STALL_S: Final = 60.0


class StalledError(Exception):
    """Nothing moved for STALL_S. `args[0]` is a line a node that says what it has and misses."""


class NodeDiedError(Exception):
    """A node ended that nobody had ended. `args[0]` is the firm's code."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the nodes had at one moment, over and above the records of the set-up.

    Attributes:
        elapsed_s: since the watch began.
        nodes: one a firm; None while its node is away.
    """

    elapsed_s: float
    expected: int
    baseline: int
    nodes: tuple[NodeStatus | None, ...]

    @property
    def held_by_first(self) -> int:
        """Records of the trade that the first node holds."""
        first = self.nodes[0]
        return 0 if first is None else max(0, first.records - self.baseline)

    @property
    def final_everywhere(self) -> int:
        """Records of the trade that are final on the node that has the fewest final."""
        return max(0, min(0 if node is None else node.final for node in self.nodes) - self.baseline)

    @property
    def is_complete(self) -> bool:
        """Whether every node holds all records, and all of them are decided."""
        return all(
            node is not None
            and node.records >= self.baseline + self.expected
            and node.final + node.rejected >= node.records
            for node in self.nodes
        )


class Watch:
    """Asks the nodes in turn how far they are, over connections of its own."""

    def __init__(self, firms: Sequence[Firm], *, expected: int, baseline: int, stop: threading.Event) -> None:
        self._firms = firms
        self._expected = expected
        self._baseline = baseline
        self._stop = stop
        self._started_s = time.monotonic()
        self._clients: dict[int, NodeClient] = {}
        self.expected_away: set[int] = set()
        """Places of firms whose nodes are away on purpose."""

    def until_complete(self, on_seen: Callable[[Seen], None]) -> list[Digest] | None:
        """Return the nodes' digests once all is complete and they are equal, or None if stopped before.

        Raises:
            StalledError: nothing moved for STALL_S.
            NodeDiedError: a node ended by itself.
        """
        moved_s = time.monotonic()
        last: tuple[tuple[int, int] | None, ...] = ()
        while not self._stop.is_set():
            seen = self.look()
            on_seen(seen)
            if seen.is_complete:
                # A digest is computed over the whole book: it is asked for when it can be the last word.
                digests = [self._ask(firm, "book.digest") for firm in self._firms]
                if None not in digests and len({digest.digest for digest in digests}) == 1:
                    return digests
            marks = tuple(None if each is None else (each.entries, each.final) for each in seen.nodes)
            if marks != last:
                last, moved_s = marks, time.monotonic()
            elif time.monotonic() - moved_s > STALL_S:
                raise StalledError(self.what_is_missing(seen))
            self._stop.wait(POLL_S)
        return None

    def look(self) -> Seen:
        """Ask every node how far it is."""
        nodes = tuple(self._ask(firm, "node.status") for firm in self._firms)
        return Seen(time.monotonic() - self._started_s, self._expected, self._baseline, nodes)

    def _ask(self, firm: Firm, method: str) -> Any:
        """Return the node's answer, or None while it is away."""
        if firm.place not in self.expected_away and firm.node.has_ended():
            raise NodeDiedError(firm.sample.code)
        try:
            client = self._clients.get(firm.place)
            if client is None:
                client = self._clients[firm.place] = NodeClient.connect(firm.node.profile_dir)
            return client.ask(method)
        except ApiError:
            # Locked or without a network: a node that is starting again.
            return None
        except NodeNotReachableError:
            gone = self._clients.pop(firm.place, None)
            if gone is not None:
                gone.close()
            return None

    def what_is_missing(self, seen: Seen) -> str:
        """Return a line a node: what it holds, what is not final, whom it is connected to."""
        lines = []
        for firm, node in zip(self._firms, seen.nodes, strict=True):
            if node is None:
                lines.append(f"{firm.sample.code}: does not answer")
                continue
            digest: Digest | None = self._ask(firm, "book.digest")
            lines.append(
                f"{firm.sample.code}: holds {node.records - self._baseline} of {self._expected} records, "
                f"{node.final - self._baseline} final, {node.rejected} rejected, {node.contested} contested; "
                f"{node.peers_connected} of {node.peers_known} peers, {node.to_send} to send; "
                f"digest {digest.digest[:12] if digest else 'not to be had'}"
            )
        return "\n".join(lines)
