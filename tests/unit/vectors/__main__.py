"""Write protocol.json anew: `python -m tests.unit.vectors`. Only when the protocol itself has changed."""

import json

from tests.unit.vectors.protocol import VECTORS, build

VECTORS.write_text(json.dumps(build(), indent=1) + "\n", encoding="utf-8")
