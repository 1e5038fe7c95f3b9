"""Every code that the node may say has words."""

from typing import get_args

import pytest

from cohong.api import requests, views
from cohong.api.errors import ApiError, ApiErrorCode
from cohong.book.bodies import FIELDS
from cohong.book.reasons import NoReason
from cohong.book.transitions import ABOUT_VERSION
from cohong.desktop import event_wording, wording
from cohong.desktop.node_client import NodeUnreachable
from cohong.importing.refusals import RefusalCode
from cohong.importing.rows_found import RowReason
from cohong.node import hand_over, joining, words, writing
from cohong.node.handlers.netting import NOT_ENDED, NOTHING_JOINED
from cohong.p2p.peers import PeerTrouble
from cohong.primitives.kinds import ACCESS_RECEIPT, CONSENT_REVOKE, CREDIT_PROPOSE, CREDIT_RESTRUCTURE, NETTING_AGREE


@pytest.mark.parametrize("code", list(ApiErrorCode))
def test_every_error_has_a_sentence(code: ApiErrorCode) -> None:
    assert wording.error_text(ApiError(code)).endswith(".")


def test_every_state_and_level_has_a_word() -> None:
    assert set(wording.STATES) == set(get_args(views.State))
    assert set(wording.LEVELS) == set(wording.LEVEL_MEANINGS) == set(get_args(views.Level))
    assert set(wording.VOTES) == set(get_args(views.Vote))


def test_every_reason_of_the_rules_has_a_sentence() -> None:
    assert set(wording.REASONS) == set(NoReason)


def test_every_other_reason_of_the_node_has_a_sentence() -> None:
    codes = {
        *(
            words.NO_EFFECT,
            words.NO_REASON,
            words.ALREADY_PUT,
            words.NOT_A_VOTER,
            words.ALREADY_VOTED,
            words.MOTION_ENDED,
        ),
        *(NOT_ENDED, NOTHING_JOINED, writing.NOT_YET, writing.PENDING, joining.ASKED_ELSEWHERE, hand_over.TAKEN_TWICE),
        *("observer", "asked", "refused", "gone"),  # how else than as a member one may stand with a network
    }
    assert set(wording.REFUSALS) == codes
    refused = ApiError(ApiErrorCode.RULE, words.ALREADY_VOTED)
    assert wording.error_text(refused) == "You have voted on this. A vote cannot be taken back."


def test_an_invitation_that_has_ended_is_told_from_one_that_was_cut_off() -> None:
    ended = wording.error_text(ApiError(ApiErrorCode.BAD_INVITATION, wording.INVITATION_ENDED))
    cut_off = wording.error_text(ApiError(ApiErrorCode.BAD_INVITATION, "too long"))
    assert (ended.startswith("This invitation has ended."), cut_off.startswith("That is not a whole")) == (True, True)


def test_every_refusal_of_a_file_and_every_problem_of_a_row_has_words() -> None:
    assert set(wording.FILE_REFUSALS) == set(RefusalCode)
    assert set(wording.ROW_PROBLEMS) == set(RowReason)


def test_every_reason_why_a_peer_is_away_has_a_sentence() -> None:
    assert set(wording.WHY_OFFLINE) == set(PeerTrouble)


def test_every_kind_of_the_book_has_a_word_and_every_action() -> None:
    assert set(wording.KINDS) == set(FIELDS)
    assert set(wording.ACTIONS) == ABOUT_VERSION


def test_every_kind_about_an_obligation_has_a_sentence_in_its_history() -> None:
    told_otherwise = {CREDIT_RESTRUCTURE, NETTING_AGREE, CONSENT_REVOKE, ACCESS_RECEIPT}
    assert set(event_wording.SENTENCES) == (ABOUT_VERSION | {CREDIT_PROPOSE}) - told_otherwise


def test_a_rule_is_worded_by_its_reason() -> None:
    refused = ApiError(ApiErrorCode.RULE, str(NoReason.EXCEEDS_OUTSTANDING))
    assert wording.error_text(refused) == wording.reason_text("exceeds-outstanding")


def test_a_refused_file_is_worded_by_its_cause() -> None:
    refused = ApiError(ApiErrorCode.FILE_REFUSED, "not_csv")
    assert wording.error_text(refused) == wording.file_refusal_text("not_csv")


def test_a_wrong_passphrase_and_a_damaged_profile_are_told_apart() -> None:
    wrong = wording.error_text(ApiError(ApiErrorCode.WRONG_PASSPHRASE))
    damaged = wording.error_text(ApiError(ApiErrorCode.PROFILE_DAMAGED))
    assert "Caps Lock" in wrong
    assert "not about your passphrase" in damaged


def test_a_code_of_a_newer_node_is_shown_as_it_is() -> None:
    assert wording.reason_text("not-invented-yet") == "not-invented-yet"


def test_an_unreachable_node_has_a_sentence() -> None:
    assert wording.error_text(NodeUnreachable("book.rows")).startswith("The node does not answer.")


def test_the_states_of_an_import_have_words() -> None:
    states = get_args(views.ImportStatus.__annotations__["state"])
    assert set(wording.IMPORT_STATES) == set(states)
    assert requests.METHODS["import.status"][1] is views.ImportStatus
