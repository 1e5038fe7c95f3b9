"""Where icons, translations and word lists lie: beside the package in a checkout, inside it in an installed wheel."""

from pathlib import Path
from typing import Final

import cohong

_PACKAGE: Final = Path(cohong.__file__).parent
_IN_WHEEL: Final = _PACKAGE / "_resources"
_IN_CHECKOUT: Final = _PACKAGE.parents[1] / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of a file of `resources/`, whichever way Cohong was installed."""
    root = _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT
    return root.joinpath(*parts)
