"""No widget reads what a peer wrote as mark-up: searched for in the source."""

import ast
from pathlib import Path

import cohong.desktop

SOURCES = sorted(Path(cohong.desktop.__file__).parent.rglob("*.py"))
RICH_CALLS = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown"}
RICH_FORMATS = {"RichText", "AutoText", "MarkdownText", "MarkDownText"}
RICH_WIDGETS = {"QLabel", "QTextEdit", "QTextBrowser", "QMessageBox"}
LABELS_MODULE = "labels.py"


def _sins(path: Path) -> list[str]:
    sins = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Attribute) and node.attr in RICH_CALLS | RICH_FORMATS:
            sins.append(f"{path.name}:{line} {node.attr}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RICH_WIDGETS:
            sins.append(f"{path.name}:{line} bare {node.func.id}: use widgets.labels")
        if isinstance(node, ast.ClassDef) and path.name != LABELS_MODULE:
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            sins += [f"{path.name}:{line} {node.name}({base})" for base in bases & RICH_WIDGETS]
    return sins


def test_nothing_in_the_desktop_shows_mark_up() -> None:
    assert len(SOURCES) > 20
    assert [sin for path in SOURCES for sin in _sins(path)] == []


def test_the_search_finds_what_it_is_for(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("label = QLabel('x')\nlabel.setTextFormat(Qt.TextFormat.RichText)\nedit.setHtml(name)\n")
    assert len(_sins(bad)) == 3
