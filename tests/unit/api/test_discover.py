"""The API's own description covers every method and points nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cohong.api.discover import SUMMARIES, openrpc_document
from cohong.api.errors import ApiErrorCode
from cohong.api.requests import METHODS


def test_every_method_is_described_once_with_a_summary() -> None:
    document = openrpc_document("1.2.3")
    names = [method["name"] for method in document["methods"]]
    assert sorted(names) == sorted({*METHODS, "rpc.discover"}) == sorted(SUMMARIES)
    assert all(method["summary"] for method in document["methods"])
    assert (document["openrpc"], document["info"]["version"]) == ("1.3.2", "1.2.3")


def test_parameters_say_which_of_them_are_required() -> None:
    methods = {method["name"]: method for method in openrpc_document("0")["methods"]}
    params = {param["name"]: param["required"] for param in methods["peer.add"]["params"]}
    assert params == {"member": True, "addresses": True}
    assert [param["required"] for param in methods["network.create"]["params"]] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield inner
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def test_every_reference_leads_to_a_component() -> None:
    document = json.loads(json.dumps(openrpc_document("0")))
    references = set(_references(document))
    assert "#/components/schemas/ObligationRow" in references
    for reference in references:
        found: Any = document
        for key in reference.removeprefix("#/").split("/"):
            found = found[key]
        assert found


def test_every_code_of_a_refusal_is_listed() -> None:
    errors = openrpc_document("0")["components"]["errors"]
    assert set(errors) == {code.value for code in ApiErrorCode}
    assert errors["unknown-method"]["code"] == -32601
    assert errors["locked"]["code"] == -32000
