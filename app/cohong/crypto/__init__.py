"""Signatures, recovery words, key slots and seals: bytes in, bytes out.

Nothing in here reads a clock, a file of ours or a random source; salts, nonces and seeds are arguments. The
one file that is read is the word list that comes inside the mnemonic library.
"""
