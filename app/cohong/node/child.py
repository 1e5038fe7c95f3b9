"""A process of its own for work that would hold the node's interpreter for long: what it needs, what it says, its end.

It gets what it needs as JSON on its input, never as an argument, which every user of the machine can read. It answers
in lines of JSON: how far it is as often as it likes, then `found` or `error`, a code of the API with its `detail`.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any, Final

import trio

from cohong.api.errors import ApiError, ApiErrorCode

LINE_BYTES_MAX: Final = 4 * 1024 * 1024


async def found_by_child(
    module: str, asked: Mapping[str, Any], tell: Callable[[dict[str, Any]], None]
) -> dict[str, Any]:
    """Run a module with what it is asked, and return the line with what it has `found`; cancelling ends the process.

    Args:
        tell: takes every other line.

    Raises:
        ApiError: as the process says, or `internal` where it ends without an answer.
    """
    process = await trio.lowlevel.open_process(
        [sys.executable, "-m", module], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert process.stdin is not None and process.stdout is not None, "both are pipes"
        async with process.stdin:
            await process.stdin.send_all(json.dumps(asked).encode())
        async with process.stdout:
            found = await _followed(process.stdout, tell, module)
        await process.wait()
        return found
    except trio.BrokenResourceError as error:
        raise ApiError(ApiErrorCode.INTERNAL, module) from error
    finally:
        process.kill()
        with trio.CancelScope(shield=True):
            await process.wait()


async def _followed(
    output: trio.abc.ReceiveStream, tell: Callable[[dict[str, Any]], None], module: str
) -> dict[str, Any]:
    unread = b""
    async for chunk in output:
        *lines, unread = (unread + chunk).split(b"\n")
        for line in lines:
            said: dict[str, Any] = json.loads(line)
            if "error" in said:
                raise ApiError(ApiErrorCode(said["error"]), said["detail"])
            if "found" in said:
                return said
            tell(said)
        if len(unread) > LINE_BYTES_MAX:
            break
    raise ApiError(ApiErrorCode.INTERNAL, module)
