"""Design tokens: every colour, distance and size of the desktop, and nothing else decides one.

A colour is named by its role, not by its hue, and has a value for the light and one for the dark theme.
`TEXT_PAIRS` and `GRAPHIC_PAIRS` say which roles meet on screen; a test holds them to WCAG 2.2 AA.
"""

from typing import Final, Literal, TypeAlias

Scheme: TypeAlias = Literal["light", "dark"]

COLORS: Final[dict[str, tuple[str, str]]] = {
    # surfaces
    "window": ("#F5F7F7", "#0F1615"),
    "surface": ("#FFFFFF", "#172120"),
    "surface_raised": ("#FFFFFF", "#1D2928"),
    "surface_sunken": ("#EDF1F1", "#121A19"),
    "surface_hover": ("#F0F4F4", "#1F2B2A"),
    "rail": ("#0E2F2D", "#0B1211"),
    "rail_hover": ("#17403D", "#162221"),
    "rail_selected": ("#1D4F4B", "#1B3331"),
    # lines
    "border": ("#DEE5E4", "#2A3736"),
    "border_strong": ("#C3CFCD", "#3D4D4B"),
    "input_border": ("#7F8E8C", "#6E807E"),
    "focus": ("#0F7F78", "#5CC9BF"),
    # text
    "text": ("#12201F", "#E7EEED"),
    "text_muted": ("#4F5F5D", "#A6B5B3"),
    "text_disabled": ("#8A9795", "#647371"),
    "on_rail": ("#FFFFFF", "#F1F6F5"),
    "on_rail_muted": ("#B9CFCC", "#9FB0AE"),
    # accent
    "accent": ("#0B6B65", "#4DB9AF"),
    "accent_hover": ("#095852", "#68CBC2"),
    "accent_pressed": ("#074641", "#3BA298"),
    "accent_text": ("#0A625D", "#62C8BE"),
    "accent_soft": ("#E0F1EF", "#173B38"),
    "on_accent": ("#FFFFFF", "#04201E"),
    "selection": ("#D3EBE8", "#1E4744"),
    "on_selection": ("#0B2F2C", "#EAF5F4"),
    # meanings: strong text or shape, and the soft fill behind it
    "good": ("#1B6A36", "#76D093"),
    "good_soft": ("#E2F4E7", "#16331F"),
    "info": ("#1D55A6", "#8FB8F5"),
    "info_soft": ("#E6EFFB", "#1A2C48"),
    "warning": ("#7F4E00", "#EDB95A"),
    "warning_soft": ("#FFF2DA", "#382A10"),
    "late": ("#A13A0C", "#F5A174"),
    "late_soft": ("#FFEBDF", "#3D2114"),
    "danger": ("#AE2418", "#F59A90"),
    "danger_soft": ("#FDE9E7", "#431D1A"),
    "danger_hover": ("#8D1C12", "#FAB5AD"),
    "on_danger": ("#FFFFFF", "#350C08"),
    "conflict": ("#86206B", "#E79AD2"),
    "conflict_soft": ("#FBE8F6", "#3C1B33"),
    "neutral": ("#4A5958", "#B3C0BE"),
    "neutral_soft": ("#E9EEED", "#263231"),
}

LEVEL_ROLES: Final[dict[str, str]] = {
    "draft": "neutral",
    "waiting": "warning",
    "majority": "info",
    "final": "good",
    "rejected": "danger",
    "contested": "conflict",
    "beaten": "danger",
    "void": "danger",
}
"""Level -> the meaning whose colours it takes (`<meaning>` for text and shape, `<meaning>_soft` for the fill)."""

STATE_ROLES: Final[dict[str, str]] = {
    "draft": "neutral",
    "proposed": "info",
    "active": "accent",
    "overdue": "late",
    "settled": "good",
    "declined": "neutral",
    "defaulted": "danger",
    "cured": "good",
    "written-off": "danger",
    "recovered": "warning",
}

_MEANINGS: Final = ("good", "info", "warning", "late", "danger", "conflict", "neutral")

TEXT_PAIRS: Final[tuple[tuple[str, str], ...]] = (
    *((text, ground) for text in ("text", "text_muted", "accent_text") for ground in (
        "window", "surface", "surface_raised", "surface_sunken", "surface_hover")),
    *((meaning, f"{meaning}_soft") for meaning in _MEANINGS),
    *((meaning, ground) for meaning in _MEANINGS for ground in ("window", "surface")),
    ("text", "accent_soft"), ("accent_text", "accent_soft"),
    *(("text", f"{meaning}_soft") for meaning in _MEANINGS),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_accent", "accent_pressed"),
    ("on_danger", "danger"), ("on_danger", "danger_hover"), ("on_selection", "selection"),
    ("text_muted", "selection"),
    *((text, ground) for text in ("on_rail", "on_rail_muted") for ground in (
        "rail", "rail_hover", "rail_selected")),
)  # fmt: skip
"""Text on ground: at least 4.5 : 1."""

GRAPHIC_PAIRS: Final[tuple[tuple[str, str], ...]] = (
    *((line, ground) for line in ("input_border", "focus", "accent") for ground in ("window", "surface")),
    ("focus", "accent_soft"),
)
"""Edges of controls and focus rings on ground: at least 3 : 1."""

SPACE_PX: Final = 4

RADIUS_PX: Final[dict[str, int]] = {"control": 6, "card": 10, "pill": 999}

TYPE_SCALE_PX: Final[dict[str, tuple[int, int]]] = {
    "caption": (12, 400),
    "small": (13, 400),
    "body": (14, 400),
    "strong": (14, 600),
    "section": (15, 600),
    "title": (21, 600),
    "heading": (27, 600),
    "figure": (24, 600),
    "mono": (13, 400),
}
"""Size in px at text size 100 %, and weight. Chinese glyphs stay legible at the smallest."""

CONTROL_HEIGHT_PX: Final = 36
RAIL_WIDTH_PX: Final = 208
RAIL_NARROW_PX: Final = 64
NARROW_BELOW_PX: Final = 900


def space(steps: float) -> int:
    """Return a distance on the 4 px grid."""
    return round(SPACE_PX * steps)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours `#RRGGBB`, 1 to 21, by WCAG 2.2."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
