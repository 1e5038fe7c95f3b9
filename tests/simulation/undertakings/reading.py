"""Consents to read about somebody, and readings."""

from tests.simulation.dealings import Dealing
from tests.simulation.undertakings.scene import Scene

from cohong.book.consents import Consent
from cohong.primitives.encoding import Value
from cohong.primitives.ids import EntryId
from cohong.primitives.kinds import ACCESS_RECEIPT, CONSENT_GRANT, CONSENT_REVOKE


def consent(scene: Scene) -> Dealing | None:
    """Let somebody read about oneself."""
    subject, reader = scene.chance.choices(scene.members, k=2)
    fields: dict[str, Value] = {
        "reader": reader, "scope": "report", "purpose": "terms", "until": scene.day(0, 30, 200), "says": "",
    }  # fmt: skip
    return Dealing(subject, CONSENT_GRANT, fields)


def revoke(scene: Scene) -> Dealing | None:
    """Take a consent back."""
    found = scene.some(scene.objects(Consent))
    return Dealing(found.subject, CONSENT_REVOKE, {"names": [found.version], "reason": ""}) if found else None


def read(scene: Scene) -> Dealing | None:
    """Say that one has read under a consent, as it was given, whatever has become of it."""
    found = scene.some(scene.objects(Consent))
    return Dealing(found.reader, ACCESS_RECEIPT, {"names": [EntryId(found.id)]}) if found else None
