"""Cohong: a shared book of trade credit that its members keep and sign themselves, without a server."""

__version__ = "0.1.0"
