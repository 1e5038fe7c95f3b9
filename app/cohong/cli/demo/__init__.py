"""`cohong demo`: several firms in one network on this machine, each a real node process."""
