"""Feeds, forks and votes: state and one input in, effects out."""
