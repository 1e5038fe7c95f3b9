"""`cohong check report`: the grade of a member, why, and how sure it is; on the screen, or signed in a file."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from cohong.api.framing import plain
from cohong.api.views import MemberCard, PaymentReport, ReadingNoted, ReportMade
from cohong.cli.arguments import LookUpPurpose, parse_purpose
from cohong.cli.consent_words import reading_sentence
from cohong.cli.member_argument import MEMBER_HELP, member_meant
from cohong.cli.member_commands import words_told
from cohong.cli.new_file import refuse_if_there, write_whole
from cohong.cli.node_client import NodeClient
from cohong.cli.node_process import module_command
from cohong.cli.output import print_facts, print_line
from cohong.cli.payment_facts_words import confidence_told, facts_told, score_told
from cohong.cli.session import session_of

SIGNED: Final = ".json"
PAPERS: Final = (".pdf", ".html")
LANGUAGES: Final = ("en", "zh_HK", "zh_CN")
PAPER_MODULE: Final = "cohong.desktop.credit_files"


def payment_report(
    context: typer.Context,
    member: Annotated[str, typer.Argument(metavar="MEMBER", help=f"{MEMBER_HELP} `self` for your own.")],
    purpose: LookUpPurpose = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write it to a new file, signed: .json, .pdf or .html.")
    ] = None,
    language: Annotated[str, typer.Option(help="Of a .pdf or .html: en, zh_HK or zh_CN.")] = "en",
    records: Annotated[
        bool, typer.Option(help="With the signed records that prove it, and so with the invoices' texts.")
    ] = True,
    replace: Annotated[bool, typer.Option("--replace", help="Replace a file that is there already.")] = False,
) -> None:
    """Show what grade a member's payments give, why, what would change it, and how sure that is.

    What you read a person's report for is noted on this machine (`cohong lookups list`). Where the member has given you
    consent to read this, that you have read it is recorded for it to see. A file is a signed W3C Verifiable
    Credential; whoever has it can check it with `cohong verify`. Beside a .pdf or .html stands the signed .json.
    """
    session = session_of(context)
    if output is None and language != LANGUAGES[0]:
        raise typer.BadParameter("--language is of a file: name one with --output, such as report.pdf")
    if output is not None:
        _check_name(output, language, replace=replace)
    with NodeClient.connect(session.profile_dir) as node:
        who = node.ask("profile.status").member if member == "self" else member_meant(node, member)
        noted: ReadingNoted = node.ask("consent.read", member=who, purpose=purpose and parse_purpose(purpose))
        report: PaymentReport = node.ask("check.report", member=who)
        if output is None:
            cards: list[MemberCard] = node.ask("check.search", text=who, count=1)
            session.answer(report, lambda: _tell(plain(report), cards, reading_sentence(noted)))
            return
        made: ReportMade = node.ask("report.make", member=who, with_records=records)
    if output.suffix.lower() == SIGNED:
        write_whole(output, made.report.encode(), replace=replace)
    else:
        _write_paper(output, made.report.encode(), language, replace=replace)
    shown = {name: getattr(made, name) for name in made.__struct_fields__ if name != "report"}
    session.answer({"file": str(output)} | shown, lambda: _tell_made(made, output, reading_sentence(noted)))


def _check_name(file: Path, language: str, *, replace: bool) -> None:
    if file.suffix not in (SIGNED, *PAPERS):
        raise typer.BadParameter(f"{file} ends neither with .json nor with .pdf or .html.")
    if language not in LANGUAGES:
        raise typer.BadParameter(f"{language} is none of {', '.join(LANGUAGES)}.")
    for each in {file, file.with_suffix(SIGNED)}:
        refuse_if_there(each, replace=replace)


def _write_paper(file: Path, signed: bytes, language: str, *, replace: bool) -> None:
    """Have the desktop's own process write it, without a screen: it has the words and the fonts."""
    flags = [os.fspath(file), "--language", language, *(["--replace"] if replace else [])]
    ended = subprocess.run(module_command(PAPER_MODULE, *flags), input=signed, capture_output=True, check=False)
    if ended.returncode:
        said = ended.stderr.decode(errors="replace").strip().splitlines() or ["no reason was given"]
        raise typer.BadParameter(f"{file} can't be written: {said[-1]}. Nothing was changed.")


def _tell_made(made: ReportMade, output: Path, read: str) -> None:
    if read:
        print_line(read)
    file = output.with_suffix(SIGNED)
    if output != file:
        print_line(f"{output}: to read and print; what counts is the signed file beside it.")
    left = f", {made.left_out:,} more left out" if made.left_out else ""
    size = len(made.report.encode())
    print_line(f"{file}: {made.lines:,} invoices{left}, {made.records:,} signed records; {size:,} bytes.")
    print_line(f"SHA-256 {made.sha256}")
    print_line(f"Whoever has it can check it with: cohong verify {file.name} --network {made.network}")


def _tell(report: dict[str, Any], cards: Sequence[MemberCard], read: str) -> None:
    if read:
        print_line(read)
    who = [("Member", report["member"])]
    for card in cards:
        who = [("Name", card.name or "–"), *who, ("In words", words_told(card))]
    print_facts([*who, ("As of", report["as_of"]), ("How sure", confidence_told(report["confidence"]))])
    print_line("")
    print_facts(score_told(report["score"]))
    print_line("")
    print_facts(facts_told(report["facts"]))
