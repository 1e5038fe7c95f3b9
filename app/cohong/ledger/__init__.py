"""One profile's encrypted memory: the entries, what follows from them, and what stays on this machine.

All SQL of the program is in this package. `ledger.Ledger` is what others use.
"""
