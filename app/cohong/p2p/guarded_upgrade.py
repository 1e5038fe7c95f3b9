"""The two handshakes of a connection: Noise with a gate for members, then our yamux and no other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import cast

from libp2p.abc import IMuxedConn, IRawConnection, ISecureConn
from libp2p.crypto.keys import KeyPair, PrivateKey
from libp2p.io.abc import ReadWriteCloser
from libp2p.peer.id import ID
from libp2p.protocol_muxer.exceptions import MultiselectClientError, MultiselectError
from libp2p.security.exceptions import HandshakeFailure
from libp2p.security.noise.transport import Transport as NoiseTransport
from libp2p.security.secure_session import SecureSession
from libp2p.transport.exceptions import MuxerUpgradeFailure
from libp2p.transport.upgrader import TransportUpgrader

from cohong.p2p.exact_session import ExactSession
from cohong.p2p.guarded_yamux import GuardedYamux

logger = logging.getLogger(__name__)


class MemberNoise(NoiseTransport):
    """Noise that hangs up on whoever is not admitted, before a byte of the muxer is exchanged."""

    def __init__(self, key_pair: KeyPair, *, noise_privkey: PrivateKey, admits: Callable[[ID], bool]) -> None:
        super().__init__(key_pair, noise_privkey)
        self._admits = admits

    async def secure_inbound(self, conn: IRawConnection) -> ISecureConn:
        """Return the encrypted connection of an admitted peer.

        Raises:
            HandshakeFailure: The peer proved an identity that is not admitted.
        """
        secured = await super().secure_inbound(conn)
        peer_id = secured.get_remote_peer()
        if not self._admits(peer_id):
            logger.info("connection refused peer=%s addr=%s", peer_id, conn.get_remote_address())
            await secured.close()
            raise HandshakeFailure("not admitted")
        return _exact(secured)

    async def secure_outbound(self, conn: IRawConnection, peer_id: ID) -> ISecureConn:
        """Return the encrypted connection to `peer_id`.

        Raises:
            PeerIDMismatchesPubkey: Somebody else answered.
        """
        return _exact(await super().secure_outbound(conn, peer_id))


class GuardedUpgrader(TransportUpgrader):
    """Puts our yamux on a connection; libp2p would take its own whatever class it was given."""

    async def upgrade_connection(self, conn: ISecureConn, peer_id: ID) -> IMuxedConn:
        """Return the muxed connection, from here on without the limit for unproven peers.

        Raises:
            MuxerUpgradeFailure: The peer hung up, as a gate does, or offers no yamux.
        """
        negotiation = self.muxer_multistream
        try:
            await negotiation._selector.select(
                cast(ReadWriteCloser, conn), conn.is_initiator, negotiation.negotiate_timeout
            )
        except (MultiselectError, MultiselectClientError) as error:
            raise MuxerUpgradeFailure("no muxer agreed on") from error
        assert isinstance(conn, ExactSession)
        conn.trust()
        return GuardedYamux(conn, peer_id)


def _exact(secured: ISecureConn) -> ExactSession:
    assert isinstance(secured, SecureSession)
    return ExactSession(secured)
