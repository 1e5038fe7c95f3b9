"""The same requests for a shell and for scripts."""
