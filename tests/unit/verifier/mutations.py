"""Signed documents that somebody has tampered with, drawn from a seed: each differs from the one that was signed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any, Final

import rfc8785

Place = tuple[Any, Any]
"""A container and the key or index of one of its values."""


def mutated(document: dict[str, Any], count: int, *, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield the name of what was done and the file's bytes; none has the canonical form of what was signed."""
    random, signed = Random(seed), rfc8785.dumps(document)
    found = 0
    while found < count:
        name = random.choice(sorted(MUTATIONS))
        altered = MUTATIONS[name](copy.deepcopy(document), random)
        if _canonical(altered) != signed:
            found += 1
            yield name, altered


def _canonical(exact: bytes) -> bytes | None:
    try:
        return rfc8785.dumps(json.loads(exact))
    except (ValueError, UnicodeEncodeError, RecursionError):
        return None


def _places(value: Any) -> Iterator[Place]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        yield value, key
        yield from _places(item)


def _any(document: Any, random: Random, keep: Callable[[Place], bool] = lambda _: True) -> Place:
    return random.choice([place for place in _places(document) if keep(place)])


def _leaf(document: dict[str, Any], random: Random) -> bytes:
    container, key = _any(document, random, lambda place: not isinstance(place[0][place[1]], dict | list))
    value = container[key]
    match value:
        case bool():
            container[key] = not value
        case int() | float():
            container[key] = value + random.choice((-1, 1, 0.5))
        case str() if value:
            at = random.randrange(len(value))
            container[key] = value[:at] + chr(ord(value[at]) ^ 1 << random.randrange(7)) + value[at + 1 :]
        case _:
            container[key] = "x"
    return json.dumps(document).encode()


def _removed(document: dict[str, Any], random: Random) -> bytes:
    container, key = _any(document, random)
    del container[key]
    return json.dumps(document).encode()


def _renamed(document: dict[str, Any], random: Random) -> bytes:
    container, key = _any(document, random, lambda place: isinstance(place[0], dict))
    container[f"{key}_"] = container.pop(key)
    return json.dumps(document).encode()


def _added(document: dict[str, Any], random: Random) -> bytes:
    container, _ = _any(document, random)
    if isinstance(container, dict):
        container["also"] = random.randrange(9)
    else:
        container.append(copy.deepcopy(container[0]))
    return json.dumps(document).encode()


def _swapped(document: dict[str, Any], random: Random) -> bytes:
    one, at = _any(document, random)
    other, there = _any(one, random) if isinstance(one, dict | list) else (one, at)
    one[at], other[there] = other[there], one[at]
    try:
        return json.dumps(document).encode()
    except (ValueError, RecursionError):  # a value came to lie within itself
        return b"{}"


def _dated(document: dict[str, Any], random: Random) -> bytes:
    container, key = random.choice([(document, "validFrom"), (document["proof"], "created")])
    container[key] = f"{random.randrange(2020, 2030)}-{random.randrange(10, 13)}-{random.randrange(10, 29)}T00:00:00Z"
    return json.dumps(document).encode()


def _flipped(document: dict[str, Any], random: Random) -> bytes:
    exact = bytearray(json.dumps(document).encode())
    exact[random.randrange(len(exact))] ^= 1 << random.randrange(8)
    return bytes(exact)


def _cut(document: dict[str, Any], random: Random) -> bytes:
    exact = json.dumps(document).encode()
    return exact[: random.randrange(len(exact))]


def _unsigned(document: dict[str, Any], random: Random) -> bytes:
    document["proof"] = random.choice([None, [], {}, "", [{**document["proof"], "proofValue": "z"}]])
    return json.dumps(document).encode()


MUTATIONS: Final[dict[str, Callable[[dict[str, Any], Random], bytes]]] = {
    "leaf": _leaf,
    "removed": _removed,
    "renamed": _renamed,
    "added": _added,
    "swapped": _swapped,
    "dated": _dated,
    "flipped": _flipped,
    "cut": _cut,
    "unsigned": _unsigned,
}
