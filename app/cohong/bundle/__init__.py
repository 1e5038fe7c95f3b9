"""File bundles: entries on a stick, for whoever no network reaches. Bytes in, bytes out; no file, no node."""
