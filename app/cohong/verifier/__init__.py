"""For auditors: check a receipt without a node, a profile or a network.

Two short modules are all there is to read, `receipt` and under it `canonical`. They use nothing else of Cohong: only
Python's own library, and libsodium (PyNaCl) for signatures.
"""
