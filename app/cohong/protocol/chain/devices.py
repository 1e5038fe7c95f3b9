"""Which keys the members have said to be devices of theirs that read along.

Such a key opens links and does nothing else: no entry is signed with it, and nobody counts it. So a device that is lost
can be shut out by its member, and can write nothing in its member's name.

A device may be a member of its own instead. Then two members name each other, and that is all there is to it: readers
are told that they belong together, and neither can write for the other.
"""

from collections.abc import Container
from dataclasses import dataclass, field
from typing import Final

from cohong.primitives.device import Device
from cohong.primitives.ids import EntryId, MemberId

DEVICES_MAX: Final = 8
"""Devices of one member that are let in; of more, those that were named last."""


@dataclass(slots=True)
class Devices:
    """What each member has said of each key; of a key the last word counts."""

    _said: dict[MemberId, dict[MemberId, tuple[int, EntryId, Device]]] = field(default_factory=dict)

    def note(self, owner: MemberId, seq: int, entry: EntryId, device: Device) -> None:
        """Take in what a member says of a device, at a place of its feed."""
        said = self._said.setdefault(owner, {})
        before = said.get(device.key)
        # Of two branches of a forked feed any rule serves that is the same for all.
        if before is None or (before[0], before[1]) < (seq, entry):
            said[device.key] = seq, entry, device

    def of(self, owner: MemberId) -> list[Device]:
        """Return a member's devices that are to be let in, the one named last first."""
        said = sorted(self._said.get(owner, {}).values(), key=lambda item: item[:2], reverse=True)
        return [device for _, _, device in said if device.is_let][:DEVICES_MAX]

    def linked(self, member: MemberId, members: Container[MemberId]) -> list[MemberId]:
        """Return the members of today that a member has named as its devices, and that have named it."""
        named = sorted(device.key for device in self.of(member) if device.key in members)
        return [other for other in named if any(device.key == member for device in self.of(other))]

    def owner(self, key: MemberId, members: Container[MemberId]) -> MemberId | None:
        """Return the member of today that lets a key in as a device of its own, None if nobody does."""
        for owner, said in sorted(self._said.items()):
            if key in said and owner in members and any(device.key == key for device in self.of(owner)):
                return owner
        return None
