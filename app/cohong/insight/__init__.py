"""What is computed from the book and binds nobody: the largest set-off, and how ratings are foretold."""
