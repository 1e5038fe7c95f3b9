"""Run: the engine that joins protocol, ledger and peers."""
