"""Lines on the wire: JSON-RPC 2.0, one message a line, UTF-8, ended by a line feed.

A client sends requests, each with an id and named parameters. The node answers each with the same id, in any
order, and sends notifications (method `changed`, no id) to a client that has subscribed. There are no batches
and no requests without an id: every request here has an answer that is worth reading, and a line is a cheap
enough envelope.

Nothing here reads or writes a socket; both ends feed whole lines in and send the bytes that come out.
"""

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import msgspec

from cohong.api.errors import JSON_RPC_NUMBER, ApiError, ApiErrorCode
from cohong.api.notification import Notification
from cohong.api.requests import METHODS, Params

REQUEST_BYTES_MAX: Final = 1 << 20
"""Longest line a client may send, without its line feed."""

ANSWER_BYTES_MAX: Final = 16 << 20
"""Longest line the node may send, without its line feed."""

ID_CHARS_MAX: Final = 64
NOTIFICATION_METHOD: Final = "changed"
DISCOVER_METHOD: Final = "rpc.discover"

PARSE_ERROR: Final = -32700
REFUSED: Final = -32000

RequestId: TypeAlias = int | str
_decode: Final = msgspec.json.decode
_NO_JSON: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Request:
    """A request that is well formed and whose parameters fit its method."""

    request_id: RequestId
    method: str
    params: Params


class RequestLineError(Exception):
    """A line that can't be carried out. Send `answer` back; the connection is still in step.

    Attributes:
        answer: the error line for the client, with the request's id where it could be read.
    """

    def __init__(self, number: int, request_id: RequestId | None, error: ApiError) -> None:
        super().__init__(str(error))
        self.error = error
        self.answer = _error_line(number, request_id, error)


class AnswerLineError(Exception):
    """What came from the other end is not an answer of a node: close the connection."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The node's answer; `result_bytes` is JSON that `decode_result` turns into the method's view."""

    request_id: RequestId
    result_bytes: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """The node's refusal. `request_id` is None if the node could not read the request's id."""

    request_id: RequestId | None
    error: ApiError


class _RequestEnvelope(msgspec.Struct, frozen=True):
    jsonrpc: str
    id: int | str
    method: str
    params: msgspec.Raw = msgspec.Raw(b"{}")


class _ErrorData(msgspec.Struct, frozen=True):
    code: str
    detail: str = ""


class _ErrorObject(msgspec.Struct, frozen=True):
    code: int
    message: str
    data: _ErrorData


class _AnswerEnvelope(msgspec.Struct, frozen=True):
    jsonrpc: str
    id: int | str | None = None
    result: msgspec.Raw = msgspec.Raw()
    error: _ErrorObject | None = None
    method: str = ""
    params: msgspec.Raw = msgspec.Raw()


def decode_request(line: bytes) -> Request:
    """Return the request in `line` (without its line feed).

    Raises:
        RequestLineError: its `answer` is to be sent to the client; nothing was carried out.
    """
    if len(line) > REQUEST_BYTES_MAX:
        raise RequestLineError(JSON_RPC_NUMBER[ApiErrorCode.BAD_LINE], None, _bad_line("too-long"))
    envelope = _request_envelope(line)
    if envelope.method == DISCOVER_METHOD:
        params_type: type[Params] = METHODS["node.status"][0]
    elif envelope.method in METHODS:
        params_type = METHODS[envelope.method][0]
    else:
        raise _bad(envelope.id, ApiErrorCode.UNKNOWN_METHOD, envelope.method[:ID_CHARS_MAX])
    try:
        params = _decode(bytes(envelope.params), type=params_type)
    except _NO_JSON as error:
        raise _bad(envelope.id, ApiErrorCode.BAD_REQUEST, _one_line(error)) from error
    return Request(envelope.id, envelope.method, params)


def encode_request(request_id: RequestId, method: str, params: Params) -> bytes:
    """Return the line, with its line feed, that asks `method` of the node.

    Raises:
        ApiError: `bad-request` if the line would be longer than the node takes.
    """
    line = _line({"jsonrpc": "2.0", "id": request_id, "method": method, "params": params})
    if len(line) > REQUEST_BYTES_MAX:
        raise ApiError(ApiErrorCode.BAD_REQUEST, "too-long")
    return line


def encode_result(request_id: RequestId, result: object) -> bytes:
    """Return the line that answers a request; an answer over the limit becomes the error `overloaded`."""
    line = _line({"jsonrpc": "2.0", "id": request_id, "result": result})
    if len(line) > ANSWER_BYTES_MAX:
        return encode_error(request_id, ApiError(ApiErrorCode.OVERLOADED, "answer-too-long"))
    return line


def encode_error(request_id: RequestId | None, error: ApiError) -> bytes:
    """Return the line that refuses a request."""
    return _error_line(JSON_RPC_NUMBER.get(error.code, REFUSED), request_id, error)


def encode_notification(notification: Notification) -> bytes:
    """Return the line that tells a subscriber of a change."""
    return _line({"jsonrpc": "2.0", "method": NOTIFICATION_METHOD, "params": notification})


def decode_from_node(line: bytes) -> Answer | Refusal | Notification:
    """Return what a line of the node says.

    Raises:
        AnswerLineError: not a line of a node, or over the limit.
    """
    if len(line) > ANSWER_BYTES_MAX:
        raise AnswerLineError("too long")
    try:
        envelope = _decode(line, type=_AnswerEnvelope)
        if envelope.method == NOTIFICATION_METHOD and envelope.id is None:
            return _decode(bytes(envelope.params), type=Notification)
    except _NO_JSON as error:
        raise AnswerLineError(_one_line(error)) from error
    if envelope.error is not None:
        return Refusal(envelope.id, _api_error(envelope.error))
    result_bytes = bytes(envelope.result)
    if envelope.id is None or not result_bytes:
        raise AnswerLineError("neither result nor error")
    return Answer(envelope.id, result_bytes)


def decode_result(method: str, result_bytes: bytes) -> Any:
    """Return the view that answers `method`, of the type that `METHODS` names (`rpc.discover`: plain values).

    Raises:
        AnswerLineError: the node and this client do not speak the same version of the contract.
    """
    answer_type = Any if method == DISCOVER_METHOD else METHODS[method][1]
    try:
        return _decode(result_bytes, type=answer_type)
    except _NO_JSON as error:
        raise AnswerLineError(_one_line(error)) from error


def plain(view: object) -> Any:
    """Return a view as dictionaries, lists, strings and numbers, as it looks in JSON."""
    return msgspec.to_builtins(view)


def json_text(value: object) -> str:
    """Return a view or plain value as one line of JSON."""
    return msgspec.json.encode(value).decode()


def params_from_plain(method: str, values: dict[str, Any]) -> Params:
    """Return the parameters of `method` made of plain values.

    Raises:
        ApiError: `unknown-method`, or `bad-request` with what does not fit.
    """
    if method not in METHODS:
        raise ApiError(ApiErrorCode.UNKNOWN_METHOD, method)
    try:
        return msgspec.convert(values, METHODS[method][0])
    except msgspec.ValidationError as error:
        raise ApiError(ApiErrorCode.BAD_REQUEST, _one_line(error)) from error


def _request_envelope(line: bytes) -> _RequestEnvelope:
    try:
        envelope = _decode(line, type=_RequestEnvelope)
    except msgspec.ValidationError as error:
        bad_line = _bad_line("batch" if line.lstrip()[:1] == b"[" else _one_line(error))
        raise RequestLineError(JSON_RPC_NUMBER[bad_line.code], _id_of(line), bad_line) from error
    except _NO_JSON as error:
        raise RequestLineError(PARSE_ERROR, None, _bad_line("not-json")) from error
    if isinstance(envelope.id, str) and len(envelope.id) > ID_CHARS_MAX:
        raise RequestLineError(JSON_RPC_NUMBER[ApiErrorCode.BAD_LINE], None, _bad_line("id-too-long"))
    if envelope.jsonrpc != "2.0":
        raise _bad(envelope.id, ApiErrorCode.BAD_LINE, "not-json-rpc-2.0")
    return envelope


def _id_of(line: bytes) -> RequestId | None:
    """Return the id of a line that is JSON but no request, so that its sender can tell what was refused."""
    try:
        value = _decode(line)
    except _NO_JSON:
        return None
    found = value.get("id") if isinstance(value, dict) else None
    if type(found) is int or (isinstance(found, str) and len(found) <= ID_CHARS_MAX):
        return found
    return None


def _bad(request_id: RequestId, code: ApiErrorCode, detail: str) -> RequestLineError:
    return RequestLineError(JSON_RPC_NUMBER[code], request_id, ApiError(code, detail))


def _bad_line(detail: str) -> ApiError:
    return ApiError(ApiErrorCode.BAD_LINE, detail)


def _api_error(error: _ErrorObject) -> ApiError:
    """A code that this client does not know comes from a newer node: it is kept in the detail."""
    try:
        return ApiError(ApiErrorCode(error.data.code), error.data.detail)
    except ValueError:
        return ApiError(ApiErrorCode.INTERNAL, f"{error.data.code}: {error.data.detail}")


def _error_line(number: int, request_id: RequestId | None, error: ApiError) -> bytes:
    data = _ErrorData(str(error.code), error.detail)
    return _line({"jsonrpc": "2.0", "id": request_id, "error": _ErrorObject(number, str(error.code), data)})


def _one_line(error: Exception) -> str:
    return str(error).replace("\n", " ")[:200]


def _line(message: dict[str, Any]) -> bytes:
    return msgspec.json.encode(message) + b"\n"
