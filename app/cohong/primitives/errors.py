"""Who broke the protocol: the peer (drop it), or we ourselves (stop)."""


class RemoteProtocolError(Exception):
    """Bytes of a peer that the protocol does not allow.

    Raised only where peer bytes are read. Drop the bytes, count them, and mark the peer they came from; the member
    they name may be innocent.

    Attributes:
        code: a short fixed word for counting and for tests, such as `not-canonical`.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code


class LocalProtocolError(Exception):
    """We were about to break the protocol: a bug of ours. The process stops."""
