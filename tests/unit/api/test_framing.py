"""JSON-RPC lines: what is a request, what is refused, and with which number."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohong.api.errors import ApiError, ApiErrorCode
from cohong.api.framing import (
    ANSWER_BYTES_MAX,
    REQUEST_BYTES_MAX,
    Answer,
    AnswerLineError,
    Refusal,
    Request,
    RequestLineError,
    decode_from_node,
    decode_request,
    decode_result,
    encode_error,
    encode_notification,
    encode_request,
    encode_result,
    params_from_plain,
)
from cohong.api.notification import Notification
from cohong.api.requests import BookRows, NoParams, OfObject
from cohong.api.views import Digest, Done

BAD_LINES = [
    # line, JSON-RPC number, id in the answer, code, detail ("" = not compared)
    (b"", -32700, None, "bad-line", "not-json"),
    (b"\xff\xfe", -32700, None, "bad-line", "not-json"),
    (b'{"jsonrpc":"2.0","id":1,"method":"node.status"', -32700, None, "bad-line", "not-json"),
    (b'{"jsonrpc":"2.0","id":1,"method":"node\xff"}', -32700, None, "bad-line", "not-json"),
    (b"[" * 100_000, -32600, None, "bad-line", "batch"),
    (b'{"id":1,"x":' + b"[" * 100_000, -32700, None, "bad-line", "not-json"),
    (b'{"jsonrpc":"2.0","id":1,"method":"node.status"}garbage', -32700, None, "bad-line", "not-json"),
    (b'[{"jsonrpc":"2.0","id":1,"method":"node.status"}]', -32600, None, "bad-line", "batch"),
    (b"[]", -32600, None, "bad-line", "batch"),
    (b"17", -32600, None, "bad-line", ""),
    (b'"text"', -32600, None, "bad-line", ""),
    (b"null", -32600, None, "bad-line", ""),
    (b"{}", -32600, None, "bad-line", ""),
    (b'{"jsonrpc":"2.0","method":"node.status"}', -32600, None, "bad-line", ""),
    (b'{"jsonrpc":"2.0","id":null,"method":"node.status"}', -32600, None, "bad-line", ""),
    (b'{"jsonrpc":"2.0","id":1.5,"method":"node.status"}', -32600, None, "bad-line", ""),
    (b'{"jsonrpc":"2.0","id":true,"method":"node.status"}', -32600, None, "bad-line", ""),
    (b'{"jsonrpc":"2.0","id":7,"method":12}', -32600, 7, "bad-line", ""),
    (b'{"jsonrpc":"1.0","id":7,"method":"node.status"}', -32600, 7, "bad-line", "not-json-rpc-2.0"),
    (b'{"id":7,"method":"node.status"}', -32600, 7, "bad-line", ""),
    (b'{"jsonrpc":"2.0","id":"' + b"x" * 65 + b'","method":"a"}', -32600, None, "bad-line", "id-too-long"),
    (b'{"jsonrpc":"2.0","id":"a","method":"book.burn"}', -32601, "a", "unknown-method", "book.burn"),
    (b'{"jsonrpc":"2.0","id":1,"method":"book.record","params":{}}', -32602, 1, "bad-request", ""),
    (b'{"jsonrpc":"2.0","id":1,"method":"book.record","params":["x"]}', -32602, 1, "bad-request", ""),
    (b'{"jsonrpc":"2.0","id":1,"method":"book.record","params":null}', -32602, 1, "bad-request", ""),
    (b'{"jsonrpc":"2.0","id":1,"method":"book.record","params":{"object":5}}', -32602, 1, "bad-request", ""),
    (b'{"jsonrpc":"2.0","id":1,"method":"node.status","params":{"x":1}}', -32602, 1, "bad-request", ""),
    (
        b'{"jsonrpc":"2.0","id":1,"method":"record.write","params":{"kind":"x","fields":{"a":"\xff"}}}',
        -32602,
        1,
        "bad-request",
        "",
    ),
]


@pytest.mark.parametrize(("line", "number", "request_id", "code", "detail"), BAD_LINES)
def test_malformed_line_is_answered_with_number_id_and_code(
    line: bytes, number: int, request_id: object, code: str, detail: str
) -> None:
    with pytest.raises(RequestLineError) as caught:
        decode_request(line)
    assert caught.value.answer.endswith(b"\n")
    answer = json.loads(caught.value.answer)
    if not detail:
        answer["error"]["data"]["detail"] = ""
    assert answer == {
        "jsonrpc": "2.0",
        "id": request_id,
        "error": {"code": number, "message": code, "data": {"code": code, "detail": detail}},
    }


def _request_of(length: int) -> bytes:
    start, end = b'{"jsonrpc":"2.0","id":1,"method":"network.join","params":{"invitation":"', b'"}}'
    return start + b"x" * (length - len(start) - len(end)) + end


def test_request_of_the_greatest_length_is_taken_and_one_byte_more_is_not() -> None:
    assert decode_request(_request_of(REQUEST_BYTES_MAX)).method == "network.join"
    with pytest.raises(RequestLineError) as caught:
        decode_request(_request_of(REQUEST_BYTES_MAX + 1))
    assert (caught.value.error.code, caught.value.error.detail) == (ApiErrorCode.BAD_LINE, "too-long")


def test_request_comes_back_as_it_was_sent() -> None:
    params = BookRows(filter="overdue", text="漢 \u2028 \n", first=3)
    line = encode_request("a-1", "book.rows", params)
    assert line.count(b"\n") == 1
    assert decode_request(line.rstrip(b"\n")) == Request("a-1", "book.rows", params)


def test_parameters_may_be_left_out_where_none_are_needed() -> None:
    assert decode_request(b'{"jsonrpc":"2.0","id":1,"method":"node.status"}').params == NoParams()


def test_request_that_the_node_would_refuse_for_its_length_is_not_sent() -> None:
    with pytest.raises(ApiError) as caught:
        encode_request(1, "book.record", OfObject(object="x" * REQUEST_BYTES_MAX))
    assert (caught.value.code, caught.value.detail) == (ApiErrorCode.BAD_REQUEST, "too-long")


def test_answer_carries_the_view_and_the_id() -> None:
    digest = Digest(
        digest="ab",
        objects=1,
        entries=2,
        records=2,
        waiting=0,
        confirmed=2,
        final=2,
        rejected=0,
        contested=0,
        forks=0,
    )
    answer = decode_from_node(encode_result(9, digest).rstrip(b"\n"))
    assert isinstance(answer, Answer)
    assert (answer.request_id, decode_result("book.digest", answer.result_bytes)) == (9, digest)


def test_refusal_carries_code_and_detail() -> None:
    line = encode_error(4, ApiError(ApiErrorCode.RULE, "exceeds-outstanding"))
    refusal = decode_from_node(line.rstrip(b"\n"))
    assert isinstance(refusal, Refusal)
    assert (refusal.request_id, refusal.error.code, refusal.error.detail) == (
        4,
        ApiErrorCode.RULE,
        "exceeds-outstanding",
    )


def test_code_of_a_newer_node_is_kept_in_the_detail() -> None:
    line = b'{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"","data":{"code":"new","detail":"d"}}}'
    refusal = decode_from_node(line)
    assert isinstance(refusal, Refusal)
    assert (refusal.error.code, refusal.error.detail) == (ApiErrorCode.INTERNAL, "new: d")


def test_answer_over_the_limit_becomes_an_error() -> None:
    refusal = decode_from_node(encode_result(1, "x" * ANSWER_BYTES_MAX).rstrip(b"\n"))
    assert isinstance(refusal, Refusal)
    assert (refusal.error.code, refusal.error.detail) == (ApiErrorCode.OVERLOADED, "answer-too-long")


def test_notification_has_no_id_and_comes_back() -> None:
    told = Notification(number=5, topic="book", objects=["ab"])
    line = encode_notification(told)
    assert "id" not in json.loads(line)
    assert decode_from_node(line.rstrip(b"\n")) == told


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"[]", b"\xff", b'{"jsonrpc":"2.0","id":1}', b'{"jsonrpc":"2.0","result":1}']
)
def test_line_that_no_node_sends_is_an_error(line: bytes) -> None:
    with pytest.raises(AnswerLineError):
        decode_from_node(line)


def test_result_of_another_version_of_the_contract_is_an_error() -> None:
    with pytest.raises(AnswerLineError):
        decode_result("book.digest", b'{"digest":5}')


def test_plain_parameters_are_checked_against_the_method() -> None:
    assert params_from_plain("book.record", {"object": "ab"}) == OfObject(object="ab")
    with pytest.raises(ApiError) as caught:
        params_from_plain("book.record", {"objekt": "ab"})
    assert caught.value.code is ApiErrorCode.BAD_REQUEST
    with pytest.raises(ApiError) as caught:
        params_from_plain("book.burn", {})
    assert caught.value.code is ApiErrorCode.UNKNOWN_METHOD


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


@given(st.binary(max_size=200) | JSON_VALUES.map(lambda value: json.dumps(value).encode()))
def test_any_line_is_a_request_or_is_answered(line: bytes) -> None:
    _answered_or_taken(line)


@given(JSON_VALUES, JSON_VALUES, st.sampled_from(["book.rows", "record.write", "node.status"]) | st.text())
def test_any_envelope_is_a_request_or_is_answered(request_id: Any, params: Any, method: str) -> None:
    envelope = {"jsonrpc": "2.0", "id": request_id, "method": method, "params": params}
    _answered_or_taken(json.dumps(envelope).encode())


def _answered_or_taken(line: bytes) -> None:
    try:
        request = decode_request(line)
    except RequestLineError as error:
        assert error.answer.endswith(b"\n")
        assert error.answer.count(b"\n") == 1
        assert isinstance(decode_from_node(error.answer.rstrip(b"\n")), Refusal)
    else:
        assert decode_request(encode_request(request.request_id, request.method, request.params)) == request


def test_done_is_answered_as_an_object() -> None:
    assert json.loads(encode_result(1, Done())) == {"jsonrpc": "2.0", "id": 1, "result": {"done": 1}}
