"""The contract between the node and its clients."""
