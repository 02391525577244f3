"""Tests of the proof that no path breaks a safety property."""
