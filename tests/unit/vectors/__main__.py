"""Write the vectors anew: `python -m tests.unit.vectors`. Only when the protocol itself has changed."""

import json

from tests.unit.vectors import chain, protocol, receipts

for module in (protocol, chain, receipts):
    module.VECTORS.write_text(json.dumps(module.build(), indent=1) + "\n", encoding="utf-8")
