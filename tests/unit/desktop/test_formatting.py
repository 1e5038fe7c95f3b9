"""Amounts, days and counts by language, and peers' texts made harmless."""

from datetime import UTC, datetime

import pytest

from cohong.desktop.formatting import Formats, peer_text

LANGUAGES = ["en", "zh_HK", "zh_CN"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_has_its_code_and_the_digits_of_its_currency(language: str) -> None:
    formats = Formats(language)
    assert formats.money("HKD", 4_820_000) == "HKD\u00a048,200.00"
    assert formats.money("JPY", 5_561) == "JPY\u00a05,561"
    assert formats.money("KWD", 1_234_567) == "KWD\u00a01,234.567"
    assert formats.money("HKD", -2_094_300) == "HKD\u00a0\u221220,943.00"


def test_the_largest_amount_keeps_its_last_digit() -> None:
    assert Formats("en").amount("HKD", 10**15 - 1) == "9,999,999,999,999.99"


def test_no_sign_stands_for_a_currency() -> None:
    shown = [Formats(language).money(code, 100) for language in LANGUAGES for code in ("CNY", "JPY", "USD")]
    assert not [text for text in shown if set("¥$€") & set(text)]


def test_a_day_is_written_as_each_language_writes_it() -> None:
    assert [Formats(language).day("2026-11-03") for language in LANGUAGES] == [
        "3 Nov 2026",
        "2026年11月3日",
        "2026年11月3日",
    ]


def test_a_day_in_a_table_is_short_in_chinese() -> None:
    assert Formats("en").table_day("2026-11-03") == "3 Nov 2026"
    assert Formats("zh_HK").table_day("2026-11-03") == "2026-11-03"


def test_a_near_day_is_called_today_or_tomorrow() -> None:
    # At noon: the days are those of the machine.
    noon = datetime.now().replace(hour=12, minute=0).timestamp()  # noqa: DTZ005 - local time is meant
    told = [Formats("en").near_day(int((noon + 86_400 * days) * 1000)) for days in (0, 1)]
    assert told == ["today", "tomorrow"]
    assert Formats("en").near_day(int(datetime(2026, 1, 2, 12, tzinfo=UTC).timestamp() * 1000)) == "2 Jan 2026"


def test_what_is_no_day_is_shown_as_it_came() -> None:
    assert Formats("en").day("2026-02-31") == "2026-02-31"
    assert Formats("en").day("") == ""


def test_no_time_is_a_dash() -> None:
    assert Formats("en").time(0) == "–"
    assert Formats("zh_HK").clock(0) == "–"


def test_a_share_of_nothing_is_a_dash() -> None:
    assert Formats("en").percent(41, 52) == "79 %"
    assert Formats("zh_CN").percent(41, 52) == "79%"
    assert Formats("en").percent(0, 0) == "–"


def test_basis_points_are_told_as_percent() -> None:
    assert [Formats("en").percent_of(bp) for bp in (1_240, 0, -55)] == ["12.4 %", "0.0 %", "\u22120.6 %"]
    assert Formats("zh_HK").percent_of(1_240) == "12.4%"


def test_thousandths_are_rounded_only_on_screen() -> None:
    assert Formats("en").decimal(3_442) == "3.4"
    assert Formats("en").decimal(3_442, digits=3) == "3.442"


def test_bytes_have_a_unit_that_fits() -> None:
    assert [Formats("en").bytes(n) for n in (0, 999, 18_400_000, 41_000_000_000)] == [
        "0\u00a0B",
        "999\u00a0B",
        "18.4\u00a0MB",
        "41.0\u00a0GB",
    ]


def test_direction_characters_of_a_peer_are_made_visible() -> None:
    assert peer_text("invoice\u202efdp.exe") == "invoice⟨U+202E⟩fdp.exe"
    assert peer_text("a\u2066b\u200bc\u0007d") == "a⟨U+2066⟩b⟨U+200B⟩c⟨U+0007⟩d"


def test_a_right_to_left_name_is_isolated_from_what_follows() -> None:
    assert peer_text("שלום 12") == "\u2068שלום 12\u2069"


def test_a_long_text_ends_in_an_ellipsis_at_the_limit() -> None:
    assert peer_text("x" * 80) == "x" * 80
    assert peer_text("x" * 81) == "x" * 80 + "…"


def test_heaps_of_combining_marks_are_cut() -> None:
    assert peer_text("a" + "\u0301" * 40) == "a" + "\u0301" * 3


def test_line_breaks_stay_only_where_they_are_wanted() -> None:
    assert peer_text("one\ntwo\tthree") == "one two three"
    assert peer_text("one\ntwo\tthree", lines=True) == "one\ntwo three"


def test_mark_up_of_a_peer_stays_text() -> None:
    assert peer_text("<b>Pay now</b>") == "<b>Pay now</b>"


def test_chinese_names_are_shown_as_they_are() -> None:
    assert peer_text("海港貿易有限公司") == "海港貿易有限公司"
