"""Faults, done to the real program on purpose, and what they cost."""
