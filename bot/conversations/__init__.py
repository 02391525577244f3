"""Scripted conversations: read, played and reported, for `heatwise test` and for pytest."""
