"""The credit report as one HTML file without scripts and without anything from elsewhere; it prints on A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from io import BytesIO
from typing import Final

import segno

from cohong.desktop.credit_charts import LATENESS, Rect, Shape, Stroke, month_bars, score_steps, sign
from cohong.desktop.credit_paper import PaperWords, SignedFile, qr_text
from cohong.desktop.credit_pdf import CHANGES_MAX, GRADE_FILLS
from cohong.desktop.formatting import Formats
from cohong.desktop.reason_wording import ReasonWords
from cohong.desktop.report_wording import ReportWords
from cohong.desktop.score_events import EventWords, kinds_in

CHART: Final = (250.0, 150.0)
LANGUAGE_TAGS: Final = {"en": "en", "zh_HK": "zh-Hant-HK", "zh_CN": "zh-Hans-CN"}
STYLE: Final = """
@page { size: A4; margin: 12mm }
* { box-sizing: border-box }
body { font: 9pt/1.3 Inter, "Noto Sans CJK HK", "Noto Sans", sans-serif; color: #12201f; background: #fff;
  max-width: 186mm; margin: 0 auto }
h1 { font-size: 18pt; margin: 0; line-height: 1.15 }
h2 { font-size: 10.5pt; margin: 8pt 0 3pt; border-bottom: 1px solid #c3cfcd }
p { margin: 1.5pt 0 } .pale { color: #4f5f5d } .id { font-size: 7pt; overflow-wrap: anywhere }
.grade, .facts, .two, .check { display: table; table-layout: fixed; width: 100% }
.grade { margin: 8pt 0 } .grade > *, .facts > *, .two > *, .check > * { display: table-cell; vertical-align: top }
.letter { width: 62pt; height: 62pt; color: #fff; font-weight: 700; font-size: 40pt; line-height: 62pt;
  text-align: center }
.letter.thin { font-size: 10pt } .letter + div { padding-left: 10pt; vertical-align: middle }
.facts { border-top: 1.5px solid #12201f } .facts div { padding: 3pt 8pt 0 0; font-size: 7.5pt }
.facts b { display: block; font-size: 14pt }
.two > * { padding-right: 9pt } .two > * + * { padding: 0 0 0 9pt }
table { border-collapse: collapse; width: 100%; font-size: 8pt }
th { text-align: left; color: #4f5f5d }
th, td { padding: 0.8pt 6pt 0.8pt 0; border-bottom: 1px solid #c3cfcd; vertical-align: top }
.n { text-align: right } .dispute td { border-left: 2px solid #b84a2b; padding-left: 6pt }
svg { width: 100%; height: auto } .key { display: inline-block; width: 8pt; height: 8pt; margin: 0 3pt 0 8pt }
line { stroke-linecap: round } .sign { width: 7pt; height: 7pt; margin: 0 3pt 0 8pt; vertical-align: -1pt }
.check { table-layout: auto } .check > svg { width: 28mm; height: 28mm }
.check, tr { break-inside: avoid } .page { break-before: page }
"""


def credit_html(file: SignedFile, formats: Formats, language: str) -> str:
    """Return the whole document; every text in it is escaped."""
    words, told, why = PaperWords(formats), ReportWords(formats), ReasonWords(formats)
    report, heads = file.report, words.headings()
    title = f"{words.title()}: {words.subject(file)}"
    parts = [
        f"<p class=pale>{_e(words.title())} · {_e(words.network(file))} · {_e(formats.day(report.as_of))}</p>",
        f"<h1>{_e(words.subject(file))}</h1><p class='id pale'>{_e(report.member)}</p>",
        f"<p>{_e(words.issued(file))} {_e(told.seen(report))}</p>",
        _grade(file, told),
        "<div class=facts>",
        *(f"<div>{_e(fact.name)}<b>{_e(fact.figure)}</b>{_e(fact.below)}</div>" for fact in told.facts(report)),
        f"</div><h2>{_e(heads['reasons'])}</h2>",
        _table((), [(each.name, each.sentence, each.points) for each in why.reasons(report)], figures=(2,)),
        _paragraphs(heads["changes"], why.changes(report)[:CHANGES_MAX]),
        *(_charts(file, words, told, formats) if report.months else ()),
        f"<h2 class=page>{_e(heads['sums'])}</h2>{_table(words.sum_headers(), words.sums(file), figures=range(1, 8))}",
        f"<div class=two><div><h2>{_e(heads['largest'])}</h2>",
        _table((), [(name, share) for name, share, _ in words.largest(file)], figures=(1,)),
        f"<p class=pale>{_e(told.concentration(report))}</p></div>",
        f"<div>{_paragraphs(heads['missing'], [*told.missing(report), told.days_late(report)])}</div></div>",
        f"<h2>{_e(heads['lines'])}</h2>{_lines(file, words)}",
        f"<h2>{_e(heads['check'])}</h2><div class=check><div>",
        *(f"<p class=id>{_e(sentence)}</p>" for sentence in words.check(file)),
        f"</div>{_qr(qr_text(file))}</div>",
    ]
    policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    head = f"<meta charset=utf-8>{policy}<title>{_e(title)}</title><style>{STYLE}</style>"
    body = "\n".join(parts)
    return (
        f"<!doctype html>\n<html lang={LANGUAGE_TAGS[language]}><head>{head}</head>\n<body>\n{body}\n</body></html>\n"
    )


def _grade(file: SignedFile, told: ReportWords) -> str:
    report, grade = file.report, file.report.score.grade
    kind = "letter" if grade else "letter thin"
    return (
        f'<div class=grade><div class="{kind}" style="background:{GRADE_FILLS[grade]}">{_e(told.grade(grade))}</div>'
        f"<div><p>{_e(told.grade_sentence(report))}</p><p><b>{_e(told.confidence(report))}</b> "
        f"<span class=pale>{_e(told.confidence_reason(report))}</span></p></div></div>"
    )


def _charts(file: SignedFile, words: PaperWords, told: ReportWords, formats: Formats) -> Iterator[str]:
    heads, report = words.headings(), file.report
    months = _svg(month_bars(report.months, formats, *CHART), told.months(report))
    steps = _svg(score_steps(report.over_time, formats, *CHART), told.over_time(report))
    yield f"<div class=two><div><h2>{_e(heads['months'])}</h2>{months}</div>"
    yield f"<div><h2>{_e(heads['trend'])}</h2>{steps}</div></div>"
    yield f"<p>{_keys(words)}</p><p>{_event_keys(kinds_in(report.over_time), EventWords(formats))}</p>"


def _table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, figures: Iterable[int]) -> str:
    right = set(figures)
    head = "".join(f"<th{_side(place, right)}>{_e(header)}</th>" for place, header in enumerate(headers))
    body = "".join(f"<tr>{_cells(row, right)}</tr>" for row in rows)
    return f"<table>{f'<thead><tr>{head}</tr></thead>' if head else ''}<tbody>{body}</tbody></table>"


def _cells(row: Sequence[str], right: set[int]) -> str:
    return "".join(f"<td{_side(place, right)}>{_e(cell)}</td>" for place, cell in enumerate(row))


def _side(place: int, right: set[int]) -> str:
    return " class=n" if place in right else ""


def _lines(file: SignedFile, words: PaperWords) -> str:
    right, rows = {3, 4}, list[str]()
    lines = words.lines(file)
    for line in lines:
        rows.append(f"<tr>{_cells(line.cells, right)}</tr>")
        rows += [f"<tr class=dispute><td colspan=6>{_e(dispute)}</td></tr>" for dispute in line.disputes]
    head = "".join(f"<th{_side(place, right)}>{_e(name)}</th>" for place, name in enumerate(words.line_headers()))
    more = f"<p class=pale>{_e(words.more_lines(file, len(lines)))}</p>"
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>{more}"


def _paragraphs(heading: str, sentences: Sequence[str]) -> str:
    return f"<h2>{_e(heading)}</h2>" + "".join(f"<p>{_e(each)}</p>" for each in sentences) if sentences else ""


def _keys(words: PaperWords) -> str:
    pairs = zip(words.bands(), LATENESS, strict=True)
    return "".join(f'<span class=key style="background:{fill}"></span>{_e(name)}' for name, fill in pairs)


def _event_keys(kinds: Iterable[str], events: EventWords) -> str:
    return "".join(
        f'<svg class=sign viewBox="-3 -3 6 6" aria-hidden=true>{"".join(map(_shape, sign(kind, 0, 0)))}</svg>'
        f"{_e(events.name(kind))}"
        for kind in kinds
    )


def _svg(shapes: Iterable[Shape], words: str) -> str:
    """Return a chart; `words` say the same to a screen reader."""
    drawn = "".join(map(_shape, shapes))
    return f'<svg viewBox="0 0 {CHART[0]:g} {CHART[1]:g}" role=img aria-label="{_e(words)}">{drawn}</svg>'


def _shape(shape: Shape) -> str:
    match shape:
        case Rect(x, y, width, height, fill):
            return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{fill}"/>'
        case Stroke(x, y, to_x, to_y, color, wide):
            place = f'x1="{x:.2f}" y1="{y:.2f}" x2="{to_x:.2f}" y2="{to_y:.2f}"'
            return f'<line {place} stroke="{color}" stroke-width="{wide:g}"/>'
        case _:
            weight = ' font-weight="700"' if shape.bold else ""
            place = f'x="{shape.x:.2f}" y="{shape.y:.2f}" text-anchor="{shape.anchor}" font-size="{shape.points:g}"'
            return f'<text {place} fill="{shape.color}"{weight}>{_e(shape.text)}</text>'


def _qr(text: str) -> str:
    svg = BytesIO()
    segno.make_qr(text, error="m").save(svg, kind="svg", xmldecl=False, svgns=False, omitsize=True, border=2)
    return svg.getvalue().decode()


def _e(text: str) -> str:
    return escape(text, quote=True)
