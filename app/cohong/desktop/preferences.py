"""What the user chose for the window on this computer: a small file in the configuration folder, no secrets in it."""

from __future__ import annotations

import dataclasses
import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import platformdirs

from cohong.desktop.languages import LANGUAGES
from cohong.desktop.theme.theme import TEXT_PERCENT, ThemeChoice

_FILE: Final = "desktop.json"
RECALL_S: Final = (0, 10, 30, 60, 300)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Preferences:
    """Attributes:
    language: one of LANGUAGES, or empty until chosen.
    text_percent: one of TEXT_PERCENT.
    recall_s: one of RECALL_S: how long records can be taken back before they are signed and sent.
    window: x, y, width, height of the window when it was last closed; empty before.
    """

    language: str = ""
    theme: ThemeChoice = "system"
    text_percent: int = 100
    recall_s: int = 30
    window: tuple[int, ...] = ()


def preferences_path() -> Path:
    """Return where the preferences are kept."""
    return Path(platformdirs.user_config_dir("cohong", appauthor=False)) / _FILE


def load_preferences(path: Path) -> Preferences:
    """Return what the file has; what is missing or makes no sense is as at the first start."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    return _sensible(values) if isinstance(values, dict) else Preferences()


def save_preferences(path: Path, preferences: Preferences) -> None:
    """Write the file whole or not at all; one that can't be written costs the choice, not the session."""
    text = json.dumps(dataclasses.asdict(preferences), ensure_ascii=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = path.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, path)
    except OSError as error:
        logger.warning("preferences not saved path=%s error=%s", path, error)


def _sensible(values: dict[str, Any]) -> Preferences:
    window = values.get("window")
    numbers = window if isinstance(window, list) and len(window) == 4 else []
    return Preferences(
        language=values["language"] if values.get("language") in LANGUAGES else "",
        theme=cast(ThemeChoice, values["theme"] if values.get("theme") in ("light", "dark", "system") else "system"),
        text_percent=values["text_percent"] if values.get("text_percent") in TEXT_PERCENT else 100,
        recall_s=values["recall_s"] if values.get("recall_s") in RECALL_S else 30,
        window=tuple(numbers) if all(type(n) is int for n in numbers) else (),
    )
