"""The charter chain: who is a member and a voter, under which rules, and how far the feeds are cut (protocol.md)."""
