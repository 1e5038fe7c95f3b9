"""Reach peers: bytes in, bytes out."""
