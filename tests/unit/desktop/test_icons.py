"""Icons: own drawings that take the colour of their role."""

import ast
from collections.abc import Iterator
from pathlib import Path

import cohong.desktop
from cohong.desktop.resource_files import resource_path

ICONS = {path.stem: path.read_text(encoding="utf-8") for path in resource_path("icons").glob("*.svg")}

# Which argument of a call names an icon, from 0.
NAMES_AN_ICON = {
    "IconLabel": 0,
    "IconButton": 0,
    "EmptyState": 0,
    "icon": 0,
    "pixmap": 0,
    "bind_icon": 1,
    "set_part": 1,
    "PrimaryButton": 1,
    "SecondaryButton": 1,
    "QuietButton": 1,
    "LinkButton": 1,
    "DangerButton": 1,
    "ChoiceCard": 2,
    "PageSpec": 2,
}


def _named_icons(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        place = NAMES_AN_ICON.get(name, len(node.args))
        argument = node.args[place] if place < len(node.args) else None
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def test_every_icon_takes_the_colour_it_is_given() -> None:
    assert len(ICONS) > 40
    assert [name for name, svg in ICONS.items() if "currentColor" not in svg and name != "cohong"] == []


def test_every_icon_that_the_source_names_is_there() -> None:
    sources = Path(cohong.desktop.__file__).parent.rglob("*.py")
    named = {name for path in sources for name in _named_icons(path) if name}
    assert len(named) > 15
    assert named - set(ICONS) == set()
