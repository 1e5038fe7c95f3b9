"""The style sheet: resources/theme/desktop.qss with the tokens filled in.

In the template `@role` is a colour, `@s3` three steps of the 4 px grid, `@r-card` a radius and `@t-small` a font size
(which follows the chosen text size). A name that does not exist is an error, not a blank.
"""

import re
from functools import lru_cache
from typing import Final

from cohong.desktop.resource_files import resource_path
from cohong.desktop.theme import tokens

_NAME: Final = re.compile(r"@([a-z][a-z0-9_-]*)")


@lru_cache(maxsize=16)
def make_style_sheet(scheme: tokens.Scheme, text_percent: int) -> str:
    """Return the style sheet of a scheme at a text size."""
    values = _values(scheme, text_percent)
    template = resource_path("theme", "desktop.qss").read_text(encoding="utf-8")
    return _NAME.sub(lambda match: values[match.group(1)], template)


def _values(scheme: tokens.Scheme, text_percent: int) -> dict[str, str]:
    column = 0 if scheme == "light" else 1
    values = {role: pair[column] for role, pair in tokens.COLORS.items()}
    values |= {f"s{steps}": f"{tokens.space(steps)}px" for steps in range(17)}
    values |= {f"r-{name}": f"{px}px" for name, px in tokens.RADIUS_PX.items() if name != "pill"}
    values |= {f"t-{name}": f"{round(px * text_percent / 100)}px" for name, (px, _) in tokens.TYPE_SCALE_PX.items()}
    values["control"] = f"{round(tokens.CONTROL_HEIGHT_PX * text_percent / 100)}px"
    values["icons"] = resource_path("icons").as_posix()
    values["scheme"] = scheme
    return values
