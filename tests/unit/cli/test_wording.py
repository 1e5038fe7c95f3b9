"""Every code has a sentence that says what to do, and unknown codes are shown as they are."""

from __future__ import annotations

import re

from typer.testing import CliRunner

from cohong.api.endpoint import default_profile_dir
from cohong.api.errors import ApiError, ApiErrorCode, ExitCode
from cohong.book.reasons import NoReason
from cohong.cli.main import app
from cohong.cli.node_client import NodeNotReachableError
from cohong.cli.wording import (
    ASSUMPTIONS,
    ERRORS,
    NOT_REACHABLE,
    PROBLEMS,
    REASONS,
    REFUSED_BUNDLES,
    REFUSED_FILES,
    error_sentence,
    exit_code_of,
    not_reachable_sentence,
    promise_of,
    worded,
)
from cohong.importing.file_format import AssumptionCode
from cohong.importing.refusals import RefusalCode
from cohong.importing.rows_found import RowReason
from cohong.node.desk import HERE_ONLY
from cohong.node.hand_over import TAKEN_TWICE
from cohong.node.import_job import INTERRUPTED
from cohong.node.import_rows import (
    CONFLICTS_WITH_RECORD,
    CURRENCY_NOT_ALLOWED,
    OTHER_SELLER,
    OWN_PURCHASE,
    REFUSED_BY_RULES,
    UNKNOWN_COUNTERPARTY,
)
from cohong.node.joining import ASKED_ELSEWHERE
from cohong.node.payment_import import REFUSED
from cohong.node.payment_matching import (
    AMBIGUOUS,
    NOT_OPEN,
    OTHER_CURRENCY,
    OTHER_PARTY,
    OVERPAID,
    RECORDED,
    UNMATCHED,
)
from cohong.node.words import ALREADY_PUT, ALREADY_VOTED, MOTION_ENDED, NO_EFFECT, NO_REASON, NOT_A_VOTER
from cohong.node.writing import NOT_YET, PENDING


def test_a_node_that_does_not_run_is_told_with_the_command_that_starts_it() -> None:
    said = not_reachable_sentence(NodeNotReachableError("no-node", "/tmp/my firm"))
    assert "`cohong node run --profile '/tmp/my firm'`" in said
    said = not_reachable_sentence(NodeNotReachableError("no-node", str(default_profile_dir())))
    assert "`cohong node run`" in said


def test_every_code_of_the_api_has_a_sentence() -> None:
    for code in ApiErrorCode:
        sentence = error_sentence(ApiError(code, "not_csv" if code is not ApiErrorCode.BUNDLE_REFUSED else "exists"))
        assert sentence[0].isupper()
        assert sentence.endswith((".", "`"))
        assert "{" not in sentence


def test_an_invitation_that_has_ended_is_told_from_a_broken_one() -> None:
    ended = error_sentence(ApiError(ApiErrorCode.BAD_INVITATION, "ended"))
    assert ended == "That invitation has ended. Ask whoever sent it for a new one."
    assert "not a whole invitation" in error_sentence(ApiError(ApiErrorCode.BAD_INVITATION, "too long"))


def test_commands_that_sentences_name_exist() -> None:
    runner = CliRunner()
    for sentence in [*ERRORS.values(), *NOT_REACHABLE.values()]:
        for command in re.findall(r"`cohong ([^`{]+)`", sentence):
            told = runner.invoke(app, [*command.split(), "--help"])
            assert told.exit_code == 0, command


def test_every_code_below_the_api_has_words() -> None:
    of_words = {NO_EFFECT, NO_REASON, ALREADY_PUT, NOT_A_VOTER, ALREADY_VOTED, MOTION_ENDED, ASKED_ELSEWHERE}
    of_pen = {HERE_ONLY, TAKEN_TWICE}
    others = {"observer", "asked", "refused", "gone"}  # how else than as a member one may stand with a network
    assert set(REASONS) == {*NoReason, NOT_YET, PENDING, *of_words, *of_pen, *others}
    assert set(REFUSED_FILES) == {*RefusalCode, INTERRUPTED}
    assert set(PROBLEMS) == {
        *RowReason,
        UNKNOWN_COUNTERPARTY,
        CONFLICTS_WITH_RECORD,
        CURRENCY_NOT_ALLOWED,
        OTHER_SELLER,
        OWN_PURCHASE,
        REFUSED_BY_RULES,
        REFUSED,
        *(UNMATCHED, AMBIGUOUS, OVERPAID, NOT_OPEN, OTHER_CURRENCY, OTHER_PARTY, RECORDED),
    }
    assert set(ASSUMPTIONS) == {code.value for code in AssumptionCode}


def test_every_way_of_refusing_a_bundle_has_its_own_sentence() -> None:
    sentences = {error_sentence(ApiError(ApiErrorCode.BUNDLE_REFUSED, code)) for code in REFUSED_BUNDLES}
    assert len(sentences) == len(REFUSED_BUNDLES)
    assert all(sentence.endswith(".") for sentence in sentences)


def test_reason_of_a_newer_node_is_shown_as_it_is() -> None:
    assert worded(REASONS, "moonrise") == "moonrise"
    assert worded(REASONS, "malformed:due") == f"{REASONS['malformed']} (due)"


def test_refused_file_is_worded_with_or_without_figures() -> None:
    plain = error_sentence(ApiError(ApiErrorCode.FILE_REFUSED, "not_csv"))
    figures = error_sentence(ApiError(ApiErrorCode.FILE_REFUSED, '{"code": "not_csv", "kind": "png"}'))
    assert plain == figures
    assert REFUSED_FILES["not_csv"] in plain


def test_refusals_and_wrong_use_have_different_exit_codes() -> None:
    codes = {code: exit_code_of(ApiError(code)) for code in ApiErrorCode}
    wrong_use = {code for code, exit_code in codes.items() if exit_code is ExitCode.USED_WRONGLY}
    assert wrong_use == {ApiErrorCode.BAD_REQUEST, ApiErrorCode.UNKNOWN_METHOD, ApiErrorCode.BAD_ADDRESS}
    assert set(codes.values()) == {ExitCode.USED_WRONGLY, ExitCode.REFUSED}


def test_every_way_of_not_reaching_a_node_is_worded() -> None:
    for reason in NOT_REACHABLE:
        assert "{" not in not_reachable_sentence(NodeNotReachableError(reason, "d"))


def test_small_networks_are_told_what_they_cannot_promise() -> None:
    told = [bool(promise_of(voters, "two-thirds")) for voters in (1, 2, 3, 4, 5)]
    assert told == [True, True, True, False, False]
    assert promise_of(3, "majority") == promise_of(7, "majority") != ""
