"""The places of the window, a module each."""
