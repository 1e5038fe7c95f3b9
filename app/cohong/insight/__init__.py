"""What can be computed from the book and binds nobody: the largest set-off, what more liquidity would do."""
