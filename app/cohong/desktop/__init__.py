"""Show and ask: the window."""
