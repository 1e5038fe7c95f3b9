"""Every text of the window in every language, and the compiled catalogues up to date."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

import cohong.desktop
from cohong.desktop.resource_files import resource_path

SOURCES = Path(cohong.desktop.__file__).parent
PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n")
TRANSLATED = ["zh_HK", "zh_CN"]


def _messages(path: Path) -> Iterator[tuple[str, ElementTree.Element]]:
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            yield name, message


def _texts(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.mark.parametrize("language", [*TRANSLATED, "en"])
def test_no_text_of_the_source_lacks_a_translation(tmp_path: Path, language: str) -> None:
    catalogue = shutil.copy(resource_path("translations", f"cohong_{language}.ts"), tmp_path)
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    sources = [str(path) for path in sorted(SOURCES.rglob("*.py"))]
    plurals_only = ["-pluralonly"] if language == "en" else []
    command = [str(lupdate), *sources, "-ts", str(catalogue), "-locations", "none", "-no-obsolete", "-silent"]
    subprocess.run([*command, *plurals_only], check=True, timeout=60)
    messages = list(_messages(Path(catalogue)))
    assert len(messages) > 10
    missing = [m.findtext("source") for _, m in messages if not all(_texts(m))]
    assert missing == [], "run `make translations`, translate what is unfinished, run it again"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_source(language: str) -> None:
    catalogue = resource_path("translations", f"cohong_{language}.ts")
    differing = [
        text
        for _, message in _messages(catalogue)
        for text in _texts(message)
        if sorted(PLACEHOLDER.findall(text)) != sorted(PLACEHOLDER.findall(message.findtext("source", "")))
    ]
    assert differing == []


@pytest.mark.parametrize("language", [*TRANSLATED, "en"])
def test_the_compiled_catalogue_is_that_of_the_texts(language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(resource_path("translations", f"cohong_{language}.qm")))
    stale = [
        message.findtext("source")
        for context, message in _messages(resource_path("translations", f"cohong_{language}.ts"))
        if translator.translate(context, message.findtext("source", ""), "", 2 if _is_plural(message) else -1)
        != _texts(message)[-1]
    ]
    assert stale == [], "run `make translations`"


def _is_plural(message: ElementTree.Element) -> bool:
    return message.get("numerus") == "yes"


def test_hong_kong_has_its_own_words() -> None:
    texts = "".join(text for _, m in _messages(resource_path("translations", "cohong_zh_HK.ts")) for text in _texts(m))
    assert "網絡" in texts
    assert "匯入" in texts
    assert not [word for word in ("網路", "资", "导入", "您") if word in texts]
