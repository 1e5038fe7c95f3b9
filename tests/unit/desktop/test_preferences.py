"""What the window remembers."""

from pathlib import Path

import pytest

from cohong.desktop.preferences import Preferences, load_preferences, save_preferences


def test_what_was_saved_is_loaded_again(tmp_path: Path) -> None:
    chosen = Preferences(language="zh_HK", theme="dark", text_percent=115, recall_s=0, window=(10, 20, 1240, 820))
    save_preferences(tmp_path / "config" / "desktop.json", chosen)
    assert load_preferences(tmp_path / "config" / "desktop.json") == chosen


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        '{"language": "tlh", "theme": 7, "text_percent": 1000, "recall_s": -1, "window": ["a", 1, 2, 3]}',
    ],
)
def test_a_file_that_makes_no_sense_is_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "desktop.json"
    path.write_text(text)
    assert load_preferences(path) == Preferences()


def test_a_folder_that_cannot_be_written_costs_only_the_choice(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    save_preferences(in_the_way / "desktop.json", Preferences(language="en"))
    assert load_preferences(in_the_way / "desktop.json") == Preferences()
