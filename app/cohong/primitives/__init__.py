"""The values that cross boundaries, and their canonical bytes."""
